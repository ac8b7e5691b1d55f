/** Where what is offered stands in one list. */
export const SERVICES_PATH = "/services/";

/** Where every form stands in one list. */
export const WRITE_PATH = "/write/";

/** Where every document stands in one list. */
export const DOCUMENTS_PATH = "/documents/";

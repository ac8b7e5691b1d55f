/** Where anybody checks a receipt. */
export const RECEIPT_PATH = "/receipt/";

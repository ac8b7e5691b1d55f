import { DOCUMENTS_ERRORS } from "./duties/documents/index.ts";
import { PROMISES_ERRORS } from "./duties/promises/index.ts";
import { CONSENTS_ERRORS } from "./people/consents/index.ts";
import { STAFF_ERRORS } from "./people/staff/index.ts";
import { SUBJECTS_ERRORS } from "./people/subjects/index.ts";
import type { HttpAppOptions } from "./platform/http/index.ts";
import { STORE_ERRORS } from "./platform/store/index.ts";
import { INTAKE_ERRORS } from "./services/intake/index.ts";
import { CONSOLE_ERRORS } from "./surfaces/console/index.ts";
import { RECEIPT_PAGE_ERRORS } from "./surfaces/site/index.ts";
import { REFUSALS } from "./trust/gate/index.ts";
import { JOURNAL_ERRORS } from "./trust/journal/index.ts";
import { PUBLICATION_ERRORS } from "./trust/publication/index.ts";

/** Every room's refusals: a code that stands in none of these leaves as `unexpected`. */
export const ERROR_TABLES: HttpAppOptions["errors"] = [
  STORE_ERRORS,
  REFUSALS,
  INTAKE_ERRORS,
  SUBJECTS_ERRORS,
  CONSENTS_ERRORS,
  STAFF_ERRORS,
  PUBLICATION_ERRORS,
  JOURNAL_ERRORS,
  DOCUMENTS_ERRORS,
  PROMISES_ERRORS,
  CONSOLE_ERRORS,
  RECEIPT_PAGE_ERRORS,
];

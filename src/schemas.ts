import { deadlinesSchema } from "./duties/deadlines/index.ts";
import { promisesSchema } from "./duties/promises/index.ts";
import { consentsSchema } from "./people/consents/index.ts";
import { staffSchema } from "./people/staff/index.ts";
import { subjectsSchema } from "./people/subjects/index.ts";
import { jobsSchema } from "./platform/jobs/index.ts";
import type { Schema } from "./platform/store/index.ts";
import { intakeSchema } from "./services/intake/index.ts";
import { messagesSchema } from "./services/messages/index.ts";
import { journalSchema } from "./trust/journal/index.ts";
import { publicationSchema } from "./trust/publication/index.ts";
import { vaultSchema } from "./trust/vault/index.ts";

/** Every room's tables, lower rooms first: a table may refer to one above it in this list. */
export const SCHEMAS: readonly Schema[] = [
  journalSchema,
  vaultSchema,
  publicationSchema,
  jobsSchema,
  subjectsSchema,
  consentsSchema,
  staffSchema,
  messagesSchema,
  intakeSchema,
  deadlinesSchema,
  promisesSchema,
];

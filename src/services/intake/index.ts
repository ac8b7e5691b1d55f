export type { CheckedFields, FieldProblem, SentFields } from "./check-fields.ts";
export {
  confirmSubmission,
  type ConfirmingSubmissionParts,
  type PendingConfirmation,
  readConfirmation,
} from "./confirm-submission.ts";
export { enquiriesHolding } from "./enquiries-holding.ts";
export { intakeSchema } from "./enquiry.table.ts";
export { INTAKE_ERRORS, IntakeError, type IntakeErrorCode } from "./intake.errors.ts";
export { type EnquirySummary, listEnquiries } from "./list-enquiries.ts";
export { type OpenedEnquiry, openEnquiry } from "./open-enquiry.ts";
export {
  type IntakeParts,
  type Submission,
  type SubmissionReceipt,
  type SubmitOutcome,
  submitForm,
} from "./submit-form.ts";

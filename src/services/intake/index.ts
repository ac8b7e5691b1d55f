export { acceptAnew } from "./accept-anew.ts";
export { type Advertiser, allowAdvertiser, endAdvertiser, listAdvertisers } from "./advertisers.ts";
export { advertisersHolding } from "./advertisers-holding.ts";
export { answerEnquiry, type AnsweredEnquiry, type Worker } from "./answer-enquiry.ts";
export { answersToSend } from "./answers-to-send.ts";
export { confirmationOf } from "./confirmation-of.ts";
export type { CheckedFields, FieldProblem, SentFields } from "./check-fields.ts";
export { type ChangedEnquiry, closeEnquiry, reopenEnquiry } from "./close-enquiry.ts";
export {
  confirmSubmission,
  type ConfirmingSubmissionParts,
  type PendingConfirmation,
  readConfirmation,
} from "./confirm-submission.ts";
export type { ClockedEnquiry, EnquiryClocks } from "./enquiry-clocks.ts";
export { enquiriesHolding } from "./enquiries-holding.ts";
export { type EnquiryStatus, intakeSchema, type Topic, VIOLATION_REASONS } from "./enquiry.table.ts";
export type { FoundSpot } from "./flags-of.ts";
export { LINK_REQUESTS_AN_HOUR, sweepAllowances, takeLinkRequest } from "./form-allowance.ts";
export { formAllowancesHolding } from "./form-allowances-holding.ts";
export type { FormSettings } from "./form-settings.ts";
export { type FreeTextFlag, shippedFreeTextRules } from "./free-text-rules.ts";
export { INTAKE_ERRORS, IntakeError, type IntakeErrorCode } from "./intake.errors.ts";
export {
  type DueEnquiry,
  type EnquiryPage,
  type EnquirySummary,
  enquiriesDue,
  listEnquiries,
} from "./list-enquiries.ts";
export type { OpenedAnswer } from "./open-answers.ts";
export { type EnquiryStanding, followEnquiry } from "./follow-enquiry.ts";
export type { OpenedReply } from "./open-replies.ts";
export { prohibitionsOf, recordViolation, violationsOf } from "./record-violation.ts";
export { CUT_REASONS, redactEnquiry } from "./redact-enquiry.ts";
export { releaseEnquiry } from "./release-enquiry.ts";
export { replyAttribute, replyToEnquiry } from "./reply-to-enquiry.ts";
export { requestFollowLink } from "./request-follow-link.ts";
export { takeOnEnquiry } from "./take-on-enquiry.ts";
export { lastAnswer } from "./last-answer.ts";
export { type OpenedEnquiry, openEnquiry } from "./open-enquiry.ts";
export { type FormInputPlace, inputsOf, PHONE_KINDS, type PhoneKind } from "./inputs-of.ts";
export { type ProofChallenge, ProofOfWork } from "./proof-of-work.ts";
export { createFreeTextScan, type FreeTextScan } from "./scan-free-text.ts";
export type { IntakeParts, Submission, SubmissionReceipt, SubmitOutcome } from "./submission.ts";
export { solveProof } from "./solve-proof.ts";
export { type AdvertisingReason } from "./weigh-advertising.ts";
export { submitForm } from "./submit-form.ts";
export { rowProblemText, takeFromSource } from "./take-from-source.ts";

import { acknowledgeEnquiry } from "./acknowledge-enquiry.ts";
import { answerMail } from "./answer-mail.ts";
import { followLinkMail } from "./follow-link.ts";
import { signInMail } from "./sign-in-mail.ts";
import type { Template } from "./template.ts";
import { versionAnnounced } from "./version-announced.ts";

/** Every mail that the product can write. Closed: a message names one of these. */
export const TEMPLATES = {
  "enquiry-acknowledged": acknowledgeEnquiry,
  "enquiry-answered": answerMail,
  "enquiry-link": followLinkMail,
  "staff-sign-in": signInMail,
  "version-announced": versionAnnounced,
} as const satisfies Record<string, Template>;

export type TemplateCode = keyof typeof TEMPLATES;

export function templateOf(code: string): Template | null {
  return Object.hasOwn(TEMPLATES, code) ? TEMPLATES[code as TemplateCode] : null;
}

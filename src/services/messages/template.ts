import type { Language } from "../../platform/i18n/index.ts";
import type { ExtraHeader, TextAttachment } from "../../platform/mail/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { MessageFacts } from "./messages.table.ts";

/** What a template is filled from, at the moment of sending. */
export interface Filling {
  readonly language: Language;
  readonly facts: MessageFacts;
  /** In force now. */
  readonly policy: CompiledPolicy;
  /** When the message was queued, ms. */
  readonly queuedAt: number;
  /** Absolute link to a page of the operator's site, by path. */
  readonly link: (path: string) => string;
  /** Makes the secret of a link, which is stored nowhere. */
  readonly sign: (kind: string, id: string) => string;
  /** What staff wrote, opened under the permit of this sending. Empty where a template asks for none. */
  readonly answer: string;
  /** The receipt with its proof; null where none is asked for, or none could be had. */
  readonly receipt: string | null;
}

export interface FilledTemplate {
  readonly subject: string;
  readonly text: string;
  /** What the Message-ID is made of, where later mails refer to it; else the message's own id. */
  readonly id?: string;
  readonly headers?: Partial<Readonly<Record<ExtraHeader, string>>>;
  readonly attachments?: readonly TextAttachment[];
}

/** One kind of mail. */
export interface Template {
  /** Written by the product rather than by somebody at the keyboard (RFC 3834). */
  readonly automatic: boolean;
  /** True for a mail with the text of `facts.answer`, for which the gate is asked beside the address. */
  readonly carriesAnswer?: boolean;
  /** True for a mail with the receipt of `facts.entry`. */
  readonly withReceipt?: boolean;
  /** True for a notice that the law asks for: it goes to the proven address, whatever that was collected for. */
  readonly toProvenAddress?: boolean;
  /** How long the mail is worth sending after it was queued, ms. */
  readonly goodFor?: number;
  readonly write: (filling: Filling) => FilledTemplate;
}

/** A fact that the template cannot do without; a missing one is a bug of whoever queued the message. */
export function fact(facts: MessageFacts, name: string): string {
  const value = facts[name];
  if (typeof value !== "string" || value === "") throw new TypeError(`The message lacks its ${name}.`);
  return value;
}

/** A fact that may be missing. */
export function factIfAny(facts: MessageFacts, name: string): string | null {
  const value = facts[name];
  return typeof value === "string" && value !== "" ? value : null;
}

/** Paragraphs of plain text; those that are null are left out. */
export function paragraphs(...parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null).join("\n\n")}\n`;
}

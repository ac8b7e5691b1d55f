import { MailError } from "./mail.errors.ts";

/** Who sends or receives: an address, and a name to show beside it. */
export interface Mailbox {
  readonly address: string;
  readonly name?: string;
}

/** Dot-atom of RFC 5321 with the letters of RFC 6531. Quoted local parts are refused: parsers disagree about them. */
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^(?!-)[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u;

/** True for an address that one message can be sent to: RFC 5321 4.1.2 without quoting and address literals. */
export function isMailAddress(value: string): boolean {
  const at = value.lastIndexOf("@");
  if (at < 1 || !value.isWellFormed()) return false;
  const local = value.slice(0, at);
  const domain = value.slice(at + 1);
  if (Buffer.byteLength(local) > 64 || Buffer.byteLength(value) > 254) return false;
  return LOCAL_PART.test(local) && domain.split(".").every((label) => LABEL.test(label));
}

/** The domain of an address. @throws MailError `mail-address` */
export function domainOf(mailbox: Mailbox, field: string): string {
  if (!isMailAddress(mailbox.address)) throw new MailError("mail-address", field);
  return mailbox.address.slice(mailbox.address.lastIndexOf("@") + 1);
}

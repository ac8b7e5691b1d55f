const EMAIL = /[^\s@"'<>()\\,;:]+@[^\s@"'<>()\\,;:]+\.\p{L}{2,}/u;
const PHONE = /\+\d(?:[\s().-]?\d){9,14}(?!\d)/;

/** Whether a text has in it what reads like an address or a telephone number in international form. */
export function namesSomebody(text: string): boolean {
  return EMAIL.test(text) || PHONE.test(text);
}

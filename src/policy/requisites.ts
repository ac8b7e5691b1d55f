const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12_FIRST = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12_SECOND = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Whether a Russian taxpayer number's control digits agree: 10 digits of a company, 12 of a person. */
export function isInn(text: string): boolean {
  if (/^\d{10}$/.test(text)) return weighted(text, INN_10) === Number(text[9]);
  if (!/^\d{12}$/.test(text)) return false;
  return (
    weighted(text, INN_12_FIRST) === Number(text[10]) && weighted(text, INN_12_SECOND) === Number(text[11])
  );
}

/** Whether a Russian state registration number's control digit agrees: 13 digits of a company, 15 of a sole trader. */
export function isOgrn(text: string): boolean {
  if (/^\d{13}$/.test(text)) return (Number(text.slice(0, 12)) % 11) % 10 === Number(text[12]);
  if (/^\d{15}$/.test(text)) return (Number(text.slice(0, 14)) % 13) % 10 === Number(text[14]);
  return false;
}

function weighted(text: string, weights: readonly number[]): number {
  return (weights.reduce((sum, weight, i) => sum + weight * Number(text[i]), 0) % 11) % 10;
}

const ACCOUNT = [7, 1, 3];

/**
 * Whether the key digit of a Russian bank account agrees with the bank's BIC (order of the Bank of Russia 515 of
 * 08.09.1997): `settlement` is a customer's account, `correspondent` the bank's own with the Bank of Russia.
 */
export function isBankAccount(kind: "settlement" | "correspondent", account: string, bic: string): boolean {
  if (!/^\d{20}$/.test(account) || !/^\d{9}$/.test(bic)) return false;
  const bank = kind === "settlement" ? bic.slice(6) : `0${bic.slice(4, 6)}`;
  const digits = [...`${bank}${account}`].map(Number);
  return digits.reduce((sum, digit, i) => sum + ((digit * (ACCOUNT[i % 3] ?? 0)) % 10), 0) % 10 === 0;
}

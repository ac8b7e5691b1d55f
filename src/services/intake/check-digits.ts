/** Control digits of numbers that are given to persons. Each takes digits alone, but for `isIban`. */

/** Payment cards: 13 to 19 digits, ISO/IEC 7812-1 annex B. */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Insurance number of a person (SNILS): weights 9 to 1, modulo 101; 100 and 101 give 00. */
export function isSnils(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const sum = weighed(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]);
  return (sum % 101) % 100 === Number(digits.slice(9));
}

const INN_11TH = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12TH = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Taxpayer number of a person: 12 digits. The ten digits of a company are no personal data. */
export function isPersonalInn(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const control = (weights: readonly number[]) => (weighed(digits, weights) % 11) % 10;
  return control(INN_11TH) === Number(digits[10]) && control(INN_12TH) === Number(digits[11]);
}

/** Account numbers, ISO 13616-1: the length of the country, and modulo 97. */
export function isIban(text: string, lengths: Readonly<Record<string, number>>): boolean {
  const iban = text.replaceAll(" ", "");
  if (lengths[iban.slice(0, 2)] !== iban.length) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

function weighed(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);
}

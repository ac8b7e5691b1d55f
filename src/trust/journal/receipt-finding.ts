/** What verification of a receipt can find. `receipt-promised` alone does not make it unsound. */
export const RECEIPT_FINDINGS = {
  "receipt-malformed": {
    en: "This is not a receipt, or a character of it was lost or changed.",
    ru: "Это не квитанция, либо в ней потерян или изменён хотя бы один знак.",
  },
  "receipt-other-key": {
    en: "The receipt is signed with another key than the one that it was compared with.",
    ru: "Квитанция подписана не тем ключом, с которым её сверяли.",
  },
  "receipt-signature": {
    en: "The signature is wrong: the receipt was changed, or the key in it never signed it.",
    ru: "Подпись неверна: квитанцию изменили, либо указанным в ней ключом её не подписывали.",
  },
  "receipt-entry": {
    en: "The journal entry in the receipt does not tell of anything received.",
    ru: "Запись журнала в квитанции не говорит о том, что что-либо получено.",
  },
  "receipt-reference": {
    en: "The reference on the receipt and the one in the journal entry differ.",
    ru: "Номер в квитанции и номер в записи журнала не совпадают.",
  },
  "receipt-time": {
    en: "The time on the receipt and the one in the journal entry differ.",
    ru: "Время в квитанции и время в записи журнала не совпадают.",
  },
  "receipt-checkpoint": {
    en: "The journal’s checkpoint in the receipt is malformed, of another journal, or wrongly signed.",
    ru: "Контрольная точка журнала в квитанции повреждена, относится к другому журналу или подписана неверно.",
  },
  "receipt-cosignature": {
    en: "The signature of a witness that you named is wrong.",
    ru: "Подпись названного вами свидетеля неверна.",
  },
  "receipt-not-in-tree": {
    en: "The proof does not lead to the journal’s signed root: the entry does not stand in that journal.",
    ru: "Доказательство не ведёт к подписанному корню журнала: такой записи в этом журнале нет.",
  },
  "receipt-promised": {
    en: "Only promised so far: the journal’s key has signed that this was received, and the proof that it stands in the journal is still to come.",
    ru: "Пока только обещано: ключ журнала подписал, что сообщение получено; доказательство, что запись стоит в журнале, ещё предстоит добавить.",
  },
  "receipt-not-in-journal": {
    en: "Today’s journal has no such entry, although its key has signed for it. Keep the receipt: it proves that.",
    ru: "В нынешнем журнале такой записи нет, хотя его ключ за неё подписался. Сохраните квитанцию: она это доказывает.",
  },
} as const satisfies Record<string, { readonly en: string; readonly ru: string }>;

export type ReceiptFinding = keyof typeof RECEIPT_FINDINGS;

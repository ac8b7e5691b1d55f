import type { LegalBasis } from "../../policy/index.ts";

/** What the gate answers: pure data, with the clause or statute that it rests on and the reason. */
export type Decision = Permission | Refusal;

export interface Permission {
  readonly allowed: true;
  /** The clause of the policy in force (`itsectr-privacy/4.1.1`) or the statute (`152-FZ 21(3.1)`). */
  readonly clause: string;
  readonly basis: LegalBasis;
  /** Hash of the policy version that it was decided under, hex. */
  readonly policy: string;
  /** Which clause held over which, where the operator's documents differ about what was asked (tension T15). */
  readonly over?: string;
}

export interface Refusal {
  readonly allowed: false;
  readonly code: RefusalCode;
  /** The clause, where one refuses; null where none allows. */
  readonly clause: string | null;
  /** What the code is about: the attribute, the purpose, the missing fact, the two versions. Never a value. */
  readonly about: string;
  /** As in a permission. */
  readonly over?: string;
}

/** Why the gate refuses. Closed; each with its message and HTTP status. */
export const REFUSALS = {
  gap: {
    status: 403,
    message: {
      en: "A fact that this decision needs is not known, and what is not known is refused.",
      ru: "Для этого решения не хватает факта, а неизвестное отклоняется.",
    },
  },
  "no-policy": {
    status: 503,
    message: {
      en: "No policy is in force; nothing may be processed.",
      ru: "Действующей политики нет; ничего обрабатывать нельзя.",
    },
  },
  "unknown-operation": {
    status: 403,
    message: {
      en: "This is not an operation that may be done with personal data.",
      ru: "Такой операции с персональными данными не предусмотрено.",
    },
  },
  "unknown-purpose": {
    status: 403,
    message: { en: "The policy in force has no such purpose.", ru: "В действующей политике нет такой цели." },
  },
  "operation-outside-purpose": {
    status: 403,
    message: {
      en: "This purpose does not allow this operation.",
      ru: "Эта цель не допускает такой операции.",
    },
  },
  "attribute-outside-purpose": {
    status: 403,
    message: {
      en: "This purpose does not need this item of data.",
      ru: "Для этой цели такие данные не нужны.",
    },
  },
  "unknown-attribute": {
    status: 422,
    message: {
      en: "The policy in force does not name this item of data.",
      ru: "Действующая политика не называет таких данных.",
    },
  },
  "channel-outside-purpose": {
    status: 403,
    message: {
      en: "This form does not collect for this purpose.",
      ru: "Эта форма не собирает данные для такой цели.",
    },
  },
  "field-outside-form": {
    status: 422,
    message: { en: "The form does not ask for this item of data.", ru: "Форма не спрашивает таких данных." },
  },
  "nobody-named": {
    status: 403,
    message: {
      en: "A decision needs at least one person and one item of data.",
      ru: "Решению нужны хотя бы один человек и один вид данных.",
    },
  },
  "not-shown": {
    status: 409,
    message: {
      en: "The form was not shown with the policy in force. Send it again; what you typed is still on the page.",
      ru: "Форма была показана без действующей политики. Отправьте её ещё раз; введённое сохранено на странице.",
    },
  },
  "shown-expired": {
    status: 409,
    message: {
      en: "The form was open for too long. Send it again; what you typed is still on the page.",
      ru: "Форма была открыта слишком долго. Отправьте её ещё раз; введённое сохранено на странице.",
    },
  },
  "shown-other-version": {
    status: 409,
    message: {
      en: "The policy changed while the form was open. Read it and send the form again; what you typed is still on the page.",
      ru: "Пока форма была открыта, политика изменилась. Прочитайте её и отправьте форму ещё раз; введённое сохранено на странице.",
    },
  },
  "not-authorised": {
    status: 403,
    message: {
      en: "You are not authorised for this operation under this purpose.",
      ru: "У вас нет полномочий на эту операцию для этой цели.",
    },
  },
  blocked: {
    status: 423,
    message: {
      en: "This person's data are blocked; only what blocking leaves open may happen.",
      ru: "Данные этого человека заблокированы; возможно только то, что блокирование оставляет.",
    },
  },
  "no-such-person": {
    status: 404,
    message: { en: "Nobody is held under this identifier.", ru: "Под этим идентификатором никого нет." },
  },
  "source-outside-policy": {
    status: 422,
    message: {
      en: "The policy does not take these data from this source: it needs a purpose, a ground, evidence that the person was told, and takes nothing beside.",
      ru: "Политика не принимает эти данные из такого источника: нужны цель, основание и подтверждение, что человек уведомлён, и ничего сверх этого.",
    },
  },
  "older-scope": {
    status: 403,
    message: {
      en: "These data were given under an earlier version of the policy, which does not allow this; what a newer one adds does not reach them.",
      ru: "Эти данные получены при прежней редакции политики, которая этого не допускает; то, что добавила новая, на них не распространяется.",
    },
  },
  "unknown-recipient": {
    status: 403,
    message: {
      en: "The policy in force names no such recipient.",
      ru: "Действующая политика не называет такого получателя.",
    },
  },
  "disclosure-closed": {
    status: 403,
    message: {
      en: "The policy in force gives nothing to this recipient on this ground.",
      ru: "Действующая политика ничего не передаёт этому получателю на таком основании.",
    },
  },
  "consent-missing": {
    status: 403,
    message: {
      en: "This purpose rests on consent, and there is none in force.",
      ru: "Эта цель требует согласия, а действующего согласия нет.",
    },
  },
} as const satisfies Record<string, { status: number; message: { en: string; ru: string } }>;

export type RefusalCode = keyof typeof REFUSALS;

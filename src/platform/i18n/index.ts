export { defineMessages, type Messages, type Words } from "./define-messages.ts";
export { formatDate, formatMoment } from "./format-date.ts";
export { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language, type Localised } from "./language.ts";
export type { MessageParameters } from "./message-parameters.ts";
export { negotiateLanguage } from "./negotiate-language.ts";

import { clauseTexts, sentencesOf } from "./clause-texts.ts";
import type { CompiledPolicy } from "./compiled.ts";
import { type Finding, finding } from "./finding.ts";
import { textsOf } from "./texts-of.ts";

/** An act that is something else, in the words in which texts take it for a consent. */
const BY_ACTING =
  /\bby (?:\w+ ){0,2}(?:using|visiting|sending|submitting|clicking|pressing|continuing|filling|registering|staying|browsing)\b|\buse of (?:the|this) (?:site|website|service)s? (?:means|is|constitutes)\b|(?:^|[^\p{L}])(?:используя|пользуясь|посещая|отправляя|нажимая|заполняя|продолжая|оставаясь|регистрируясь|просматривая)(?=[^\p{L}])|использование[^.;]{0,60}(?:означает|является)/iu;
/** A consent to what is done with data; agreeing with a text is acceptance of it, and none. */
const CONSENTS =
  /\bconsents? (?:\w+ ){0,3}to\b|\b(?:means|constitutes|implies|is) (?:\w+ ){0,4}consent\b|\bagrees? to the (?:processing|collection)\b|согласи[ея](?: \p{L}+){0,3} на(?=[^\p{L}])|(?:означает|является)[^.;]{0,40}согласи(?:е|ем)(?!(?:\s+\p{L}+){0,2}\s+со?\s)|соглаша\p{L}+ (?:на|с) (?:обработк|сбор)/iu;
const DENIES =
  /\b(?:not|no|never|nobody|nothing|without|neither)\b|(?:^|[^\p{L}])(?:не|ни|нет|никто|никогда|без)(?=[^\p{L}])/iu;

const MARKETING =
  /\b(?:newsletters?|mailings?|marketing|advertis\w*|promotion\w*|offers?)\b|рассыл|реклам|маркетинг|акци[яийо]|предложени|новост/iu;
const UNTIL_REFUSED =
  /\b(?:unless|until) (?:you|the user|users?|they|he or she)(?: \w+){0,3} (?:opt(?:s|ed)?|unsubscrib\w*|object\w*|refus\w*|declin\w*)\b|(?:если|пока|до тех пор,? пока)[^.;]{0,60}не (?:откаж|отказал|отпи[сш]|возраз|заяв\p{L}* об отказе)/iu;

/**
 * Whether anything but a consent is taken for one (152-FZ 9(1), GDPR 4(11), tension T03), and whether marketing is said
 * to go on until somebody objects (38-FZ 18(1), tension T09).
 */
export function checkAcceptance(policy: CompiledPolicy): Finding[] {
  return [...checkConsentPurposes(policy), ...checkForms(policy), ...checkClauses(policy)];
}

function checkConsentPurposes({ purposes, consents }: CompiledPolicy): Finding[] {
  return purposes
    .filter(({ basis }) => basis === "consent")
    .filter(({ code }) => !consents.some(({ purpose }) => purpose === code))
    .map(({ code, clause }) => finding("purpose-without-consent", `purposes.${code}`, clause));
}

/** What stands beside a form, and on the pages around the documents. */
function checkForms({ forms, services, site, operator }: CompiledPolicy): Finding[] {
  return textsOf({ forms, services, site }).flatMap(({ text, where, clause }) =>
    operator.languages
      .filter((language) => impliesConsent(text[language]))
      .map((language) => finding("form-implies-consent", `${where}.${language}`, clause)),
  );
}

function checkClauses(policy: CompiledPolicy): Finding[] {
  return clauseTexts(policy).flatMap(({ document, clause, text, where }) => [
    // The text of a consent is what its box stands for: it may say what giving it means.
    ...(document.kind !== "consent" && impliesConsent(text)
      ? [finding("text-implies-consent", where, clause.id)]
      : []),
    ...(marketsUntilRefused(text) ? [finding("opt-out-marketing", where, clause.id)] : []),
  ]);
}

function impliesConsent(text: string): boolean {
  return sentencesOf(text).some(
    (sentence) => BY_ACTING.test(sentence) && CONSENTS.test(sentence) && !DENIES.test(sentence),
  );
}

function marketsUntilRefused(text: string): boolean {
  return sentencesOf(text).some((sentence) => MARKETING.test(sentence) && UNTIL_REFUSED.test(sentence));
}

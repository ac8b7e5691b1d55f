import { IntlMessageFormat } from "intl-messageformat";
import { LANGUAGES, type Language, type Localised } from "./language.ts";
import type { MessageParameters } from "./message-parameters.ts";

type Source = Readonly<Record<string, Localised>>;

type Said<M extends Localised> = keyof MessageParameters<M[Language]> extends never
  ? string
  : (parameters: { readonly [K in keyof ParametersOf<M>]: ParametersOf<M>[K] }) => string;

type ParametersOf<M extends Localised> = MessageParameters<M["en"]> & MessageParameters<M["ru"]>;

/** A room's words in one language: text where there is nothing to fill in, else a function of its parameters. */
export type Words<M extends Source> = { readonly [K in keyof M]: Said<M[K]> };

/** A room's words: called with a language, gives them in it. */
export type Messages<M extends Source> = (language: Language) => Words<M>;

const PLURALS: Readonly<Record<Language, readonly string[]>> = {
  en: ["one", "other"],
  ru: ["one", "few", "many", "other"],
};

/**
 * Declares a room's words, each in every language; a missing language or key does not compile. The syntax is ICU
 * MessageFormat. Throws at once when a text does not parse, when its languages take different parameters, or when
 * a plural lacks a form that its language has.
 */
export function defineMessages<const M extends Source>(source: M): Messages<M> {
  for (const [key, message] of Object.entries(source)) check(key, message);
  const spoken = new Map<Language, Words<M>>();
  for (const language of LANGUAGES) {
    const words: Record<string, unknown> = {};
    for (const [key, message] of Object.entries(source)) words[key] = say(message[language], language);
    spoken.set(language, Object.freeze(words) as Words<M>);
  }
  return (language) => spoken.get(language) as Words<M>;
}

function say(text: string, language: Language): string | ((parameters: Record<string, unknown>) => string) {
  const format = parse(text, language);
  if (argumentsOf(format.getAst()).size === 0) return String(format.format());
  return (parameters) => String(format.format(parameters as Record<string, string>));
}

function parse(text: string, language: Language): IntlMessageFormat {
  return new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
}

type Ast = ReturnType<IntlMessageFormat["getAst"]>;

function argumentsOf(ast: Ast, found = new Set<string>()): Set<string> {
  for (const part of ast) {
    if ("options" in part) for (const option of Object.values(part.options)) argumentsOf(option.value, found);
    if (part.type !== LITERAL && part.type !== POUND) found.add(part.value);
  }
  return found;
}

// The parser's own numbers for its kinds of element; its enum is not exported.
const LITERAL = 0;
const PLURAL = 6;
const POUND = 7;

function check(key: string, message: Localised): void {
  const names = LANGUAGES.map((language) => {
    const ast = parse(message[language], language).getAst();
    checkPlurals(key, language, ast);
    return [...argumentsOf(ast)].sort().join(", ");
  });
  if (new Set(names).size > 1) {
    throw new TypeError(`The languages of "${key}" take different parameters: ${names.join(" / ")}.`);
  }
}

function checkPlurals(key: string, language: Language, ast: Ast): void {
  for (const part of ast) {
    if (!("options" in part)) continue;
    for (const option of Object.values(part.options)) checkPlurals(key, language, option.value);
    if (part.type !== PLURAL || ("pluralType" in part && part.pluralType === "ordinal")) continue;
    const missing = PLURALS[language].filter((form) => !(form in part.options));
    if (missing.length > 0) throw new TypeError(`"${key}" lacks ${missing.join(", ")} in ${language}.`);
  }
}

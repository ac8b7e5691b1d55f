import { ADVERTISING_RULES, type AdvertisingRules } from "./advertising-rules.ts";
import { phrasesOf } from "./scan-free-text.ts";

/** Why a message looks like advertising. Codes; nothing of what was written. */
export type AdvertisingReason = "content" | "links" | "repeated";

/** What is known of a sending beside its text. */
export interface AroundText {
  /** ms between the showing of the form and its sending; null when unknown. */
  readonly age: number | null;
  /** How often the same text came lately from others. */
  readonly repeats: number;
  /** Hosts that are the operator's own: a link to them leads nowhere else. */
  readonly ownHosts: readonly string[];
}

export type AdvertisingWeigher = (text: string, around: AroundText) => readonly AdvertisingReason[];

/**
 * Makes the weighing of clause itsectr-agreement/4.3.5: the reasons for which a text should be held, or none. It decides
 * only that somebody looks before it is worked: nothing is lost by it. Pure.
 */
export function createAdvertisingWeigher(rules: AdvertisingRules = ADVERTISING_RULES): AdvertisingWeigher {
  const signs = rules.signs.map(({ weight, phrases }) => ({ weight, find: phrasesOf(phrases) }));
  const any = (patterns: readonly string[]) => new RegExp(patterns.join("|"), "iu");
  const shapes = [rules.prices, rules.cries].map(({ weight, patterns }) => ({ weight, find: any(patterns) }));
  const markup = any(rules.markup.patterns);

  return (text, { age, repeats, ownHosts }) => {
    const hosts = hostsIn(text).filter((host) => !ownHosts.includes(host));
    const hiding = hosts.some((host) => rules.hidingHosts.hosts.includes(host));
    const linked =
      Math.max(0, ...rules.links.filter(({ from }) => hosts.length >= from).map(({ weight }) => weight)) +
      (hiding ? rules.hidingHosts.weight : 0) +
      (markup.test(text) ? rules.markup.weight : 0);

    const plain = undisguised(text);
    let content = 0;
    for (const { weight, find } of shapes) if (find.test(text)) content += weight;
    for (const { weight, find } of signs) if (plain.search(find) !== -1) content += weight;
    const quick = age !== null && age < rules.quick.withinMs && text.length >= rules.quick.fromLength;
    if (quick) content += rules.quick.weight;

    const repeated = repeats >= rules.repeated.others ? rules.repeated.weight : 0;
    if (linked + content + repeated < rules.heldFrom) return [];
    const reasons: AdvertisingReason[] = [];
    if (content > 0) reasons.push("content");
    if (linked > 0) reasons.push("links");
    if (repeated > 0) reasons.push("repeated");
    return reasons;
  };
}

/** What a text is, however it is spaced and punctuated: the same advertisement sent again has the same. */
export function likenessOf(text: string): string {
  return (undisguised(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

const LINK = /(?:https?:\/\/|www\.)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?=[/?#\s"'\]<>).,!]|$)/giu;

function hostsIn(text: string): string[] {
  return [...text.matchAll(LINK)]
    .filter(({ 0: whole, 1: host = "", index }) => {
      const written = /^(?:https?:\/\/|www\.)/iu.test(whole) || text[index + whole.length] === "/";
      return written && text[index - 1] !== "@" && host !== "";
    })
    .map(({ 1: host = "" }) => host.toLowerCase());
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  o: "о",
  p: "р",
  x: "х",
  y: "у",
  k: "к",
  m: "м",
  t: "т",
  b: "в",
  h: "н",
};

/** Lower case, `ё` as `е`, without what is put between and into letters so that a program does not see the word. */
function undisguised(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
    .replaceAll(/(?<!\p{L})\p{L}(?:[-._*]\p{L}){3,}(?!\p{L})/gu, (word) => word.replaceAll(/[-._*]/gu, ""))
    .replaceAll(/\p{L}+/gu, (word) =>
      /[а-я]/u.test(word) ? word.replaceAll(/[a-z]/gu, (letter) => LOOKALIKES[letter] ?? letter) : word,
    )
    .replaceAll(/(?<=\p{L})-(?=[\p{L}\p{N}])|[ \t\n\r]+/gu, " ");
}

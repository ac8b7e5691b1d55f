import type { CompiledPolicy } from "./compiled.ts";
import { type Finding, finding } from "./finding.ts";
import { undeclaredOwnHosts } from "./own-hosts.ts";
import { placeholderIn } from "./placeholders.ts";
import { textsOf } from "./texts-of.ts";

/**
 * Reads every text of the policy, in each language that the operator offers: whether it is there, whether anything of
 * a template is left in it, and whether it names a host that the policy does not cover.
 */
export function checkTexts(policy: CompiledPolicy): Finding[] {
  const { languages } = policy.operator;
  const phone = placeholderIn(policy.operator.phone) === null ? [] : ["operator.phone"];
  return [
    ...phone.map((where) => finding("unresolved-placeholder", where)),
    ...textsOf(policy).flatMap(({ text, where, clause }) =>
      languages.flatMap((language) => checkText(policy, text[language], `${where}.${language}`, clause)),
    ),
  ];
}

function checkText({ hosts }: CompiledPolicy, text: string, where: string, clause: string | null): Finding[] {
  if (text.trim() === "") return [finding("missing-language", where, clause)];
  const wrong: Finding[] = [];
  if (placeholderIn(text) !== null) wrong.push(finding("unresolved-placeholder", where, clause));
  if (undeclaredOwnHosts(text, hosts).length > 0) wrong.push(finding("host-outside-scope", where, clause));
  return wrong;
}

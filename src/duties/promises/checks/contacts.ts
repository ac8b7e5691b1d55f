import { isInn, isOgrn, placeholderIn } from "../../../policy/index.ts";
import { CannotSay, type LiveCheck } from "../live-check.ts";
import { inForceAt } from "../published-policies.ts";

/**
 * The policy in force says who the operator is and how to reach it: nothing blank, nothing left over from a template,
 * control digits right. Clauses itsectr-privacy/9.2, 10.1, itserw-privacy/7.requisites.
 */
export const contacts: LiveCheck = {
  code: "contacts",
  counts: {
    en: "The policy in force says who the operator is and how to reach it, with registration numbers that are possible.",
    ru: "Действующая политика называет оператора и контакты, а регистрационные номера проходят проверку.",
  },
  recount: ({ store, policies, clock }) =>
    store.read(async (reader) => {
      const version = inForceAt(await policies.versions(reader), clock.now());
      const policy = version === null ? null : await policies.compiled(reader, version.policy);
      if (policy === null) throw new CannotSay("no-policy");
      const { legalName, shortName, address, email, phone, inn, ogrn, languages } = policy.operator;
      const texts = [email, phone, ...languages.flatMap((l) => [legalName[l], shortName[l], address[l]])];
      const isBlank = (text: string) => text.trim() === "" || placeholderIn(text) !== null;
      const wrong = [...texts.map(isBlank), !email.includes("@"), !isInn(inn), !isOgrn(ogrn)];
      return { examined: wrong.length, broken: wrong.filter(Boolean).length, next: null };
    }),
};

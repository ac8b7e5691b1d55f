import type { OperatorFacts, PromisedPolicy } from "./clause-facts.ts";
import type { PublicRequisite } from "./compiled-profile.ts";
import { unknownCode, wordsFor } from "./find-by-code.ts";
import type { Language, Localised } from "./localised.ts";
import { COUNTRY_WORDS } from "./vocabulary/countries.ts";
import { REQUISITE_WORDS } from "./vocabulary/setting-words.ts";
import { lawWords, REGIME_WORDS } from "./vocabulary/words.ts";

/** Who the operator is, for its texts. */
export function operatorFacts({ operator, hosts }: PromisedPolicy, language: Language): OperatorFacts {
  const say = (text: Localised | null) => (text === null ? "" : text[language]);
  const worded = (name: keyof typeof REQUISITE_WORDS, value: string) =>
    `${say(REQUISITE_WORDS[name])} ${value}`;
  const { bank } = operator;
  const requisite = (name: PublicRequisite): string => {
    switch (name) {
      case "bank":
        return bank === null
          ? ""
          : [
              say(bank.name),
              worded("bic", bank.bic),
              worded("account", bank.account),
              worded("correspondent", bank.correspondentAccount),
            ].join(", ");
      case "ogrn":
        return worded(operator.kind === "sole-trader" ? "ogrnip" : "ogrn", operator.ogrn);
      case "address":
        return worded(name, say(operator.address));
      default:
        return worded(name, operator[name]);
    }
  };
  return {
    operator: {
      legalName: say(operator.legalName),
      shortName: say(operator.shortName),
      activity: say(operator.activity),
      responsible: say(operator.responsible),
      address: say(operator.address),
      inn: operator.inn,
      ogrn: operator.ogrn,
      bank: {
        name: say(bank?.name ?? null),
        bic: bank?.bic ?? "",
        account: bank?.account ?? "",
        correspondentAccount: bank?.correspondentAccount ?? "",
      },
      email: operator.email,
      phone: operator.phone,
      country: say(wordsFor("country", COUNTRY_WORDS, operator.country)),
      law: say(lawWords(operator.governingLaw) ?? unknownCode("governing law", operator.governingLaw)),
    },
    requisites: operator.publicRequisites.map(requisite).filter((line) => line !== ""),
    requisite,
    emailLink: `[${operator.email}](mailto:${operator.email})`,
    regimes: operator.regimes.map((regime) => REGIME_WORDS[regime]?.[language] ?? regime),
    host: hosts[0] ?? "",
    hosts: hosts.map((host) => hostInWords(host, language)),
  };
}

function hostInWords(host: string, language: Language): string {
  if (!host.startsWith("*.")) return host;
  return language === "ru" ? `все поддомены ${host.slice(2)}` : `every subdomain of ${host.slice(2)}`;
}

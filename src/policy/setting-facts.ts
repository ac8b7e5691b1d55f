import type { PromisedPolicy, SettingFacts } from "./clause-facts.ts";
import { findByCode, unknownCode, wordsFor } from "./find-by-code.ts";
import type { Language, Localised } from "./localised.ts";
import { COUNTRY_WORDS } from "./vocabulary/countries.ts";
import {
  AGE_WORDS,
  ANONYMOUS_WORDS,
  AUTHORITY_WORDS,
  COOKIE_CLASS_WORDS,
  COOKIE_MODE_WORDS,
  CRYPTO_WORDS,
  DISTRIBUTION_WORDS,
  GROUND_WORDS,
  MACHINE_WORDS,
  MFA_WORDS,
  NOTICE_WORDS,
  ON_ERASURE_WORDS,
  PARTY_WORDS,
  POSTURE_WORDS,
  REFUSAL_WORDS,
  SIGNATURE_WORDS,
  SOURCE_WORDS,
  TELL_USERS_WORDS,
  THIRD_PARTY_WORDS,
  VERIFICATION_WORDS,
} from "./vocabulary/setting-words.ts";
import { withinDays, yearsOf } from "./wording.ts";

/** What the settings have chosen, for texts. A value that is none is refused (`unknown-code`), as it has no words. */
export function settingFacts({ settings, documents }: PromisedPolicy, language: Language): SettingFacts {
  const say = (words: Readonly<Record<string, Localised>>, value: string) =>
    wordsFor("setting", words, value)[language];
  const each = (words: Readonly<Record<string, Localised>>, values: readonly string[]) =>
    values.map((value) => say(words, value));
  const { disclosure, cookies, logs, signatures } = settings;
  const mailbox = () => settings.requests.mailIntake ?? unknownCode("setting", "requests.mailIntake");
  const grounds = each(GROUND_WORDS, disclosure.grounds);
  return {
    disclosure: { posture: say(POSTURE_WORDS, disclosure.posture), grounds },
    disclosureGrounds: grounds,
    authorities: each(AUTHORITY_WORDS, disclosure.authorities),
    cookies: {
      mode: say(COOKIE_MODE_WORDS, cookies.mode),
      underChoice: each(COOKIE_CLASS_WORDS, cookies.underChoice),
    },
    notice: say(NOTICE_WORDS, settings.versioning.notice),
    precedence: settings.documents.precedence.map((code) => {
      const { title, path } = findByCode("document", documents, code);
      return `[${title[language]}](${path})`;
    }),
    mail: {
      get link() {
        return `[${mailbox().address}](mailto:${mailbox().address})`;
      },
      title: (type) =>
        (mailbox().titles.find((one) => one.type === type) ?? unknownCode("title of a request", type)).title[
          language
        ],
      get titles() {
        return mailbox().titles.map(({ title }) => title[language]);
      },
    },
    smallestCohort: settings.marketing.smallestCohort,
    logs: {
      days: logs.days,
      within: withinDays(logs.days, "calendar-day", language),
      onErasure: say(ON_ERASURE_WORDS, logs.onErasure),
    },
    toldOfIncidents: say(TELL_USERS_WORDS, settings.incidents.tellUsers),
    signature: (kind) => say(SIGNATURE_WORDS, signatures[kind] ?? unknownCode("kind of signature", kind)),
    mfa: say(MFA_WORDS, settings.mfa.policy),
    crypto: say(CRYPTO_WORDS, settings.crypto.profile),
    openToMachines: each(MACHINE_WORDS, settings.automation.alwaysOpen),
    refusal: say(REFUSAL_WORDS, settings.refusals.commercial),
    destructionEvidence: yearsOf(settings.evidence.destructionYears, language),
    home: say(COUNTRY_WORDS, settings.residency.home),
    anonymous: say(ANONYMOUS_WORDS, settings.treatAnonymousAsPersonal),
    thirdPartyData: say(THIRD_PARTY_WORDS, settings.thirdPartyData),
    distribution: say(DISTRIBUTION_WORDS, settings.distribution),
    age: say(AGE_WORDS, settings.ageGate),
    verification: say(VERIFICATION_WORDS, settings.verification),
    parties: each(PARTY_WORDS, settings.parties),
    sources: each(SOURCE_WORDS, settings.sources),
  };
}

import { clauseTexts } from "./clause-texts.ts";
import type { CompiledPolicy, Localised } from "./compiled.ts";
import { type Finding, finding } from "./finding.ts";
import { hostsIn, registeredName } from "./own-hosts.ts";
import { textsOf } from "./texts-of.ts";

/** A company as texts name it: a legal form before a name in quotes, or a name before a legal form. */
const COMPANY =
  /(?:^|[^\p{L}])(?:ООО|АО|ПАО|ОАО|ЗАО|АНО|НКО)\s+[«"“]([^»"”]{2,80})[»"”]|ограниченной ответственностью\s+[«"“]([^»"”]{2,80})[»"”]|(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}\p{N}&'’-]* ){1,4})(?:LLC|Ltd|Limited|Inc|GmbH|JSC|PLC|Corp|S\.A\.|B\.V\.)(?![\p{L}\p{N}])/gu;
/** Numbers that stand behind the name of the register. */
const NUMBER = /(?:ИНН|ОГРН(?:ИП)?|КПП|INN|OGRN(?:IP)?)[\p{P}\s]{0,3}(\d{9,15})/giu;
const MAILBOX = /[\p{L}\p{N}._%+-]+@((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9])/giu;
/** What announces an address, with nothing behind it. */
const ANNOUNCED =
  /(?:\baddress(?: is)?|\be-?mail(?: is)?|адрес[уа]?|почт[уы]|почте)\s*[:—–]\s*(?:[.,;)]|$)|\bto the address\s*[.;)]|по адресу\s*[.;)]/imu;

/**
 * Whether the texts speak of the operator and of nobody else: no address left blank (T36), no other company's name,
 * number or domain (clause itserw-privacy/3.3, tension T16).
 */
export function checkNames(policy: CompiledPolicy): Finding[] {
  return [...checkAddress(policy), ...checkTexts(policy)];
}

function checkAddress({ operator }: CompiledPolicy): Finding[] {
  const blank = operator.languages.filter((language) => {
    const address = operator.address[language];
    return address.trim() !== "" && !/[\p{L}]{2}/u.test(address);
  });
  return blank.map((language) => finding("blank-address", `operator.address.${language}`));
}

function checkTexts(policy: CompiledPolicy): Finding[] {
  const { forms, services, site } = policy;
  const clauses = clauseTexts(policy).map(({ clause, text, where }) => ({ clause: clause.id, text, where }));
  const pages = textsOf({ forms, services, site }).flatMap(({ text, where, clause }) =>
    policy.operator.languages.map((language) => ({
      clause,
      text: text[language],
      where: `${where}.${language}`,
    })),
  );
  const known = namesOf(policy);
  return [...clauses, ...pages].flatMap(({ text, where, clause }) => [
    ...(ANNOUNCED.test(text) ? [finding("blank-address", where, clause)] : []),
    ...(namesAnother(text, policy, known) ? [finding("another-company", where, clause)] : []),
    ...(foreignHosts(text, policy, known).length > 0 ? [finding("another-host", where, clause)] : []),
  ]);
}

/** Names that the policy itself knows: the operator's, its products', and those of everybody it declares. */
function namesOf({
  operator,
  products,
  connectors,
  recipients,
  statistics,
  dataSources,
}: CompiledPolicy): string[] {
  const both = ({ en, ru }: Localised) => [en, ru];
  return [
    operator.legalName,
    operator.shortName,
    ...(operator.bank === null ? [] : [operator.bank.name]),
    ...[...products, ...connectors, ...statistics.providers].map(({ name }) => name),
    ...[...recipients, ...dataSources].map(({ label }) => label),
  ]
    .flatMap(both)
    .map(plain)
    .filter((name) => name !== "");
}

function namesAnother(text: string, { operator }: CompiledPolicy, known: readonly string[]): boolean {
  const companies = [...text.matchAll(COMPANY)].map((found) => plain(found[1] ?? found[2] ?? found[3] ?? ""));
  const own = [operator.inn, operator.ogrn];
  const numbers = [...text.matchAll(NUMBER)].map(([, digits = ""]) => digits);
  return (
    companies.some(
      (name) => !known.some((one) => one.includes(name) || name.endsWith(` ${unformed(one)}`)),
    ) || numbers.some((digits) => !own.includes(digits))
  );
}

/** Hosts and domains of mailboxes that are nobody's of whom the policy knows. */
function foreignHosts(
  text: string,
  { hosts, operator, settings }: CompiledPolicy,
  known: readonly string[],
): string[] {
  const addresses = [operator.email, settings.requests.mailIntake?.address ?? ""];
  const own = new Set(
    [
      ...hosts.map((host) => host.replace(/^\*\./u, "")),
      ...addresses.map((one) => one.split("@")[1] ?? ""),
    ].map(registeredName),
  );
  const mailboxes = [...text.matchAll(MAILBOX)].map(([, domain = ""]) => domain);
  return (
    [...hostsIn(text), ...mailboxes.map((domain) => domain.toLowerCase())]
      .filter((host) => !own.has(registeredName(host)))
      // Some services are called by what looks like a host.
      .filter((host) => !known.some((name) => name.includes(host)))
  );
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[«»"“”„]/gu, "")
    .trim();
}

/** A name without its legal form, as it stands at the end of what a sentence's own words begin: `the itsectr studio`. */
function unformed(name: string): string {
  return name.replace(
    /\s+(?:limited liability company|llc|ltd\.?|limited|inc\.?|gmbh|jsc|plc|corp\.?)$/u,
    "",
  );
}

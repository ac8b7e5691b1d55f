import { clauseTexts } from "./clause-texts.ts";
import type { Clause, CompiledPolicy, Localised, PolicyDocument } from "./compiled.ts";
import { type Finding, finding } from "./finding.ts";
import { clauseOf } from "./resolve-clause.ts";
import { endTerm } from "./rules/clock-due.ts";
import type { Clock } from "./rules/clock.ts";
import type { DocumentField, FieldEvidence, LegalDocument, Stated } from "./rules/legal-document.ts";
import { calendarFor, rightOfDeadline } from "./rules/request-clocks.ts";
import type { RulePack } from "./rules/rule-pack.ts";
import type { SettingLimit } from "./rules/setting-limit.ts";

const DAY = 86_400_000;
/** Days on which a promise is compared with the law: over a year, each day of the week in turn, long holidays among them. */
const COMPARED = 74;
const STEP = 5 * DAY;

/**
 * Whether the policy is what the law of its regimes demands: what a privacy policy must say (152-FZ 18.1(2), GDPR 13),
 * promises beside the law's own clocks (T05), and settings that the law does not leave open (T09, T26, T37, T40).
 */
export function checkLaw(policy: CompiledPolicy, packs: readonly RulePack[]): Finding[] {
  return [
    ...packs.flatMap(({ documents }) => documents.flatMap((demanded) => checkSections(policy, demanded))),
    ...checkPromises(policy, packs),
    ...packs.flatMap(({ limits }) => limits.flatMap((limit) => checkSetting(policy, limit))),
  ];
}

function checkSections(policy: CompiledPolicy, demanded: LegalDocument): Finding[] {
  if (demanded.of !== "privacy-policy") return [];
  const written = policy.documents.filter(({ kind }) => kind === "privacy-policy");
  return demanded.fields
    .filter(({ needed, evidence }) => needed === "always" && evidence !== null)
    .filter((field) => !written.some((document) => shows(policy, document, field)))
    .map(({ code, label, source }) =>
      finding("required-section-missing", `documents.${written[0]?.code ?? demanded.code}.${code}`, null, {
        rule: source,
        about: label,
      }),
    );
}

/** Whether a document has a field: something of the policy that rests on a clause of it, its words, or its kind. */
function shows(policy: CompiledPolicy, document: PolicyDocument, { evidence }: DocumentField): boolean {
  if (evidence === null) return true;
  const { facts, rights, states, kinds } = evidence;
  const restsHere = (reference: string) => clauseOf(policy, reference)?.document.code === document.code;
  const clauses = document.sections.flatMap((section) => section.clauses);
  return (
    facts.some((fact) => policy[fact].some(({ clause }) => restsHere(clause))) ||
    policy.rights.some(({ code, clause }) => rights.includes(code) && restsHere(clause)) ||
    states.some((stated) => isStated(policy, document, stated)) ||
    clauses.some(({ kind }: Clause) => kind !== null && kinds.includes(kind))
  );
}

function isStated(policy: CompiledPolicy, document: PolicyDocument, stated: FieldEvidence["states"][number]) {
  const values: Readonly<Record<Stated, Localised | string | null>> = {
    "operator.legalName": policy.operator.legalName,
    "operator.address": policy.operator.address,
    "operator.email": policy.operator.email,
    "operator.responsible": policy.operator.responsible,
  };
  const value = values[stated];
  if (value === null) return false;
  return policy.operator.languages.every((language) => {
    const wanted = typeof value === "string" ? value : value[language];
    return clauseTexts(policy, [language]).some(
      (one) => one.document === document && one.text.includes(wanted),
    );
  });
}

/** A promise about a right, beside the soonest clock that the law has for that right. */
function checkPromises(policy: CompiledPolicy, packs: readonly RulePack[]): Finding[] {
  return policy.deadlines.flatMap((deadline) => {
    const right = rightOfDeadline(policy, deadline);
    if (right === null) return [];
    const laws = packs.flatMap(({ regime, clocks }) =>
      clocks
        .filter(({ kind, rights, unit }) => kind === "duty" && unit !== "at-once" && rights.includes(right))
        .map((clock) => ({ regime, clock })),
    );
    const sooner = laws.find(({ regime, clock }) => endsLater(deadline, clock, regime, policy, packs));
    if (sooner === undefined) return [];
    const { id, source } = sooner.clock;
    const where = `deadlines.${deadline.code}`;
    return [finding("promise-later-than-law", where, deadline.clause, { rule: `${source} (${id})` })];
  });
}

/** Whether on any day of the first year that has a calendar the promise would run out after the law's clock. */
function endsLater(
  promise: CompiledPolicy["deadlines"][number],
  clock: Clock,
  regime: string,
  policy: CompiledPolicy,
  packs: readonly RulePack[],
): boolean {
  if (promise.unit === clock.unit) return promise.length > clock.length;
  const { timeZone } = policy.operator;
  const operator = { ...policy.operator, regimes: packs.map((pack) => pack.regime) };
  const own = { timeZone, calendar: calendarFor(packs, { operator }, null) };
  const law = { timeZone, calendar: calendarFor(packs, { operator }, regime) };
  const year = law.calendar.years[0]?.year ?? Number(policy.documents[0]?.updatedOn.slice(0, 4));
  const start = Date.UTC(year, 0, 1, 12);
  for (let day = 0; day < COMPARED; day++) {
    const at = start + day * STEP;
    if (endTerm(promise, at, own).endsAt > endTerm(clock, at, law).endsAt) return true;
  }
  return false;
}

function checkSetting({ settings }: CompiledPolicy, limit: SettingLimit): Finding[] {
  const [group = "", inner] = limit.setting.split(".");
  const outer: unknown = Reflect.get(settings, group);
  const value: unknown =
    inner === undefined || typeof outer !== "object" || outer === null ? outer : Reflect.get(outer, inner);
  const { allowed, least, source, label } = limit;
  const open =
    allowed === null
      ? typeof value === "number" && value >= (least ?? 0)
      : allowed.some((one) => one === value);
  if (open) return [];
  const where = `settings.${limit.setting}`;
  return [finding("setting-against-law", where, null, { rule: source, about: label })];
}

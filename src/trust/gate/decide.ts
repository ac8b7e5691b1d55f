import {
  attributesOf,
  type Form,
  formsOf,
  isProcessingOperation,
  LETTER_PURPOSE,
  type LegalBasis,
  type ProcessingOperation,
  type PrecedenceRuling,
  type Purpose,
  registeredClause,
  type StatutoryPurpose,
} from "../../policy/index.ts";
import { underBlocking } from "./blocking.ts";
import type { Decision, Refusal, RefusalCode } from "./decision.ts";
import type { Facts, PolicyFact } from "./facts.ts";
import { recipientRefusal } from "./recipients.ts";
import type { GateRequest } from "./request.ts";
import { scopeRefusal } from "./scope.ts";
import { sourceProblem } from "./sources.ts";

/**
 * May this operation happen? Pure: the same request and facts give the same answer. Every rule can only refuse, so
 * asking for more never turns a refusal into a permission. Clauses itsectr-privacy/6.2.1, 1.1.3, 3.2; tension T41.
 */
export function decide(request: GateRequest, facts: Facts, statutory: readonly StatutoryPurpose[]): Decision {
  if (!isProcessingOperation(request.operation))
    return refuse("unknown-operation", String(request.operation));
  if (request.subjects.length === 0) return refuse("nobody-named", "subject");
  if (request.attributes.length === 0) return refuse("nobody-named", "attribute");

  if (facts.policy === undefined) return refuse("gap", "policy");
  if (facts.policy === null) return refuse("no-policy", "policy");
  const policy = facts.policy;

  const purpose = purposeOf(request.purpose, policy, statutory);
  if (purpose === undefined) return refuse("unknown-purpose", request.purpose);
  const over = explained(request, policy, purpose);
  const against = (code: RefusalCode, about: string) => ({ ...refuse(code, about, purpose.clause), ...over });

  if (!purpose.operations.includes(request.operation)) {
    return against("operation-outside-purpose", request.operation);
  }
  for (const attribute of request.attributes) {
    if (!purpose.knows(attribute)) return against("unknown-attribute", attribute);
    if (!purpose.needs(attribute)) return against("attribute-outside-purpose", attribute);
  }

  const refusal =
    channelRefusal(request, facts, policy, purpose) ??
    actorRefusal(request, facts, purpose) ??
    subjectRefusal(request, facts, purpose) ??
    entryRefusal(request, facts, policy, purpose) ??
    letOutRefusal(request, policy, purpose) ??
    olderRefusal(request, facts, policy, purpose);
  if (refusal !== null) return { ...refusal, ...over };
  const { clause, basis } = purpose;
  return { allowed: true, clause, basis, policy: policy.hash, ...over };
}

/** A purpose of either kind, as the rules below need it. */
interface PurposeRule {
  readonly code: string;
  readonly clause: string;
  readonly basis: LegalBasis;
  readonly operations: readonly ProcessingOperation[];
  readonly channels: readonly string[];
  /** Imposed by law rather than chosen by the policy. */
  readonly statutory: boolean;
  knows(attribute: string): boolean;
  needs(attribute: string): boolean;
}

function purposeOf(
  code: string,
  policy: PolicyFact,
  statutory: readonly StatutoryPurpose[],
): PurposeRule | undefined {
  const { compiled } = policy;
  const chosen: Purpose | undefined = compiled.purposes.find((purpose) => purpose.code === code);
  if (chosen !== undefined) {
    // The check lets no such purpose be published; were one there, it would allow nothing (152-FZ 6(1)).
    if (chosen.basis === null) return undefined;
    return {
      code,
      clause: registeredClause(compiled, chosen.clause),
      basis: chosen.basis,
      operations: chosen.operations,
      channels: chosen.channels,
      statutory: false,
      knows: (attribute) => compiled.attributes.some((item) => item.code === attribute),
      needs: (attribute) => chosen.attributes.includes(attribute),
    };
  }
  const imposed = statutory.find((purpose) => purpose.code === code);
  if (imposed === undefined) return undefined;
  const { attributes } = imposed;
  const named = (word: string) => attributes !== "*" && attributes.includes(word);
  const declared = (attribute: string) => attributesOf(compiled).find((item) => item.code === attribute);
  return {
    code,
    clause: imposed.statute,
    basis: imposed.basis,
    operations: imposed.operations,
    channels: [],
    statutory: true,
    knows: (attribute) => named(attribute) || declared(attribute) !== undefined,
    needs: (attribute) =>
      attributes === "*"
        ? declared(attribute) !== undefined
        : named(declared(attribute)?.category ?? attribute),
  };
}

/** What comes from outside comes through a form that asks for it, shown with the policy in force (3.1, 3.2). */
function channelRefusal(
  request: GateRequest,
  facts: Facts,
  policy: PolicyFact,
  purpose: PurposeRule,
): Refusal | null {
  if (request.operation !== "collect") return null;
  // What staff and subjects bring for a purpose of the law's may come by other ways than a form; visitors have the letter.
  const byOtherWays = request.channel === undefined && request.actor.kind !== "visitor";
  if (purpose.statutory && byOtherWays) return null;
  const against = (code: RefusalCode, about: string) => refuse(code, about, purpose.clause);

  if (request.channel === undefined) return against("channel-outside-purpose", "none");
  const form: Form | undefined = formsOf(policy.compiled).find((item) => item.code === request.channel);
  if (form === undefined) {
    const problem = sourceProblem(request, policy.compiled);
    if (problem === "undeclared") {
      return refuse("channel-outside-purpose", "undeclared", sourcesClause(policy, purpose));
    }
    if (problem !== null) return against("source-outside-policy", problem);
    // Who gives data about others is known to the operator, and answers for it.
    const byUs = request.actor.kind !== "visitor" && request.actor.kind !== "subject";
    return byUs ? null : against("not-authorised", request.actor.kind);
  }
  const collects = purpose.statutory ? form.purpose === purpose.code : purpose.channels.includes(form.code);
  if (!collects) return against("channel-outside-purpose", form.code);
  for (const attribute of request.attributes) {
    if (!form.fields.some((field) => field.attribute === attribute)) {
      return against("field-outside-form", attribute);
    }
  }
  if (facts.shown === undefined) return against("gap", "shown");
  if (facts.shown === null || facts.shown.form !== form.code || facts.shown.document !== form.document) {
    return against("not-shown", form.document);
  }
  const { shown } = facts;
  const sameTexts = shown.version === null || shown.version === policy.version;
  if (shown.policy !== policy.hash || !sameTexts) return against("shown-other-version", form.document);
  if (facts.shown.expired) return against("shown-expired", form.document);
  return null;
}

/** Visitors give, subjects reach their own, staff and jobs do what they are authorised for (1.1.1). */
function actorRefusal(request: GateRequest, facts: Facts, purpose: PurposeRule): Refusal | null {
  const { actor, operation } = request;
  const against = (code: RefusalCode, about: string) => refuse(code, about, purpose.clause);
  if (actor.kind === "visitor") {
    const mayGive = operation === "collect" && (!purpose.statutory || purpose.code === LETTER_PURPOSE);
    return mayGive ? null : against("not-authorised", "visitor");
  }
  if (actor.kind === "subject") {
    const own = request.subjects.every((subject) => subject === actor.id);
    // Whoever confirms a consent lets what it names pass to its purpose; whether it is in force is looked at below.
    const takesOver = operation === "record" && purpose.basis === "consent";
    const mayAct = purpose.code === "rights" || operation === "collect" || takesOver;
    return own && mayAct ? null : against("not-authorised", "subject");
  }
  if (facts.actor === undefined) return against("gap", "actor");
  const authorised = facts.actor.authorisations.some(
    (held) => held.purpose === purpose.code && held.operations.includes(operation),
  );
  return authorised ? null : against("not-authorised", actor.kind);
}

/**
 * Nobody becomes known by being written down: a new person comes by a form or a declared source, or where the policy lets
 * staff enter people (clauses img-privacy/5.1.channel, proit-privacy/1.4). The law's own purposes are apart.
 */
function entryRefusal(
  { operation, subjects }: GateRequest,
  facts: Facts,
  policy: PolicyFact,
  purpose: PurposeRule,
): Refusal | null {
  if (operation !== "record" || purpose.statutory) return null;
  if (policy.compiled.settings.sources.includes("staff-entry")) return null;
  const known = subjects.every((subject) => facts.subjects?.get(subject)?.exists !== false);
  return known ? null : refuse("channel-outside-purpose", "staff-entry", sourcesClause(policy, purpose));
}

/** The clause that says where data may come from; the purpose's own where none does. */
function sourcesClause({ compiled }: PolicyFact, purpose: PurposeRule): string {
  const setting = compiled.settingClauses.find(({ code }) => code === "sources");
  return setting === undefined ? purpose.clause : registeredClause(compiled, setting.clause);
}

/** Each person is known, not blocked for this, and has consented where consent is the basis. */
function subjectRefusal(request: GateRequest, facts: Facts, purpose: PurposeRule): Refusal | null {
  const against = (code: RefusalCode, about: string) => refuse(code, about, purpose.clause);
  if (facts.subjects === undefined) return against("gap", "subjects");
  const makes = request.operation === "collect" || request.operation === "record";
  for (const subject of request.subjects) {
    const fact = facts.subjects.get(subject);
    if (fact === undefined) return against("gap", "subjects");
    if (!fact.exists && !makes) return against("no-such-person", "subject");
    const blocked = request.attributes.find((attribute) => isBlocked(fact.blocked, attribute));
    if (blocked !== undefined && !underBlocking(request, purpose.code)) return against("blocked", blocked);
    if (purpose.basis === "consent" && !fact.consents.includes(purpose.code)) {
      return against("consent-missing", purpose.code);
    }
  }
  return null;
}

/** Operations by which somebody else gets data (152-FZ 3(3), 3(5), 3(6), 3(11)): to nobody named they go to nobody. */
const OUTWARD: readonly ProcessingOperation[] = [
  "transfer",
  "provide",
  "distribute",
  "grantAccess",
  "crossBorderTransfer",
];

/** What leaves goes to whom the policy names, on a ground that is open (tension T01); the law's own purposes go on. */
function letOutRefusal(request: GateRequest, { compiled }: PolicyFact, purpose: PurposeRule): Refusal | null {
  if (purpose.statutory) return null;
  if (request.recipient === undefined) {
    return OUTWARD.includes(request.operation) ? refuse("gap", "recipient", purpose.clause) : null;
  }
  const refusal = recipientRefusal(request.recipient, compiled);
  if (refusal === null) return null;
  const clause = refusal.clause === null ? purpose.clause : registeredClause(compiled, refusal.clause);
  return refuse(refusal.code, refusal.about, clause);
}

/** What was given under an earlier version stays under its scope (itserw-privacy/2.0, tension T13). */
function olderRefusal(
  request: GateRequest,
  facts: Facts,
  policy: PolicyFact,
  purpose: PurposeRule,
): Refusal | null {
  // Nothing is older than the first version, what is collected comes now, and the law's own purposes with no version.
  if (policy.version === 1 || request.operation === "collect" || purpose.statutory) return null;
  for (const subject of request.subjects) {
    if (facts.subjects?.get(subject)?.exists !== true) continue;
    const scope = facts.scope?.get(subject);
    if (scope === undefined) return refuse("gap", "scope", purpose.clause);
    const refusal = scopeRefusal({ request, purpose, policy }, scope);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Where documents differ about what was asked, the clause that yields stands beside the one that holds (T15). */
function explained(
  { recipient }: GateRequest,
  { compiled, rulings = [] }: PolicyFact,
  purpose: PurposeRule,
): { readonly over?: string } {
  const retention = compiled.purposes.find(({ code }) => code === purpose.code)?.retention;
  const concerns = ({ about, code }: PrecedenceRuling) =>
    (about === "purpose" && code === purpose.code) ||
    (about === "recipient" && code === recipient) ||
    (about === "retention" && code === retention);
  const yielding = rulings.filter(concerns).map(({ about, holds, yields }) => {
    const [held, yielded] = [holds, yields].map((clause) => registeredClause(compiled, clause));
    return `${about}: ${held} over ${yielded}`;
  });
  return yielding.length === 0 || purpose.statutory ? {} : { over: shortened(yielding) };
}

/** As much as one code of the journal's entries takes. */
const LONGEST_OVER = 200;

/** What fits, whole; and how many more there are. */
function shortened(said: readonly string[]): string {
  const whole = said.join("; ");
  if (whole.length <= LONGEST_OVER) return whole;
  for (let shown = said.length - 1; shown > 0; shown--) {
    const part = `${said.slice(0, shown).join("; ")}; and ${said.length - shown} more`;
    if (part.length <= LONGEST_OVER) return part;
  }
  return `${said.length} clauses over others`;
}

function isBlocked(blocked: readonly string[], attribute: string): boolean {
  return blocked.includes("*") || blocked.includes(attribute);
}

function refuse(code: RefusalCode, about: string, clause: string | null = null): Refusal {
  return { allowed: false, code, clause, about };
}

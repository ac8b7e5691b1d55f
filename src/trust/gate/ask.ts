import { isProcessingOperation, type StatutoryPurpose } from "../../policy/index.ts";
import type { Transaction } from "../../platform/store/index.ts";
import type { AppendedEntry, Journal } from "../journal/index.ts";
import { decide } from "./decide.ts";
import type { Decision, RefusalCode } from "./decision.ts";
import type { Facts, FactSource } from "./facts.ts";
import type { Gate } from "./gate.ts";
import { mintPermit } from "./permit.ts";
import type { Actor, GateRequest } from "./request.ts";

export interface GateParts {
  readonly journal: Journal;
  /** One for each part of Facts. A part without a source is a gap, and a gap refuses. */
  readonly sources: readonly FactSource[];
  /** The closed set that law imposes, from the rule packs of this operator's regimes (tension T41). */
  readonly statutory: readonly StatutoryPurpose[];
}

/** The gate of one operator. The only maker of permits. */
export function createGate(parts: GateParts): Gate {
  return {
    async ask(tx, asked) {
      const request = copyOf(asked);
      const decision = decide(request, await loadFacts(tx, request, parts.sources), parts.statutory);
      const entry = await journalDecision(tx, request, decision, parts.journal);
      if (!decision.allowed) return { allowed: false, refusal: decision };
      if (entry === null) throw new TypeError("A permission without its entry in the journal.");
      return { allowed: true, permit: mintPermit(tx, request, decision), entry };
    },
  };
}

/** What is decided is what was asked: a caller who changes its request while facts are loaded widens no permit. */
function copyOf(asked: GateRequest): GateRequest {
  return {
    ...asked,
    actor: { ...asked.actor },
    subjects: [...asked.subjects],
    attributes: [...asked.attributes],
    ...(asked.details === undefined ? {} : { details: { ...asked.details } }),
  };
}

async function loadFacts(
  tx: Transaction,
  request: GateRequest,
  sources: readonly FactSource[],
): Promise<Facts> {
  const parts = await Promise.all(
    sources.map(async (source) => [source.supplies, await source.load(tx, request)] as const),
  );
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined)) as Facts;
}

/** Refusals of words that the policy does not declare: a caller's own text, which the journal does not take over. */
const UNDECLARED: readonly RefusalCode[] = [
  "unknown-operation",
  "unknown-purpose",
  "unknown-attribute",
  "nobody-named",
];

function actorOf(actor: Actor): { readonly kind: string; readonly id?: string } {
  return actor.kind === "visitor" ? { kind: "visitor" } : { kind: actor.kind, id: actor.id };
}

/** Anonymous refusals are counted, not entered one by one: nobody can fill the journal from outside. */
async function journalDecision(
  tx: Transaction,
  request: GateRequest,
  decision: Decision,
  journal: Journal,
): Promise<AppendedEntry | null> {
  const { actor, operation, subjects, purpose, attributes } = request;
  if (!decision.allowed && actor.kind === "visitor") return null;
  if (!decision.allowed && UNDECLARED.includes(decision.code)) {
    return journal.append(tx, {
      event: "decision",
      // Clause itsectr-privacy/1.1.3: an entry about a person carries its one operation.
      ...(isProcessingOperation(operation) ? { operation } : {}),
      actor: actorOf(actor),
      subjects: subjects.slice(0, 1),
      decision: { ...decision, about: "undeclared" },
    });
  }
  return journal.append(tx, {
    event: "decision",
    operation,
    actor: actorOf(actor),
    subjects,
    purpose,
    attributes,
    decision,
    ...detailsOf(request, decision),
  });
}

/** With who gets the data: a decision on a disclosure says to whom. A recipient that nobody declared is a caller's text. */
function detailsOf(
  { details, recipient }: GateRequest,
  decision: Decision,
): { readonly details?: NonNullable<GateRequest["details"]> } {
  const isKnown = decision.allowed || decision.code !== "unknown-recipient";
  const told = recipient === undefined || !isKnown ? details : { ...details, recipient };
  return told === undefined ? {} : { details: told };
}

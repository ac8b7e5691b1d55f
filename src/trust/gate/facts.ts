import type { CompiledPolicy, PrecedenceRuling, ProcessingOperation } from "../../policy/index.ts";
import type { Transaction } from "../../platform/store/index.ts";
import type { GateRequest } from "./request.ts";

/** What a decision rests on. A part that no source supplied is absent, and an absent part refuses (`gap`). */
export interface Facts {
  readonly policy?: PolicyFact | null;
  readonly actor?: ActorFact;
  readonly subjects?: ReadonlyMap<string, SubjectFact>;
  readonly shown?: ShownFact;
  /** By subject; needed only where an earlier version was in force. */
  readonly scope?: ReadonlyMap<string, ScopeFact>;
}

/** The policy in force at this instant; null when none is. */
export interface PolicyFact {
  /** What of it is in effect: without what was invalidated, and where documents differ with what holds. */
  readonly compiled: CompiledPolicy;
  /** Hex SHA-256 of its canonical JSON. */
  readonly hash: string;
  /** Monotonic number of the version. */
  readonly version: number;
  /** Where its documents differed, and which held; left out: nowhere. */
  readonly rulings?: readonly PrecedenceRuling[];
}

export interface ActorFact {
  /** Purpose and operations that the actor is authorised for now. Empty: nothing. */
  readonly authorisations: readonly {
    readonly purpose: string;
    readonly operations: readonly ProcessingOperation[];
  }[];
}

export interface SubjectFact {
  /** False for one that this operation is about to make. */
  readonly exists: boolean;
  /** Attributes that are blocked; `*` for all (152-FZ 21(1)). */
  readonly blocked: readonly string[];
  /** Purposes for which a consent is in force. */
  readonly consents: readonly string[];
}

/** Under which versions a person's data came, and what the person agreed to; null: no version that was ever published. */
export interface ScopeFact {
  /** What is held that was collected under another policy than the one in force. */
  readonly held: readonly { readonly attribute: string; readonly under: PolicyFact | null }[];
  /** Consents that stand, by purpose, with the version whose text was agreed to. */
  readonly consented: readonly { readonly purpose: string; readonly under: PolicyFact | null }[];
  /** Versions that the person accepted anew by their own control. */
  readonly reaccepted: readonly PolicyFact[];
}

/** What the shown-version token proved. `null`: none, forged, or of another form. */
export type ShownFact = {
  readonly policy: string;
  readonly document: string;
  readonly language: string;
  readonly form: string;
  /** When the form was shown, ms. */
  readonly at: number;
  /** The version that was in force then; null when none was, so that nothing else can have been shown. */
  readonly version: number | null;
  readonly expired: boolean;
} | null;

/** A room's answer to the gate, loaded inside the caller's unit of work. Rooms implement it; app.ts introduces them. */
export interface FactSource<K extends keyof Facts = keyof Facts> {
  readonly supplies: K;
  load(tx: Transaction, request: GateRequest): Promise<Facts[K]>;
}

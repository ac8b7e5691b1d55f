import type { KeyObject } from "node:crypto";
import type { Random } from "../../platform/random/index.ts";
import type { Store, Transaction } from "../../platform/store/index.ts";
import type { PolicyFact } from "../gate/index.ts";
import type { Journal } from "../journal/index.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { PolicyInForce } from "./policy-in-force.ts";
import type { Publication } from "./publication.ts";
import { callOffVersion } from "./call-off-version.ts";
import { type PolicySource, prepareDraft } from "./prepare-draft.ts";
import { allAddresses } from "./publication.table.ts";
import { publishDraft } from "./publish-draft.ts";
import { publishVersion } from "./publish-version.ts";
import { readTimeline, readVersions } from "./published-version.ts";
import { KeptOnceCommitted } from "./kept-once-committed.ts";
import { readDocument, readTexts } from "./read-document.ts";
import { SHOWN_LIFETIME, ShownTokens } from "./shown-token.ts";

export interface PublicationOptions {
  readonly store: Store;
  readonly journal: Pick<Journal, "append">;
  readonly random: Random;
  /** Where drafts come from. */
  readonly source: PolicySource;
  /** A 256-bit key of the operator's, for shown-version tokens alone. */
  readonly tokenKey: KeyObject;
  /** What else a publication owes, in its own unit: that people are told, for instance. */
  readonly onPublished?: (tx: Transaction, version: PublishedNow) => Promise<void>;
  /** How long a form may stay open, ms. Default a day. */
  readonly formLifetime?: number;
}

/** A version in the unit that publishes it. */
export interface PublishedNow extends PolicyFact {
  /** ms; now or later. */
  readonly effectiveFrom: number;
}

/** The publication of one operator, over its store. */
export function createPublication(options: PublicationOptions): Publication {
  const { store, journal, random, source, tokenKey, onPublished, formLifetime = SHOWN_LIFETIME } = options;
  const inForce = new PolicyInForce(store);
  const tokens = new ShownTokens(store.operator, tokenKey, random, formLifetime);
  const texts = new KeptOnceCommitted<number, ReadonlyMap<string, string>>(16);
  const listeners = new Set<() => void>();
  const changed = (tx: Transaction) => {
    inForce.forget();
    tx.afterCommit(() => {
      inForce.forget();
      for (const listener of listeners) listener();
    });
  };
  // Each is a process: many who ask at once are no many processes.
  const ofFolder = oneAtATime(() => prepareDraft(store, source));
  return {
    draft: (origin) => (origin === undefined ? ofFolder() : prepareDraft(store, source, origin)),
    async publishDraft(tx, publishing) {
      const fact = await publishDraft(tx, journal, publishing);
      changed(tx);
      await onPublished?.(tx, { ...fact, effectiveFrom: publishing.effectiveFrom ?? tx.at });
      return fact;
    },
    async callOff(tx, number, by) {
      await callOffVersion(tx, journal, { number, by });
      changed(tx);
    },
    async publish(tx, edition) {
      const fact = await publishVersion(tx, journal, {
        edition,
        via: "start",
        note: null,
        madeFrom: { kind: "folder" },
        follows: null,
      });
      changed(tx);
      await onPublished?.(tx, { ...fact, effectiveFrom: Math.max(edition.effectiveFrom, tx.at) });
      return fact;
    },
    inForce: (reader, at) => inForce.at(reader, at),
    current: (at) => inForce.current(at),
    ofPolicy: (reader, hash) => inForce.ofPolicy(reader, hash),
    async texts(reader, version) {
      return (await texts.get(reader, version, () => readTexts(reader, version))) ?? new Map();
    },
    policyOf: (reader, version) => inForce.ofVersion(reader, version),
    document: readDocument,
    versions: readVersions,
    timeline: readTimeline,
    addresses: (reader) => reader.all(allAddresses, {}),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    shownToken: (shown) => tokens.sign(shown),
    readShownToken: (token, expected) => tokens.read(token, expected),
  };
}

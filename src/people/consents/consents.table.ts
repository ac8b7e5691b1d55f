import { defineTable, operational, pseudonym, type Schema } from "../../platform/store/index.ts";

/**
 * How a document came to be accepted: by the first act, by an act after a newer version took effect, or by its own
 * control because the operator asks again (clause itsectr-agreement/1.4, tension T13).
 */
export type AcceptanceMode =
  | "first-use"
  | "continued-use"
  | "re-accept"
  /** That control, used on a form by somebody whose address is not confirmed: it counts as a first use until it is. */
  | "re-accept-unproven";

/**
 * A document was accepted by an act that leaves a trace anyway (clause itsectr-privacy/2.1). A record of its own kind:
 * no consent is ever read from here (tension T03). It has a beginning and no end (clause itsectr-agreement/9.1).
 */
export const acceptanceTable = defineTable(
  "acceptance",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    document: operational.text(),
    /** Hash of the policy version whose text it was. */
    policy: operational.text(),
    /** Hex SHA-256 of the published bytes in that language (clause itsectr-agreement/7.3). */
    text: operational.text(),
    language: operational.text(),
    channel: operational.text(),
    mode: operational.text<AcceptanceMode>(),
    /** The server's clock: when the act that accepts was done. */
    started_at: operational.integer(),
  },
  { primaryKey: ["id"], indexes: [{ columns: ["subject"] }], holding: { by: "consents" } },
);

/** What can happen to a consent, in the order in which it may. */
export type ConsentEventKind = "given" | "confirmed" | "withdrawn";

/** How strongly an event is bound to a person, weakest first (tension T35). A tick is not a signature. */
export type SignatureLevel = "click" | "confirmed-channel";

/**
 * What happened to consents: rows are only ever added, and the state is derived (design invariant 4). Every event names
 * the giving that it is about, so that no order of clocks or ids decides what holds.
 */
export const consentEventTable = defineTable(
  "consent_event",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    /** The `given` event that this one is about; its own id for that one. */
    giving: operational.uuid(),
    event: operational.text<ConsentEventKind>(),
    consent: operational.text(),
    purpose: operational.text(),
    /** What it covers, as its text listed it when it was given; a policy that asks for more is not covered. */
    attributes: operational.json<readonly string[]>(),
    /** The consent's own document, and the policy version whose text it was. */
    document: operational.text(),
    policy: operational.text(),
    language: operational.text(),
    channel: operational.text(),
    /** The form whose box was ticked; null for what came by a link. */
    form: operational.text().orNull(),
    signature_level: operational.text<SignatureLevel>(),
    /** SHA-256 of the shown-version token: what was on the page when the box was ticked. */
    evidence: operational.bytes().orNull(),
    /** The server's clock. */
    at: operational.integer(),
  },
  {
    primaryKey: ["id"],
    indexes: [
      { columns: ["subject"] },
      // However many clicks meet, a giving is confirmed once and withdrawn once.
      { columns: ["shard_key", "giving", "event"], unique: true },
      { columns: ["giving"] },
      { columns: ["id"], where: "event = 'withdrawn'" },
    ],
    holding: { by: "consents" },
  },
);

export const consentsSchema: Schema = {
  room: "people/consents",
  tables: [acceptanceTable, consentEventTable],
  steps: [
    {
      id: "0001-consents",
      async up(editor) {
        await editor.create(acceptanceTable);
        await editor.create(consentEventTable);
      },
    },
  ],
};

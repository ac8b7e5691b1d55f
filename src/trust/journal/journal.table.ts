import {
  defineTable,
  operational,
  pseudonym,
  type Row,
  type Schema,
  type Tables,
} from "../../platform/store/index.ts";

const EVIDENCE =
  "Evidence: it holds pseudonyms and codes, no value of a person. What a pseudonym stood for dies with the person's " +
  "scope keys; the entry itself goes at the policy's term (prune-entries.ts), and its hash stays.";

/**
 * Entries that have no place in the log yet. The only journal table that an acting transaction writes, one row an
 * entry, beside the person's own rows; the sequencer empties it.
 */
export const pendingTable = defineTable(
  "journal_pending",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    /** The server's clock when the entry was written, ms: a claim of the server, not an order. */
    at: operational.integer(),
    event: operational.text(),
    /** The one person concerned; null when there is none, or several (journal_subject). */
    subject: pseudonym().orNull(),
    /** 16 bytes of salt, then the canonical JSON: what the leaf hash is taken over. */
    leaf: operational.bytes(),
    leaf_hash: operational.bytes(),
    /** Over all of the row, by a key of the journal's (pending-seal.ts): the sequencer signs for no other row. */
    mac: operational.bytes(),
  },
  { primaryKey: ["id", "shard_key"], holding: { none: EVIDENCE } },
);

/**
 * What stood in `journal_pending` and the journal had not written, or not so: put aside by the sequencer, as it was,
 * until somebody has looked into it and removes it by hand.
 */
export const forgedTable = defineTable(
  "journal_forged",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    at: operational.integer(),
    event: operational.text(),
    subject: pseudonym().orNull(),
    leaf: operational.bytes(),
    leaf_hash: operational.bytes(),
    mac: operational.bytes(),
  },
  { primaryKey: ["id", "shard_key"], holding: { none: EVIDENCE } },
);

/**
 * Entries about the operator itself, which are few among those about people: they have an index of their own. As SQL,
 * since a query finds that index only by the same words.
 */
export const ABOUT_THE_OPERATOR = "event in ('policy-published', 'promise-checked', 'promise-annotated')";

/** Entries in the log's order. A row changes once, when its entry is pruned. */
export const entryTable = defineTable(
  "journal_entry",
  {
    /** Counts through all logs of the store; the index in a log is `position - journal_log.start`. */
    position: operational.integer(),
    id: operational.uuid(),
    at: operational.integer(),
    event: operational.text(),
    subject: pseudonym().orNull(),
    /** Null once pruned. */
    leaf: operational.bytes().orNull(),
    leaf_hash: operational.bytes(),
  },
  {
    primaryKey: ["position"],
    indexes: [
      { columns: ["id"], unique: true },
      { columns: ["subject", "position"], where: "subject is not null" },
      { columns: ["event", "position"], where: ABOUT_THE_OPERATOR },
    ],
    holding: { none: EVIDENCE },
  },
);

/** The persons of an entry that concerns several. */
export const subjectTable = defineTable(
  "journal_subject",
  { subject: pseudonym(), entry: operational.uuid() },
  { primaryKey: ["subject", "entry"], indexes: [{ columns: ["entry"] }], holding: { none: EVIDENCE } },
);

/** The items of a bulk entry: each a salted leaf of the subtree that the entry commits to. */
export const itemTable = defineTable(
  "journal_item",
  {
    entry: operational.uuid(),
    place: operational.integer(),
    subject: pseudonym().orNull(),
    /** Null once pruned. */
    leaf: operational.bytes().orNull(),
    leaf_hash: operational.bytes(),
  },
  {
    primaryKey: ["entry", "place"],
    indexes: [{ columns: ["subject", "entry"], where: "subject is not null" }],
    holding: { none: EVIDENCE },
  },
);

/** The logs of this store, one after another: a restore opens the next. The last is the current one. */
export const logTable = defineTable(
  "journal_log",
  {
    number: operational.integer(),
    origin: operational.text(),
    /** The position of its first entry. */
    start: operational.integer(),
    size: operational.integer(),
    /** Roots of the complete subtrees of its tree, largest first. */
    frontier: operational.bytes(),
    /** Which sequencer may extend it, and until when by its own clock, ms. */
    owner: operational.text().orNull(),
    lease_until: operational.integer(),
    /** Entries pruned so far, through all logs. */
    pruned: operational.integer(),
  },
  { primaryKey: ["number"], holding: { none: "Nothing in it refers to a person." } },
);

/** Hash tiles (C2SP tlog-tiles). A partial tile is a prefix of its row, so one row serves every width. */
export const tileTable = defineTable(
  "journal_tile",
  {
    log: operational.integer(),
    level: operational.integer(),
    place: operational.integer(),
    hashes: operational.bytes(),
  },
  { primaryKey: ["log", "level", "place"], holding: { none: "Hashes of salted leaves." } },
);

/** Signed checkpoints: the newest, the last of each full tile, and those that a witness has cosigned. */
export const checkpointTable = defineTable(
  "journal_checkpoint",
  {
    log: operational.integer(),
    size: operational.integer(),
    at: operational.integer(),
    /** The C2SP signed note, whole, with the log's own signature alone. */
    note: operational.text(),
  },
  { primaryKey: ["log", "size"], holding: { none: "Nothing in it refers to a person." } },
);

/** What witnesses have signed (C2SP tlog-cosignature). */
export const cosignatureTable = defineTable(
  "journal_cosignature",
  {
    log: operational.integer(),
    size: operational.integer(),
    /** Name and id of the witness's key: `witness.example/w1+8d66cf3f`. */
    witness: operational.text(),
    /** The time that the witness states, POSIX seconds. */
    time: operational.integer(),
    /** The signature line, with its newline. */
    line: operational.text(),
  },
  { primaryKey: ["log", "size", "witness"], holding: { none: "Nothing in it refers to a person." } },
);

const tables = [
  pendingTable,
  forgedTable,
  entryTable,
  subjectTable,
  itemTable,
  logTable,
  tileTable,
  checkpointTable,
  cosignatureTable,
];

export type JournalTables = Tables<
  | typeof pendingTable
  | typeof forgedTable
  | typeof entryTable
  | typeof subjectTable
  | typeof itemTable
  | typeof logTable
  | typeof tileTable
  | typeof checkpointTable
  | typeof cosignatureTable
>;

export type PendingRow = Row<typeof pendingTable>;
export type EntryRow = Row<typeof entryTable>;
export type LogRow = Row<typeof logTable>;

export const journalSchema: Schema = {
  room: "trust/journal",
  tables,
  steps: [
    {
      id: "0001-journal",
      async up(editor) {
        for (const table of tables) await editor.create(table);
      },
    },
  ],
};

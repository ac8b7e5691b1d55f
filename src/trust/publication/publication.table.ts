import type { Kysely } from "kysely";
import type { Language, Localised, PolicyChange } from "../../policy/index.ts";
import {
  defineTable,
  lockRows,
  operational,
  prepare,
  pseudonym,
  type Schema,
  type Tables,
} from "../../platform/store/index.ts";

/** Where a version was published: at an installation's first start, or by a member of staff. */
export type PublishedVia = "start" | "console" | "cli";

/** How a version came about, for everybody to read. */
export type MadeFrom =
  | { readonly kind: "folder" }
  | { readonly kind: "restored"; readonly version: number }
  | { readonly kind: "invalidated"; readonly document: string; readonly clause: string };

/** A version: what is enforced, in its canonical bytes, and from when. Rows are only ever added. */
export const publicationVersion = defineTable(
  "publication_version",
  {
    number: operational.integer(),
    /** Hex SHA-256 of `compiled`. */
    policy: operational.text(),
    /** Canonical JSON. */
    compiled: operational.bytes(),
    updated_on: operational.json<Readonly<Record<string, string>>>(),
    published_at: operational.integer(),
    effective_from: operational.integer(),
    /** The member of staff whose act it was; null for an installation's own first version. */
    published_by: pseudonym().orNull(),
    /** Where it was done. */
    via: operational.text<PublishedVia>(),
    /** The version that `changes` were found against; null for the first. */
    base: operational.integer().orNull(),
    /** What changed since `base`, as it was found at publication: no later code finds it anew. */
    changes: operational.json<readonly PolicyChange[]>(),
    /** What the publisher says to everybody about this version. */
    note: operational.json<Localised>().orNull(),
    /** What it was made from: the folder, an earlier version, or the one before it with a clause marked. */
    made_from: operational.json<MadeFrom>(),
  },
  {
    primaryKey: ["number"],
    indexes: [{ columns: ["effective_from"] }, { columns: ["policy"] }],
    holding: { none: "Who answers for a published version is kept as long as the version (clause 1.1.1)." },
  },
);

/** A version that was called off before it entered into force. Rows are only ever added. */
export const publicationCallOff = defineTable(
  "publication_call_off",
  {
    version: operational.integer(),
    called_off_at: operational.integer(),
    called_off_by: pseudonym(),
  },
  {
    primaryKey: ["version"],
    references: [{ columns: ["version"], table: "publication_version", to: ["number"] }],
    holding: { none: "Who answers for calling a version off is kept as long as the version (clause 1.1.1)." },
  },
);

/** A document of a version in one language, in the bytes that were published. Rows are only ever added. */
export const publicationDocument = defineTable(
  "publication_document",
  {
    version: operational.integer(),
    code: operational.text(),
    language: operational.text<Language>(),
    /** Its address and its name at the time. */
    path: operational.text(),
    title: operational.text(),
    bytes: operational.bytes(),
    /** Hex SHA-256 of `bytes`. */
    hash: operational.text(),
  },
  {
    primaryKey: ["version", "code", "language"],
    indexes: [{ columns: ["path"] }],
    holding: { none: "Published texts are about nobody." },
  },
);

export const publicationSchema: Schema = {
  room: "trust/publication",
  tables: [publicationVersion, publicationCallOff, publicationDocument],
  steps: [
    {
      id: "0001-versions",
      async up(editor) {
        await editor.create(publicationVersion);
        await editor.create(publicationCallOff);
        await editor.create(publicationDocument);
      },
    },
  ],
};

type DB = Tables<typeof publicationVersion | typeof publicationCallOff | typeof publicationDocument>;

const HEADER = [
  "number",
  "policy",
  "updated_on",
  "published_at",
  "effective_from",
  "published_by",
  "via",
  "base",
  "note",
  "made_from",
  "called_off_at",
] as const;

/** Every version beside whether and when it was called off; whoever asks what is in force leaves those out. */
const versions = (db: Kysely<DB>) =>
  db
    .selectFrom("publication_version")
    .leftJoin("publication_call_off", "publication_call_off.version", "publication_version.number");

const standing = (db: Kysely<DB>) => versions(db).where("called_off_at", "is", null);

export const newestNumber = prepare<DB>()((db) =>
  db.selectFrom("publication_version").select("number").orderBy("number", "desc").limit(1),
);

/** The newest version that was not called off: what the next one follows. */
export const newestStanding = prepare<DB>()((db) =>
  standing(db).select(HEADER).orderBy("number", "desc").limit(1),
);

/** Makes a second publication, or a calling off, wait until the first is over. */
export const lockNewestVersion = prepare<DB>()((db, _param, engine) =>
  db
    .selectFrom("publication_version")
    .select("number")
    .orderBy("number", "desc")
    .limit(1)
    .$call(lockRows(engine)),
);

export const versionByNumber = prepare<DB, { number: number }>()((db, param) =>
  versions(db).select(HEADER).where("number", "=", param("number")),
);

export const versionInForce = prepare<DB, { at: number }>()((db, param) =>
  standing(db).select(HEADER).where("effective_from", "<=", param("at")).orderBy("number", "desc").limit(1),
);

/** The version in force at an instant, and when the next one takes over, in one query. */
export const inForceUntil = prepare<DB, { at: number }>()((db, param) =>
  standing(db)
    .select(["number", "policy", "effective_from"])
    .select((eb) =>
      eb
        .selectFrom("publication_version as later")
        .leftJoin("publication_call_off as off", "off.version", "later.number")
        .select((next) => next.fn.min<number | null>("later.effective_from").as("until"))
        .where("off.version", "is", null)
        .where("later.effective_from", ">", param("at"))
        .as("until"),
    )
    .where("effective_from", "<=", param("at"))
    .orderBy("number", "desc")
    .limit(1),
);

export const compiledOf = prepare<DB, { number: number }>()((db, param) =>
  db.selectFrom("publication_version").select(["compiled", "policy"]).where("number", "=", param("number")),
);

/** The first version with this policy: a restored state has the hash of the one that it restores. */
export const firstOfPolicy = prepare<DB, { policy: string }>()((db, param) =>
  db
    .selectFrom("publication_version")
    .select("number")
    .where("policy", "=", param("policy"))
    .orderBy("number")
    .limit(1),
);

export const allVersions = prepare<DB>()((db) => versions(db).select(HEADER).orderBy("number", "desc"));

export const allChanges = prepare<DB>()((db) =>
  db.selectFrom("publication_version").select(["number", "changes"]),
);

const DOCUMENT = ["code", "path", "title", "bytes", "hash"] as const;

export const documentOf = prepare<DB, { version: number; code: string; language: Language }>()((db, param) =>
  db
    .selectFrom("publication_document")
    .select(DOCUMENT)
    .where("version", "=", param("version"))
    .where("code", "=", param("code"))
    .where("language", "=", param("language")),
);

export const documentAtPath = prepare<DB, { version: number; path: string; language: Language }>()(
  (db, param) =>
    db
      .selectFrom("publication_document")
      .select(DOCUMENT)
      .where("version", "=", param("version"))
      .where("path", "=", param("path"))
      .where("language", "=", param("language")),
);

/** Which document had which address and name in which version, newest first. */
export const allAddresses = prepare<DB>()((db) =>
  db
    .selectFrom("publication_document")
    .select(["version", "code", "path", "language", "title"])
    .orderBy("version", "desc")
    .orderBy("code")
    .orderBy("language"),
);

export const documentHashes = prepare<DB, { version: number }>()((db, param) =>
  db
    .selectFrom("publication_document")
    .select(["code", "language", "hash"])
    .where("version", "=", param("version"))
    .orderBy("code")
    .orderBy("language"),
);

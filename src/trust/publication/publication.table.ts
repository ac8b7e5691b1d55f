import type { Language } from "../../policy/index.ts";
import {
  defineTable,
  lockRows,
  operational,
  prepare,
  pseudonym,
  type Schema,
  type Tables,
} from "../../platform/store/index.ts";

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
  },
  {
    primaryKey: ["number"],
    indexes: [{ columns: ["effective_from"] }],
    holding: { none: "Who answers for a published version is kept as long as the version (clause 1.1.1)." },
  },
);

/** A document of a version in one language, in the bytes that were published. Rows are only ever added. */
export const publicationDocument = defineTable(
  "publication_document",
  {
    version: operational.integer(),
    code: operational.text(),
    language: operational.text<Language>(),
    bytes: operational.bytes(),
    /** Hex SHA-256 of `bytes`. */
    hash: operational.text(),
  },
  {
    primaryKey: ["version", "code", "language"],
    holding: { none: "Published texts are about nobody." },
  },
);

export const publicationSchema: Schema = {
  room: "trust/publication",
  tables: [publicationVersion, publicationDocument],
  steps: [
    {
      id: "0001-versions",
      async up(editor) {
        await editor.create(publicationVersion);
        await editor.create(publicationDocument);
      },
    },
  ],
};

type DB = Tables<typeof publicationVersion | typeof publicationDocument>;

const HEADER = ["number", "policy", "updated_on", "published_at", "effective_from", "published_by"] as const;

export const newestVersion = prepare<DB>()((db) =>
  db.selectFrom("publication_version").select(HEADER).orderBy("number", "desc").limit(1),
);

/** Makes a second publication wait until the first is over. */
export const lockNewestVersion = prepare<DB>()((db, _param, engine) =>
  db
    .selectFrom("publication_version")
    .select("number")
    .orderBy("number", "desc")
    .limit(1)
    .$call(lockRows(engine)),
);

export const versionByNumber = prepare<DB, { number: number }>()((db, param) =>
  db.selectFrom("publication_version").select(HEADER).where("number", "=", param("number")),
);

export const versionInForce = prepare<DB, { at: number }>()((db, param) =>
  db
    .selectFrom("publication_version")
    .select(HEADER)
    .where("effective_from", "<=", param("at"))
    .orderBy("number", "desc")
    .limit(1),
);

/** The version in force at an instant, and when the next one takes over, in one query. */
export const inForceUntil = prepare<DB, { at: number }>()((db, param) =>
  db
    .selectFrom("publication_version")
    .select(["number", "policy", "effective_from"])
    .select((eb) =>
      eb
        .selectFrom("publication_version as later")
        .select((next) => next.fn.min<number | null>("later.effective_from").as("until"))
        .where("later.effective_from", ">", param("at"))
        .as("until"),
    )
    .where("effective_from", "<=", param("at"))
    .orderBy("number", "desc")
    .limit(1),
);

export const compiledOf = prepare<DB, { number: number }>()((db, param) =>
  db.selectFrom("publication_version").select("compiled").where("number", "=", param("number")),
);

export const allVersions = prepare<DB>()((db) =>
  db.selectFrom("publication_version").select(HEADER).orderBy("number", "desc"),
);

export const documentOf = prepare<DB, { version: number; code: string; language: Language }>()((db, param) =>
  db
    .selectFrom("publication_document")
    .select(["bytes", "hash"])
    .where("version", "=", param("version"))
    .where("code", "=", param("code"))
    .where("language", "=", param("language")),
);

export const documentHashes = prepare<DB, { version: number }>()((db, param) =>
  db
    .selectFrom("publication_document")
    .select(["code", "language", "hash"])
    .where("version", "=", param("version"))
    .orderBy("code")
    .orderBy("language"),
);

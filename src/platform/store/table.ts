/**
 * A table as its room declares it: one source for the DDL of both engines, the row's types, the check that the
 * database still looks as declared, and the declaration of what each column may hold (design: "Nothing personal at
 * rest in clear").
 */

/** What a column may hold. `sealed` and `blindIndex` are the only classes that may carry anything of a person. */
export type ColumnClass =
  /** Ciphertext that only trust/vault makes and opens. */
  | "sealed"
  /** A keyed HMAC by which an exact value can be looked up. */
  | "blindIndex"
  /** A random identifier that stands for a person. */
  | "pseudonym"
  /** Nothing about a person: codes, times, counts, hashes of published texts. */
  | "operational";

export type ColumnType = "text" | "uuid" | "integer" | "bytes" | "json" | "boolean";

declare const sealedBrand: unique symbol;
declare const blindIndexBrand: unique symbol;
declare const subjectBrand: unique symbol;

/** Opaque ciphertext of one value. Made and opened by trust/vault alone. */
export type SealedValue = Uint8Array & { readonly [sealedBrand]: true };
/** A 32-byte keyed index of a normalised value. Made by trust/vault alone. */
export type BlindIndex = Uint8Array & { readonly [blindIndexBrand]: true };
/** A random identifier (UUID) that stands for a person, or for a row that belongs to one. */
export type Pseudonym = string & { readonly [subjectBrand]?: true };

export interface Column<T = unknown> {
  readonly class: ColumnClass;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** Never set: carries the value's type for inference. */
  readonly value?: T;
}

type Nullable<C> = C extends Column<infer T> ? Column<T | null> & { readonly nullable: true } : never;

function column<T>(cls: ColumnClass, type: ColumnType): Column<T> & { orNull(): Nullable<Column<T>> } {
  const made = { class: cls, type, nullable: false } as const;
  return { ...made, orNull: () => ({ ...made, nullable: true }) as Nullable<Column<T>> };
}

/** Columns that hold nothing about a person. Times are whole milliseconds in `integer`. */
export const operational = {
  text: <T extends string = string>() => column<T>("operational", "text"),
  uuid: () => column<string>("operational", "uuid"),
  integer: () => column<number>("operational", "integer"),
  bytes: () => column<Uint8Array>("operational", "bytes"),
  boolean: () => column<boolean>("operational", "boolean"),
  /** Stored as canonical text; reads back parsed. */
  json: <T = unknown>() => column<T>("operational", "json"),
};

export const pseudonym = () => column<Pseudonym>("pseudonym", "uuid");
export const sealed = () => column<SealedValue>("sealed", "bytes");
export const blindIndex = () => column<BlindIndex>("blindIndex", "bytes");

export type Columns = Record<string, Column>;

export interface IndexDeclaration {
  readonly columns: readonly string[];
  readonly unique?: boolean;
  /** SQL condition of a partial index, written so that both engines read it. */
  readonly where?: string;
}

/** Columns whose value, unless null, is always the key of a row of another table of the same room, made before this. */
export interface ReferenceDeclaration {
  readonly columns: readonly string[];
  readonly table: string;
  readonly to: readonly string[];
}

export interface Table<Name extends string = string, C extends Columns = Columns> {
  readonly name: Name;
  readonly columns: C;
  readonly primaryKey: readonly string[];
  readonly indexes: readonly IndexDeclaration[];
  readonly references: readonly ReferenceDeclaration[];
  /**
   * How erasure, access and blocking reach what this table holds about a person: the name of the holding that
   * answers for it, or the reason why it needs none. A table with a pseudonym, sealed or blind-index column and
   * no holding fails a test.
   */
  readonly holding: { readonly by: string } | { readonly none: string };
}

type ValueOf<C> = C extends Column<infer T> ? T : never;

/** A row of a declared table as it is read and written. */
export type Row<T extends Table> = { [K in keyof T["columns"]]: ValueOf<T["columns"][K]> };

/** The Kysely database type made of declared tables: `Tables<typeof jobTable | typeof leaseTable>`. */
export type Tables<T extends Table> = { [N in T["name"]]: Row<Extract<T, { name: N }>> };

/** Declares a table. Names are snake_case, singular, prefixed by the room's noun. */
export function defineTable<const Name extends string, const C extends Columns>(
  name: Name,
  columns: C,
  rest: {
    readonly primaryKey: readonly (keyof C & string)[];
    readonly indexes?: readonly IndexDeclaration[];
    readonly references?: readonly ReferenceDeclaration[];
    readonly holding: Table["holding"];
  },
): Table<Name, C> {
  const { primaryKey, indexes = [], references = [], holding } = rest;
  return { name, columns, primaryKey, indexes, references, holding };
}

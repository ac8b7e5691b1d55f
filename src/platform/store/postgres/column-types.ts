import type { CustomTypesConfig } from "pg";
import pg from "pg";

const BYTEA = 17;
const INT8 = 20;
const NUMERIC = 1700;

/** How values are read, for this room's connections alone: as SQLite gives them. */
export const COLUMN_TYPES: CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format === "binary") return pg.types.getTypeParser(oid, "binary");
    if (oid === INT8 || oid === NUMERIC) return toNumber;
    if (oid === BYTEA) return toBytes;
    return pg.types.getTypeParser(oid, "text");
  },
};

/** @throws RangeError for a whole number that a double does not hold exactly */
function toNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError("A number read from the database is too large to be exact.");
  }
  return value;
}

/** Bytes come in the hex format, the server's default since version 9. */
function toBytes(text: string): Uint8Array {
  const bytes = Buffer.from(text.slice(2), "hex");
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

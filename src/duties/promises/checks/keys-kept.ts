import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { CountedTables } from "../counted-tables.ts";
import { CannotSay, type LiveCheck } from "../live-check.ts";

const DAY = 24 * 60 * 60 * 1000;

/** 30 days, and a day for a machine that was off when it was due. */
const LONGEST = 31 * DAY;

/**
 * The key that new data is sealed under is younger than thirty days, every key that the store still needs is there,
 * and nobody but the product's own user can read the folder. Clauses itsectr-privacy/3.1, 1.1.2 (design invariant 2).
 */
export const keysKept: LiveCheck = {
  code: "keys-kept",
  counts: {
    en: "The key-encryption key is younger than thirty days, and only the product itself can read the key folder.",
    ru: "Ключу шифрования ключей меньше тридцати дней, и читать папку ключей может только сам продукт.",
  },
  recount: ({ store, clock, keysFolder, operator }) =>
    store.read(async (reader) => {
      const keys = await reader.query<CountedTables>().selectFrom("vault_key").selectAll().execute();
      if (keys.length === 0) throw new CannotSay("no-keys");
      const folder = join(keysFolder, operator);
      const files = readdirSync(folder);
      const now = clock.now();
      const current = keys.filter(({ state }) => state === "current");
      const wrong = [
        current.length !== 1,
        ...current.map(({ created_at }) => now - created_at > LONGEST),
        ...keys.map(({ version }) => !files.includes(`kek-${String(version).padStart(6, "0")}.key`)),
        ...[folder, ...files.map((file) => join(folder, file))].map(isExposed),
      ];
      return { examined: wrong.length, broken: wrong.filter(Boolean).length, next: null };
    }),
};

/** Windows has no such modes; there the folder's access list is the administrator's. */
function isExposed(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  // Gone since the folder was listed: a rotation is under way.
  if (stat === undefined || process.getuid === undefined) return false;
  return (stat.mode & 0o077) !== 0 || (stat.uid !== process.getuid() && stat.uid !== 0);
}

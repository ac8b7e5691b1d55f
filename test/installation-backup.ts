import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestInstallation } from "./installation.ts";

/** A copy of an installation's database. Its key folder is not in it. */
export interface Backup {
  /** Puts it back in its place; nothing may be running. */
  putBack(): Promise<void>;
  remove(): Promise<void>;
}

/** Takes a copy of a stopped installation's database. */
export async function backupOf({ data, environment }: TestInstallation): Promise<Backup> {
  const address = environment["DATABASE_URL"];
  if (address === undefined) {
    const folder = mkdtempSync(join(tmpdir(), "upheld-backup-"));
    cpSync(data, folder, { recursive: true });
    return {
      async putBack() {
        rmSync(data, { recursive: true });
        cpSync(folder, data, { recursive: true });
      },
      remove: async () => rmSync(folder, { recursive: true }),
    };
  }
  const url = new URL(address);
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  const administer = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await administer(`create database "${name}_copy" template "${name}"`);
  return {
    putBack: () =>
      administer(`drop database "${name}" with (force)`, `create database "${name}" template "${name}_copy"`),
    remove: () => administer(`drop database "${name}_copy"`),
  };
}

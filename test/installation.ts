import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { inject } from "vitest";
import { readConfiguration } from "../src/configuration.ts";
import { type OpenedOperator, type OpeningParts, openOperator } from "../src/open-operator.ts";
import { type Clock, systemClock } from "../src/platform/clock/index.ts";
import { systemRandom } from "../src/platform/random/index.ts";
import type { EngineName } from "../src/platform/store/index.ts";
import { readRulePacks } from "../src/trust/publication/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The folders and database of one installation of the example operator, made for a test. */
export interface TestInstallation {
  readonly folder: string;
  readonly data: string;
  readonly keys: string;
  readonly operators: string;
  /** What a process of this installation has in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Opens it in this process; `data` names another data folder than its own, as a copy that was restored. */
  open(settings?: {
    readonly clock?: Clock;
    readonly data?: string;
    /** Another folder than the repository's, for a policy that the test edits. */
    readonly operators?: string;
    /** Another operator of the repository's than itsectr. */
    readonly id?: string;
    /** Other law than what ships. */
    readonly rules?: OpeningParts["rules"];
    readonly onLedgerApplied?: NonNullable<OpeningParts["onLedgerApplied"]>;
  }): Promise<OpenedOperator>;
  /** Closes what was opened here, and removes everything. */
  remove(): Promise<void>;
}

export interface InstallationSettings {
  /** The PostgreSQL server. Default: the run's own. */
  readonly postgresUrl?: string;
  /** `UPHELD_DATA`. Default: a folder of its own. */
  readonly data?: string;
}

/** An empty installation of itsectr on an engine. Whoever asks for it removes it. */
export async function temporaryInstallation(
  engine: EngineName,
  settings: InstallationSettings = {},
): Promise<TestInstallation> {
  const folder = mkdtempSync(join(tmpdir(), "upheld-installation-"));
  const data = settings.data ?? join(folder, "data");
  const [keys, operators] = [join(folder, "keys"), join(folder, "operators")];
  cpSync(join(root, "operators", "itsectr"), join(operators, "itsectr"), { recursive: true });
  const database =
    engine === "postgres" ? await createDatabase(settings.postgresUrl ?? inject("postgresUrl")) : null;
  const environment = {
    PORT: "0",
    UPHELD_DATA: data,
    UPHELD_KEYS: keys,
    // Tests send as fast as they can, all of them from here; what limits do is tested with limits of its own.
    UPHELD_FORMS_PER_HOUR: "100000",
    UPHELD_FORMS_PER_HOUR_UNPROVEN: "100000",
    UPHELD_FORMS_PER_HOUR_ALL: "1000000",
    UPHELD_FORM_SECONDS: "0",
    UPHELD_PROOF_DIGITS: "1",
    ...(database === null ? {} : { DATABASE_URL: database.url }),
  };
  const opened: OpenedOperator[] = [];
  return {
    folder,
    data,
    keys,
    operators,
    environment,
    async open({
      clock = systemClock,
      data: elsewhere = data,
      operators: policies,
      rules: law,
      id = "itsectr",
      ...reports
    } = {}) {
      const configuration = readConfiguration(
        { ...environment, UPHELD_DATA: elsewhere, UPHELD_OPERATORS: policies ?? join(root, "operators") },
        folder,
      );
      const rules = law ?? (await readRulePacks(join(root, "rules")));
      const operator = await openOperator(id, {
        configuration,
        clock,
        random: systemRandom,
        rules,
        ...reports,
      });
      opened.push(operator);
      return operator;
    },
    async remove() {
      for (const operator of opened) await operator.close();
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createDatabase(server: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await administer(`create database "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`drop database "${name}" with (force)`) };
}

export type { OpenedOperator };

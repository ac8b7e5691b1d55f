import { systemClock } from "../../src/platform/clock/index.ts";
import { systemRandom } from "../../src/platform/random/index.ts";
import { openPostgresStore, openSqliteStore } from "../../src/platform/store/index.ts";
import { rotateKeys, vaultSchema } from "../../src/trust/vault/index.ts";
import { vaultOver } from "../vaults.ts";
import type { VaultLoad } from "./vault-load.ts";

/** A process that rotates a store's keys until it is killed. Prints `ready` before the first rotation. */
const { engine, name, url, keys } = JSON.parse(process.argv[2] ?? "") as Omit<VaultLoad, "places">;
const common = { operator: "example", clock: systemClock, random: systemRandom, schemas: [vaultSchema] };
const store =
  engine === "sqlite"
    ? await openSqliteStore({ ...common, file: name })
    : await openPostgresStore({ ...common, url, schema: name, poolSize: 2 });
const it = await vaultOver(store, keys);
process.stdout.write("ready\n");
for (;;) await rotateKeys({ ...it, random: systemRandom });

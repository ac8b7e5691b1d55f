import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { OpenedOperator } from "../../../src/open-operator.ts";
import { systemRandom } from "../../../src/platform/random/index.ts";
import { prepareEdition, readRulePacks } from "../../../src/trust/publication/index.ts";
import { rotateKeys } from "../../../src/trust/vault/index.ts";
import type { VaultTables } from "../../../src/trust/vault/vault.table.ts";
import { permitFor } from "../../permits.ts";
import { openInstalled } from "../open-installed.ts";

/**
 * A process that does one thing to an installation again and again while others use it, until its standard input ends:
 * `rotate` its keys, `publish` new versions, `destroy` the keys of the oldest persons. Prints a line after each act.
 */
const rules = await readRulePacks(fileURLToPath(new URL("../../../rules", import.meta.url)));

async function rotate(operator: OpenedOperator): Promise<void> {
  await rotateKeys({ ...operator, random: systemRandom });
}

let edition = 0;
async function publish({ store, publication, clock }: OpenedOperator): Promise<void> {
  const inForce = await store.read((reader) => publication.inForce(reader, clock.now()));
  if (inForce === null) throw new Error("Nothing is in force.");
  const { compiled } = inForce;
  const phone = `+7 200 555-${String(1000 + ++edition)}`;
  const prepared = prepareEdition({ ...compiled, operator: { ...compiled.operator, phone } }, rules, {
    effectiveFrom: clock.now(),
    publishedBy: "installation",
  });
  await store.transaction((tx) => publication.publish(tx, prepared.edition));
  await sleep(100);
}

async function destroy({ store, vault }: OpenedOperator): Promise<void> {
  const oldest = await store.read((reader) =>
    reader
      .query<VaultTables>()
      .selectFrom("vault_scope")
      .select(["id", "subject"])
      .where("rule", "<>", "staff")
      .where("destroyed_at", "is", null)
      .orderBy("id")
      .executeTakeFirst(),
  );
  if (oldest === undefined) return sleep(10);
  const { id, subject } = oldest;
  await store.transaction((tx) => vault.destroyScopes(tx, permitFor(tx, "destroy", subject), subject, [id]));
}

const acts = { rotate, publish, destroy };
const act = acts[process.argv[2] as keyof typeof acts];
const stopping = new AbortController();
process.stdin.on("end", () => stopping.abort()).resume();

const operator = await openInstalled();
while (!stopping.signal.aborted) {
  await act(operator);
  process.stdout.write("done\n");
  await sleep(10);
}
await operator.close();

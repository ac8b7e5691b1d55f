import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readConfiguration } from "../../src/configuration.ts";
import { type OpenedOperator, openOperator } from "../../src/open-operator.ts";
import { systemClock } from "../../src/platform/clock/index.ts";
import { systemRandom } from "../../src/platform/random/index.ts";
import { type Continued, verifyJournal } from "../../src/trust/journal/index.ts";
import { readRulePacks } from "../../src/trust/publication/index.ts";
import { send } from "../http-client.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { backupOf } from "../installation-backup.ts";
import { startProduct } from "../running-product.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const LOG = "itsectr.upheld/journal";

/** Opens it as the application does, and keeps what is reported. */
async function start({ environment, folder }: TestInstallation) {
  const continued: Continued[] = [];
  const operator = await openOperator("itsectr", {
    configuration: readConfiguration({ ...environment, UPHELD_OPERATORS: join(root, "operators") }, folder),
    clock: systemClock,
    random: systemRandom,
    rules: await readRulePacks(join(root, "rules")),
    onContinued: (_, report) => continued.push(report),
  });
  return { operator, continued };
}

async function append({ store, journal }: OpenedOperator, count: number): Promise<string> {
  await store.transaction(async (tx) => {
    for (let i = 0; i < count; i++) {
      await journal.append(tx, { event: "mail-sent", actor: { kind: "system", id: "test" } });
    }
  });
  await journal.sequencer.drain();
  return (await journal.checkpoint()).note;
}

async function verify({ store, journal, clock }: OpenedOperator, since?: string) {
  const { verifierKey, isGenuine } = journal;
  const kept = since === undefined ? {} : { since };
  const done = await verifyJournal({ store, verifierKey, isGenuine, now: clock.now(), ...kept });
  return {
    sound: done.sound,
    logs: done.logs.map(({ origin }) => origin),
    findings: done.findings.map(({ code }) => code),
  };
}

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  test("a database put back from an older copy signs nothing a second time: its journal goes on under another name", async () => {
    const installation = await temporaryInstallation(engine);
    const first = await start(installation);
    const early = await append(first.operator, 3);
    await first.operator.close();
    const backup = await backupOf(installation);
    try {
      const second = await start(installation);
      expect(second.continued).toEqual([]);
      const lost = await append(second.operator, 40);
      await second.operator.close();

      await backup.putBack();
      const restored = await start(installation);
      expect(restored.continued).toMatchObject([{ log: 2 }]);
      const after = await append(restored.operator, 2);
      expect(after.split("\n")[0]).toBe(`${LOG}/2`);
      const sound = { sound: true, logs: [LOG, `${LOG}/2`], findings: [] };
      expect(await verify(restored.operator)).toEqual(sound);
      expect(await verify(restored.operator, early)).toEqual(sound);
      expect(await verify(restored.operator, after)).toEqual(sound);
      expect(await verify(restored.operator, lost)).toMatchObject({ sound: false, findings: ["log-shrunk"] });
      await restored.operator.close();

      const again = await start(installation);
      expect(again.continued).toEqual([]);
      expect(await verify(again.operator, after)).toEqual(sound);
      await again.operator.close();

      await backup.putBack();
      const third = await start(installation);
      expect(third.continued).toMatchObject([{ log: 3 }]);
      expect(await verify(third.operator, after)).toMatchObject({ sound: false, findings: ["log-missing"] });
      await third.operator.close();
    } finally {
      await backup.remove();
      await installation.remove();
    }
  }, 60_000);

  test("after a restore each log's tiles keep addresses of their own, and the log says that the journal was continued", async () => {
    const installation = await temporaryInstallation(engine);
    const first = await start(installation);
    await append(first.operator, 3);
    await first.operator.close();
    const backup = await backupOf(installation);
    const lost = await start(installation);
    await append(lost.operator, 3);
    await lost.operator.close();
    await backup.putBack();
    const product = await startProduct(installation);
    try {
      const get = (path: string) => send({ ...product, path });
      expect(product.output()).toContain("journal.continued");
      const newest = await get("/journal/checkpoint");
      expect(newest.text.split("\n")[0]).toBe(`${LOG}/2`);
      expect((await get("/journal/2/checkpoint")).bytes).toEqual(newest.bytes);
      const [of1, of2] = [await get("/journal/tile/0/000.p/1"), await get("/journal/2/tile/0/000.p/1")];
      for (const { status, headers, bytes } of [of1, of2]) {
        expect(status).toBe(200);
        expect(headers["cache-control"]).toContain("immutable");
        expect(bytes).toHaveLength(32);
      }
      expect(of1.bytes).not.toEqual(of2.bytes);
      for (const path of ["/journal/1/checkpoint", "/journal/3/checkpoint", "/journal/3/tile/0/000.p/1"]) {
        expect((await get(path)).status).toBe(404);
      }
    } finally {
      await product.stop();
      await backup.remove();
      await installation.remove();
    }
  }, 60_000);
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, inject, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import { systemClock } from "../clock/index.ts";
import { handle } from "./index.ts";
import { gate, jobs, leaveMark, marking, marks, queueMark, schemas, testWorker } from "./jobs.fixture.ts";

const CHILD = fileURLToPath(new URL("./worker-process.fixture.ts", import.meta.url));

eachEngine((_open, place, engine) => {
  test("a process killed in the middle of a job leaves it to another", async () => {
    const shared = place();
    const store = await shared.open(schemas);
    const id = await queueMark(store, "one");
    const child = spawn(process.execPath, [CHILD, engine, shared.name, inject("postgresUrl")], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    try {
      const [line] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
      expect(String(line)).toBe(`begun ${id}\n`);
      const [held] = await jobs(store);
      expect(held).toMatchObject({ attempts: 1, leased_by: expect.any(String) });
    } finally {
      const exit = child.exitCode === null ? once(child, "exit") : undefined;
      child.kill("SIGKILL");
      await exit;
    }

    const done = gate();
    const { worker } = testWorker(
      store,
      systemClock,
      [
        handle(marking, async (job) => {
          expect([job.id, job.attempt]).toEqual([id, 2]);
          await job.store.transaction(async (tx) => {
            await leaveMark(tx, "finished");
            await job.done(tx);
          });
          done.resolve();
        }),
      ],
      { poll: 20 },
    );
    worker.start();
    await done.promise;
    await worker.stop();
    expect(await marks(store)).toEqual(["begun", "finished"]);
    expect(await jobs(store)).toEqual([]);
  });
});

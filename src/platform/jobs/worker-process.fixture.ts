import { systemClock } from "../clock/index.ts";
import { systemRandom } from "../random/index.ts";
import { openPostgresStore, openSqliteStore } from "../store/index.ts";
import { createWorker, handle } from "./index.ts";
import { leaveMark, marking, queue, schemas } from "./jobs.fixture.ts";

/**
 * A process that runs jobs until it is killed: `node worker-process.fixture.ts ENGINE NAME URL`. It says on its
 * output when it has begun a job, and then works on it for ever. It ends with the process that started it.
 */
process.stdin.resume().on("end", () => process.exit(1));
const [, , engine, name = "", url = ""] = process.argv;
const common = { operator: "example", clock: systemClock, random: systemRandom, schemas };
const store =
  engine === "sqlite"
    ? await openSqliteStore({ ...common, file: name })
    : await openPostgresStore({ ...common, url, schema: name, poolSize: 2 });

const worker = createWorker({
  ...common,
  store,
  queue,
  lease: 1000,
  poll: 20,
  handlers: [
    handle(marking, async (job) => {
      await job.store.transaction((tx) => leaveMark(tx, "begun"));
      process.stdout.write(`begun ${job.id}\n`);
      await new Promise((resolve) => setTimeout(resolve, 3_600_000));
    }),
  ],
});
worker.start();

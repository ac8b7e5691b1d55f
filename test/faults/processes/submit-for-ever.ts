import { sql } from "kysely";
import { startMail } from "../mail-beside.ts";
import { openInstalled } from "../open-installed.ts";
import { checkpointOf, openForm, send } from "../submissions.ts";

/**
 * The application under load, until it is killed: 16 visitors send form after form, each as soon as the one before is
 * acknowledged, while acknowledgements go out over SMTP. Takes the first number of its sendings; prints `ready` and how
 * SQLite syncs, then for each acknowledged sending its number, reference and checkpoint as JSON, and `! CODE` for
 * each that was refused.
 */
const VISITORS = 16;

const print = (line: string) => process.stdout.write(`${line}\n`);
let number = Number(process.argv[2]);

const operator = await openInstalled();
await startMail(operator);
const synchronous =
  operator.store.engine.name === "sqlite"
    ? await operator.store.transaction(async (tx) => {
        const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(tx.query());
        return rows[0]?.synchronous;
      })
    : "by the server";
print(`ready ${synchronous}`);

async function visitor(): Promise<never> {
  for (;;) {
    const sending = await openForm(operator, number++);
    try {
      const sent = await send(operator, sending);
      if (sent.outcome !== "received") print(`! ${sent.outcome}`);
      else print(JSON.stringify([sending.number, sent.receipt.reference, checkpointOf(sent.receipt)]));
    } catch (error) {
      print(`! ${error instanceof Error && "code" in error ? error.code : error}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

await Promise.all(Array.from({ length: VISITORS }, visitor));

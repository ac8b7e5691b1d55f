import { availableParallelism } from "node:os";
import type { EngineName } from "../src/platform/store/index.ts";
import { SEALING_OVERHEAD } from "../src/platform/crypto/sealing.ts";
import { openEnquiry } from "../src/services/intake/index.ts";
import { barePostgres, bareSqlite, type Fillings, insertPostgres, insertSqlite } from "./bare-store.ts";
import { EnquiryLoad } from "./enquiry-load.ts";
import type { Measurement } from "./measurement.ts";
import { interleave, rateOfCalls, ratePerSecond } from "./rounds.ts";
import type { Workbench } from "./workbench.ts";

const IN_FLIGHT = 32;
/** How many enquiries there are to choose from. */
const ENQUIRIES = 1000;

/** Opening an enquiry's five values, decided and journalled before it is shown, beside reading five rows. */
export function measureOpening(engine: EngineName): Measurement {
  return {
    name: `open ${engine}`,
    async measure(bench) {
      bench.progress(`open, ${engine}`);
      const { operator } = await bench.operator(engine);
      const load = new EnquiryLoad(operator);
      const staff = await load.staff();
      const references: string[] = [];
      const send = async () => references.push(await load.send(await load.filledIn()));
      for (let sent = 0; sent < ENQUIRIES; sent += IN_FLIGHT) {
        await Promise.all(Array.from({ length: IN_FLIGHT }, send));
      }
      await load.sequenced();

      const sealed = load
        .values()
        .map(({ plaintext }) => new Uint8Array(Buffer.byteLength(plaintext) + SEALING_OVERHEAD));
      let turn = 0;
      const open = async () => {
        const reference = references[turn++ % references.length] as string;
        const opened = await operator.store.transaction((tx) => openEnquiry(tx, staff, reference, operator));
        if ("refusal" in opened) throw new Error(`Refused: ${opened.refusal.code}.`);
        if (opened.enquiry.values.length !== sealed.length) throw new Error("Values are missing.");
      };
      const bare = await bareRead(bench, engine, sealed);
      const { rounds, roundMs: ms } = bench;
      const figures = await interleave(rounds, {
        ours: () => ratePerSecond({ inFlight: IN_FLIGHT, ms }, open, () => load.sequenced()),
        rival: () => bare(ms),
      });
      return [
        {
          ...figures,
          name: `enquiries of five values opened, decision and journal entry, ${IN_FLIGHT} in flight`,
          engine,
          beside: "bare read of five rows",
          unit: "enquiries/s",
          better: "more",
          target: null,
        },
      ];
    },
  };
}

type Rate = (ms: number) => number | Promise<number>;

async function bareRead(bench: Workbench, engine: EngineName, rows: Fillings): Promise<Rate> {
  const people: string[] = [];
  let turn = 0;
  const next = () => people[turn++ % people.length] as string;
  if (engine === "postgres") {
    const pool = await barePostgres(bench, availableParallelism() * 4);
    const insert = insertPostgres(pool, rows);
    for (let i = 0; i < ENQUIRIES; i++) people.push(await insert());
    const query = { name: "bare-read", text: "select * from bare where person = $1" };
    return (ms) =>
      ratePerSecond({ inFlight: IN_FLIGHT, ms }, () => pool.query({ ...query, values: [next()] }));
  }
  const db = bareSqlite(bench);
  const insert = insertSqlite(db, rows);
  for (let i = 0; i < ENQUIRIES; i++) people.push(insert());
  const read = db.prepare("select * from bare where person = ?");
  return (ms) => rateOfCalls(ms, 1, () => read.all(next()));
}

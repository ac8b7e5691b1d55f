import { DatabaseSync } from "node:sqlite";
import type { EngineName, Transaction } from "../src/platform/store/index.ts";
import { decide, type Facts, type GateRequest } from "../src/trust/gate/index.ts";
import { newSubject } from "../src/people/subjects/index.ts";
import { statementsDuring } from "./count-statements.ts";
import { EnquiryLoad } from "./enquiry-load.ts";
import type { Measurement } from "./measurement.ts";
import { interleave, percentile } from "./rounds.ts";

const MICROSECONDS = 1000;
/** At the 99th percentile, without loading facts. */
const DECISION_TARGET = 20;
const QUERIES_TARGET = 3;

/** The pure decision about a form that comes in, with five attributes, on facts that are there already. */
export const decision: Measurement = {
  name: "decision",
  async measure(bench) {
    bench.progress("decision");
    const load = new EnquiryLoad((await bench.operator("sqlite")).operator);
    const { publication, store, clock, random } = load.operator;
    const at = clock.now();
    const subject = newSubject(at, random);
    const request = load.collecting(subject, await load.token());
    const policy = await store.read((reader) => publication.inForce(reader, at));
    const shown = publication.readShownToken(request.shown ?? "", { form: load.form.code, at });
    const facts: Facts = {
      policy,
      actor: { authorisations: [] },
      subjects: new Map([[subject, { exists: false, blocked: [], consents: [] }]]),
      shown: shown === null ? null : { ...shown, version: policy?.version ?? null },
    };
    if (!decide(request, facts, []).allowed) throw new Error("The form is refused.");
    const calls = bench.quick ? 20_000 : 200_000;
    const figures = await interleave(bench.rounds, {
      ours: () => slowest(calls, () => decide(request, facts, [])),
      rival: () => slowest(calls, () => facts),
    });
    return [
      {
        ...figures,
        name: "decision alone, 99th percentile",
        engine: "none",
        beside: "an empty call timed alike",
        unit: "µs",
        better: "less",
        target: DECISION_TARGET,
      },
    ];
  },
};

/** The 99th percentile of how long a call takes, µs. */
function slowest(calls: number, act: () => unknown): number {
  const times = new Float64Array(calls);
  for (let i = 0; i < calls; i++) {
    const started = performance.now();
    act();
    times[i] = performance.now() - started;
  }
  return percentile([...times], 99) * MICROSECONDS;
}

/**
 * How many queries the gate needs for its facts, at most: of a visitor's form and of staff that read, just after
 * another process has committed, when nothing that was remembered is good any more.
 */
export function factQueries(engine: EngineName): Measurement {
  return {
    name: `facts ${engine}`,
    async measure(bench) {
      bench.progress(`facts, ${engine}`);
      const { operator, place } = await bench.operator(engine);
      const load = new EnquiryLoad(operator);
      const token = await load.token();
      const staff = await load.staff();
      const subject = await load.unitOfFive(token);
      const { attributes, purpose } = load.collecting(subject, token);
      const reading: GateRequest = {
        actor: staff,
        purpose,
        operation: "extract",
        subjects: [subject],
        attributes,
      };
      const counts: number[] = [];
      for (const requestOf of [
        (tx: Transaction) => load.collecting(newSubject(tx.at, operator.random), token),
        () => reading,
      ]) {
        await load.sequenced();
        if (engine === "sqlite") commitElsewhere(place.file);
        await operator.store.transaction(async (tx) => {
          const statements = await statementsDuring(() => load.permit(tx, requestOf(tx)));
          counts.push(statements.filter((sql) => /^\s*select\b/iu.test(sql)).length);
        });
      }
      return [
        {
          name: "queries for the facts of one decision, at most",
          engine,
          ours: Math.max(...counts),
          rival: null,
          beside: "",
          unit: "queries",
          better: "less",
          target: QUERIES_TARGET,
        },
      ];
    },
  };
}

/** A change that is one: SQLite writes no page for a row that stays as it is. */
function commitElsewhere(file: string): void {
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec("update journal_log set lease_until = lease_until + 1");
  db.close();
}

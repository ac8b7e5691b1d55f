import { afterEach, expect, test } from "vitest";
import { checkedInstallation } from "../../../test/checked-installation.ts";
import { journalled } from "../../../test/console-site.ts";
import { rowsOf, tamper } from "../../../test/behind-the-gate.ts";
import type { TestInstallation } from "../../../test/installation.ts";
import type { CheckParts, LiveCheck } from "./live-check.ts";
import { queueRecounts } from "./recount-job.ts";
import { recountPromise } from "./recount-promise.ts";
import { CHECK_CODES } from "./check-codes.ts";

let installations: TestInstallation[] = [];
afterEach(async () => {
  for (const installation of installations) await installation.remove();
  installations = [];
});
const opened = async (engine: "sqlite" | "postgres") => {
  const checked = await checkedInstallation(engine);
  installations.push(checked.installation);
  return checked;
};

/** A check of so many batches, each of ten things. */
const long = (batches: number, broken = 0): LiveCheck => ({
  code: "listed-data",
  counts: { en: "A test's own.", ru: "Проверка теста." },
  recount: async (_parts: CheckParts, after) => {
    const place = after === null ? 1 : Number(after) + 1;
    return {
      examined: 10,
      broken: place === batches ? broken : 0,
      next: place === batches ? null : String(place),
    };
  },
});

test.each(["sqlite", "postgres"] as const)(
  "on %s a long count is made in turns, goes on where it stood, and is recorded once at its end",
  async (engine) => {
    const { parts, operator } = await opened(engine);
    const results = () => rowsOf(operator.store, "promise_result", { check_code: "listed-data" });
    expect(await recountPromise(long(45, 2), parts)).toBe("more");
    expect(await recountPromise(long(45, 2), parts)).toBe("more");
    expect(await results()).toEqual([]);
    const places = await rowsOf(operator.store, "promise_count", {});
    expect(places).toMatchObject([{ cursor: "40", examined: 400 }]);
    expect(await recountPromise(long(45, 2), parts)).toBe("done");
    expect(await results()).toMatchObject([{ outcome: "broken", examined: 450, broken: 2 }]);
    expect(await rowsOf(operator.store, "promise_count", {})).toEqual([]);
  },
);

test.each(["sqlite", "postgres"] as const)(
  "on %s the journal takes down each change of outcome, and a first success is none",
  async (engine) => {
    const { parts, operator } = await opened(engine);
    const said = async () =>
      (await journalled(operator))
        .filter((text) => text.includes('"event":"promise-checked"'))
        .map((text) => /"outcome":"([a-z]+)"/u.exec(text)?.[1]);
    const failing: LiveCheck = { ...long(1), recount: () => Promise.reject(new Error("out of order")) };
    for (const check of [long(1), long(1)]) await recountPromise(check, parts);
    expect(await said()).toEqual([]);
    for (const check of [long(1, 1), long(1, 3), failing, long(1)]) await recountPromise(check, parts);
    expect(await said()).toEqual(["broken", "unknown", "kept"]);
    const rows = await rowsOf(operator.store, "promise_result", { check_code: "listed-data" });
    // Rows of one millisecond have no order among themselves: which of them changed something, the journal has said.
    const changed = rows.map((row) => String(row["changed"] === true || row["changed"] === 1)).sort();
    expect(changed).toEqual(["false", "false", "true", "true", "true", "true"]);
    expect(rows.map(({ reason }) => reason).filter((reason) => reason !== null)).toEqual(["check-failed"]);
  },
);

test.each(["sqlite", "postgres"] as const)(
  "on %s every check is queued once, and not again before its time",
  async (engine) => {
    const { operator, recount } = await opened(engine);
    const { store, jobs } = operator;
    const queued = async () =>
      (await rowsOf(store, "job", { kind: "recount-promise" })).map(({ once_key: key }) => key);
    await recount("contacts");
    await Promise.all([queueRecounts(store, jobs, 60_000), queueRecounts(store, jobs, 60_000)]);
    expect((await queued()).sort()).toEqual(CHECK_CODES.filter((code) => code !== "contacts"));
    await queueRecounts(store, jobs, 0);
    expect((await queued()).sort()).toEqual([...CHECK_CODES]);
  },
);

test("a check that cannot be made is never kept: without a site to visit, the policy's address is unknown", async () => {
  const { recount } = await opened("sqlite");
  expect(await recount("policy-address")).toMatchObject({ outcome: "unknown", reason: "not-serving" });
  expect(
    await recount("policy-address", { visit: () => Promise.reject(new Error("connection refused")) }),
  ).toMatchObject({ outcome: "unknown", reason: "check-failed" });
});

test("a failure that lasted is in the history once, with when it began and when it ended", async () => {
  const { recount, operator, held } = await opened("sqlite");
  await recount("listed-data");
  const violation = await tamper(
    operator.store,
    "subject_value",
    { subject: held.subject, attribute: "name" },
    { attribute: "passport" },
  );
  for (let time = 0; time < 3; time++) await recount("listed-data");
  await violation.undo();
  await recount("listed-data");
  const changes = await rowsOf(operator.store, "promise_result", { check_code: "listed-data", changed: 1 });
  expect(changes.map(({ outcome }) => outcome)).toEqual(["kept", "broken", "kept"]);
});

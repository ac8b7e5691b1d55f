import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../../test/permits.ts";
import { temporaryKeys } from "../../../test/vaults.ts";
import { systemRandom } from "../../platform/random/index.ts";
import { createKeyring } from "./create-keyring.ts";
import type { Keyring } from "./keyring.ts";
import { type Destruction, Ledger, type LedgerFact, readLedger, type Withdrawal } from "./ledger.ts";

const { keys, remove } = temporaryKeys();
afterAll(remove);

let keyring: Keyring;
let ledger: Ledger;
beforeAll(async () => {
  keyring = await createKeyring({ keys, operator: "acme" }, systemRandom);
  ledger = new Ledger(keyring);
});
beforeEach(() => writeFileSync(keyring.ledgerPath, ""));

const destruction = (at: number): Destruction => ({
  kind: "scopes-destroyed",
  at,
  subject: newId(),
  scopes: [newId(), newId()],
});
const withdrawal = (at: number): Withdrawal => ({ kind: "consent-withdrawn", at, giving: newId() });
const read = async () => {
  const found: LedgerFact[] = [];
  for await (const one of readLedger(keyring)) found.push(one);
  return found;
};
const text = () => readFileSync(keyring.ledgerPath, "utf8");

test("what was appended is read back, in order, one line each", async () => {
  const all = [destruction(1), destruction(2), destruction(3)];
  for (const one of all) await ledger.append(one);
  expect(await read()).toEqual(all);
  expect(text().match(/\n/g)).toHaveLength(3);
  expect(JSON.parse(text().split("\n")[0] as string)).toMatchObject({ kind: "scopes-destroyed", at: 1 });
});

test("destructions and withdrawals stand side by side, several in one write, a withdrawal naming nobody", async () => {
  const all = [destruction(1), withdrawal(2), withdrawal(3), destruction(4)];
  await ledger.append(...all.slice(0, 3));
  await ledger.append(...all.slice(3));
  expect(await read()).toEqual(all);
  expect(Object.keys(JSON.parse(text().split("\n")[1] as string))).toEqual(["at", "giving", "kind", "mac"]);
});

test("of several facts, one that was cut off is passed over with what follows it in no line", async () => {
  const all = [withdrawal(1), withdrawal(2), withdrawal(3)];
  await ledger.append(...all);
  truncateSync(keyring.ledgerPath, text().length - 30);
  expect(await read()).toEqual(all.slice(0, 2));
  await ledger.append(all[2] as Withdrawal);
  expect(await read()).toEqual(all);
});

test("a line of a kind that a newer version wrote is never passed over: it is refused, and named", async () => {
  await ledger.append(withdrawal(1));
  const newer = { ...withdrawal(2), kind: "unsubscribed" };
  await ledger.append(newer as LedgerFact);
  await ledger.append(withdrawal(3));
  await expect(read()).rejects.toThrow(
    expect.objectContaining({ code: "ledger-kind-unknown", detail: "line 2" }),
  );
});

test("appends at the same time do not mix", async () => {
  const all = Array.from({ length: 40 }, (_, at) => destruction(at));
  const another = new Ledger(keyring);
  await Promise.all(all.map((one, i) => (i % 2 === 0 ? ledger : another).append(one)));
  expect((await read()).toSorted((a, b) => a.at - b.at)).toEqual(all);
});

describe("a line whose writing was cut off", () => {
  test.each([1, 20, 150])(
    "%i bytes short, as the last: passed over, and what follows is whole",
    async (short) => {
      const [kept, lost, next] = [destruction(1), destruction(2), destruction(3)];
      await ledger.append(kept);
      await ledger.append(lost);
      truncateSync(keyring.ledgerPath, text().length - short);
      // Without its newline alone, the line says everything and counts.
      const before = short === 1 ? [kept, lost] : [kept];
      expect(await read()).toEqual(before);
      await ledger.append(next);
      expect(await read()).toEqual([...before, next]);
    },
  );

  test("twice in a row", async () => {
    await ledger.append(destruction(1));
    const all = [];
    for (const at of [2, 3]) {
      appendFileSync(keyring.ledgerPath, '{"at":9,"ki');
      all.push(destruction(at));
      await ledger.append(all.at(-1) as Destruction);
    }
    expect((await read()).slice(1)).toEqual(all);
  });

  test("filled with zeros, as a power cut can leave it", async () => {
    await ledger.append(destruction(1));
    appendFileSync(keyring.ledgerPath, Buffer.alloc(9000));
    expect(await read()).toHaveLength(1);
    await ledger.append(destruction(2));
    expect((await read()).map(({ at }) => at)).toEqual([1, 2]);
  });
});

describe("a changed line is named", () => {
  const changed = (line: number) =>
    expect.objectContaining({ code: "ledger-changed", detail: `line ${line}` });

  test("whichever of its characters was changed", async () => {
    for (const at of [1, 2, 3]) await ledger.append(destruction(at));
    const whole = text();
    const start = whole.indexOf("\n") + 1;
    const length = whole.indexOf("\n", start) - start;
    for (let i = 0; i < length; i += 7) {
      const bytes = Buffer.from(whole);
      bytes[start + i]! ^= 0x02;
      if (bytes[start + i] === 0x0a) continue;
      writeFileSync(keyring.ledgerPath, bytes);
      await expect(read()).rejects.toThrow(changed(2));
    }
  });

  test("also the last, and also one that another operator's key made", async () => {
    await ledger.append(destruction(1));
    const foreign = await createKeyring({ keys, operator: "globex" }, systemRandom);
    await new Ledger(foreign).append(destruction(2));
    appendFileSync(keyring.ledgerPath, readFileSync(foreign.ledgerPath));
    await expect(read()).rejects.toThrow(changed(2));
  });

  test("a mark for another cut-off line does not excuse it", async () => {
    await ledger.append(destruction(1));
    appendFileSync(keyring.ledgerPath, '{"at":1');
    await ledger.append(destruction(2));
    writeFileSync(keyring.ledgerPath, text().replace('{"at":1\n', '{"at":2\n'));
    await expect(read()).rejects.toThrow(changed(2));
  });
});

test("a ledger that is gone is not made anew", async () => {
  renameSync(keyring.ledgerPath, `${keyring.ledgerPath}.away`);
  await expect(ledger.append(destruction(1))).rejects.toThrow(
    expect.objectContaining({ code: "ledger-unwritable", detail: "ENOENT" }),
  );
  await expect(read()).rejects.toThrow(expect.objectContaining({ code: "ledger-missing" }));
  mkdirSync(keyring.ledgerPath);
  await expect(ledger.append(destruction(1))).rejects.toThrow(
    expect.objectContaining({ code: "ledger-unwritable" }),
  );
  rmdirSync(keyring.ledgerPath);
  renameSync(`${keyring.ledgerPath}.away`, keyring.ledgerPath);
});

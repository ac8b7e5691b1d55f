import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OpenedOperator } from "../../src/open-operator.ts";
import { ManualClock } from "../../src/platform/clock/index.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { brokenJournal, brokenSubmissions } from "./broken-submissions.ts";
import { addReader, openForm, type Sending, send } from "./submissions.ts";

const START = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let clock: ManualClock;
  let operator: OpenedOperator;
  const acknowledged = new Map<string, number>();

  beforeEach(async () => {
    acknowledged.clear();
    installation = await temporaryInstallation(engine);
    clock = new ManualClock(START);
    operator = await installation.open({ clock });
    await addReader(operator);
    clock.advance(HOUR);
  });
  afterEach(() => installation.remove());

  /** Sends, and says what the visitor is told. */
  async function told(sending: Sending): Promise<string> {
    const sent = await send(operator, sending);
    if (sent.outcome !== "received") return sent.outcome === "refused" ? sent.refusal.code : sent.outcome;
    acknowledged.set(sent.receipt.reference, sending.number);
    return sent.outcome;
  }

  async function nothingBroke(): Promise<void> {
    await operator.journal.sequencer.drain();
    expect(await brokenSubmissions(operator, acknowledged)).toEqual([]);
    expect(await brokenJournal(operator)).toEqual([]);
  }

  test("a clock set back an hour refuses nobody and breaks no order", async () => {
    expect(await told(await openForm(operator, 1))).toBe("received");
    const before = await openForm(operator, 2);
    clock.jumpTo(clock.now() - HOUR / 2);
    expect(await told(before)).toBe("received");
    expect(await told(await openForm(operator, 3))).toBe("received");
    await nothingBroke();
  });

  test("a clock set back to before the first version refuses, since nothing was in force then", async () => {
    const before = await openForm(operator, 1);
    clock.jumpTo(START - HOUR);
    expect(await told(before)).toBe("no-policy");
    clock.jumpTo(START + 2 * HOUR);
    expect(await told(before)).toBe("received");
    await nothingBroke();
  });

  test("a clock set forward a year lets forms that were open expire, and takes new ones", async () => {
    const before = await openForm(operator, 1);
    clock.jumpTo(clock.now() + YEAR);
    expect(await told(before)).toBe("shown-expired");
    expect(await told(await openForm(operator, 2))).toBe("received");
    clock.jumpTo(clock.now() - YEAR);
    expect(await told(await openForm(operator, 3))).toBe("received");
    await nothingBroke();
  });
});

import { existsSync } from "node:fs";
import { journalHealth } from "../../../trust/journal/index.ts";
import type { Operator } from "../../operator.ts";
import { type Finding, note, sound, wrong } from "./examination.ts";

/** Left behind by systemd-timesyncd once it has set the clock, and by chrony and ntpd while they run. */
const KEPT_BY_SERVER = ["/run/systemd/timesync/synchronized", "/run/chrony/chronyd.pid", "/run/ntpd.pid"];

/** What two clocks that are kept may be apart, ms. */
const TOLERATED = 2_000;

/** The server's clock is the time of every record: against the newest record, and by the system's own word. */
export async function examineClock({ store, clock }: Operator): Promise<Finding[]> {
  const now = clock.now();
  const { newest } = await store.read((reader) => journalHealth(reader, now));
  const ahead = (newest ?? 0) - now;
  const order =
    ahead > TOLERATED
      ? wrong(
          "clock",
          `The journal's newest entry is ${Math.round(ahead / 1000)} s ahead of this machine's clock.`,
          "Set the clock. What is recorded meanwhile bears a time before what was recorded earlier.",
        )
      : sound("clock", "The clock is not behind the journal's newest entry.");
  return [order, ...keptByServer()];
}

function keptByServer(): Finding[] {
  if (process.platform !== "linux") return [];
  return KEPT_BY_SERVER.some((file) => existsSync(file))
    ? [sound("clock", "A time server keeps this machine's clock.")]
    : [note("clock", "Nothing here tells whether a time server keeps this machine's clock.")];
}

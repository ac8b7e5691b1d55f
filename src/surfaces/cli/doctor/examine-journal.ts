import { journalHealth } from "../../../trust/journal/index.ts";
import type { Operator } from "../../operator.ts";
import { type Finding, sound, wrong } from "./examination.ts";

/** Whether the journal takes and places entries, and whether somebody tried to slip one in. */
export async function examineJournal({ store, clock }: Operator): Promise<Finding[]> {
  const health = await store.read((reader) => journalHealth(reader, clock.now()));
  const found: Finding[] = [];
  if (health.forged > 0) {
    found.push(
      wrong(
        "journal",
        `${health.forged} rows were put among the journal's entries past the journal.`,
        "Somebody wrote to the database. Keep it as it is, and find out who can.",
      ),
    );
  }
  if (health.waited > 10_000) {
    found.push(
      wrong(
        "journal",
        `An entry has waited for its place for ${Math.round(health.waited / 1000)} s.`,
        "See that upheld start runs, and what it logs as journal.failed.",
      ),
    );
  }
  return found.length > 0
    ? found
    : [sound("journal", `The journal has ${health.size ?? 0} entries; none waits.`)];
}

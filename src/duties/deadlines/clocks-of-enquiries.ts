import { localDate } from "../../platform/clock/index.ts";
import type { Random } from "../../platform/random/index.ts";
import { requestClocks, type RulePack } from "../../policy/index.ts";
import type { EnquiryClocks } from "../../services/intake/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import { announceDue } from "./announce-due.ts";
import { startClocks } from "./start-clocks.ts";
import { DEADLINES } from "./deadlines-actor.ts";
import { resumeClocks, stopClocks } from "./stop-clocks.ts";

/**
 * The clocks of enquiries about one's own data. Which right such a letter exercises is known once it has been read, so
 * every clock that its receipt may have started runs from its receipt (152-FZ 20; tensions T05, T34).
 */
export function clocksOfEnquiries(parts: {
  readonly rules: readonly RulePack[];
  readonly random: Random;
  readonly journal: Pick<Journal, "append">;
}): EnquiryClocks {
  return {
    start: (tx, { id, subject, shardKey, policy, version }) =>
      startClocks(
        tx,
        { kind: "enquiry", id, subject, shardKey, startedAt: tx.at },
        requestClocks(parts.rules, policy, localDate(tx.at, policy.operator.timeZone)),
        { ...parts, policy, version },
      ),
    announce: (tx, id) => announceDue(tx, id, { ...parts, actor: DEADLINES }),
    stop: stopClocks,
    resume: resumeClocks,
  };
}

import { type CompiledPolicy, isProcessingOperation } from "../../../policy/index.ts";
import { countEntries, judged } from "../journal-pages.ts";
import type { LeafEntry } from "../journal-leaf.ts";
import type { LiveCheck } from "../live-check.ts";
import { inForceAt } from "../published-policies.ts";

/**
 * Every decision in the journal about a person names one operation of the closed list, and a purpose of the policy
 * that it was made under or of the statutory set. A refusal of words that no policy declares keeps none of them.
 * Clauses itsectr-privacy/1.1.3, 6.2.1, itserw-privacy/2.0, img-privacy/2.6.
 */
export const journalledOperations: LiveCheck = {
  code: "journalled-operations",
  counts: {
    en: "Every entry of the journal about a person names an operation of the closed list and a purpose of the policy or of a statute.",
    ru: "Каждая запись журнала о человеке называет операцию из закрытого перечня и цель из политики или закона.",
  },
  recount: ({ store, policies, statutory }, after) =>
    store.read((reader) =>
      countEntries(reader, after, null, async (entries) => {
        const versions = await policies.versions(reader);
        const about = entries.filter(({ subjects = [] }) => subjects.length > 0);
        const under = new Map<LeafEntry, CompiledPolicy | null>();
        for (const entry of about) {
          const named = entry.decision?.policy;
          const hash = typeof named === "string" ? named : inForceAt(versions, Number(entry.at))?.policy;
          under.set(entry, hash === undefined ? null : await policies.compiled(reader, hash));
        }
        return judged(about, (entry) => {
          const { operation, purpose, decision } = entry;
          if (decision?.allowed === false && decision.about === "undeclared") return purpose !== undefined;
          if (entry.event === "decision" && (operation === undefined || purpose === undefined)) return true;
          if (operation !== undefined && !isProcessingOperation(operation)) return true;
          const known =
            statutory.some(({ code }) => code === purpose) ||
            under.get(entry)?.purposes.some(({ code }) => code === purpose) === true;
          return purpose !== undefined && !known;
        });
      }),
    ),
};

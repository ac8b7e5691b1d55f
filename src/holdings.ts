import { deadlinesHolding } from "./duties/deadlines/index.ts";
import { consentsHolding } from "./people/consents/index.ts";
import { staffHolding } from "./people/staff/index.ts";
import { queuedWorkHolding, subjectsHolding } from "./people/subjects/index.ts";
import { advertisersHolding, enquiriesHolding, formAllowancesHolding } from "./services/intake/index.ts";
import { messagesHolding } from "./services/messages/index.ts";
import type { Holding } from "./trust/holdings/index.ts";
import type { Vault } from "./trust/vault/index.ts";

/** Everything that is held about a person, in the order in which it is removed: what refers to a row before the row. */
export function holdingsOf(vault: Vault): readonly Holding[] {
  return [
    queuedWorkHolding,
    messagesHolding,
    deadlinesHolding,
    enquiriesHolding,
    formAllowancesHolding,
    advertisersHolding,
    staffHolding,
    consentsHolding,
    subjectsHolding(vault),
  ];
}

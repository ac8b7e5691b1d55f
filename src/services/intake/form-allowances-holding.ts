import type { Holding } from "../../trust/holdings/index.ts";

/**
 * The allowances of networks and mailboxes. No row can be traced to a person who is held: it is a keyed digest of a day
 * and a network or mailbox, which nothing else refers to and which the sweep removes within two hours. So there is nothing to list, and
 * nothing that outlives its use to remove.
 */
export const formAllowancesHolding: Holding = {
  name: "form-allowances",
  tables: ["form_allowance"],
  list: () => Promise.resolve([]),
  remove: () => Promise.resolve(0),
};

import type { Holding } from "../../trust/holdings/index.ts";

/**
 * The register of who may advertise. An entry is an agreement of the operator's with a firm; nothing in it refers to a
 * person who is held, and its digest is made with a key of its own, so that it meets no address of anybody. It ends with
 * the agreement.
 */
export const advertisersHolding: Holding = {
  name: "advertisers",
  tables: ["advertiser"],
  list: () => Promise.resolve([]),
  remove: () => Promise.resolve(0),
};

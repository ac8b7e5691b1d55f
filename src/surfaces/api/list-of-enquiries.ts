import { z } from "zod";
import { endpoint, refuse, type Route } from "../../platform/http/index.ts";
import { listEnquiries } from "../../services/intake/index.ts";
import type { Operator } from "../operator.ts";
import { timeOf, withApiKey } from "./with-api-key.ts";

const query = z.strictObject({
  /** Left out: every state. `unconfirmed`: those whose address nobody has confirmed, which no other list shows. */
  status: z.enum(["open", "answered", "closed", "unconfirmed"]).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** The `next` of the page before. */
  before: z.uuid().optional(),
});

/**
 * `GET /api/enquiries`: references and states, newest first, for the purposes that the key may extract for. Nothing of
 * a person, so nothing is opened; a key that may extract for no purpose gets 403.
 */
export function listOfEnquiries(operator: Operator): Route {
  return endpoint({
    method: "GET",
    path: "/api/enquiries",
    summary: "The newest enquiries of the key's purposes: reference, form, state. Nothing of a person.",
    request: { query },
    response: z.object({
      enquiries: z.array(
        z.object({
          reference: z.string(),
          form: z.string(),
          purpose: z.string(),
          status: z.string(),
          receivedAt: z.iso.datetime(),
        }),
      ),
      /** What `before` takes to go on; null on the last page. */
      next: z.uuid().nullable(),
    }),
    handle: (exchange, { query: { status, limit, before } }) =>
      withApiKey(exchange, operator, async (tx, { authorisations }) => {
        const purposes = authorisations
          .filter(({ operations }) => operations.includes("extract"))
          .map(({ purpose }) => purpose);
        if (purposes.length === 0) return refuse("not-authorised");
        const listed = await listEnquiries(tx, purposes, {
          limit,
          ...(status === undefined ? {} : { status }),
          ...(before === undefined ? {} : { before }),
        });
        return {
          enquiries: listed.map(({ reference, form, purpose, status: state, receivedAt }) => ({
            reference,
            form,
            purpose,
            status: state,
            receivedAt: timeOf(receivedAt),
          })),
          next: listed.length < limit ? null : (listed.at(-1)?.id ?? null),
        };
      }),
  });
}

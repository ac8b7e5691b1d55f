import { z } from "zod";
import { endpoint, refuse, type Route } from "../../platform/http/index.ts";
import { listEnquiries } from "../../services/intake/index.ts";
import type { Operator } from "../operator.ts";
import { timeOf, withApiKey } from "./with-api-key.ts";

/**
 * `GET /api/enquiries`: references and states, newest first, for the purposes that the key may extract for. Nothing of
 * a person, so nothing is opened; a key that may extract for no purpose gets 403.
 */
export function listOfEnquiries(operator: Operator): Route {
  return endpoint({
    method: "GET",
    path: "/api/enquiries",
    summary: "The newest enquiries of the key's purposes: reference, form, state. Nothing of a person.",
    request: { query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }) },
    response: z.object({
      enquiries: z.array(
        z.object({
          reference: z.string(),
          form: z.string(),
          status: z.string(),
          receivedAt: z.iso.datetime(),
        }),
      ),
    }),
    handle: (exchange, { query }) =>
      withApiKey(exchange, operator, async (tx, { authorisations }) => {
        const purposes = authorisations
          .filter(({ operations }) => operations.includes("extract"))
          .map(({ purpose }) => purpose);
        if (purposes.length === 0) return refuse("not-authorised");
        const listed = await listEnquiries(tx, purposes, query.limit);
        return {
          enquiries: listed.map(({ reference, form, status, receivedAt }) => ({
            reference,
            form,
            status,
            receivedAt: timeOf(receivedAt),
          })),
        };
      }),
  });
}

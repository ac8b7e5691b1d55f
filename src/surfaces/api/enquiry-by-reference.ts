import { z } from "zod";
import { endpoint, refuse, type Route } from "../../platform/http/index.ts";
import { openEnquiry } from "../../services/intake/index.ts";
import type { Operator } from "../operator.ts";
import { timeOf, withApiKey } from "./with-api-key.ts";

/**
 * `GET /api/enquiries/:reference`: one enquiry, opened under the purpose for which it was collected, with the key as
 * the actor (clause itsectr-privacy/4.1.1). The reading, or its refusal, is journalled before anything leaves.
 */
export function enquiryByReference(operator: Operator): Route {
  const { publication } = operator;
  return endpoint({
    method: "GET",
    path: "/api/enquiries/:reference",
    summary: "One enquiry with what was written, as far as the key's authorisations go. Journalled.",
    request: { params: z.strictObject({ reference: z.string().max(40) }) },
    response: z.object({
      reference: z.string(),
      form: z.string(),
      purpose: z.string(),
      status: z.string(),
      receivedAt: z.iso.datetime(),
      values: z.array(
        z.object({
          attribute: z.string(),
          /** A part of a name, or the kind of a telephone. */
          qualifier: z.string().nullable(),
          value: z.string(),
          verificationStatus: z.enum(["unverified", "verified"]),
          receivedAt: z.iso.datetime(),
        }),
      ),
    }),
    async handle(exchange, { params }) {
      const opened = await withApiKey(exchange, operator, async (tx, { actor }) => {
        const policy = await publication.inForce(tx, tx.at);
        if (policy === null) return refuse("no-policy");
        return openEnquiry(tx, actor, params.reference, { ...operator, policy: policy.compiled });
      });
      // Outside the unit: a refusal is on record.
      if ("refusal" in opened) return refuse(opened.refusal.code);
      const { reference, form, purpose, status, receivedAt, values } = opened.enquiry;
      return {
        reference,
        form,
        purpose,
        status,
        receivedAt: timeOf(receivedAt),
        values: values.map((value) => ({
          attribute: value.attribute,
          qualifier: value.qualifier,
          value: value.value,
          verificationStatus: value.verificationStatus,
          receivedAt: timeOf(value.receivedAt),
        })),
      };
    },
  });
}

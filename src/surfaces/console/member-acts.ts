import { z } from "zod";
import type { Route } from "../../platform/http/index.ts";
import type { Transaction } from "../../platform/store/index.ts";
import {
  endStaff,
  grantRight,
  isStaffRight,
  revokeAuthorisation,
  revokeRight,
  setTopics,
  StaffError,
} from "../../people/staff/index.ts";
import type { ConsoleParts } from "./console-parts.ts";
import { type Done, saying } from "./done.ts";
import { memberAddress, memberParams } from "./member-page.tsx";
import { several } from "./several.ts";
import { type Visit, workAct } from "./work-page.ts";

/**
 * What is done with a member of staff by one button each (clause itsectr-privacy/1.1.1). Done before, each says that
 * there was nothing to do.
 */
export function memberActs(parts: ConsoleParts): Route[] {
  const { operator } = parts;
  const act = <F extends z.ZodObject>(
    name: string,
    fields: F,
    done: Done,
    unit: (tx: Transaction, visit: Visit, staff: string, fields: z.output<F>) => Promise<unknown>,
  ): Route =>
    workAct(parts, {
      path: `/console/staff/:id/${name}/`,
      right: "manage-staff",
      params: memberParams,
      fields,
      from: ({ exchange }, { id }) => memberAddress(exchange.links, id),
      async act(visit, { id }, sent) {
        const { links } = visit.exchange;
        try {
          await operator.store.transaction((tx) => unit(tx, visit, id, sent));
        } catch (error) {
          if (error instanceof StaffError && error.code === "not-held") {
            return saying(memberAddress(links, id), "nothing-to-do");
          }
          throw error;
        }
        return saying(memberAddress(links, id), done);
      },
    });
  const right = z.strictObject({ right: z.string().max(40) });
  const ending = z.strictObject({
    keys: z.literal("on").optional(),
    "keys-shown": z.literal("yes").optional(),
  });
  return [
    act(
      "revoke",
      z.strictObject({ purpose: z.string().max(100) }),
      "revoked",
      (tx, { actor }, staff, { purpose }) => revokeAuthorisation(tx, actor, { staff, purpose }, operator),
    ),
    act("topics", z.strictObject({ topics: several }), "topics-set", (tx, { actor }, staff, { topics }) =>
      setTopics(tx, actor, { staff, topics }, operator),
    ),
    act("grant-right", right, "granted", (tx, { actor }, staff, sent) =>
      grantRight(tx, actor, { staff, right: rightOf(sent.right) }, operator),
    ),
    act("revoke-right", right, "revoked", (tx, { actor }, staff, sent) =>
      revokeRight(tx, actor, { staff, right: rightOf(sent.right) }, operator),
    ),
    act("end", ending, "member-ended", (tx, { actor }, staff, sent) => {
      // An unticked box sends nothing: that it was shown, and left empty, is what keeps keys.
      const keepKeys = sent["keys-shown"] !== undefined && sent.keys === undefined;
      return endStaff(tx, actor, staff, operator, { keepKeys });
    }),
  ];
}

function rightOf(sent: string) {
  if (!isStaffRight(sent)) throw new StaffError("right-unknown");
  return sent;
}

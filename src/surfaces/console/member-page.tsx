import { z } from "zod";
import { type Link, type Links, refuse, type Route, seeOther, shown } from "../../platform/http/index.ts";
import { instantOf } from "../../platform/clock/index.ts";
import {
  grantAuthorisation,
  keysHeldBy,
  mailSignInLink,
  makeSignInLink,
  openStaff,
  signInPath,
  standingOf,
  STAFF_ERRORS,
  StaffError,
  topicCodes,
  topicsOf,
} from "../../people/staff/index.ts";
import { isProcessingOperation } from "../../policy/index.ts";
import type { ConsoleParts } from "./console-parts.ts";
import { type Done, saying } from "./done.ts";
import { topicText } from "./enquiry-subject.ts";
import { MemberView, memberView } from "./member-view.tsx";
import { grantablePurposes, operationText, purposeText } from "./purposes.ts";
import { several } from "./several.ts";
import { staffWords } from "./staff.messages.ts";
import { type Visit, workPage } from "./work-page.ts";

/** Of every address below `/console/staff/`. */
export const memberParams = z.object({ id: z.uuid() });

type View = z.input<typeof memberView>;

/** One member of staff: rights, and authorisations by purpose, each given and taken by itself (clause itsectr-privacy/1.1.1). */
export function memberPage(parts: ConsoleParts): Route {
  const { operator } = parts;
  return workPage(parts, {
    path: "/console/staff/:id/",
    right: "manage-staff",
    params: memberParams,
    view: memberView,
    show: async (visit, { id }) => visit.view(await lookAt(parts, visit, id)),
    form: {
      fields: z.strictObject({
        purpose: z.string().max(100),
        operations: several,
        until: z.string().max(40),
      }),
      async submit(visit, { id }, typed) {
        const { actor, exchange, policy } = visit;
        const { language } = exchange;
        const words = staffWords(language);
        const wrong = async (field: "" | "purpose" | "until", text: string) =>
          shown(visit.view(await lookAt(parts, visit, id, { typed, problem: { field, text } })), 422);

        const operations = typed.operations.filter(isProcessingOperation);
        if (operations.length === 0) return wrong("", words.operationsMissing);
        const until =
          typed.until === "" ? undefined : instantOf(typed.until, policy.compiled.operator.timeZone);
        if (until === null) return wrong("until", words.untilWrong);
        const { purpose } = typed;
        try {
          const done = await operator.store.transaction(async (tx): Promise<Done> => {
            const held = (await standingOf(tx, actor, id)).authorisations;
            const has = held.some(
              (one) =>
                one.purpose === purpose &&
                one.until === (until ?? null) &&
                operations.every((operation) => one.operations.includes(operation)),
            );
            if (has) return "nothing-to-do";
            const granted = { staff: id, purpose, operations, ...(until === undefined ? {} : { until }) };
            await grantAuthorisation(tx, actor, granted, operator);
            return "granted";
          });
          return seeOther(saying(memberAddress(exchange.links, id), done));
        } catch (error) {
          if (!(error instanceof StaffError) || error.status !== 422) throw error;
          const field = error.code === "period-malformed" ? "until" : "purpose";
          return wrong(field, STAFF_ERRORS[error.code].message[language]);
        }
      },
      again: () => refuse("form-malformed"),
    },
    render: (model, frame, around) => <MemberView model={model} frame={frame} around={around} />,
  });
}

/** Where one member of staff is worked on. */
export function memberAddress(links: Links, id: string): Link {
  return links.page("/console/staff/:id/", { id });
}

async function lookAt(
  parts: ConsoleParts,
  visit: Visit,
  id: string,
  changed: Partial<View> = {},
): Promise<View> {
  const { operator } = parts;
  const { actor, exchange, policy, staff } = visit;
  const { language, at } = exchange;
  const opened = await operator.store.transaction(async (tx) => {
    const found = await openStaff(tx, actor, id, operator);
    if ("refusal" in found) return found;
    const topics = await topicsOf(tx, id, tx.at);
    return { ...found, keys: await keysHeldBy(tx, actor, id), topics };
  });
  if ("refusal" in opened) return refuse(opened.refusal.code);
  const { member, keys, topics } = opened;
  return {
    id: member.staff,
    name: member.name,
    login: member.login,
    email: member.email,
    you: member.staff === staff.staff,
    ended: member.until !== null && member.until <= at,
    lastSeen: member.lastSeen,
    rights: [...member.rights],
    authorisations: member.authorisations.map(({ purpose, operations, until }) => ({
      purpose,
      label: purposeText(purpose, policy.compiled, operator, language),
      operations: operations.map((operation) => operationText(operation, language)),
      until,
    })),
    purposes: grantablePurposes(policy.compiled, operator, language).map(({ code, label }) => ({
      value: code,
      label,
    })),
    keys: keys.map(({ label }) => label),
    topics: topicCodes(policy.compiled).map((code) => ({
      value: code,
      label: topicText(code, policy.compiled, language),
      set: topics.includes(code),
    })),
    problem: null,
    typed: { purpose: "", operations: [], until: "" },
    link: null,
    ...changed,
  };
}

/**
 * A fresh link for somebody to sign in with: mailed to them, or, while they have neither an address nor ever signed in,
 * shown once to be handed over. Whoever manages staff is nobody else by that.
 */
export function memberLinkPage(parts: ConsoleParts): Route {
  const { operator } = parts;
  return workPage(parts, {
    path: "/console/staff/:id/link/",
    right: "manage-staff",
    params: memberParams,
    view: memberView,
    show: ({ exchange }, { id }) => seeOther(memberAddress(exchange.links, id)),
    form: {
      fields: z.strictObject({}),
      async submit(visit, { id }) {
        const { links } = visit.exchange;
        const made = await operator.store.transaction(async (tx) =>
          (await mailSignInLink(tx, visit.actor, id, operator))
            ? null
            : makeSignInLink(tx, visit.actor, id, operator),
        );
        if (made === null) return seeOther(saying(memberAddress(links, id), "link-mailed"));
        const link = links.absolute(links.page(signInPath(made.token) as "/console/sign-in/"));
        return visit.view(await lookAt(parts, visit, id, { link }));
      },
      again: () => refuse("form-malformed"),
    },
    render: (model, frame, around) => <MemberView model={model} frame={frame} around={around} />,
  });
}

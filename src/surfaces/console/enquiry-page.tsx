import { z } from "zod";
import { type PageAnswer, refuse, type Route, seeOther, shown } from "../../platform/http/index.ts";
import { clocksOf } from "../../duties/deadlines/index.ts";
import { colleagueNames } from "../../people/staff/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { attributesOf, clauseOf, type CompiledPolicy } from "../../policy/index.ts";
import {
  answerEnquiry,
  closeEnquiry,
  CUT_REASONS,
  INTAKE_ERRORS,
  IntakeError,
  lastAnswer,
  openEnquiry,
  type OpenedEnquiry,
  prohibitionsOf,
  recordViolation,
  redactEnquiry,
  releaseEnquiry,
  reopenEnquiry,
  takeOnEnquiry,
  VIOLATION_REASONS,
  violationsOf,
} from "../../services/intake/index.ts";
import type { ConsoleParts } from "./console-parts.ts";
import { saying } from "./done.ts";
import { enquiryWords } from "./enquiry.messages.ts";
import { enquiryRowOf } from "./enquiry-row.tsx";
import { clockRows } from "./owed.tsx";
import { EnquiryView, enquiryView } from "./enquiry-view.tsx";
import { entryOf } from "./journal-beside.tsx";
import { purposeText } from "./purposes.ts";
import { type Visit, workAct, workPage } from "./work-page.ts";
import { qualifiedLabel } from "../qualifier.messages.ts";

/** As people type it; what it means is the intake room's to say. */
const params = z.object({ reference: z.string().regex(/^[0-9A-Za-z -]{1,40}$/) });

type View = z.input<typeof enquiryView>;

/**
 * One enquiry, read under the purpose for which it was collected, beside its journal, in which this reading stands too
 * (clauses itsectr-privacy/1.1.1, 3.2.5, 4.1.1). Answered here by mail. Addresses of the network are not shown.
 */
export function enquiryPage(parts: ConsoleParts): Route {
  const { operator } = parts;

  const look = async (visit: Visit, reference: string, changed: Partial<View> = {}): Promise<View> => {
    const { actor, policy, exchange, staff } = visit;
    const { language, at } = exchange;
    const { compiled } = policy;
    const opened = await operator.store.transaction(async (tx) => {
      const found = await openEnquiry(tx, actor, reference, { ...operator, policy: compiled });
      if ("refusal" in found) return found;
      return { ...found, names: await colleagueNames(tx, staff, colleaguesIn(found.enquiry), operator) };
    });
    // By now the refusal is journalled; only then is it told.
    if ("refusal" in opened) return refuse(opened.refusal.code);
    const { enquiry, names } = opened;
    const { versions, clocks, violations } = await operator.store.read(async (reader) => ({
      versions: await operator.publication.timeline(reader),
      clocks: (await clocksOf(reader, [enquiry.id])).get(enquiry.id) ?? [],
      violations: await violationsOf(reader, enquiry.id),
    }));
    const attributes = new Map(attributesOf(compiled).map((one) => [one.code, one]));
    const consents = new Map(compiled.consents.map(({ code, label }) => [code, label[language]]));
    return {
      enquiry: enquiryRowOf(enquiry, at, { policy: compiled, language }, clocks),
      clocks: clockRows(clocks, compiled, operator.rules, language),
      purpose: purposeText(enquiry.purpose, compiled, operator, language),
      closedAt: enquiry.closedAt,
      confirmed: enquiry.confirmedAt !== null,
      shown:
        enquiry.shown === null
          ? null
          : {
              version: versions.find(({ policy: hash }) => hash === enquiry.shown?.policy)?.number ?? null,
              language: enquiry.shown.language,
            },
      values: enquiry.values.map(({ attribute, qualifier, value, verificationStatus }) => ({
        label: qualifiedLabel(attributes.get(attribute)?.label[language] ?? attribute, qualifier, language),
        value,
        verified: verificationStatus === "verified",
        long: attributes.get(attribute)?.kind === "free-text",
      })),
      consents: enquiry.consents.map(({ consent, givenAt, confirmedAt, withdrawnAt }) => ({
        label: consents.get(consent) ?? consent,
        state:
          withdrawnAt !== null
            ? "consentWithdrawn"
            : confirmedAt !== null
              ? "consentConfirmed"
              : "consentGiven",
        at: withdrawnAt ?? confirmedAt ?? givenAt,
      })),
      exchanged: exchangedIn(enquiry, staff.staff, names),
      owner:
        enquiry.owner === null
          ? null
          : {
              by: enquiry.owner.slice(-6),
              name: names.get(enquiry.owner) ?? null,
              you: enquiry.owner === staff.staff,
            },
      seen: enquiry.answers.at(-1)?.id ?? "",
      entries: enquiry.entries.map((entry) => entryOf(entry, staff.staff, names)),
      found: spotsOf(enquiry),
      prohibitions: prohibitionsOf(compiled).map((clause) => ({
        value: clause,
        label: `${clause.split("/").at(-1) ?? ""}. ${excerptOf(clause, compiled, language)}`,
      })),
      violations: violations.map(({ clause, reason, recordedAt }) => ({ clause, reason, at: recordedAt })),
      may: staff.authorisations
        .filter(({ purpose }) => purpose === enquiry.purpose)
        .flatMap(({ operations }) => operations),
      problem: null,
      typed: "",
      ...changed,
    };
  };

  const again = async (
    visit: Visit,
    reference: string,
    typed: string,
    problem: string,
    status: 409 | 422,
  ): Promise<PageAnswer<ReturnType<typeof visit.view<View>>>> =>
    shown(visit.view(await look(visit, reference, { typed, problem })), status);

  return workPage(parts, {
    path: "/console/enquiries/:reference/",
    params,
    view: enquiryView,
    show: async (visit, { reference }) => visit.view(await look(visit, reference)),
    form: {
      fields: z.strictObject({ text: z.string().max(60_000), seen: z.union([z.uuid(), z.literal("")]) }),
      written: (language) => [{ name: "text", label: enquiryWords(language).text, required: true }],
      async submit(visit, { reference }, { text, seen }) {
        const { actor, policy, exchange } = visit;
        const { language, links } = exchange;
        try {
          const answered = await operator.store.transaction(async (tx) => {
            if (((await lastAnswer(tx, reference)) ?? "") !== seen) return null;
            return answerEnquiry(tx, actor, reference, text, { ...operator, policy: policy.compiled });
          });
          if (answered === null) {
            return await again(visit, reference, text, enquiryWords(language).answeredMeanwhile, 409);
          }
          if ("refusal" in answered) return refuse(answered.refusal.code, { kept: "nothing" });
        } catch (error) {
          if (!(error instanceof IntakeError) || (error.status !== 409 && error.status !== 422)) throw error;
          const problem = INTAKE_ERRORS[error.code].message[language];
          return await again(visit, reference, text, problem, error.status === 409 ? 409 : 422);
        }
        return seeOther(saying(links.page("/console/enquiries/:reference/", { reference }), "answered"));
      },
      again: (visit, { reference }, { typed }) =>
        again(
          visit,
          reference,
          typed["text"] ?? "",
          INTAKE_ERRORS["answer-too-long"].message[visit.exchange.language],
          422,
        ),
    },
    render: (model, frame, around) => <EnquiryView model={model} frame={frame} around={around} />,
  });
}

/** What the scan met, as it stands in the text, each once. */
function spotsOf({ spots, values }: OpenedEnquiry): View["found"] {
  const found = new Map<string, View["found"][number]>();
  for (const { attribute, start, end, flag } of spots) {
    const quote = values.find((value) => value.attribute === attribute)?.value.slice(start, end) ?? "";
    if (quote !== "") found.set(quote, { quote, flag });
  }
  return [...found.values()];
}

/** The beginning of a clause, to choose it by. */
function excerptOf(reference: string, policy: CompiledPolicy, language: Language): string {
  const text = clauseOf(policy, reference)?.clause.text[language] ?? "";
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** What staff answered and what the sender added, oldest first. */
function exchangedIn(
  { answers, replies }: OpenedEnquiry,
  you: Pseudonym,
  names: ReadonlyMap<Pseudonym, string>,
): View["exchanged"] {
  const answered = answers.map(({ text, answeredAt, answeredBy }) => ({
    text,
    at: answeredAt,
    staff: { by: answeredBy.slice(-6), name: names.get(answeredBy) ?? null, you: answeredBy === you },
  }));
  const added = replies.map(({ text, receivedAt }) => ({ text, at: receivedAt, staff: null }));
  return [...answered, ...added].sort((a, b) => a.at - b.at);
}

/** Who of those who work here stands on the page. */
function colleaguesIn({ answers, entries, owner }: OpenedEnquiry): Pseudonym[] {
  return [
    ...(owner === null ? [] : [owner]),
    ...answers.map(({ answeredBy }) => answeredBy),
    ...entries.flatMap(({ entry: { actor } }) =>
      actor.kind === "staff" && actor.id !== undefined ? [actor.id] : [],
    ),
  ];
}

/** Closing an enquiry, which starts its retention clock; taking it on; and taking either back. Done before, each says so. */
export function enquiryActs(parts: ConsoleParts): Route[] {
  const { operator } = parts;
  const act = (name: "close" | "reopen", change: typeof closeEnquiry): Route =>
    workAct(parts, {
      path: `/console/enquiries/:reference/${name}/`,
      params,
      fields: z.strictObject({}),
      from: ({ exchange }, at) => exchange.links.page("/console/enquiries/:reference/", at),
      async act({ actor, policy, exchange }, { reference }) {
        const changed = await operator.store.transaction((tx) =>
          change(tx, actor, reference, { ...operator, policy: policy.compiled }),
        );
        if ("refusal" in changed) return refuse(changed.refusal.code);
        const page = exchange.links.page("/console/enquiries/:reference/", { reference });
        if (changed.repeated) return saying(page, "nothing-to-do");
        return saying(page, name === "close" ? "closed" : "reopened");
      },
    });
  const cut = workAct(parts, {
    path: "/console/enquiries/:reference/cut/",
    params,
    fields: z.strictObject({ quote: z.string().max(4000), reason: z.enum(CUT_REASONS) }),
    from: ({ exchange }, at) => exchange.links.page("/console/enquiries/:reference/", at),
    async act({ actor, policy, exchange }, { reference }, { quote, reason }) {
      // As it stands in the text: browsers send line ends of their own.
      const exact = quote.replaceAll(/\r\n?/gu, "\n");
      const cutting = { ...operator, policy: policy.compiled };
      const done = await redactEnquiry(actor, { reference, quote: exact, reason }, cutting);
      if ("refusal" in done) return refuse(done.refusal.code);
      return saying(exchange.links.page("/console/enquiries/:reference/", { reference }), "redacted");
    },
  });
  const violation = workAct(parts, {
    path: "/console/enquiries/:reference/violation/",
    params,
    fields: z.strictObject({ clause: z.string().max(100), reason: z.enum(VIOLATION_REASONS) }),
    from: ({ exchange }, at) => exchange.links.page("/console/enquiries/:reference/", at),
    async act({ actor, policy, exchange }, { reference }, sent) {
      const recorded = await operator.store.transaction((tx) =>
        recordViolation(tx, actor, { reference, ...sent }, { ...operator, policy: policy.compiled }),
      );
      if ("refusal" in recorded) return refuse(recorded.refusal.code);
      const page = exchange.links.page("/console/enquiries/:reference/", { reference });
      return saying(page, recorded.repeated ? "nothing-to-do" : "violation-recorded");
    },
  });
  const ownership = (name: "take-on" | "leave"): Route =>
    workAct(parts, {
      path: `/console/enquiries/:reference/${name}/`,
      params,
      fields: z.strictObject({}),
      from: ({ exchange }, at) => exchange.links.page("/console/enquiries/:reference/", at),
      async act({ actor, policy, exchange }, { reference }) {
        const changed = await operator.store.transaction((tx) =>
          takeOnEnquiry(tx, actor, reference, name === "leave", { ...operator, policy: policy.compiled }),
        );
        if ("refusal" in changed) return refuse(changed.refusal.code);
        const page = exchange.links.page("/console/enquiries/:reference/", { reference });
        if (changed.repeated) return saying(page, "nothing-to-do");
        return saying(page, name === "leave" ? "left" : "taken-on");
      },
    });
  const release = workAct(parts, {
    path: "/console/enquiries/:reference/release/",
    params,
    fields: z.strictObject({}),
    from: ({ exchange }, at) => exchange.links.page("/console/enquiries/:reference/", at),
    async act({ actor, policy, exchange }, { reference }) {
      const released = await operator.store.transaction((tx) =>
        releaseEnquiry(tx, actor, reference, { ...operator, policy: policy.compiled }),
      );
      if ("refusal" in released) return refuse(released.refusal.code);
      const page = exchange.links.page("/console/enquiries/:reference/", { reference });
      return saying(page, released.repeated ? "nothing-to-do" : "released");
    },
  });
  return [
    release,
    cut,
    violation,
    act("close", closeEnquiry),
    act("reopen", reopenEnquiry),
    ownership("take-on"),
    ownership("leave"),
  ];
}

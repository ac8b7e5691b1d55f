import { z } from "zod";
import {
  type Frame,
  type Link,
  type Links,
  refuse,
  type Route,
  seeOther,
  shown,
} from "../../platform/http/index.ts";
import { instantOf } from "../../platform/clock/index.ts";
import {
  Actions,
  Button,
  Check,
  Code,
  DefinitionList,
  Field,
  FieldGroup,
  Form,
  type FormError,
  GroupedCheck,
  Row,
  Rows,
  Select,
  Status,
} from "../../platform/ui/index.ts";
import {
  endStaff,
  grantAuthorisation,
  grantRight,
  isStaffRight,
  keysHeldBy,
  mailSignInLink,
  makeSignInLink,
  openStaff,
  revokeAuthorisation,
  revokeRight,
  signInPath,
  standingOf,
  STAFF_ERRORS,
  STAFF_RIGHTS,
  StaffError,
} from "../../people/staff/index.ts";
import { isProcessingOperation } from "../../policy/index.ts";
import type { Around } from "./around.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { type Done, saying } from "./done.ts";
import { Moment } from "./moment.tsx";
import { CONSOLE_OPERATIONS, grantablePurposes, operationText, purposeText } from "./purposes.ts";
import { several } from "./several.ts";
import { staffWords } from "./staff.messages.ts";
import { type Visit, workAct, workPage } from "./work-page.ts";

const params = z.object({ id: z.uuid() });

const view = z.object({
  id: z.string(),
  name: z.string().nullable(),
  login: z.string().nullable(),
  email: z.string().nullable(),
  you: z.boolean(),
  ended: z.boolean(),
  lastSeen: z.number().nullable(),
  rights: z.array(z.enum(STAFF_RIGHTS)),
  authorisations: z.array(
    z.object({
      purpose: z.string(),
      label: z.string(),
      operations: z.array(z.string()),
      until: z.number().nullable(),
    }),
  ),
  purposes: z.array(z.object({ value: z.string(), label: z.string() })),
  /** Labels of the keys that go with them. */
  keys: z.array(z.string()),
  problem: z.object({ field: z.enum(["", "purpose", "until"]), text: z.string() }).nullable(),
  typed: z.object({ purpose: z.string(), operations: z.array(z.string()), until: z.string() }),
  /** Shown once. */
  link: z.string().nullable(),
});

type View = z.input<typeof view>;
type Model = z.output<typeof view>;

/** One member of staff: rights, and authorisations by purpose, each given and taken by itself (clause itsectr-privacy/1.1.1). */
export function memberPage(parts: ConsoleParts): Route {
  const { operator } = parts;
  return workPage(parts, {
    path: "/console/staff/:id/",
    right: "manage-staff",
    params,
    view,
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
          return seeOther(saying(pageOf(exchange.links, id), done));
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

function pageOf(links: Links, id: string): Link {
  return links.page("/console/staff/:id/", { id });
}

type Tx = Parameters<Parameters<ConsoleParts["operator"]["store"]["transaction"]>[0]>[0];

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
    return "refusal" in found ? found : { ...found, keys: await keysHeldBy(tx, actor, id) };
  });
  if ("refusal" in opened) return refuse(opened.refusal.code);
  const { member, keys } = opened;
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
    params,
    view,
    show: ({ exchange }, { id }) => seeOther(pageOf(exchange.links, id)),
    form: {
      fields: z.strictObject({}),
      async submit(visit, { id }) {
        const { links } = visit.exchange;
        const made = await operator.store.transaction(async (tx) =>
          (await mailSignInLink(tx, visit.actor, id, operator))
            ? null
            : makeSignInLink(tx, visit.actor, id, operator),
        );
        if (made === null) return seeOther(saying(pageOf(links, id), "link-mailed"));
        const link = links.absolute(links.page(signInPath(made.token) as "/console/sign-in/"));
        return visit.view(await lookAt(parts, visit, id, { link }));
      },
      again: () => refuse("form-malformed"),
    },
    render: (model, frame, around) => <MemberView model={model} frame={frame} around={around} />,
  });
}

/** What is done with a member of staff by one button each. Done before, each says that there was nothing to do. */
export function memberActs(parts: ConsoleParts): Route[] {
  const { operator } = parts;
  const act = <F extends z.ZodObject>(
    name: string,
    fields: F,
    done: Done,
    unit: (tx: Tx, visit: Visit, staff: string, fields: z.output<F>) => Promise<unknown>,
  ): Route =>
    workAct(parts, {
      path: `/console/staff/:id/${name}/`,
      right: "manage-staff",
      params,
      fields,
      from: ({ exchange }, { id }) => pageOf(exchange.links, id),
      async act(visit, { id }, sent) {
        const { links } = visit.exchange;
        try {
          await operator.store.transaction((tx) => unit(tx, visit, id, sent));
        } catch (error) {
          if (error instanceof StaffError && error.code === "not-held") {
            return saying(pageOf(links, id), "nothing-to-do");
          }
          throw error;
        }
        return saying(pageOf(links, id), done);
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

interface MemberProps {
  readonly model: Model;
  readonly frame: Frame;
  readonly around: Around;
}

function MemberView({ model, frame, around }: MemberProps) {
  const { language, links } = frame;
  const words = staffWords(language);
  const title = model.name ?? words.unnamed;
  const here = { id: model.id };
  return (
    <ConsoleFrame
      frame={frame}
      title={title}
      around={around}
      room="/console/staff/"
      wrong={model.problem !== null}
    >
      <div class="page-head">
        <h1>{title}</h1>
        {model.you && <Status kind="info">{words.you}</Status>}
        {model.ended && <Status kind="warning">{words.ended}</Status>}
      </div>
      {model.link !== null && <Code caption={words.link} text={model.link} />}
      <DefinitionList
        items={[
          { term: words.login, detail: model.login ?? words.unnamed },
          { term: words.email, detail: model.email ?? "—" },
          {
            term: words.lastSeenTerm,
            detail:
              model.lastSeen === null ? (
                words.neverSeen
              ) : (
                <Moment at={model.lastSeen} language={language} timeZone={around.timeZone} />
              ),
          },
        ]}
      />
      {!model.ended && (
        <Actions>
          <Form language={language} action={links.page("/console/staff/:id/link/", here)}>
            <Button quiet>{words.newLink}</Button>
          </Form>
        </Actions>
      )}
      <h2>{words.authorisations}</h2>
      <Authorisations model={model} frame={frame} around={around} />
      {!model.ended &&
        (model.you ? <p>{words.ownNot}</p> : <GrantForm model={model} frame={frame} around={around} />)}
      <h2>{words.rights}</h2>
      <Rights model={model} frame={frame} around={around} />
      {!model.ended && (
        <>
          <h2>{words.end}</h2>
          <p>{words.endLead}</p>
          <Form
            language={language}
            action={links.page("/console/staff/:id/end/", here)}
            {...(model.keys.length === 0 ? {} : { hidden: { "keys-shown": "yes" } })}
          >
            {model.keys.length > 0 && (
              <Check
                language={language}
                name="keys"
                label={words.endKeys({ keys: model.keys.join(", ") })}
                hint={words.endKeysHint}
                required={false}
                checked
              />
            )}
            <Button quiet>{words.endPress}</Button>
          </Form>
        </>
      )}
    </ConsoleFrame>
  );
}

function Authorisations({ model, frame, around }: MemberProps) {
  const { language, links } = frame;
  const words = staffWords(language);
  if (model.authorisations.length === 0) return <p>{words.noAuthorisations}</p>;
  return (
    <Rows label={words.authorisations}>
      {model.authorisations.map(({ purpose, label, operations, until }) => (
        <Row
          title={label}
          note={operations.join(", ")}
          end={
            <Form
              language={language}
              action={links.page("/console/staff/:id/revoke/", { id: model.id })}
              hidden={{ purpose }}
            >
              {until === null ? (
                words.noEnd
              ) : (
                <>
                  {words.endsOn} <Moment at={until} language={language} timeZone={around.timeZone} />
                </>
              )}{" "}
              <Button quiet small label={words.revokeWhat({ what: label })}>
                {words.revoke}
              </Button>
            </Form>
          }
        />
      ))}
    </Rows>
  );
}

function GrantForm({ model, frame }: MemberProps) {
  const { language } = frame;
  const words = staffWords(language);
  const { typed, problem } = model;
  const errors: FormError[] = problem === null ? [] : [problem];
  const errorOf = (field: string) => (problem?.field === field ? problem.text : null);
  return (
    <>
      <h3>{words.grant}</h3>
      <Form
        language={language}
        action={frame.links.page("/console/staff/:id/", { id: model.id })}
        errors={errors}
      >
        <Select
          language={language}
          name="purpose"
          label={words.purpose}
          required
          value={typed.purpose}
          options={model.purposes}
          error={errorOf("purpose")}
        />
        <FieldGroup legend={words.operations}>
          {CONSOLE_OPERATIONS.map((operation) => (
            <GroupedCheck
              name="operations"
              value={operation}
              label={operationText(operation, language)}
              checked={typed.operations.includes(operation)}
            />
          ))}
        </FieldGroup>
        <Field
          language={language}
          kind="date"
          name="until"
          label={words.until}
          hint={words.untilHint}
          required={false}
          value={typed.until}
          error={errorOf("until")}
        />
        <Button>{words.give}</Button>
      </Form>
    </>
  );
}

function Rights({ model, frame, around }: MemberProps) {
  const { language, links } = frame;
  const words = staffWords(language);
  return (
    <Rows label={words.rights}>
      {STAFF_RIGHTS.map((right) => {
        const has = model.rights.includes(right);
        const what = words[`right-${right}`];
        const path = has ? "/console/staff/:id/revoke-right/" : "/console/staff/:id/grant-right/";
        const mayGive = !model.ended && (has || around.rights.includes(right));
        return (
          <Row
            title={what}
            {...(has ? { marks: <Status kind="success">✓</Status> } : {})}
            {...(mayGive
              ? {
                  end: (
                    <Form language={language} action={links.page(path, { id: model.id })} hidden={{ right }}>
                      <Button quiet small label={has ? words.revokeWhat({ what }) : words.giveWhat({ what })}>
                        {has ? words.revoke : words.give}
                      </Button>
                    </Form>
                  ),
                }
              : {})}
          />
        );
      })}
    </Rows>
  );
}

import { z } from "zod";
import { type Frame, refuse, type Route, shown } from "../../platform/http/index.ts";
import {
  Button,
  ButtonLink,
  Code,
  Field,
  FieldGroup,
  Form,
  type FormError,
  GroupedCheck,
  Notice,
  Row,
  Rows,
  Status,
} from "../../platform/ui/index.ts";
import {
  inviteStaff,
  isStaffRight,
  listStaff,
  makeSignInLink,
  signInPath,
  STAFF_ERRORS,
  STAFF_RIGHTS,
  StaffError,
  type StaffErrorCode,
} from "../../people/staff/index.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { Moment } from "./moment.tsx";
import { grantablePurposes } from "./purposes.ts";
import { several } from "./several.ts";
import { staffWords } from "./staff.messages.ts";
import { type Visit, workPage } from "./work-page.ts";

const view = z.object({
  staff: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      login: z.string().nullable(),
      you: z.boolean(),
      ended: z.boolean(),
      lastSeen: z.number().nullable(),
      rights: z.array(z.enum(STAFF_RIGHTS)),
      purposes: z.number(),
    }),
  ),
  purposes: z.array(z.object({ code: z.string(), label: z.string() })),
  problem: z.object({ field: z.enum(["", "name", "login", "email"]), text: z.string() }).nullable(),
  typed: z.object({
    name: z.string(),
    login: z.string(),
    email: z.string(),
    purposes: z.array(z.string()),
    rights: z.array(z.string()),
  }),
  /** Shown once, right after the invitation. */
  invited: z.object({ id: z.string(), link: z.string().nullable() }).nullable(),
});

type View = z.input<typeof view>;

const BLANK = { name: "", login: "", email: "", purposes: [], rights: [] };

const FIELDS: Partial<Record<StaffErrorCode, "name" | "login" | "email">> = {
  "name-malformed": "name",
  "login-malformed": "login",
  "login-taken": "login",
  "address-malformed": "email",
};

/**
 * Who works here and what each may do, and how a colleague is invited (clause itsectr-privacy/1.1.1). An invitation sent
 * twice meets the login that it has just made, and says so.
 */
export function staffPage(parts: ConsoleParts): Route {
  const { operator } = parts;
  const { store } = operator;

  const look = async (
    { actor, staff, policy, exchange }: Visit,
    changed: Partial<View> = {},
  ): Promise<View> => {
    const listed = await store.transaction((tx) => listStaff(tx, actor, operator));
    if ("refusal" in listed) return refuse(listed.refusal.code);
    const purposes = grantablePurposes(policy.compiled, operator, exchange.language);
    return {
      staff: listed.staff.map((member) => ({
        id: member.staff,
        name: member.name,
        login: member.login,
        you: member.staff === staff.staff,
        ended: member.until !== null && member.until <= exchange.at,
        lastSeen: member.lastSeen,
        rights: [...member.rights],
        purposes: new Set(member.authorisations.map(({ purpose }) => purpose)).size,
      })),
      purposes: purposes.map(({ code, label }) => ({ code, label })),
      problem: null,
      typed: BLANK,
      invited: null,
      ...changed,
    };
  };

  return workPage(parts, {
    path: "/console/staff/",
    right: "manage-staff",
    view,
    show: async (visit) => visit.view(await look(visit)),
    form: {
      fields: z.strictObject({
        name: z.string().max(1000),
        login: z.string().max(1000),
        email: z.string().max(1000),
        purposes: several,
        rights: several,
      }),
      async submit(visit, _, typed) {
        const { actor, policy, exchange } = visit;
        const { links, language } = exchange;
        const purposes = grantablePurposes(policy.compiled, operator, language);
        const authorisations = typed.purposes.map((purpose) => ({
          purpose,
          operations: purposes.find(({ code }) => code === purpose)?.operations ?? [],
        }));
        const email = typed.email.trim() === "" ? {} : { email: typed.email };
        try {
          const made = await store.transaction(async (tx) => {
            if (!typed.rights.every(isStaffRight)) throw new StaffError("right-unknown");
            const rights = typed.rights.filter(isStaffRight);
            const { name, login } = typed;
            const invited = await inviteStaff(
              tx,
              actor,
              { name, login, ...email, authorisations, rights },
              operator,
            );
            if ("refusal" in invited) return invited;
            const link = invited.mailed ? null : await makeSignInLink(tx, actor, invited.staff, operator);
            return { ...invited, link };
          });
          if ("refusal" in made) return refuse(made.refusal.code);
          const link =
            made.link === null
              ? null
              : links.absolute(links.page(signInPath(made.link.token) as "/console/sign-in/"));
          return visit.view(await look(visit, { invited: { id: made.staff, link } }));
        } catch (error) {
          if (!(error instanceof StaffError) || FIELDS[error.code] === undefined) throw error;
          const text = STAFF_ERRORS[error.code].message[language];
          const problem = { field: FIELDS[error.code] ?? "", text } as const;
          return shown(visit.view(await look(visit, { typed, problem })), error.status === 409 ? 409 : 422);
        }
      },
      again: () => refuse("form-malformed"),
    },
    render(model, frame, around) {
      const { rights, timeZone } = around;
      const { language } = frame;
      const words = staffWords(language);
      return (
        <ConsoleFrame
          frame={frame}
          title={words.title}
          around={around}
          room="/console/staff/"
          wrong={model.problem !== null}
        >
          <h1>{words.title}</h1>
          {model.invited !== null && <Invited invited={model.invited} frame={frame} />}
          <p>{words.lead}</p>
          <Members staff={model.staff} frame={frame} timeZone={timeZone} />
          <h2>{words.invite}</h2>
          <p>{words.inviteLead}</p>
          <InviteForm model={model} frame={frame} own={rights} />
        </ConsoleFrame>
      );
    },
  });
}

type Model = z.output<typeof view>;

function Invited({
  invited,
  frame,
}: {
  readonly invited: NonNullable<Model["invited"]>;
  readonly frame: Frame;
}) {
  const words = staffWords(frame.language);
  return (
    <Notice language={frame.language} kind="success" title={words.invitedTitle}>
      <p>{invited.link === null ? words.invitedMailed : words.invitedNotMailed}</p>
      {invited.link !== null && <Code caption={words.link} text={invited.link} />}
      <p>
        <ButtonLink link={frame.links.page("/console/staff/:id/", { id: invited.id })} quiet>
          {words.toMember}
        </ButtonLink>
      </p>
    </Notice>
  );
}

function Members(props: {
  readonly staff: Model["staff"];
  readonly frame: Frame;
  readonly timeZone: string;
}) {
  const { staff, frame, timeZone } = props;
  const { language, links } = frame;
  const words = staffWords(language);
  return (
    <Rows label={words.title}>
      {staff.map((member) => (
        <Row
          link={links.page("/console/staff/:id/", { id: member.id })}
          title={member.name ?? words.unnamed}
          marks={
            <>
              {member.you && <Status kind="info">{words.you}</Status>}
              {member.ended && <Status kind="warning">{words.ended}</Status>}
            </>
          }
          note={[
            member.login ?? "",
            words.purposeCount({ count: member.purposes }),
            ...member.rights.map((right) => words[`right-${right}`].split(":")[0]),
          ]
            .filter((text) => text !== "")
            .join(" · ")}
          end={
            member.lastSeen === null ? (
              words.neverSeen
            ) : (
              <>
                {words.lastSeen} <Moment at={member.lastSeen} language={language} timeZone={timeZone} />
              </>
            )
          }
        />
      ))}
    </Rows>
  );
}

function InviteForm(props: {
  readonly model: Model;
  readonly frame: Frame;
  readonly own: readonly string[];
}) {
  const { model, frame, own } = props;
  const { language } = frame;
  const words = staffWords(language);
  const { typed, problem, purposes } = model;
  const errors: FormError[] = problem === null ? [] : [problem];
  const field = (name: "name" | "login" | "email") => ({
    language,
    name,
    label: words[name],
    value: typed[name],
    error: problem?.field === name ? problem.text : null,
  });
  return (
    <Form language={language} action={frame.self} errors={errors}>
      <Field {...field("name")} kind="text" required />
      <Field {...field("login")} kind="text" required />
      <Field {...field("email")} kind="email" required={false} />
      <FieldGroup legend={words.purposes} hint={words.purposesHint}>
        {purposes.map(({ code, label }) => (
          <GroupedCheck name="purposes" value={code} label={label} checked={typed.purposes.includes(code)} />
        ))}
      </FieldGroup>
      <FieldGroup legend={words.rights}>
        {STAFF_RIGHTS.filter((right) => own.includes(right)).map((right) => (
          <GroupedCheck
            name="rights"
            value={right}
            label={words[`right-${right}`]}
            checked={typed.rights.includes(right)}
          />
        ))}
      </FieldGroup>
      <Button>{words.send}</Button>
    </Form>
  );
}

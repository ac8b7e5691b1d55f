import { z } from "zod";
import type { Frame } from "../../platform/http/index.ts";
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
import { STAFF_RIGHTS } from "../../people/staff/index.ts";
import type { Around } from "./around.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import { Moment } from "./moment.tsx";
import { CONSOLE_OPERATIONS, operationText } from "./purposes.ts";
import { staffWords } from "./staff.messages.ts";

/** All that the page of one member of staff gets to see. */
export const memberView = z.object({
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
  /** What enquiries may be about, and which of it reaches them. */
  topics: z.array(z.object({ value: z.string(), label: z.string(), set: z.boolean() })),
  /** Labels of the keys that go with them. */
  keys: z.array(z.string()),
  problem: z.object({ field: z.enum(["", "purpose", "until"]), text: z.string() }).nullable(),
  typed: z.object({ purpose: z.string(), operations: z.array(z.string()), until: z.string() }),
  /** Shown once. */
  link: z.string().nullable(),
});

type Model = z.output<typeof memberView>;

interface MemberProps {
  readonly model: Model;
  readonly frame: Frame;
  readonly around: Around;
}

/** One member of staff: what they may do, and the buttons that give and take it (clause itsectr-privacy/1.1.1). */
export function MemberView({ model, frame, around }: MemberProps) {
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
      {!model.ended && (
        <>
          <h2>{words.topics}</h2>
          <p>{words.topicsLead}</p>
          <Form language={language} action={links.page("/console/staff/:id/topics/", here)}>
            <FieldGroup legend={words.topics}>
              {model.topics.map(({ value, label, set }) => (
                <GroupedCheck name="topics" value={value} label={label} checked={set} />
              ))}
            </FieldGroup>
            <Button quiet>{words.setTopics}</Button>
          </Form>
        </>
      )}
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

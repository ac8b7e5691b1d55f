import { z } from "zod";
import { type Frame, refuse, type Route, seeOther, shown } from "../../platform/http/index.ts";
import { instantOf } from "../../platform/clock/index.ts";
import {
  Actions,
  Button,
  Code,
  Disclosure,
  EmptyState,
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
  createApiKey,
  type KeyAuthorisation,
  listApiKeys,
  revokeApiKey,
  rotateApiKey,
  STAFF_ERRORS,
  StaffError,
  type StaffErrorCode,
} from "../../people/staff/index.ts";
import { isProcessingOperation } from "../../policy/index.ts";
import type { Around } from "./around.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { saying } from "./done.ts";
import { Moment } from "./moment.tsx";
import { operationText, purposeText } from "./purposes.ts";
import { several } from "./several.ts";
import { staffWords } from "./staff.messages.ts";
import { type Visit, workAct, workPage } from "./work-page.ts";

const FIELD_NAMES = ["", "label", "until"] as const;

const view = z.object({
  keys: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      state: z.enum(["good", "expired", "revoked"]),
      may: z.string(),
      expiresAt: z.number(),
      lastUsedAt: z.number().nullable(),
      rotatedAt: z.number().nullable(),
    }),
  ),
  /** What the one who looks may give to a key. */
  own: z.array(
    z.object({
      label: z.string(),
      operations: z.array(z.object({ value: z.string(), label: z.string() })),
    }),
  ),
  problem: z.object({ field: z.enum(FIELD_NAMES), text: z.string() }).nullable(),
  typed: z.object({ label: z.string(), may: z.array(z.string()), until: z.string() }),
  /** Shown once, to who made or renewed it. */
  secret: z.object({ text: z.string(), rotated: z.boolean() }).nullable(),
});

type View = z.input<typeof view>;
type Model = z.output<typeof view>;

const FIELDS: Partial<Record<StaffErrorCode, (typeof FIELD_NAMES)[number]>> = {
  "label-malformed": "label",
  "key-nothing": "",
  "beyond-own": "",
  "period-malformed": "until",
  "purpose-unknown": "",
  "operation-unknown": "",
};

/** A page's view of the keys, whichever address it is at. */
async function lookAt(
  { operator }: ConsoleParts,
  { actor, staff, policy, exchange }: Visit,
  changed: Partial<View> = {},
): Promise<View> {
  const { at, language } = exchange;
  const keys = await operator.store.read((reader) => listApiKeys(reader, actor, at));
  const purpose = (code: string) => purposeText(code, policy.compiled, operator, language);
  return {
    keys: keys.map((key) => ({
      id: key.id,
      label: key.label,
      state: key.revokedAt !== null ? "revoked" : key.expiresAt <= at ? "expired" : "good",
      may: key.authorisations
        .map((one) => `${purpose(one.purpose)}: ${namesOf(one.operations, language)}`)
        .join(" · "),
      expiresAt: key.expiresAt,
      lastUsedAt: key.lastUsedAt,
      rotatedAt: key.rotatedAt,
    })),
    own: staff.authorisations.map((held) => ({
      label: purpose(held.purpose),
      operations: held.operations.map((operation) => ({
        value: `${held.purpose}:${operation}`,
        label: operationText(operation, language),
      })),
    })),
    problem: null,
    typed: { label: "", may: [], until: "" },
    secret: null,
    ...changed,
  };
}

function namesOf(operations: readonly string[], language: "en" | "ru"): string {
  return operations.map((operation) => operationText(operation, language)).join(", ");
}

/**
 * Keys for programs: made, and shown once (clauses itsectr-privacy/1.1.1, 6.2.1). Sent twice, the second meets the name of
 * the first.
 */
export function keysPage(parts: ConsoleParts): Route {
  const { operator } = parts;
  return workPage(parts, {
    path: "/console/keys/",
    right: "manage-keys",
    view,
    show: async (visit) => visit.view(await lookAt(parts, visit)),
    form: {
      fields: z.strictObject({ label: z.string().max(1000), may: several, until: z.string().max(40) }),
      async submit(visit, _, typed) {
        const { actor, policy, exchange } = visit;
        const { language } = exchange;
        const words = staffWords(language);
        const wrong = async (field: (typeof FIELD_NAMES)[number], text: string, status: 409 | 422 = 422) =>
          shown(visit.view(await lookAt(parts, visit, { typed, problem: { field, text } })), status);

        const until =
          typed.until === "" ? undefined : instantOf(typed.until, policy.compiled.operator.timeZone);
        if (until === null) return wrong("until", words.untilWrong);
        try {
          const made = await operator.store.transaction(async (tx) => {
            const label = typed.label.trim();
            const keys = await listApiKeys(tx, actor, tx.at);
            const inUse = keys.some(
              (key) => key.revokedAt === null && key.expiresAt > tx.at && key.label === label,
            );
            if (inUse) return null;
            const ends = until === undefined ? {} : { expiresAt: until };
            return createApiKey(tx, actor, { label, authorisations: wanted(typed.may), ...ends }, operator);
          });
          if (made === null) return wrong("label", words.labelTaken, 409);
          const secret = { text: made.secret, rotated: false };
          return shown(visit.view(await lookAt(parts, visit, { secret })), 201);
        } catch (error) {
          const field = error instanceof StaffError ? FIELDS[error.code] : undefined;
          if (!(error instanceof StaffError) || field === undefined) throw error;
          return wrong(field, STAFF_ERRORS[error.code].message[language]);
        }
      },
      again: () => refuse("form-malformed"),
    },
    render: (model, frame, around) => <KeysView model={model} frame={frame} around={around} />,
  });
}

/** Ticked boxes, `purpose:operation`, by purpose. What is no operation is left out; the rest the staff room judges. */
function wanted(may: readonly string[]): KeyAuthorisation[] {
  const purposes = new Map<string, KeyAuthorisation["operations"]>();
  for (const one of may) {
    const [purpose = "", operation = ""] = one.split(":");
    if (isProcessingOperation(operation))
      purposes.set(purpose, [...(purposes.get(purpose) ?? []), operation]);
  }
  return [...purposes].map(([purpose, operations]) => ({ purpose, operations }));
}

const params = z.object({ id: z.uuid() });

/**
 * A new secret for a key, shown once. The form names the rotation that it has seen, so that pressing twice does not kill
 * the secret that was just handed out.
 */
export function rotateKeyPage(parts: ConsoleParts): Route {
  const { operator } = parts;
  return workPage(parts, {
    path: "/console/keys/:id/rotate/",
    right: "manage-keys",
    params,
    view,
    show: ({ exchange }) => seeOther(exchange.links.page("/console/keys/")),
    form: {
      fields: z.strictObject({ seen: z.string().regex(/^\d{1,15}$/) }),
      async submit(visit, { id }, { seen }) {
        const { actor, exchange } = visit;
        const made = await operator.store.transaction(async (tx) => {
          const key = (await listApiKeys(tx, actor, tx.at)).find((one) => one.id === id);
          if (key !== undefined && (key.rotatedAt ?? 0) !== Number(seen)) return null;
          return rotateApiKey(tx, actor, id, operator);
        });
        if (made !== null) {
          return visit.view(await lookAt(parts, visit, { secret: { text: made.secret, rotated: true } }));
        }
        const problem = { field: "", text: staffWords(exchange.language).rotatedMeanwhile } as const;
        return shown(visit.view(await lookAt(parts, visit, { problem })), 409);
      },
      again: () => refuse("form-malformed"),
    },
    render: (model, frame, around) => <KeysView model={model} frame={frame} around={around} />,
  });
}

/** Ends a key with both its secrets. One that has ended already stays ended, and the page says so. */
export function revokeKeyAct(parts: ConsoleParts): Route {
  const { operator } = parts;
  return workAct(parts, {
    path: "/console/keys/:id/revoke/",
    right: "manage-keys",
    params,
    fields: z.strictObject({}),
    from: ({ exchange }) => exchange.links.page("/console/keys/"),
    async act({ actor, exchange }, { id }) {
      const list = exchange.links.page("/console/keys/");
      try {
        await operator.store.transaction((tx) => revokeApiKey(tx, actor, id, operator));
      } catch (error) {
        if (error instanceof StaffError && error.code === "key-absent") return saying(list, "nothing-to-do");
        throw error;
      }
      return saying(list, "key-revoked");
    },
  });
}

interface KeysProps {
  readonly model: Model;
  readonly frame: Frame;
  readonly around: Around;
}

function KeysView({ model, frame, around }: KeysProps) {
  const { language } = frame;
  const words = staffWords(language);
  return (
    <ConsoleFrame
      frame={frame}
      title={words.keysTitle}
      around={around}
      room="/console/keys/"
      wrong={model.problem !== null}
    >
      <h1>{words.keysTitle}</h1>
      {model.secret !== null && (
        <Notice
          language={language}
          kind="success"
          title={model.secret.rotated ? words.rotatedTitle : words.madeTitle}
        >
          <p>{words.secretKeep}</p>
          <Code caption={words.secret} text={model.secret.text} />
          {model.secret.rotated && <p>{words.earlierUntil}</p>}
        </Notice>
      )}
      <p>{words.keysLead}</p>
      {model.keys.length === 0 ? (
        <EmptyState title={words.noKeys}>
          <p>{words.noKeysNext}</p>
        </EmptyState>
      ) : (
        <KeyRows model={model} frame={frame} around={around} />
      )}
      <h2>{words.newKey}</h2>
      {model.own.length === 0 ? (
        <p>{words.keyNothing}</p>
      ) : (
        <KeyForm model={model} frame={frame} around={around} />
      )}
    </ConsoleFrame>
  );
}

const KINDS = { good: "success", expired: "warning", revoked: "neutral" } as const;

function KeyRows({ model, frame, around }: KeysProps) {
  const { language, links } = frame;
  const words = staffWords(language);
  const moment = (at: number) => <Moment at={at} language={language} timeZone={around.timeZone} />;
  return (
    <Rows label={words.keysTitle}>
      {model.keys.map(({ id, label, state, may, expiresAt, lastUsedAt, rotatedAt }) => (
        <Row
          title={label}
          marks={<Status kind={KINDS[state]}>{words[state]}</Status>}
          note={
            <>
              {may} · {words.endsOn} {moment(expiresAt)} ·{" "}
              {lastUsedAt === null ? (
                words.neverUsed
              ) : (
                <>
                  {words.lastUsed} {moment(lastUsedAt)}
                </>
              )}
            </>
          }
          {...(state === "good"
            ? {
                end: (
                  <Actions>
                    <Form
                      language={language}
                      action={links.page("/console/keys/:id/rotate/", { id })}
                      hidden={{ seen: String(rotatedAt ?? 0) }}
                    >
                      <Button quiet small label={words.rotateWhat({ what: label })}>
                        {words.rotate}
                      </Button>
                    </Form>
                    <Form language={language} action={links.page("/console/keys/:id/revoke/", { id })}>
                      <Button quiet small label={words.revokeWhat({ what: label })}>
                        {words.revoke}
                      </Button>
                    </Form>
                  </Actions>
                ),
              }
            : {})}
        />
      ))}
    </Rows>
  );
}

function KeyForm({ model, frame }: KeysProps) {
  const { language, links } = frame;
  const words = staffWords(language);
  const { typed, problem } = model;
  const errors: FormError[] = problem === null ? [] : [problem];
  const errorOf = (field: string) => (problem?.field === field ? problem.text : null);
  return (
    <Form language={language} action={links.page("/console/keys/")} errors={errors}>
      <Field
        language={language}
        kind="text"
        name="label"
        label={words.label}
        hint={words.labelHint}
        required
        value={typed.label}
        error={errorOf("label")}
      />
      <p>{words.keyMay}</p>
      {model.own.map(({ label, operations }) => (
        <Disclosure title={label} open={operations.some(({ value }) => typed.may.includes(value))}>
          <FieldGroup legend={words.operations}>
            {operations.map((operation) => (
              <GroupedCheck
                name="may"
                value={operation.value}
                label={operation.label}
                checked={typed.may.includes(operation.value)}
              />
            ))}
          </FieldGroup>
        </Disclosure>
      ))}
      <Field
        language={language}
        kind="date"
        name="until"
        label={words.until}
        hint={words.keyUntilHint}
        required={false}
        value={typed.until}
        error={errorOf("until")}
      />
      <Button>{words.make}</Button>
    </Form>
  );
}

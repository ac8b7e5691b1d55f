import { z } from "zod";
import {
  type Exchange,
  type FieldProblem,
  type Frame,
  type Link,
  page,
  type PageAnswer,
  refuse,
  type Rendered,
  type Route,
  seeOther,
  shown,
  type Typed,
} from "../../platform/http/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import {
  currentStaff,
  renewSession,
  type SignedInStaff,
  STAFF_COOKIE,
  StaffError,
  type StaffErrorCode,
  staffName,
  type StaffRight,
} from "../../people/staff/index.ts";
import type { PolicyFact } from "../../trust/gate/index.ts";
import { journalRefusedAttempt } from "../journal-refused-attempt.ts";
import { around, type Around } from "./around.ts";
import type { ConsoleParts } from "./console-parts.ts";
import { DONE } from "./done.ts";
import { type Ended, EndedSession, endedOf, endedView, type WrittenField } from "./ended-session.tsx";
import { rememberWanted } from "./wanted-page.ts";

/** What may stand behind any address of the console. Whatever does not fit counts as absent. */
const query = z.object({
  done: z.enum(DONE).optional().catch(undefined),
  status: z.string().max(20).optional().catch(undefined),
  topic: z.string().max(80).optional().catch(undefined),
  topics: z.enum(["all"]).optional().catch(undefined),
  before: z.string().max(80).optional().catch(undefined),
});

/** A request of somebody who is signed in. */
export interface Visit {
  readonly exchange: Exchange;
  readonly staff: SignedInStaff;
  /** The same person, as gate and journal know them. */
  readonly actor: { readonly kind: "staff"; readonly id: SignedInStaff["staff"] };
  readonly policy: PolicyFact;
  readonly query: z.output<typeof query>;
  /** The page's view, with what stands around it. */
  view<M>(model: M): Viewed<M>;
}

interface Viewed<M> {
  readonly around: Around;
  readonly model: M;
}

type Answers<V extends z.ZodType> = PageAnswer<Viewed<z.input<V>>> | Promise<PageAnswer<Viewed<z.input<V>>>>;

/** What any page of the console can come to: its own view, or, in place of it, what was typed in a session that has ended. */
type Outcome<M> = Viewed<M> | { readonly ended: Ended };

type Empty = z.ZodObject<Record<never, never>>;

export interface WorkForm<V extends z.ZodType, P extends z.ZodType, F extends z.ZodObject> {
  readonly fields: F;
  /** Does it; `seeOther` after success. */
  readonly submit: (visit: Visit, params: z.output<P>, fields: z.output<F>) => Answers<V>;
  /** Shows it again when what was typed does not fit. */
  readonly again: (
    visit: Visit,
    params: z.output<P>,
    sent: { readonly typed: Typed; readonly problems: readonly FieldProblem[] },
  ) => Answers<V>;
  /** Fields whose text took somebody time to write: shown again when their session has ended meanwhile. */
  readonly written?: (language: Language) => readonly WrittenField[];
}

export interface WorkPageOptions<V extends z.ZodType, P extends z.ZodType, F extends z.ZodObject> {
  readonly path: `/console/${string}`;
  /** Without it the page is for everybody who works here. */
  readonly right?: StaffRight;
  readonly params?: P;
  /** The view model: all that the JSX gets to see. */
  readonly view: V;
  readonly show: (visit: Visit, params: z.output<P>) => Answers<V>;
  readonly form?: WorkForm<V, P, F>;
  readonly render: (model: z.output<V>, frame: Frame, around: Around) => Rendered;
}

/**
 * A page of the console. Nobody gets to it without a session: reading leads to the sign-in and back, sending is refused
 * (`signed-out`), with the text that was typed for them to send again. Without the right that it needs it says which, and
 * who grants it (`needs-…`); that, and whatever else the staff room forbids, is journalled as an attempt (clause
 * itsectr-privacy/1.1.1). Never cached.
 */
export function workPage<
  V extends z.ZodType,
  P extends z.ZodType = Empty,
  F extends z.ZodObject = z.ZodObject,
>(parts: ConsoleParts, options: WorkPageOptions<V, P, F>): Route {
  const { path, right, params, form } = options;
  const attempted = async (staff: SignedInStaff, code: StaffErrorCode): Promise<void> => {
    if (right === undefined) return;
    await journalRefusedAttempt(parts.operator, staff.staff, { right, code, via: "console" });
  };
  const enter = async (exchange: Exchange, asked: z.output<typeof query>): Promise<Visit | null> => {
    const staff = await whoIs(exchange, parts);
    if (staff === null) return null;
    if (right !== undefined && !staff.rights.includes(right)) {
      await attempted(staff, "right-missing");
      return refuse(`needs-${right}`);
    }
    const policy = await parts.policies.read(exchange.at);
    const { timeZone } = policy.compiled.operator;
    const name = await nameOf(staff, exchange.at, parts);
    return {
      exchange,
      staff,
      actor: { kind: "staff", id: staff.staff },
      policy,
      query: asked,
      view: (model) => ({
        around: { name, rights: [...staff.rights], done: asked.done ?? null, timeZone },
        model,
      }),
    };
  };
  /** Does it for who is signed in; otherwise what was typed is shown again, and nothing is done. */
  const send = async (
    exchange: Exchange,
    typed: Typed,
    act: (visit: Visit) => Answers<V>,
  ): Promise<PageAnswer<Outcome<z.input<V>>>> => {
    const visit = await enter(exchange, {});
    if (visit === null) {
      const written = form?.written?.(exchange.language) ?? [];
      return written.some(({ name }) => (typed[name] ?? "").trim() !== "")
        ? shown({ ended: endedOf(typed, written) }, 401)
        : refuse("signed-out");
    }
    try {
      return await act(visit);
    } catch (error) {
      if (error instanceof StaffError && error.status === 403) await attempted(visit.staff, error.code);
      throw error;
    }
  };

  const view = z.union([
    z.object({ around, model: options.view }),
    z.object({ ended: endedView }),
  ]) as z.ZodType as z.ZodType<Outcome<z.output<V>>, Outcome<z.input<V>>>;
  return page<typeof view, P, typeof query, F>({
    path,
    ...(params === undefined ? {} : { params }),
    query,
    view,
    async show(exchange, input) {
      const visit = await enter(exchange, input.query);
      if (visit !== null) return options.show(visit, input.params);
      rememberWanted(exchange, path, input.params as Readonly<Record<string, string>>);
      return seeOther(exchange.links.page("/console/sign-in/"));
    },
    ...(form === undefined
      ? {}
      : {
          form: {
            fields: form.fields,
            submit: (exchange: Exchange, input) =>
              send(exchange, textsOf(input.fields), (visit) =>
                form.submit(visit, input.params, input.fields),
              ),
            again: (exchange: Exchange, { params: at, typed, problems }) =>
              send(exchange, typed, (visit) => form.again(visit, at, { typed, problems })),
          },
        }),
    render: (model, frame) =>
      "ended" in model
        ? EndedSession({ ended: model.ended, frame })
        : options.render(model.model, frame, model.around),
  });
}

/** Fields of a form as text, as far as they are text. */
function textsOf(fields: Readonly<Record<string, unknown>>): Typed {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) if (typeof value === "string") texts[name] = value;
  return texts;
}

export interface ActOptions<P extends z.ZodType, F extends z.ZodObject> {
  readonly path: `/console/${string}`;
  readonly right?: StaffRight;
  readonly params?: P;
  readonly fields: F;
  /** Where its button stands: who opens the address itself is led there. */
  readonly from: (visit: Visit, params: z.output<P>) => Link;
  /** Does it, and says where to go. */
  readonly act: (visit: Visit, params: z.output<P>, fields: z.output<F>) => Promise<Link>;
}

/** A button's address: sending does something and leads on; there is nothing to read at it. */
export function workAct<P extends z.ZodType = Empty, F extends z.ZodObject = z.ZodObject>(
  parts: ConsoleParts,
  { path, right, params, fields, from, act }: ActOptions<P, F>,
): Route {
  return workPage(parts, {
    path,
    ...(right === undefined ? {} : { right }),
    ...(params === undefined ? {} : { params }),
    view: z.object({}),
    show: (visit, at) => seeOther(from(visit, at)),
    form: {
      fields,
      submit: async (visit, at, sent) => seeOther(await act(visit, at, sent)),
      again: () => refuse("form-malformed"),
    },
    render: () => "",
  });
}

/** Whose session this is, which goes on by being used; null for none, one that has ended, or a cookie that is none of ours. */
export async function whoIs(exchange: Exchange, { operator }: ConsoleParts): Promise<SignedInStaff | null> {
  const cookie = exchange.cookie(STAFF_COOKIE);
  if (cookie === null) return null;
  const staff = await operator.store.read((reader) => currentStaff(reader, cookie, exchange.at));
  if (staff !== null) await renewSession(operator.store, staff, exchange.at);
  return staff;
}

/** From memory, as a rule; opened once more, and journalled, where another process signed them in. */
async function nameOf(staff: SignedInStaff, at: number, { operator }: ConsoleParts): Promise<string | null> {
  const known = operator.names.of(staff.session, at);
  return known ?? operator.store.transaction((tx) => staffName(tx, staff, operator));
}

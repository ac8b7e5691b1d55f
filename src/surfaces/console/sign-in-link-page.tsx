import { z } from "zod";
import {
  type Exchange,
  page,
  type PageAnswer,
  type Route,
  seeOther,
  shown,
} from "../../platform/http/index.ts";
import {
  Button,
  ButtonLink,
  DefinitionList,
  Field,
  Form,
  type FormError,
  Notice,
} from "../../platform/ui/index.ts";
import {
  readSignInLink,
  signIn,
  signInFirst,
  signOut,
  STAFF_COOKIE,
  STAFF_ERRORS,
  StaffError,
  type StaffErrorCode,
} from "../../people/staff/index.ts";
import { REFUSALS } from "../../trust/gate/index.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { saying } from "./done.ts";
import { Moment } from "./moment.tsx";
import { signInWords } from "./sign-in.messages.ts";
import { takeWanted } from "./wanted-page.ts";
import { whoIs } from "./work-page.ts";

const view = z.object({
  /** `first` makes the first member of staff. */
  link: z.enum(["bad", "first", "good"]),
  expiresAt: z.number(),
  /** Why it does not go on. */
  problem: z.object({ field: z.enum(["", "name", "login", "email"]), text: z.string() }).nullable(),
  typed: z.object({ name: z.string(), login: z.string(), email: z.string() }),
  timeZone: z.string(),
});

type View = z.input<typeof view>;

const BLANK = { name: "", login: "", email: "" };

const FIELDS: Partial<Record<StaffErrorCode, "name" | "login" | "email">> = {
  "name-malformed": "name",
  "login-malformed": "login",
  "login-taken": "login",
  "address-malformed": "email",
};

/**
 * A link that signs in once. Opening it shows a button, since mail scanners open links; pressing it uses the link up and
 * begins a session. The link of an empty installation makes the first member of staff (clause
 * itsectr-privacy/1.1.1).
 */
export function signInLinkPage({ operator, policies }: ConsoleParts): Route {
  const { store } = operator;

  const look = async (exchange: Exchange, token: string): Promise<View> => {
    const { timeZone } = policies.current().operator;
    const blank = { expiresAt: 0, problem: null, typed: BLANK, timeZone };
    try {
      const link = await store.read((reader) => readSignInLink(reader, token, exchange.at, operator));
      return { ...blank, link: link.staff === null ? "first" : "good", expiresAt: link.expiresAt };
    } catch (error) {
      if (!(error instanceof StaffError)) throw error;
      const text = STAFF_ERRORS[error.code].message[exchange.language];
      return { ...blank, link: "bad", problem: { field: "", text } };
    }
  };

  const again = async (
    exchange: Exchange,
    token: string,
    error: unknown,
    typed: View["typed"],
  ): Promise<PageAnswer<View>> => {
    if (!(error instanceof StaffError)) throw error;
    const now = await look(exchange, token);
    if (now.link === "bad") return shown(now, 409);
    const text = STAFF_ERRORS[error.code].message[exchange.language];
    return shown({ ...now, typed, problem: { field: FIELDS[error.code] ?? "", text } }, 422);
  };

  return page({
    path: "/console/sign-in/:token/",
    params: z.object({ token: z.string().max(200) }),
    view,
    async show(exchange, { params }) {
      const model = await look(exchange, params.token);
      return model.link === "bad" ? shown(model, 409) : model;
    },
    form: {
      fields: z.strictObject({
        name: z.string().max(1000).optional(),
        login: z.string().max(1000).optional(),
        email: z.string().max(1000).optional(),
      }),
      async submit(exchange, { params: { token }, fields }): Promise<PageAnswer<View>> {
        const typed = { name: fields.name ?? "", login: fields.login ?? "", email: fields.email ?? "" };
        const email = typed.email.trim() === "" ? {} : { email: typed.email };
        try {
          const { link } = await look(exchange, token);
          const signedIn = await store.transaction((tx) =>
            link === "first"
              ? signInFirst(tx, token, { name: typed.name, login: typed.login, ...email }, operator)
              : signIn(tx, token, operator),
          );
          if ("refusal" in signedIn) {
            const text = REFUSALS[signedIn.refusal.code].message[exchange.language];
            return shown({ ...(await look(exchange, token)), typed, problem: { field: "", text } }, 422);
          }
          // Whoever was signed in here is not left behind, signed in where nobody can sign them out.
          const before = await whoIs(exchange, { operator, policies });
          if (before !== null) await store.transaction((tx) => signOut(tx, before, operator));
          exchange.setCookie({ name: STAFF_COOKIE, value: signedIn.cookie });
          return seeOther(saying(takeWanted(exchange), "signed-in"));
        } catch (error) {
          return again(exchange, token, error, typed);
        }
      },
      again: (exchange, { params, typed }) =>
        again(exchange, params.token, new StaffError("name-malformed"), { ...BLANK, ...typed }),
    },
    render(model, frame) {
      const { language, links } = frame;
      const words = signInWords(language);
      const titles = { bad: words.badTitle, first: words.firstTitle, good: words.linkTitle };
      const { problem, typed, link } = model;
      const title = titles[link];
      const errors: FormError[] = problem === null ? [] : [problem];
      const errorOf = (field: string) => (problem?.field === field ? problem.text : null);
      return (
        <ConsoleFrame frame={frame} title={title} around={null} wrong={problem !== null}>
          <h1>{title}</h1>
          {link === "bad" ? (
            <>
              <Notice language={language} kind="error" title={problem?.text ?? title} />
              <p>
                <ButtonLink link={links.page("/console/sign-in/")}>{words.badNext}</ButtonLink>
              </p>
            </>
          ) : (
            <>
              <p>{link === "first" ? words.firstLead : words.linkLead}</p>
              <DefinitionList
                items={[
                  {
                    term: words.until,
                    detail: <Moment at={model.expiresAt} language={language} timeZone={model.timeZone} />,
                  },
                ]}
              />
              <Form language={language} action={frame.self} errors={errors}>
                {link === "first" && (
                  <>
                    <Field
                      language={language}
                      kind="text"
                      name="name"
                      label={words.name}
                      required
                      value={typed.name}
                      autocomplete="name"
                      error={errorOf("name")}
                    />
                    <Field
                      language={language}
                      kind="text"
                      name="login"
                      label={words.newLogin}
                      hint={words.newLoginHint}
                      required
                      value={typed.login}
                      autocomplete="username"
                      error={errorOf("login")}
                    />
                    <Field
                      language={language}
                      kind="email"
                      name="email"
                      label={words.email}
                      hint={words.emailHint}
                      required={false}
                      value={typed.email}
                      autocomplete="email"
                      error={errorOf("email")}
                    />
                  </>
                )}
                <Button>{words.enter}</Button>
              </Form>
            </>
          )}
        </ConsoleFrame>
      );
    },
  });
}

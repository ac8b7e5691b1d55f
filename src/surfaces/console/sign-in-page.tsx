import { z } from "zod";
import { page, type Route, shown } from "../../platform/http/index.ts";
import { Button, ButtonLink, Code, Field, Form, Notice } from "../../platform/ui/index.ts";
import { requestSignInLink } from "../../people/staff/index.ts";
import { takeLinkRequest } from "../../services/intake/index.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { CONSOLE_ERRORS } from "./console.errors.ts";
import { signInWords } from "./sign-in.messages.ts";

const TOO_OFTEN = "sign-in-too-often";

const view = z.object({ state: z.enum(["asked", "empty", "sent", "too-often"]), typed: z.string() });

/**
 * The door: a login or address is typed, and a link goes to the mail of whoever it belongs to. The answer is the same for
 * everybody, so that nobody learns here who works for the operator. So many an hour from one network.
 */
export function signInPage({ operator }: ConsoleParts): Route {
  return page({
    path: "/console/sign-in/",
    view,
    show: () => ({ state: "asked" as const, typed: "" }),
    form: {
      fields: z.strictObject({ login: z.string().trim().min(1).max(254) }),
      async submit({ client }, { fields: { login } }) {
        const wait = await operator.store.transaction(async (tx) => {
          const seconds = await takeLinkRequest(tx, client, "sign-in", operator);
          if (seconds === 0) await requestSignInLink(tx, login, operator);
          return seconds;
        });
        if (wait === 0) return { state: "sent" as const, typed: "" };
        operator.refusals.count(TOO_OFTEN, "sign-in");
        return shown({ state: "too-often" as const, typed: login }, CONSOLE_ERRORS[TOO_OFTEN].status, wait);
      },
      again: (_, { typed }) =>
        shown({ state: "empty" as const, typed: (typed["login"] ?? "").slice(0, 254) }, 422),
    },
    render({ state, typed }, frame) {
      const { language, links } = frame;
      const words = signInWords(language);
      const title = state === "sent" ? words.sentTitle : words.title;
      const wrong = state === "empty" ? words.loginMissing : null;
      const tooOften = state === "too-often";
      return (
        <ConsoleFrame frame={frame} title={title} around={null} wrong={wrong !== null || tooOften}>
          <h1>{title}</h1>
          {tooOften && (
            <Notice language={language} kind="warning" title={CONSOLE_ERRORS[TOO_OFTEN].message[language]}>
              <Code caption={words.command} text="npx upheld staff link LOGIN" />
            </Notice>
          )}
          {state === "sent" ? (
            <>
              <Notice language={language} kind="info" title={words.sent} />
              <h2>{words.noMail}</h2>
              <p>{words.noMailNext}</p>
              <Code caption={words.command} text="npx upheld staff link LOGIN" />
              <p>
                <ButtonLink link={links.page("/console/sign-in/")} quiet>
                  {words.again}
                </ButtonLink>
              </p>
            </>
          ) : (
            <>
              <p>{words.lead}</p>
              <Form
                language={language}
                action={frame.self}
                errors={wrong === null ? [] : [{ field: "login", text: wrong }]}
              >
                <Field
                  language={language}
                  kind="text"
                  name="login"
                  label={words.login}
                  required
                  value={typed}
                  maxLength={254}
                  autocomplete="username"
                  error={wrong}
                />
                <Button>{words.send}</Button>
              </Form>
            </>
          )}
        </ConsoleFrame>
      );
    },
  });
}

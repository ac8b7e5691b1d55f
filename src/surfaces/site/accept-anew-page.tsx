import { z } from "zod";
import { page, refuse, type Route, seeOther, shown } from "../../platform/http/index.ts";
import { Button, EmptyState, Form, Notice } from "../../platform/ui/index.ts";
import { CONSENTS_ERRORS, ConsentsError } from "../../people/consents/index.ts";
import { acceptAnew, readConfirmation } from "../../services/intake/index.ts";
import type { Operator } from "../operator.ts";
import { consentWords } from "./consent-pages.messages.ts";
import { documentWords } from "./document.messages.ts";
import { PageFrame } from "./page-frame.tsx";
import { POLICY_CHOICE_PATH } from "./policy-choice.ts";
import type { PolicyReader } from "./policy-reader.ts";

/** Where newer documents are accepted anew, by whoever holds the link that proved an address. */
export const ACCEPT_PATH = "/accept/:token/";

const view = z.object({
  version: z.number(),
  policy: z.string(),
  documents: z.array(z.object({ code: z.string(), text: z.string(), title: z.string(), path: z.string() })),
  /** Why what was sent is not accepted. */
  problem: z.string().nullable(),
});

/**
 * The control by which somebody known to have accepted an older text accepts the newer one (tension T13). It sends which
 * exact bytes were on the page, and takes nothing beside: no other text, no condition, no counter-offer. Leaving it alone
 * costs nothing but what only the newer text allows. Clauses itsectr-agreement/1.4, 7.3.
 */
export function acceptAnewPage(operator: Operator, policies: PolicyReader): Route {
  const look = async (at: number, language: "en" | "ru", token: string, problem: string | null) => {
    const { compiled, hash, version } = await policies.read(at);
    const asked = { token, at, language, policy: compiled };
    const { anew } = await operator.store.read((reader) => readConfirmation(reader, asked, operator));
    const documents = anew.flatMap(({ document, text }) => {
      const declared = compiled.documents.find(({ code }) => code === document);
      if (declared === undefined) return [];
      return [{ code: document, text, title: declared.title[language], path: declared.path }];
    });
    return { version, policy: hash, documents, problem };
  };
  return page({
    path: ACCEPT_PATH,
    params: z.object({ token: z.string().max(200) }),
    view,
    show: ({ at, language }, { params }) => look(at, language, params.token, null),
    form: {
      fields: z.strictObject({ policy: z.string().max(64), texts: z.string().max(2000) }),
      async submit({ at, language, links }, { params, fields }) {
        const { token } = params;
        const texts = new Map(
          fields.texts.split(" ").map((one) => [one.split(":")[0] ?? "", one.split(":")[1] ?? ""] as const),
        );
        try {
          const done = await acceptAnew({ token, policy: fields.policy, texts, language }, operator);
          if (done.outcome === "refused") return refuse(done.refusal.code);
        } catch (error) {
          if (!(error instanceof ConsentsError)) throw error;
          const { status, message } = CONSENTS_ERRORS[error.code];
          if (status === 404) throw error;
          return shown(await look(at, language, token, message[language]), status);
        }
        return seeOther(links.page(ACCEPT_PATH, { token }));
      },
      async again({ at, language }, { params }) {
        const problem = CONSENTS_ERRORS["accepted-otherwise"].message[language];
        return shown(await look(at, language, params.token, problem), 422);
      },
    },
    render: ({ version, policy, documents, problem }, frame) => {
      const { language, links } = frame;
      const words = consentWords(language);
      return (
        <PageFrame frame={frame} policy={policies.current()} title={words.anewTitle} path={ACCEPT_PATH}>
          <div class="prose">
            <h1>{words.anewTitle}</h1>
            {problem !== null && <Notice language={language} kind="error" title={problem} first />}
            {documents.length === 0 ? (
              <EmptyState title={words.anewNothing} />
            ) : (
              <>
                <p>{words.anewLead}</p>
                <ul>
                  {documents.map(({ title, path }) => (
                    <li>
                      <a
                        href={links.page(`${path as `/${string}`}versions/:number/`, {
                          number: String(version),
                        })}
                      >
                        {title}
                      </a>{" "}
                      ·{" "}
                      <a href={links.page(`${path as `/${string}`}changes/`)}>
                        {documentWords(language).changes}
                      </a>
                    </li>
                  ))}
                </ul>
                <Form
                  language={language}
                  action={frame.self}
                  hidden={{ policy, texts: documents.map(({ code, text }) => `${code}:${text}`).join(" ") }}
                >
                  <Button>{words.anewAccept({ version: String(version) })}</Button>
                </Form>
              </>
            )}
            <p>{words.anewOtherwise}</p>
            <p>
              <a href={links.page(POLICY_CHOICE_PATH)}>{words.choice}</a>
            </p>
          </div>
        </PageFrame>
      );
    },
  });
}

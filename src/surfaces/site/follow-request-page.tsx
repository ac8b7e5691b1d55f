import { z } from "zod";
import { page, type Route, shown } from "../../platform/http/index.ts";
import { Button, Field, Form, Notice } from "../../platform/ui/index.ts";
import { requestFollowLink } from "../../services/intake/index.ts";
import type { Operator } from "../operator.ts";
import { followWords } from "./follow.messages.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";

export const FOLLOW_PATH = "/enquiry/";

const view = z.object({
  asked: z.boolean(),
  reference: z.string(),
  email: z.string(),
  problem: z.boolean(),
});

const BLANK = { asked: false, reference: "", email: "", problem: false };

/**
 * Asks for the link by which an enquiry is followed, with its reference and the address that it came from. The answer
 * is the same whether they belong together or not. Clause itsectr-agreement/3.2.forms.
 */
export function followRequestPage(operator: Operator, policies: PolicyReader): Route {
  return page({
    path: FOLLOW_PATH,
    view,
    show: async ({ at }) => {
      await policies.read(at);
      return BLANK;
    },
    form: {
      fields: z.strictObject({
        reference: z.string().trim().min(1).max(40),
        email: z.string().trim().min(1).max(320),
      }),
      async submit({ client }, { fields }) {
        await operator.store.transaction((tx) => requestFollowLink(tx, { ...fields, client }, operator));
        return { ...BLANK, asked: true };
      },
      again: (_, { typed }) =>
        shown(
          { ...BLANK, reference: typed["reference"] ?? "", email: typed["email"] ?? "", problem: true },
          422,
        ),
    },
    render: (model, frame) => {
      const { language } = frame;
      const words = followWords(language);
      const problem = model.problem ? words.missing : null;
      return (
        <PageFrame
          frame={frame}
          policy={policies.current()}
          title={words.askTitle}
          path={FOLLOW_PATH}
          wrong={model.problem}
        >
          <div class="prose">
            <h1>{words.askTitle}</h1>
            {model.asked ? (
              <Notice language={language} kind="success" title={words.askedTitle}>
                <p>{words.askedLead}</p>
              </Notice>
            ) : (
              <>
                <p class="lead">{words.askLead}</p>
                <Form
                  language={language}
                  action={frame.self}
                  errors={problem === null ? [] : [{ field: "reference", text: problem }]}
                >
                  <Field
                    language={language}
                    kind="text"
                    name="reference"
                    label={words.reference}
                    hint={words.referenceHint}
                    required
                    value={model.reference}
                    error={problem}
                  />
                  <Field
                    language={language}
                    kind="email"
                    name="email"
                    label={words.email}
                    required
                    value={model.email}
                    autocomplete="email"
                  />
                  <Button>{words.ask}</Button>
                </Form>
              </>
            )}
          </div>
        </PageFrame>
      );
    },
  });
}

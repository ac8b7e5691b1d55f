import { type Frame, withQuery } from "../../platform/http/index.ts";
import { ButtonLink, Notice } from "../../platform/ui/index.ts";
import type { CompiledPolicy, Form } from "../../policy/index.ts";
import { ABOUT, MY_DATA } from "./form-input.ts";
import { formWords } from "./form.messages.ts";
import { POLICY_CHOICE_PATH } from "./policy-choice.ts";

/** A form that its visitor has closed: why, what stays open, and how to open it again (clause itsectr-privacy/2.2). */
export function FormClosed({
  frame,
  form,
  policy,
}: {
  readonly frame: Frame;
  readonly form: Form;
  readonly policy: CompiledPolicy;
}) {
  const { language, links } = frame;
  const { email, phone } = policy.operator;
  const words = formWords(language);
  return (
    <>
      <Notice language={language} kind="info" title={words.closedReason} />
      <p>
        {words.closedContact} <a href={`mailto:${email}`}>{email}</a>, {phone}
      </p>
      <p>
        <a href={withQuery(links.page(form.path as `/${string}`), { [ABOUT]: MY_DATA })}>{words.toMyData}</a>
      </p>
      <ButtonLink link={links.page(POLICY_CHOICE_PATH)} quiet>
        {words.closedUndo}
      </ButtonLink>
    </>
  );
}

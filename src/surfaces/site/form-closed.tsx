import type { Frame } from "../../platform/http/index.ts";
import { ButtonLink, Notice } from "../../platform/ui/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { LETTER_PATH } from "./form-input.ts";
import { formWords } from "./form.messages.ts";
import { POLICY_CHOICE_PATH } from "./policy-choice.ts";

/** A form that its visitor has closed: why, what stays open, and how to open it again (clause itsectr-privacy/2.2). */
export function FormClosed({ frame, policy }: { readonly frame: Frame; readonly policy: CompiledPolicy }) {
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
        <a href={links.page(LETTER_PATH)}>{words.toMyData}</a>
      </p>
      <ButtonLink link={links.page(POLICY_CHOICE_PATH)} quiet>
        {words.closedUndo}
      </ButtonLink>
    </>
  );
}

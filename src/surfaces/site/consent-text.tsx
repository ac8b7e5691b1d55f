import { z } from "zod";
import type { Frame } from "../../platform/http/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { consentWords } from "./consent-pages.messages.ts";

/** A consent as pages name it: what stood beside its box, and where its own document is. */
export const shownConsent = z.object({
  label: z.string(),
  document: z.object({ title: z.string(), path: z.string() }).nullable(),
});

/** In the words of the policy in force; by its code where that has it no more. */
export function consentAsShown(
  record: { readonly consent: string; readonly document: string },
  policy: CompiledPolicy,
  language: Frame["language"],
): z.output<typeof shownConsent> {
  const declared = policy.consents.find(({ code }) => code === record.consent);
  const document = policy.documents.find(({ code }) => code === record.document);
  return {
    label: declared?.label[language] ?? record.consent,
    document: document === undefined ? null : { title: document.title[language], path: document.path },
  };
}

/** The consent's words, and the link to its text. */
export function ConsentText(props: {
  readonly consent: z.output<typeof shownConsent>;
  readonly frame: Frame;
}) {
  const { consent, frame } = props;
  return (
    <>
      {consent.label}
      {consent.document !== null && (
        <>
          {" "}
          {consentWords(frame.language).consentText}{" "}
          <a href={frame.links.page(consent.document.path as `/${string}`)}>{consent.document.title}</a>
        </>
      )}
    </>
  );
}

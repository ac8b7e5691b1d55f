import { z } from "zod";
import type { Frame } from "../../platform/http/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { type CompiledPolicy, OFFER_WORDS, type PolicyDocument } from "../../policy/index.ts";
import { documentWords } from "./document.messages.ts";
import { POLICY_CHOICE_PATH } from "./policy-choice.ts";

const others = z.array(z.object({ title: z.string(), path: z.string() }));

/** How a document stands beside the operator's others, in the version that is read (tensions T14, T15). */
export const documentRelations = z.object({
  offerStatus: z.enum(["public-offer", "none"]),
  incorporates: others,
  partOf: others,
  /** The documents that hold where they differ from this one, and those over which this one holds. */
  yieldsTo: others,
  holdsOver: others,
  /** True for one that people accept by what they do, and may decline. */
  accepted: z.boolean(),
});

/** Null where the policy of that version has no such document. */
export function relationsOf(
  policy: CompiledPolicy,
  code: string,
  language: Language,
): z.output<typeof documentRelations> | null {
  const document = policy.documents.find((one) => one.code === code);
  if (document === undefined) return null;
  const order = policy.settings.documents.precedence;
  const place = order.indexOf(code);
  const listed = (wanted: (other: PolicyDocument) => boolean) =>
    policy.documents.filter(wanted).map(({ title, path }) => ({ title: title[language], path }));
  const before = (other: string) =>
    place !== -1 && order.indexOf(other) !== -1 && order.indexOf(other) < place;
  const { offerStatus, incorporates, kind } = document;
  return {
    offerStatus,
    incorporates: listed((other) => incorporates.includes(other.code)),
    partOf: listed((other) => other.incorporates.includes(code)),
    yieldsTo: listed((other) => before(other.code)),
    holdsOver: listed((other) => place !== -1 && order.indexOf(other.code) > place),
    accepted: kind !== "consent" && kind !== "information",
  };
}

/** One line for each thing that is so. */
export function DocumentRelations(props: {
  readonly relations: z.output<typeof documentRelations> | null;
  readonly frame: Frame;
}) {
  const { relations, frame } = props;
  if (relations === null) return null;
  const { language, links } = frame;
  const words = documentWords(language);
  const { offerStatus, accepted, ...lists } = relations;
  const lines = (["incorporates", "partOf", "yieldsTo", "holdsOver"] as const).filter(
    (list) => lists[list].length > 0,
  );
  return (
    <>
      {offerStatus === "public-offer" && <p class="document-facts">{OFFER_WORDS[offerStatus][language]}</p>}
      {lines.map((list) => (
        <p class="document-facts">
          {words[list]}{" "}
          {lists[list].map(({ title, path }, i) => (
            <>
              {i > 0 && ", "}
              <a href={links.page(path as `/${string}`)}>{title}</a>
            </>
          ))}
        </p>
      ))}
      {accepted && (
        <p class="document-facts">
          <a href={links.page(POLICY_CHOICE_PATH)}>{words.disagree}</a>
        </p>
      )}
    </>
  );
}

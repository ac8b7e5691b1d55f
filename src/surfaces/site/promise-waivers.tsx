import { z } from "zod";
import { formatDate, type Language } from "../../platform/i18n/index.ts";
import { Row, Rows, Sentence } from "../../platform/ui/index.ts";
import { type CompiledPolicy, findingWords } from "../../policy/index.ts";
import { promiseWords } from "./promise.messages.ts";

/** A warning of the check that the operator accepts in public. */
export const waiverView = z.object({
  warning: z.string(),
  where: z.string(),
  reason: z.string(),
  /** ISO date. */
  on: z.string(),
});

export function waiversOf({ waivers }: CompiledPolicy, language: Language): z.output<typeof waiverView>[] {
  return waivers.map(({ finding, where, reason, on }) => ({
    warning: findingWords(finding, language).message,
    where,
    reason: reason[language],
    on,
  }));
}

/** What the check of the policy warns of and the operator accepts, each with the reason; nothing where there is none. */
export function Waivers(props: {
  readonly waivers: readonly z.output<typeof waiverView>[];
  readonly language: Language;
}) {
  const { waivers, language } = props;
  const words = promiseWords(language);
  if (waivers.length === 0) return null;
  return (
    <section class="promises-counts">
      <h2>{words.waivers}</h2>
      <p>{words.waiversLead}</p>
      <Rows label={words.waivers}>
        {waivers.map(({ warning, where, reason, on }) => (
          <Row
            title={<Sentence text={warning} />}
            note={reason}
            end={
              <>
                <code>{where}</code> <time datetime={on}>{formatDate(Date.parse(on), language, "UTC")}</time>
              </>
            }
          />
        ))}
      </Rows>
    </section>
  );
}

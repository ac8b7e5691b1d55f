import type { Frame } from "../../platform/http/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import { Disclosure, Table } from "../../platform/ui/index.ts";
import { promiseWords } from "./promise.messages.ts";
import { outcomeWord, StateMark, outcomeOf } from "./promise-parts.tsx";
import type { CheckView } from "./promise-view.ts";

/** What is counted, what was found, what was found before, and what the operator says of it. */
export function CheckRows(props: {
  readonly checks: readonly CheckView[];
  readonly frame: Frame;
  readonly timeZone: string;
  /** Whether histories stand open. */
  readonly open?: boolean;
}) {
  return (
    <ul class="promises">
      {props.checks.map((check) => (
        <CheckRow {...props} check={check} />
      ))}
    </ul>
  );
}

function CheckRow(props: {
  readonly check: CheckView;
  readonly frame: Frame;
  readonly timeZone: string;
  readonly open?: boolean;
}) {
  const { check, frame, timeZone, open = false } = props;
  const { language } = frame;
  const { newest, history, notes } = check;
  const words = promiseWords(language);
  const moment = (at: number) => formatMoment(at, language, timeZone);
  return (
    <li class="promise promise-check">
      <div class="promise-text">
        <p>{check.counts}</p>
        {notes.length > 0 && (
          <section class="promise-notes" aria-label={words.notes}>
            {notes.map(({ at, note, post }) => (
              <blockquote class="promise-note">
                <p>{note}</p>
                <footer>{words.saidBy({ post, moment: moment(at) })}</footer>
              </blockquote>
            ))}
          </section>
        )}
        {history.length > 0 && (
          <Disclosure title={words.history} open={open}>
            <Table
              caption={`${words.historyOf}: ${check.code}`}
              columns={[
                { label: words.when },
                { label: words.found },
                { label: words.looked, number: true },
                { label: words.notAsPromised, number: true },
              ]}
              rows={history.map(({ at, outcome, examined, broken }) => [
                moment(at),
                outcomeWord(outcome, language),
                String(examined),
                String(broken),
              ])}
            />
          </Disclosure>
        )}
      </div>
      <div class="promise-standing">
        <p>
          <StateMark
            state={outcomeOf(newest)}
            language={language}
            word={outcomeWord(newest?.outcome ?? null, language)}
          />
        </p>
        {newest !== null && (
          <>
            <p>
              {newest.broken > 0
                ? words.brokenOf({ broken: newest.broken, examined: newest.examined })
                : words.ofExamined({ examined: newest.examined })}
            </p>
            <p>{words.lastSeen({ moment: moment(newest.at) })}</p>
          </>
        )}
      </div>
    </li>
  );
}

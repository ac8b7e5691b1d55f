import type { Frame } from "../../platform/http/index.ts";
import { formatDate, formatMoment } from "../../platform/i18n/index.ts";
import { promiseWords } from "./promise.messages.ts";
import { StateMark } from "./promise-parts.tsx";
import type { ClauseLine } from "./promise-view.ts";

/** Where a clause's own page is. */
export const CLAUSE_PATH = "/promises/:document/:clause/";

/** One clause of the list: how it stands, what it promises, how it is kept, and when that was last counted. */
export function ClauseRow(props: {
  readonly line: ClauseLine;
  readonly frame: Frame;
  readonly timeZone: string;
}) {
  const { line, frame, timeZone } = props;
  const { language, links } = frame;
  const { registeredAs, clause, cited, says, how, state, pending, invalidatedOn, seen } = line;
  const words = promiseWords(language);
  const own = links.page(CLAUSE_PATH, { document: registeredAs, clause });
  return (
    <li class={`promise promise-${state}`}>
      <p class="promise-number">
        <a href={own} aria-label={words.clauseTitle({ clause: cited })}>
          <Breaking name={cited} />
        </a>
      </p>
      <div class="promise-text">
        <p class="promise-says">{says}</p>
        {how !== "" && <p class="promise-how">{how}</p>}
      </div>
      <div class="promise-standing">
        <p>
          <StateMark state={state} language={language} />
        </p>
        {pending !== null && <p>{words.waitsFor({ room: words[pending] })}</p>}
        {invalidatedOn !== null && (
          <p>{words.invalidatedOn({ date: formatDate(Date.parse(invalidatedOn), language, "UTC") })}</p>
        )}
        {seen !== null && <p>{words.lastSeen({ moment: formatMoment(seen, language, timeZone) })}</p>}
      </div>
    </li>
  );
}

/** A name that may go on in the next line behind a dot. */
function Breaking({ name }: { readonly name: string }) {
  return (
    <>
      {name.split(".").map((part, place) => (
        <>
          {place > 0 && "."}
          {place > 0 && <wbr />}
          {part}
        </>
      ))}
    </>
  );
}

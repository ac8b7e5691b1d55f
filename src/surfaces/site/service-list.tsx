import type { Frame } from "../../platform/http/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { serviceWords } from "./service.messages.ts";

interface ServiceListProps {
  readonly frame: Frame;
  readonly policy: CompiledPolicy;
}

/** Everything that is offered, under a heading; nothing where nothing is (clause itsectr-agreement/3.2.forms). */
export function ServiceList({ frame, policy }: ServiceListProps) {
  if (policy.services.length === 0) return null;
  return (
    <section aria-labelledby="services">
      <h2 id="services">{serviceWords(frame.language).title}</h2>
      <ul>
        {policy.services.map(({ path, title, summary }) => (
          <li>
            <a href={frame.links.page(path as `/${string}`)}>{title[frame.language]}</a>.{" "}
            {summary[frame.language]}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same as entries of a page of its own. */
export function ServiceItems({ frame, policy }: ServiceListProps) {
  const { language, links } = frame;
  return (
    <ul class="listed">
      {policy.services.map(({ path, title, summary }) => (
        <li>
          <h2>
            <a href={links.page(path as `/${string}`)}>{title[language]}</a>
          </h2>
          <p>{summary[language]}</p>
        </li>
      ))}
    </ul>
  );
}

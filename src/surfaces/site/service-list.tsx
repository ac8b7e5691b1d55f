import type { Frame } from "../../platform/http/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { serviceWords } from "./service.messages.ts";

/** Everything that is offered, each with a link to its page; nothing where nothing is (clause itsectr-agreement/3.2.forms). */
export function ServiceList({ frame, policy }: { readonly frame: Frame; readonly policy: CompiledPolicy }) {
  const { language, links } = frame;
  if (policy.services.length === 0) return null;
  return (
    <section aria-labelledby="services">
      <h2 id="services">{serviceWords(language).title}</h2>
      <ul>
        {policy.services.map(({ path, title, summary }) => (
          <li>
            <a href={links.page(path as `/${string}`)}>{title[language]}</a>. {summary[language]}
          </li>
        ))}
      </ul>
    </section>
  );
}

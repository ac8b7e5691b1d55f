import { z } from "zod";
import { external, page, refuse, type Site } from "../../platform/http/index.ts";
import { assetRoutes, External, Layout } from "../../platform/ui/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { startWords } from "./start-page.messages.ts";

/** No folder has such a name, so that it is nobody's. */
const NOBODY = "start_page";

/** An operator as the start page lists it. */
export interface Started {
  readonly policy: CompiledPolicy;
  /** Where its site is reached. */
  readonly origin: string;
  /** Whether its mail is read in the browser. */
  readonly mailbox: boolean;
}

/**
 * What answers at the plain address of this machine while developing: who is served here, and where. It is no
 * operator's site and knows nobody's data; from elsewhere it is not there.
 * @param served asked at each look, since a published version may change a name
 */
export function startSite(origins: Site["origins"], served: () => readonly Started[]): Site {
  return {
    operator: NOBODY,
    name: { en: "Upheld", ru: "Upheld" },
    origins,
    languages: ["en", "ru"],
    routes: [
      ...assetRoutes(),
      page({
        path: "/",
        view: z.object({
          operators: z.array(
            z.object({ name: z.string(), activity: z.string(), origin: z.string(), mailbox: z.boolean() }),
          ),
        }),
        show({ fromThisMachine, language }) {
          if (!fromThisMachine) refuse("not-found");
          return {
            operators: served().map(({ policy: { operator }, origin, mailbox }) => ({
              name: operator.legalName[language],
              activity: operator.activity?.[language] ?? "",
              origin,
              mailbox,
            })),
          };
        },
        render({ operators }, frame) {
          const { language } = frame;
          const words = startWords(language);
          return (
            <Layout frame={frame} title={words.title}>
              <div class="prose">
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
                {operators.map(({ name, activity, origin, mailbox }) => (
                  <section>
                    <h2>{name}</h2>
                    {activity !== "" && <p>{activity}</p>}
                    <ul>
                      {[
                        { label: words.site, path: "/" },
                        { label: words.console, path: "/console/" },
                        ...(mailbox ? [{ label: words.mailbox, path: "/development/mailbox/" }] : []),
                      ].map(({ label, path }) => (
                        <li>
                          <External href={external(`${origin}/${language}${path}`)}>{label}</External>
                        </li>
                      ))}
                    </ul>
                  </section>
                ))}
              </div>
            </Layout>
          );
        },
      }),
    ],
  };
}

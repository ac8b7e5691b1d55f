import { z } from "zod";
import { page, type Route } from "../../platform/http/index.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { ServiceItems } from "./service-list.tsx";
import { serviceWords } from "./service.messages.ts";
import { SERVICES_PATH } from "./site-rooms.ts";

/** What the operator offers (clause itsectr-agreement/3.2.forms). An operator that offers nothing says so. */
export function servicesPage({ read, current }: PolicyReader): Route {
  return page({
    path: SERVICES_PATH,
    caching: "public",
    view: z.object({ some: z.boolean() }),
    async show({ at }) {
      const { compiled } = await read(at);
      return { some: compiled.services.length > 0 };
    },
    render({ some }, frame) {
      const words = serviceWords(frame.language);
      return (
        <PageFrame frame={frame} policy={current()} title={words.title} path={SERVICES_PATH}>
          <div class="prose">
            <h1>{words.title}</h1>
            {some ? <ServiceItems frame={frame} policy={current()} /> : <p>{words.none}</p>}
          </div>
        </PageFrame>
      );
    },
  });
}

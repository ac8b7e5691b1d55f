import type { ErrorView, Frame } from "../http/index.ts";
import { Layout } from "./layout.tsx";
import { ButtonLink, DefinitionList } from "./parts.tsx";
import { uiWords } from "./ui.messages.ts";

/** The one error page: what happened, what was kept, what to do now, and a number to name to us. */
export function ErrorPage(view: ErrorView, frame: Frame) {
  const t = uiWords(frame.language);
  return (
    <Layout frame={frame} title={view.message}>
      <h1>{view.message}</h1>
      <DefinitionList
        items={[
          { term: t.kept, detail: view.kept },
          { term: t.next, detail: view.advice },
          { term: t.request, detail: view.requestId },
          { term: t.code, detail: view.code },
        ]}
      />
      <p>
        <ButtonLink link={frame.links.page("/")} quiet>
          {t.home}
        </ButtonLink>
      </p>
    </Layout>
  );
}

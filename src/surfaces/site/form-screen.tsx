import { FormBody } from "./form-body.tsx";
import { FormClosed } from "./form-closed.tsx";
import { formWords } from "./form.messages.ts";
import { FormReceived } from "./form-received.tsx";
import type { FormScreenProps } from "./form-view.ts";
import { PageFrame } from "./page-frame.tsx";
import { siteWords } from "./site.messages.ts";

/** A form's page in each of its states. */
export function FormScreen(props: FormScreenProps) {
  const { model, frame, form, policy } = props;
  const title = titleOf(props);
  const wrong = model.problems.length > 0 || model.notice !== null;
  return (
    <PageFrame frame={frame} policy={policy} title={title} path={form.path} wrong={wrong}>
      <div class="prose">
        <h1>{title}</h1>
        <State {...props} />
      </div>
    </PageFrame>
  );
}

function State(props: FormScreenProps) {
  const { model, frame, policy } = props;
  if (model.received !== null) {
    return <FormReceived received={model.received} frame={frame} timeZone={policy.operator.timeZone} />;
  }
  return model.closed ? <FormClosed frame={frame} policy={policy} /> : <FormBody {...props} />;
}

function titleOf({ model, frame, form }: FormScreenProps): string {
  const { language } = frame;
  if (model.received !== null) return siteWords(language).receivedTitle;
  if (model.closed) return formWords(language).closedTitle;
  return form.title[language];
}

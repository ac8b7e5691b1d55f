import type { Language } from "../../platform/i18n/index.ts";
import { Select } from "../../platform/ui/index.ts";
import { type CompiledPolicy, type Form, LETTER } from "../../policy/index.ts";
import { TOPIC, topicsOf } from "./form-input.ts";
import { formWords } from "./form.messages.ts";
import type { FormScreenProps } from "./form-view.ts";

/** What it is about, where the form has more than one topic (clause itsectr-agreement/4.2.3). */
export function FormTopics({ model, frame: { language }, form, policy }: FormScreenProps) {
  const offered = topicsOf(form, policy);
  if (offered.length < 2) return null;
  return (
    <Select
      language={language}
      name={TOPIC}
      label={formWords(language).topic}
      required={true}
      value={model.topic}
      options={offered.map((code) => ({ value: code, label: topicInWords(code, form, policy, language) }))}
    />
  );
}

function topicInWords(code: string, form: Form, policy: CompiledPolicy, language: Language): string {
  const words = formWords(language);
  if (form.code === LETTER) return code === "policy" ? words.topicPolicy : words.topicMyData;
  return policy.topics.find((topic) => topic.code === code)?.label[language] ?? code;
}

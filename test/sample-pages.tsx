import { z } from "zod";
import { external, page, type Route, seeOther } from "../src/platform/http/index.ts";
import { defineMessages } from "../src/platform/i18n/index.ts";
import {
  assetRoutes,
  Button,
  ButtonLink,
  Check,
  Code,
  DefinitionList,
  EmptyState,
  External,
  Field,
  Form,
  Layout,
  Notice,
  Table,
} from "../src/platform/ui/index.ts";

const words = defineMessages({
  policy: { en: "Privacy policy", ru: "Политика конфиденциальности" },
  feedback: { en: "Write to us", ru: "Написать нам" },
  intro: {
    en: "We answer within two working days. What you send is used for the answer and for nothing else.",
    ru: "Мы отвечаем в течение двух рабочих дней. Отправленное используется только для ответа.",
  },
  name: { en: "Your name", ru: "Ваше имя" },
  email: { en: "E-mail", ru: "Электронная почта" },
  emailHint: { en: "We answer to this address.", ru: "На этот адрес придёт ответ." },
  emailWrong: {
    en: "Write the address in full, such as name@example.org.",
    ru: "Укажите адрес полностью, например name@example.org.",
  },
  message: { en: "Message", ru: "Сообщение" },
  messageMissing: { en: "Write what it is about.", ru: "Напишите, о чём идёт речь." },
  agree: {
    en: "I have read the privacy policy and agree that my data are processed under it.",
    ru: "Я прочитал политику конфиденциальности и согласен на обработку моих данных.",
  },
  send: { en: "Send", ru: "Отправить" },
  received: { en: "We have received your message", ru: "Мы получили ваше сообщение" },
  keep: { en: "Keep these two.", ru: "Сохраните и то, и другое." },
  reference: { en: "Reference", ru: "Номер обращения" },
  receivedAt: { en: "Received", ru: "Получено" },
  checkpoint: { en: "Checkpoint of the journal", ru: "Контрольная точка журнала" },
  nothing: { en: "Nothing is due", ru: "Сроков нет" },
  nothingDo: {
    en: "New enquiries stand here, the one due first on top.",
    ru: "Здесь появятся обращения, ближайший срок сверху.",
  },
  parts: { en: "Parts", ru: "Части" },
  kind: { en: "Kind", ru: "Вид" },
  count: { en: "Count", ru: "Число" },
});

const CHECKPOINT =
  "itsectr.example/journal\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— itsectr.example/journal Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=";

/** Pages that show every part of the design system, for looking at and for checking. */
export function samplePages(): Route[] {
  return [
    ...assetRoutes(),
    page({
      path: "/",
      view: z.object({}),
      show: () => ({}),
      render: (_, frame) => {
        const t = words(frame.language);
        return (
          <Layout
            frame={frame}
            title={t.parts}
            footer={
              <p>
                ООО «Пример», ИНН 5906000000 ·{" "}
                <External href={external("https://example.org/")}>example.org</External>
              </p>
            }
          >
            <h1>{t.received}</h1>
            <p class="lead">{t.intro}</p>
            <Notice language={frame.language} kind="success" title={t.received}>
              <p>{t.keep}</p>
            </Notice>
            <DefinitionList
              items={[
                { term: t.reference, detail: "FB-2026-7K3M-QX" },
                { term: t.receivedAt, detail: "22.11.2026 14:05" },
              ]}
            />
            <Code caption={t.checkpoint} text={CHECKPOINT} />
            <Notice language={frame.language} kind="info" title={t.keep} />
            <Notice language={frame.language} kind="warning" title={t.keep} />
            <Notice language={frame.language} kind="error" title={t.keep} />
            <Table
              caption={t.parts}
              columns={[{ label: t.kind }, { label: t.receivedAt }, { label: t.count, number: true }]}
              rows={[
                [t.feedback, "22.11.2026", "1 204"],
                [t.policy, "21.11.2026", "17"],
              ]}
            />
            <EmptyState title={t.nothing}>
              <p>{t.nothingDo}</p>
              <p>
                <ButtonLink link={frame.links.page("/feedback/")} quiet>
                  {t.feedback}
                </ButtonLink>
              </p>
            </EmptyState>
          </Layout>
        );
      },
    }),
    page({
      path: "/feedback/",
      view: z.object({ name: z.string(), email: z.string(), wrong: z.boolean() }),
      show: () => ({ name: "", email: "", wrong: false }),
      form: {
        fields: z.strictObject({
          name: z.string().max(100),
          email: z.email().max(254),
          message: z.string().trim().min(1).max(4_000),
          agree: z.literal("on"),
          shown: z.string().max(500),
        }),
        submit: (exchange) => seeOther(exchange.links.page("/")),
        again: (_, { typed }) => ({ name: typed["name"] ?? "", email: typed["email"] ?? "", wrong: true }),
      },
      render: ({ name, email, wrong }, frame) => {
        const { language } = frame;
        const t = words(language);
        return (
          <Layout frame={frame} title={t.feedback} wrong={wrong}>
            <h1>{t.feedback}</h1>
            <p class="lead">{t.intro}</p>
            <Form
              language={language}
              action={frame.self}
              hidden={{ shown: "token" }}
              errors={
                wrong
                  ? [
                      { field: "email", text: t.emailWrong },
                      { field: "message", text: t.messageMissing },
                    ]
                  : []
              }
            >
              <Field
                language={language}
                kind="text"
                name="name"
                label={t.name}
                required={false}
                value={name}
                autocomplete="name"
              />
              <Field
                language={language}
                kind="email"
                name="email"
                label={t.email}
                hint={t.emailHint}
                required
                value={email}
                autocomplete="email"
                error={wrong ? t.emailWrong : null}
              />
              <Field
                language={language}
                kind="long-text"
                name="message"
                label={t.message}
                required
                error={wrong ? t.messageMissing : null}
              />
              <Check language={language} name="agree" label={t.agree} required />
              <Button>{t.send}</Button>
            </Form>
          </Layout>
        );
      },
    }),
  ];
}

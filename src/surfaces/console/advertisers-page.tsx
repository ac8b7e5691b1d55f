import { z } from "zod";
import { instantOf } from "../../platform/clock/index.ts";
import { type Frame, refuse, type Route, seeOther, shown } from "../../platform/http/index.ts";
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Form,
  type FormError,
  Row,
  Rows,
  Select,
} from "../../platform/ui/index.ts";
import {
  allowAdvertiser,
  endAdvertiser,
  INTAKE_ERRORS,
  IntakeError,
  listAdvertisers,
} from "../../services/intake/index.ts";
import { advertisersWords } from "./advertisers.messages.ts";
import type { Around } from "./around.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { saying } from "./done.ts";
import { enquiryWords } from "./enquiry.messages.ts";
import { Moment } from "./moment.tsx";
import { type Visit, workAct, workPage } from "./work-page.ts";

const PATH = "/console/advertisers/";

const typed = z.object({ name: z.string(), who: z.string(), form: z.string(), until: z.string() });

const view = z.object({
  advertisers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(["address", "domain"]),
      form: z.string(),
      since: z.number(),
      until: z.number().nullable(),
    }),
  ),
  forms: z.array(z.object({ value: z.string(), label: z.string() })),
  problem: z.string().nullable(),
  typed,
});

type Model = z.output<typeof view>;

const EMPTY = { name: "", who: "", form: "*", until: "" };

/** The register of who may advertise by the forms, with scope and term (clause itsectr-agreement/4.3.5). */
export function advertisersPage(parts: ConsoleParts): Route {
  const { operator } = parts;
  const look = async ({ exchange, policy }: Visit, changed: Partial<Model> = {}): Promise<Model> => {
    const { language, at } = exchange;
    const forms = policy.compiled.forms.map(({ code, title }) => ({ value: code, label: title[language] }));
    const labels = new Map(forms.map(({ value, label }) => [value, label]));
    const everyForm = advertisersWords(language).everyForm;
    const listed = await operator.store.read((reader) => listAdvertisers(reader, at));
    return {
      advertisers: listed.map((one) => ({
        ...one,
        form: one.form === "*" ? everyForm : (labels.get(one.form) ?? one.form),
      })),
      forms: [{ value: "*", label: everyForm }, ...forms],
      problem: null,
      typed: EMPTY,
      ...changed,
    };
  };
  return workPage(parts, {
    path: PATH,
    right: "manage-staff",
    view,
    show: async (visit) => visit.view(await look(visit)),
    form: {
      fields: z.strictObject({
        name: z.string().max(100),
        who: z.string().max(254),
        form: z.string().max(80),
        until: z.string().max(40),
      }),
      async submit(visit, _, sent) {
        const { actor, policy, exchange } = visit;
        const { compiled } = policy;
        const until = sent.until === "" ? null : instantOf(sent.until, compiled.operator.timeZone);
        try {
          if (until === null && sent.until !== "") throw new IntakeError("advertiser-malformed");
          await operator.store.transaction((tx) =>
            allowAdvertiser(tx, actor, { ...sent, until }, { ...operator, policy: compiled }),
          );
        } catch (error) {
          if (!(error instanceof IntakeError)) throw error;
          const problem = INTAKE_ERRORS[error.code].message[exchange.language];
          return shown(visit.view(await look(visit, { problem, typed: sent })), 422);
        }
        return seeOther(saying(exchange.links.page(PATH), "advertiser-allowed"));
      },
      again: () => refuse("form-malformed"),
    },
    render: (model, frame, around) => <Advertisers model={model} frame={frame} around={around} />,
  });
}

/** Ends one entry of the register; one that has ended stays so, and the page says it. */
export function endAdvertiserAct(parts: ConsoleParts): Route {
  const { operator } = parts;
  return workAct(parts, {
    path: "/console/advertisers/:id/end/",
    right: "manage-staff",
    params: z.object({ id: z.uuid() }),
    fields: z.strictObject({}),
    from: ({ exchange }) => exchange.links.page(PATH),
    async act({ actor, exchange }, { id }) {
      const ended = await operator.store.transaction((tx) => endAdvertiser(tx, actor, id, operator));
      return saying(exchange.links.page(PATH), ended ? "advertiser-ended" : "nothing-to-do");
    },
  });
}

interface AdvertisersProps {
  readonly model: Model;
  readonly frame: Frame;
  readonly around: Around;
}

function Advertisers({ model, frame, around }: AdvertisersProps) {
  const { language, links } = frame;
  const words = advertisersWords(language);
  const title = enquiryWords(language).advertisersTitle;
  const { advertisers, problem } = model;
  const errors: FormError[] = problem === null ? [] : [{ field: "who", text: problem }];
  return (
    <ConsoleFrame
      frame={frame}
      title={title}
      around={around}
      room="/console/enquiries/"
      wrong={problem !== null}
    >
      <h1>{title}</h1>
      <p>{words.lead}</p>
      {advertisers.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneNext}</p>
        </EmptyState>
      ) : (
        <Rows label={title}>
          {advertisers.map(({ id, name, kind, form, since, until }) => (
            <Row
              title={name}
              note={
                <>
                  {words[kind]} · {form} · {words.since}{" "}
                  <Moment at={since} language={language} timeZone={around.timeZone} />
                  {until !== null && (
                    <>
                      {" "}
                      {words.until} <Moment at={until} language={language} timeZone={around.timeZone} />
                    </>
                  )}
                </>
              }
              end={
                <Actions>
                  <Form language={language} action={links.page("/console/advertisers/:id/end/", { id })}>
                    <Button quiet small label={words.endNamed({ name })}>
                      {words.end}
                    </Button>
                  </Form>
                </Actions>
              }
            />
          ))}
        </Rows>
      )}
      <h2>{words.add}</h2>
      <Form language={language} action={frame.self} errors={errors}>
        <Field
          language={language}
          kind="text"
          name="name"
          label={words.name}
          hint={words.nameHint}
          required
          value={model.typed.name}
        />
        <Field
          language={language}
          kind="text"
          name="who"
          label={words.who}
          required
          value={model.typed.who}
          error={problem}
        />
        <Select
          language={language}
          name="form"
          label={words.form}
          options={model.forms}
          value={model.typed.form}
          required
        />
        <Field
          language={language}
          kind="date"
          name="until"
          label={words.untilDate}
          hint={words.untilHint}
          required={false}
          value={model.typed.until}
        />
        <Button>{words.add}</Button>
      </Form>
    </ConsoleFrame>
  );
}

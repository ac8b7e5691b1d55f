import { z } from "zod";
import { type Frame, type Route } from "../../platform/http/index.ts";
import { countJobs, listDeadJobs } from "../../platform/jobs/index.ts";
import {
  Actions,
  Button,
  Code,
  DefinitionList,
  EmptyState,
  Form,
  Notice,
  Row,
  Rows,
  Status,
  Table,
} from "../../platform/ui/index.ts";
import { requireRight } from "../../people/staff/index.ts";
import { journalHealth } from "../../trust/journal/index.ts";
import { settleDeadJob } from "../settle-dead-job.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { saying } from "./done.ts";
import { jobWords } from "./jobs.messages.ts";
import { Moment } from "./moment.tsx";
import { workAct, workPage } from "./work-page.ts";

const view = z.object({
  dead: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      attempts: z.number(),
      error: z.string(),
      diedAt: z.number(),
    }),
  ),
  owed: z.array(z.object({ kind: z.string(), waiting: z.number(), failing: z.number(), dead: z.number() })),
  health: z.object({
    size: z.number().nullable(),
    pending: z.number(),
    waited: z.number(),
    forged: z.number(),
    healthy: z.boolean(),
  }),
  checkpoint: z.string().nullable(),
});

/** How the machinery stands: what failed for good, what waits, and whether the journal is sound. Nothing of a person. */
export function jobsPage(parts: ConsoleParts): Route {
  const { store, journal } = parts.operator;
  return workPage(parts, {
    path: "/console/jobs/",
    right: "operate",
    view,
    async show({ exchange, view }) {
      const checkpoint = await journal.checkpoint().then(
        ({ note }) => note,
        () => null,
      );
      const found = await store.read(async (reader) => ({
        dead: await listDeadJobs(reader),
        owed: await countJobs(reader),
        health: await journalHealth(reader, exchange.at),
      }));
      return view({
        dead: found.dead.map(({ id, kind, attempts, error, diedAt }) => ({
          id,
          kind,
          attempts,
          error,
          diedAt,
        })),
        owed: found.owed.map(({ kind, waiting, failing, dead }) => ({ kind, waiting, failing, dead })),
        health: found.health,
        checkpoint,
      });
    },
    render(model, frame, around) {
      const { timeZone } = around;
      const words = jobWords(frame.language);
      return (
        <ConsoleFrame frame={frame} title={words.title} around={around} room="/console/jobs/">
          <h1>{words.title}</h1>
          <h2>{words.dead}</h2>
          <Dead dead={model.dead} frame={frame} timeZone={timeZone} />
          <h2>{words.owed}</h2>
          {model.owed.length === 0 ? (
            <p>{words.noOwed}</p>
          ) : (
            <Table
              caption={words.byKind}
              columns={[
                { label: words.kind },
                { label: words.waiting, number: true },
                { label: words.failing, number: true },
                { label: words.deadCount, number: true },
              ]}
              rows={model.owed.map(({ kind, waiting, failing, dead }) => [
                <code>{kind}</code>,
                String(waiting),
                String(failing),
                String(dead),
              ])}
            />
          )}
          <Journal model={model} frame={frame} />
        </ConsoleFrame>
      );
    },
  });
}

type Model = z.output<typeof view>;

function Dead(props: { readonly dead: Model["dead"]; readonly frame: Frame; readonly timeZone: string }) {
  const { dead, frame, timeZone } = props;
  const { language, links } = frame;
  const words = jobWords(language);
  if (dead.length === 0) {
    return (
      <EmptyState title={words.noDead}>
        <p>{words.noDeadNext}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p>{words.deadLead}</p>
      <Rows label={words.dead}>
        {dead.map(({ id, kind, attempts, error, diedAt }) => (
          <Row
            title={<code>{kind}</code>}
            marks={<Status kind="error">{error}</Status>}
            note={
              <>
                {words.attempts({ count: attempts })} · {words.diedAt}{" "}
                <Moment at={diedAt} language={language} timeZone={timeZone} />
              </>
            }
            end={
              <Actions>
                <Form language={language} action={links.page("/console/jobs/:id/retry/", { id })}>
                  <Button quiet small label={words.retryWhat({ what: `${kind} ${id.slice(-6)}` })}>
                    {words.retry}
                  </Button>
                </Form>
                <Form language={language} action={links.page("/console/jobs/:id/discard/", { id })}>
                  <Button quiet small label={words.discardWhat({ what: `${kind} ${id.slice(-6)}` })}>
                    {words.discard}
                  </Button>
                </Form>
              </Actions>
            }
          />
        ))}
      </Rows>
    </>
  );
}

function Journal({ model, frame }: { readonly model: Model; readonly frame: Frame }) {
  const { language } = frame;
  const words = jobWords(language);
  const { health, checkpoint } = model;
  return (
    <>
      <div class="page-head">
        <h2>{words.journal}</h2>
        <Status kind={health.healthy ? "success" : "error"}>
          {health.healthy ? words.healthy : words.ill}
        </Status>
      </div>
      {!health.healthy && <Notice language={language} kind="error" title={words.illNext} />}
      <DefinitionList
        items={[
          { term: words.size, detail: String(health.size ?? 0) },
          { term: words.pending, detail: String(health.pending) },
          { term: words.waited, detail: words.seconds({ count: Math.floor(health.waited / 1000) }) },
          { term: words.forged, detail: String(health.forged) },
        ]}
      />
      {checkpoint !== null && <Code caption={words.checkpoint} text={checkpoint} />}
    </>
  );
}

/** Trying a dead job again, or giving it up: journalled in the unit that does it. Done before, each says so. */
export function jobActs(parts: ConsoleParts): Route[] {
  const { store, journal } = parts.operator;
  const act = (name: "retry" | "discard"): Route =>
    workAct(parts, {
      path: `/console/jobs/:id/${name}/`,
      right: "operate",
      params: z.object({ id: z.uuid() }),
      fields: z.strictObject({}),
      from: ({ exchange }) => exchange.links.page("/console/jobs/"),
      async act({ actor, exchange }, { id }) {
        const done = await store.transaction(async (tx) => {
          await requireRight(tx, actor.id, "operate", tx.at);
          return settleDeadJob(tx, actor, { id, act: name }, journal);
        });
        return saying(exchange.links.page("/console/jobs/"), done ?? "nothing-to-do");
      },
    });
  return [act("retry"), act("discard")];
}

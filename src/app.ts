import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { collectDefaultMetrics, Registry } from "prom-client";
import { closeAll } from "./close-all.ts";
import { type Configuration, ConfigurationError } from "./configuration.ts";
import { ERROR_TABLES } from "./error-tables.ts";
import { developDraft } from "./develop-draft.ts";
import { followVersions } from "./follow-versions.ts";
import { HostClaims } from "./host-claims.ts";
import { layOutSite } from "./lay-out-site.ts";
import { type OpenedOperator, openOperator } from "./open-operator.ts";
import { originsOf } from "./origins.ts";
import { systemClock } from "./platform/clock/index.ts";
import { createHttpApp, createHttpMetrics, serve, type Site } from "./platform/http/index.ts";
import { createLog, errorPlace, type Log } from "./platform/log/index.ts";
import {
  type DevelopmentMailbox,
  type MailTransport,
  smtpTransport,
  startDevelopmentMailbox,
} from "./platform/mail/index.ts";
import { systemRandom } from "./platform/random/index.ts";
import { ErrorPage } from "./platform/ui/index.ts";
import type { CompiledPolicy, Finding, RulePack } from "./policy/index.ts";
import { admitVocabulary, reportJobsTo, reportPromisesTo, reportTroubleTo } from "./reports.ts";
import { visitOwnSite } from "./visit-own-site.ts";
import { welcomeFirstStaff } from "./welcome-first-staff.ts";
import { startWork } from "./start-work.ts";
import type { Installation, Terminal } from "./surfaces/cli/index.ts";
import { type DraftDesk, startSite } from "./surfaces/site/index.ts";
import { type Continued, journalHealth } from "./trust/journal/index.ts";
import { readRulePacks } from "./trust/publication/index.ts";
import type { Reconciliation } from "./trust/vault/index.ts";

/** How long after an answer the process counts as busy still, ms: who was answered often asks again at once. */
const QUIET = 25;

/** The composition root: what the settings name, opened and introduced to each other. */
export function createInstallation(configuration: Configuration): Installation {
  return {
    async withOperator(id, act) {
      const chosen = existingOperator(configuration, id);
      const rules = await readRulePacks(configuration.rulesFolder);
      const operator = await openParts(configuration, chosen, { rules });
      try {
        return await act(operator, originsOf(operator.policy, configuration)[0]);
      } finally {
        await operator.close();
      }
    },
    surroundings: surroundingsOf(configuration),
    rules: () => readRulePacks(configuration.rulesFolder),
    start: (terminal) => start(configuration, terminal),
  };
}

function surroundingsOf(configuration: Configuration): Installation["surroundings"] {
  const { smtp, tls } = configuration;
  return {
    ...configuration,
    certificateFile: tls?.certificateFile,
    operators: () => operatorsIn(configuration),
    reachMail() {
      if (smtp === undefined) return null;
      const transport = smtpTransport(smtp);
      return transport.verify().finally(() => transport.close());
    },
  };
}

async function openParts(
  configuration: Configuration,
  id: string,
  around: {
    readonly rules: readonly RulePack[];
    /** Where it is served, beside the others of this process. */
    readonly serving?: { readonly log: Log; readonly terminal: Terminal; readonly claims: HostClaims };
  },
): Promise<OpenedOperator> {
  const { rules, serving } = around;
  return openOperator(id, {
    configuration,
    clock: systemClock,
    random: systemRandom,
    rules,
    ...(serving === undefined
      ? {}
      : {
          ...reportsOf(serving.log),
          admit: ({ hosts }) => serving.claims.claim(id, hosts),
          onFirstVersion: tellWarnings(serving.terminal),
        }),
  });
}

/**
 * One operator that does not open keeps all from starting: a site that is missing is noticed later than a start that
 * was refused. The message says whose policy, store or keys it is; what is in force already is opened whatever the
 * folder holds by now.
 */
function inNameOf(id: string, error: unknown): unknown {
  return error instanceof Error
    ? new Error(`${id} does not open. ${error.message}`, { cause: error })
    : error;
}

function reportsOf(log: Log) {
  return {
    onTrouble: reportTroubleTo(log),
    onContinued: (operator: string, { log: number, known, held }: Continued) =>
      log.event("journal.continued", { operator, log: number, known, held }),
    onLedgerApplied: (
      operator: string,
      { destroyedAgain, withdrawnAgain }: Pick<Reconciliation, "destroyedAgain" | "withdrawnAgain">,
    ) => log.event("ledger.applied", { operator, destroyed: destroyedAgain, withdrawn: withdrawnAgain }),
  };
}

/** Folders with a policy, by name. */
function operatorsIn({ operatorsFolder }: Configuration): string[] {
  const found = existsSync(operatorsFolder)
    ? readdirSync(operatorsFolder).filter((name) => existsSync(join(operatorsFolder, name, "policy.ts")))
    : [];
  if (found.length === 0) throw new ConfigurationError("UPHELD_OPERATORS", "has no folder with a policy.ts");
  return found.sort();
}

function existingOperator(configuration: Configuration, id: string | undefined): string {
  const operators = operatorsIn(configuration);
  if (id === undefined && operators.length > 1) {
    throw new ConfigurationError("--operator", `names one of ${operators.join(", ")}`);
  }
  const chosen = id ?? (operators[0] as string);
  if (!operators.includes(chosen)) {
    throw new ConfigurationError("--operator", `names one of ${operators.join(", ")}`);
  }
  if (!existsSync(join(configuration.keysFolder, chosen))) {
    throw new Error(
      "There is no installation here yet: run upheld start first, or set UPHELD_DATA and UPHELD_KEYS.",
    );
  }
  return chosen;
}

/** What the check of a first version warns of; what it forbids has ended the start. */
function tellWarnings(terminal: Terminal) {
  return (operator: string, warnings: readonly Finding[]) => {
    if (warnings.length === 0) return;
    terminal.err(`${operator}: version 1 is published; its check warns:`);
    for (const { where, message, remedy } of warnings) terminal.err(`  ${where}: ${message} ${remedy}`);
  };
}

/** An operator and its site as it is laid out now. */
interface ServedOperator {
  readonly operator: OpenedOperator;
  readonly transport: MailTransport;
  /** In development without an SMTP server. Its own: nobody finds another operator's mail in it. */
  readonly mailbox: DevelopmentMailbox | null;
  site: Site;
  /** In force. */
  policy: CompiledPolicy;
  layOut(policy: CompiledPolicy): Promise<Site>;
}

/** In development, the draft that follows what is saved in the operator's folder. */
function draftDeskOf(
  operator: OpenedOperator,
  parts: {
    readonly configuration: Configuration;
    readonly terminal: Terminal;
    readonly closing: (() => Promise<void>)[];
  },
): DraftDesk | null {
  const { configuration, terminal, closing } = parts;
  if (!configuration.development) return null;
  const folder = join(configuration.operatorsFolder, operator.id);
  const desk = developDraft({
    operator,
    folder,
    terminal,
    installation: createInstallation(configuration),
  });
  closing.push(() => desk.stop());
  return desk;
}

async function start(configuration: Configuration, terminal: Terminal): Promise<void> {
  const started = systemClock.monotonic();
  const log = createLog({
    clock: systemClock,
    write: (line) => process.stdout.write(line),
    terminal: process.stdout.isTTY,
  });
  admitVocabulary(log);
  const closing: (() => Promise<void>)[] = [];
  try {
    const mail = waysOutForMail(configuration);
    closing.push(() => mail.close());

    const rules = await readRulePacks(configuration.rulesFolder);
    const claims = new HostClaims();
    const operators: ServedOperator[] = [];
    for (const id of operatorsIn(configuration)) {
      const serving = { log, terminal, claims };
      const operator = await openParts(configuration, id, { rules, serving }).catch((error: unknown) => {
        throw inNameOf(id, error);
      });
      closing.push(() => operator.close());
      const { transport, mailbox } = await mail.ofOneOperator();
      const desk = draftDeskOf(operator, { configuration, terminal, closing });
      const layOut = (policy: CompiledPolicy) =>
        layOutSite(operator, policy, { configuration, mailbox, desk });
      const { policy } = operator;
      operators.push({ operator, transport, mailbox, policy, layOut, site: await layOut(policy) });
    }
    let reached = configuration.port;
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const plainAddress = startPage(operators, configuration, () => reached);
    const app = createHttpApp({
      sites: [...operators.map(({ site }) => site), ...plainAddress],
      errors: ERROR_TABLES,
      errorPage: ErrorPage,
      clock: systemClock,
      random: systemRandom,
      log,
      metrics: createHttpMetrics(registry),
      trustedProxies: configuration.trustedProxies,
      ...(configuration.metricsToken === undefined ? {} : { metricsToken: configuration.metricsToken }),
      readiness: operators.map(({ operator }) => ({
        name: operator.id,
        ready: async () =>
          (await operator.store.read((reader) => journalHealth(reader, systemClock.now()))).healthy,
      })),
    });
    const { port, host, tls } = configuration;
    // From the first answer on: whoever ends it then, ends it as later, with what was acknowledged done.
    const stopped = untilStopped();
    const listening = await serve({
      app,
      port,
      host,
      ...(tls === undefined ? {} : { tls: { certFile: tls.certificateFile, keyFile: tls.keyFile } }),
    });
    reached = listening.port;
    closing.push(() => listening.close());
    for (const served of operators) {
      const { operator, transport } = served;
      const following = followVersions(operator, {
        async layOut({ compiled, version }) {
          served.site = await served.layOut(compiled);
          served.policy = compiled;
          app.setSite(served.site);
          log.event("policy.in-force", { operator: operator.id, version });
        },
        onTrouble: (error) =>
          log.event("policy.not-followed", { operator: operator.id, ...errorPlace(error) }),
      });
      closing.push(() => following.stop());
      const work = startWork(operator, {
        transport,
        origin: () => portedOrigin(served.site.origins[0], configuration, listening.port),
        report: reportJobsTo(log, operator.id),
        // People come first: while somebody waits for an answer, mails wait too.
        busy: () => app.quietFor < QUIET,
        checks: {
          keysFolder: configuration.keysFolder,
          interval: configuration.checkInterval,
          onOutcome: reportPromisesTo(log, operator.id),
          visit: visitOwnSite({ host, port: listening.port, tls: tls !== undefined }),
        },
      });
      closing.push(() => work.stop());
    }

    log.event("app.started", { operators: operators.length, ms: systemClock.monotonic() - started });
    for (const { operator, mailbox, site } of operators) {
      const address = portedOrigin(site.origins[0], configuration, listening.port);
      terminal.err(`${operator.id}: ${address}`);
      if (mailbox !== null) terminal.err(`  mail is read at ${address}/development/mailbox/`);
      await welcomeFirstStaff(operator, { log, terminal, origin: address });
    }
    if (operators.length > 1 && plainAddress.length > 0) {
      terminal.err(`all of them: http://localhost:${listening.port}`);
    }
    await stopped;
    log.event("app.stopping", {});
  } finally {
    const stopping = systemClock.monotonic();
    await closeAll(closing);
    log.event("app.stopped", { ms: systemClock.monotonic() - stopping });
  }
}

/**
 * The configured SMTP server; in development, without one, for each operator a mailbox in memory behind a real SMTP
 * server on this machine. Elsewhere such a mailbox would swallow people's mail, and journal it as sent.
 */
function waysOutForMail({ smtp, development }: Configuration) {
  if (smtp !== undefined) {
    const transport = smtpTransport(smtp);
    return {
      ofOneOperator: async () => ({ transport, mailbox: null }),
      close: async () => transport.close(),
    };
  }
  if (!development) throw new ConfigurationError("SMTP_URL", "must be set where TLS or a public scheme is");
  const closing: (() => Promise<void>)[] = [];
  const ofOneOperator = async () => {
    const mailbox = await startDevelopmentMailbox({ clock: systemClock, random: systemRandom });
    closing.push(() => mailbox.close());
    const transport = smtpTransport({ host: mailbox.host, port: mailbox.port });
    closing.push(async () => transport.close());
    return { transport, mailbox };
  };
  return { ofOneOperator, close: () => closeAll(closing) };
}

/** While developing, the page at this machine's plain address, unless an operator is served there itself. */
function startPage(
  operators: readonly ServedOperator[],
  configuration: Configuration,
  port: () => number,
): Site[] {
  const names = ["localhost", "127.0.0.1"];
  const taken = operators.some(({ site }) =>
    site.origins.some((origin) => names.includes(new URL(origin).hostname)),
  );
  if (!configuration.development || taken) return [];
  const [first, second] = names.map((name) => `http://${name}:${configuration.port}`) as [string, string];
  return [
    startSite([first, second], () =>
      operators.map(({ policy, mailbox, site }) => ({
        policy,
        origin: portedOrigin(site.origins[0], configuration, port()),
        mailbox: mailbox !== null,
      })),
    ),
  ];
}

/** With PORT=0 the system chose; what is printed is what was chosen. */
function portedOrigin(origin: string, { port }: Configuration, chosen: number): string {
  return port === 0 ? origin.replace(/(?::0)?$/u, `:${chosen}`) : origin;
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

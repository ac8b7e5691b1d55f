import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Registry } from "prom-client";
import { readConfiguration } from "../src/configuration.ts";
import { ERROR_TABLES } from "../src/error-tables.ts";
import { layOutSite } from "../src/lay-out-site.ts";
import { type OpenedOperator, openOperator } from "../src/open-operator.ts";
import { CLI, createApiKey, inviteStaff, makeSignInLink, STAFF_RIGHTS } from "../src/people/staff/index.ts";
import { systemClock } from "../src/platform/clock/index.ts";
import { createHttpApp, createHttpMetrics, serve, type Site } from "../src/platform/http/index.ts";
import { createLog } from "../src/platform/log/index.ts";
import { type DevelopmentMailbox, startDevelopmentMailbox } from "../src/platform/mail/index.ts";
import { systemRandom } from "../src/platform/random/index.ts";
import type { EngineName, Pseudonym } from "../src/platform/store/index.ts";
import { ErrorPage } from "../src/platform/ui/index.ts";
import type { PolicyFact } from "../src/trust/gate/index.ts";
import { readRulePacks } from "../src/trust/publication/index.ts";
import { heldRules, type ProcessingOperation } from "../src/policy/index.ts";
import { sendEnquiry } from "../src/surfaces/cli/demo/send-enquiry.ts";
import { sendForm } from "./http-client.ts";
import { temporaryInstallation } from "./installation.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
export const OPERATORS = ["img", "itsectr", "itserw", "proit"] as const;
export type OperatorId = (typeof OPERATORS)[number];

/** One of several operators in one process, with a member of staff, a program and somebody who wrote. */
export interface Neighbour {
  readonly id: OperatorId;
  readonly operator: OpenedOperator;
  readonly site: Site;
  readonly host: string;
  /** Of a member of staff who may do everything here, signed in. */
  readonly cookie: string;
  /** Of a program that may read what is sent here. */
  readonly apiKey: string;
  /** What names something that is here and nowhere else, in paths and forms. */
  readonly names: Readonly<Record<string, string>>;
  /** What nobody may read at another operator's: who this one is, and who wrote to it. */
  readonly marks: readonly string[];
}

export interface Neighbourhood {
  readonly port: number;
  readonly all: readonly Neighbour[];
  /** Closes it, and removes everything. */
  remove(): Promise<void>;
}

/** The operators of the repository in one application on a free port, each with something to find. */
export async function fourOperators(engine: EngineName): Promise<Neighbourhood> {
  const installation = await temporaryInstallation(engine);
  const closing: (() => Promise<void>)[] = [() => installation.remove()];
  const remove = async () => {
    for (const close of closing.toReversed()) await close();
  };
  try {
    const environment = { ...installation.environment, UPHELD_OPERATORS: join(root, "operators") };
    const configuration = readConfiguration(environment, installation.folder);
    const rules = await readRulePacks(join(root, "rules"));
    const opened: { readonly id: OperatorId; readonly operator: OpenedOperator; readonly site: Site }[] = [];
    for (const id of OPERATORS) {
      const parts = { configuration, clock: systemClock, random: systemRandom, rules };
      const operator = await openOperator(id, parts);
      closing.push(() => operator.close());
      const mailbox = await startDevelopmentMailbox(parts);
      closing.push(() => mailbox.close());
      opened.push({ id, operator, site: await layOut(operator, configuration, mailbox) });
    }
    const app = createHttpApp({
      sites: opened.map(({ site }) => site),
      errors: ERROR_TABLES,
      errorPage: ErrorPage,
      clock: systemClock,
      random: systemRandom,
      log: createLog({ clock: systemClock, write: () => {} }),
      metrics: createHttpMetrics(new Registry()),
    });
    const served = await serve({ app, port: 0 });
    closing.push(() => served.close());
    const all: Neighbour[] = [];
    for (const one of opened) all.push(await peopled(one, served.port));
    return { port: served.port, all, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function layOut(
  operator: OpenedOperator,
  configuration: ReturnType<typeof readConfiguration>,
  mailbox: DevelopmentMailbox,
): Promise<Site> {
  return layOutSite(operator, operator.policy, { configuration, mailbox, desk: null });
}

/** What somebody at a console does. */
const WORK: readonly ProcessingOperation[] = ["record", "clarify", "extract", "use"];

async function peopled(
  { id, operator, site }: Pick<Neighbour, "id" | "operator" | "site">,
  port: number,
): Promise<Neighbour> {
  const { policy, store, statutory, links, publication } = operator;
  const authorisations = [...heldRules(policy).policy.purposes, ...statutory]
    .map(({ code, operations }) => ({
      purpose: code,
      operations: operations.filter((one) => WORK.includes(one)),
    }))
    .filter(({ operations }) => operations.length > 0);
  const member = { login: `vera-${id}`, name: `Vera of ${id}`, authorisations, rights: STAFF_RIGHTS };
  const invited = await store.transaction((tx) => inviteStaff(tx, CLI, member, operator));
  if ("refusal" in invited) throw new Error(invited.refusal.code);
  const { staff } = invited;
  const [form] = policy.forms;
  if (form === undefined) throw new Error(`${id} has no form.`);
  const key = await store.transaction((tx) =>
    createApiKey(
      tx,
      { kind: "staff", id: staff },
      { label: `Program of ${id}`, authorisations: [{ purpose: form.purpose, operations: ["extract"] }] },
      operator,
    ),
  );
  const link = () => store.transaction((tx) => makeSignInLink(tx, CLI, staff, operator));
  const host = `${id}.localhost:${port}`;
  const answer = await sendForm({ port, host, path: `/en/console/sign-in/${(await link()).token}/` }, {});
  const cookie = (answer.headers["set-cookie"] ?? [])[0]?.split(";")[0] ?? "";
  if (answer.status !== 303 || cookie === "") throw new Error(`Not signed in at ${id}: ${answer.status}.`);

  const fact = (await store.read((reader) => publication.inForce(reader, systemClock.now()))) as PolicyFact;
  const sender = `Walter of ${id}`;
  const reference = await sendEnquiry(
    {
      language: "en",
      fate: "open",
      topic: "general",
      name: sender,
      email: `walter-${id}@example.org`,
      phone: "",
      company: "",
      message: `A letter to ${id} alone`,
      answer: "",
    },
    0,
    { operator, fact, form },
  );
  const { subject, confirmation, enquiry } = await store.read((reader) =>
    reader
      .query<{ enquiry: { id: string; reference: string; subject: Pseudonym; confirmation: string } }>()
      .selectFrom("enquiry")
      .select(["subject", "confirmation", "id as enquiry"])
      .where("reference", "=", reference)
      .executeTakeFirstOrThrow(),
  );
  const shown = { policy: fact.hash, document: form.document, language: "en", form: form.code } as const;
  const names = {
    reference,
    enquiry,
    staff,
    key: key.id,
    subject,
    policy: fact.hash,
    "confirming link": links.sign("confirm", confirmation),
    "following link": links.sign("follow-enquiry", enquiry),
    "withdrawing link": links.sign("withdraw", confirmation),
    "sign-in link": (await link()).token,
    "shown version": publication.shownToken({ ...shown, at: systemClock.now() }),
  };
  const { legalName, address, inn, ogrn, email, phone } = policy.operator;
  return {
    id,
    operator,
    site,
    host,
    cookie,
    apiKey: key.secret,
    names,
    marks: [
      ...Object.values(legalName),
      ...Object.values(address),
      inn,
      ogrn,
      email,
      phone,
      ...policy.hosts.filter((one) => !one.startsWith("*.")),
      member.name,
      member.login,
      sender,
      `walter-${id}@`,
      `letter to ${id}`,
      ...Object.values(names),
    ],
  };
}

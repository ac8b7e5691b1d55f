import { z } from "zod";
import { ERROR_TABLES } from "../src/error-tables.ts";
import { CLI, makeSignInLink, staffByLogin } from "../src/people/staff/index.ts";
import { ErrorPage } from "../src/platform/ui/index.ts";
import { createWorker, defineJob, handle, JobFailure } from "../src/platform/jobs/index.ts";
import { operatorSite } from "../src/surfaces/site/index.ts";
import { type Received, send, sendForm } from "./http-client.ts";
import { startSite, type TestSite } from "./http-site.ts";
import type { OpenedOperator } from "./installation.ts";

/** The operator's whole site, with its console, over real HTTP. */
export async function startConsole(operator: OpenedOperator): Promise<TestSite> {
  const addresses = await operator.store.read((reader) => operator.publication.addresses(reader));
  const { routes } = operatorSite(operator, operator.policy, {
    origins: ["http://site.localhost"],
    mailbox: null,
    desk: null,
    addresses,
  });
  return startSite(routes, {
    errors: ERROR_TABLES,
    errorPage: ErrorPage,
  });
}

/** A sign-in link's path: the first member's, or a member's of staff. */
export async function linkFor(operator: OpenedOperator, login: string | null): Promise<string> {
  const { token } = await operator.store.transaction(async (tx) => {
    const staff = login === null ? null : (await staffByLogin(tx, login, operator.vault)).id;
    return makeSignInLink(tx, CLI, staff, operator);
  });
  return `/en/console/sign-in/${token}/`;
}

/** One browser, as far as HTTP knows: a site and a cookie. */
export interface Desk {
  readonly cookie: string | null;
  get(path: string): Promise<Received>;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Received>;
}

export function deskAt({ port }: TestSite, cookie: string | null): Desk {
  const headers: Record<string, string> = cookie === null ? {} : { Cookie: cookie };
  return {
    cookie,
    get: (path) => send({ port, path, headers }),
    post: (path, fields = {}) => sendForm({ port, path, headers }, fields),
  };
}

/** Signs in with a link as its button does. */
export async function signedIn(
  site: TestSite,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Desk> {
  const answer = await deskAt(site, null).post(path, fields);
  if (answer.status !== 303) throw new Error(`Not signed in: ${answer.status}.`);
  const [cookie = ""] = (answer.headers["set-cookie"] ?? []).map((one) => one.split(";")[0] ?? "");
  return deskAt(site, cookie);
}

/** The value of a hidden field. */
export function hidden(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`, "u").exec(page)?.[1] ?? "";
}

/** Every entry of the journal, as its leaf says it, in order. */
export async function journalled(operator: OpenedOperator): Promise<string[]> {
  await operator.journal.sequencer.drain();
  const rows = await operator.store.read((reader) =>
    reader
      .query<{ journal_entry: { leaf: Uint8Array | null; position: number } }>()
      .selectFrom("journal_entry")
      .select("leaf")
      .orderBy("position")
      .execute(),
  );
  return rows.map(({ leaf }) => Buffer.from(leaf ?? []).toString("utf8"));
}

const buried = defineJob("buried", z.strictObject({}));

/** A job that has failed for good, as a worker leaves it. */
export async function leaveDeadJob(operator: OpenedOperator): Promise<void> {
  const { store, jobs, clock, random } = operator;
  await store.transaction((tx) => jobs.enqueue(tx, buried, { payload: {} }));
  const failing = handle(buried, async () => {
    throw new JobFailure("smtp-550", { forEver: true });
  });
  await createWorker({ store, queue: jobs, clock, random, report: () => {}, handlers: [failing] }).runDue();
}

import { type Kysely, sql } from "kysely";
import type { Address } from "../../platform/http/index.ts";
import type { Random } from "../../platform/random/index.ts";
import { type BlindIndex, prepare, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { formAllowanceTable } from "./enquiry.table.ts";
import type { FormSettings } from "./form-settings.ts";
import { IntakeError } from "./intake.errors.ts";

const HOUR = 60 * 60 * 1000;

/** Units that meet at one row have started up to so much apart, ms: whoever started first is not refused for that. */
const SKEW = 1000;

/** The brake is spread over so many rows, so that no two sendings need wait for the same one. */
const LANES = 8;

/** Below this the brake is one row: a share of a few would be too coarse. */
const WORTH_SPREADING = 10 * LANES;

/** Sign-in links that may be asked for from one network in an hour; each is a row and a job. */
export const LINK_REQUESTS_AN_HOUR = 20;

/** What a link is asked for: either has an allowance of its own, so that neither shuts the other out. */
export type LinkAsked = "sign-in" | "follow";

/** Rows that one sweep removes at most. */
const SWEEP = 500;

type AllowanceTables = Tables<typeof formAllowanceTable>;

interface TakingOne extends Record<string, unknown> {
  readonly network: BlindIndex;
  readonly next: number;
  readonly at: number;
  readonly latest: number;
}

interface Taking extends TakingOne {
  readonly all: BlindIndex;
  readonly allNext: number;
}

interface TakingForMailbox extends Taking {
  readonly mailbox: BlindIndex;
  readonly mailboxNext: number;
}

/**
 * Takes one from each allowance in one statement, which changes as many rows, or fewer when one of them is used up. A
 * leaky bucket (GCRA): `whole_at` moves on by the step, and may not pass an hour from now. The row's own lock makes it
 * hold for all processes; everybody takes rows in one order.
 */
function taking(
  db: Kysely<AllowanceTables>,
  rows: readonly { readonly network: BlindIndex; readonly whole_at: number }[],
  { at, latest }: { readonly at: number; readonly latest: number },
) {
  const moved = sql<number>`case when form_allowance.whole_at > ${at} then form_allowance.whole_at else ${at} end + excluded.whole_at - ${at}`;
  return db
    .insertInto("form_allowance")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("network").doUpdateSet({ whole_at: moved }).where(sql<boolean>`${moved} <= ${latest}`),
    );
}

const takeFrom = prepare<AllowanceTables, TakingOne>()((db, param) =>
  taking(db, [{ network: param("network"), whole_at: param("next") }], {
    at: param("at"),
    latest: param("latest"),
  }),
);

const takeOne = prepare<AllowanceTables, Taking>()((db, param) =>
  taking(
    db,
    [
      { network: param("network"), whole_at: param("next") },
      { network: param("all"), whole_at: param("allNext") },
    ],
    { at: param("at"), latest: param("latest") },
  ),
);

const takeOneForMailbox = prepare<AllowanceTables, TakingForMailbox>()((db, param) =>
  taking(
    db,
    [
      { network: param("network"), whole_at: param("next") },
      { network: param("all"), whole_at: param("allNext") },
      { network: param("mailbox"), whole_at: param("mailboxNext") },
    ],
    { at: param("at"), latest: param("latest") },
  ),
);

const wholeAt = prepare<AllowanceTables, { network: BlindIndex }>()((db, param) =>
  db.selectFrom("form_allowance").select("whole_at").where("network", "=", param("network")),
);

const removeWhole = prepare<AllowanceTables, { at: number; limit: number }>()((db, param) =>
  db
    .deleteFrom("form_allowance")
    .where("network", "in", (rows) =>
      rows
        .selectFrom("form_allowance")
        .select("network")
        .where("whole_at", "<=", param("at"))
        .limit(param("limit")),
    ),
);

export interface AllowanceParts {
  readonly vault: Pick<Vault, "lookupIndex">;
  readonly random: Random;
  readonly forms: FormSettings;
}

/** Who sends, and to whom a mail would go because of it. */
export interface Sender {
  readonly client: Address | null;
  readonly proven: boolean;
  /** In normal form; null when nobody is written to. */
  readonly mailbox: string | null;
}

/**
 * Counts one sending against the allowance of its network, of the operator, and of the mailbox that is written to
 * because of it, since anybody can type anybody's address. In the sending's own unit of work: what fails counts
 * nothing. A network or mailbox is known by a keyed digest that changes with the day (UTC), never by its address; an
 * unknown network has the tightest allowance, shared by all such, and so has an address that nobody has proven.
 * @throws IntakeError `too-many`, with the seconds after which it is worth trying again
 */
export async function takeAllowance(
  tx: Transaction,
  { client, mailbox, ...sender }: Sender,
  { vault, random, forms }: AllowanceParts,
): Promise<void> {
  const { at } = tx;
  const proven = sender.proven && client !== null;
  const lanes = forms.perHourAll < WORTH_SPREADING ? 1 : LANES;
  const lane = (random.bytes(1)[0] ?? 0) % lanes;
  const index = (name: string) => indexOf(name, at, vault);
  const network = {
    index: index(`${proven ? "proven" : "unproven"} ${networkOf(client)}`),
    step: stepOf(proven ? forms.perHour : forms.perHourUnproven),
  };
  const all = { index: index(`all ${lane}`), step: stepOf(forms.perHourAll / lanes) };
  const own =
    mailbox === null
      ? null
      : { index: index(`mailbox ${mailboxOf(mailbox)}`), step: stepOf(forms.perHourUnproven) };
  const taken = [network, all, ...(own === null ? [] : [own])];
  const both = {
    network: network.index,
    next: at + network.step,
    all: all.index,
    allNext: at + all.step,
    at,
    latest: at + HOUR + SKEW,
  };
  const changed =
    own === null
      ? await tx.change(takeOne, both)
      : await tx.change(takeOneForMailbox, { ...both, mailbox: own.index, mailboxNext: at + own.step });
  if (changed === taken.length) return;

  let wait = 1;
  for (const bucket of taken) wait = Math.max(wait, await secondsUntilFree(tx, bucket));
  throw new IntakeError("too-many", wait);
}

/**
 * Counts one asking for a link against the allowance of its network, kept as those of forms are. Resolves with
 * 0, or, where it is used up, with the whole seconds after which it is worth trying again.
 */
export async function takeLinkRequest(
  tx: Transaction,
  client: Address | null,
  asked: LinkAsked,
  { vault }: Pick<AllowanceParts, "vault">,
): Promise<number> {
  const { at } = tx;
  const step = stepOf(LINK_REQUESTS_AN_HOUR);
  const index = indexOf(`${asked} ${networkOf(client)}`, at, vault);
  const bucket = { network: index, next: at + step, at, latest: at + HOUR + SKEW };
  return (await tx.change(takeFrom, bucket)) === 1 ? 0 : secondsUntilFree(tx, { index, step });
}

/**
 * Counts one mail that somebody who need not be its reader has sent to a mailbox, from whichever network, against that
 * mailbox's own allowance. `mailbox` is an address in normal form. Resolves with false where it is used up.
 */
export async function takeMailToMailbox(
  tx: Transaction,
  mailbox: string,
  { vault, forms }: Pick<AllowanceParts, "vault" | "forms">,
): Promise<boolean> {
  const { at } = tx;
  const network = indexOf(`mail ${mailboxOf(mailbox)}`, at, vault);
  const next = at + stepOf(forms.perHourUnproven);
  return (await tx.change(takeFrom, { network, next, at, latest: at + HOUR + SKEW })) === 1;
}

async function secondsUntilFree(
  tx: Transaction,
  { index, step }: { readonly index: BlindIndex; readonly step: number },
): Promise<number> {
  const row = await tx.first(wholeAt, { network: index });
  return Math.max(1, Math.ceil(((row?.whole_at ?? 0) + step - HOUR - tx.at) / 1000));
}

function indexOf(name: string, at: number, vault: AllowanceParts["vault"]): BlindIndex {
  const day = new Date(at).toISOString().slice(0, 10);
  return vault.lookupIndex("form-allowance", `${day} ${name}`);
}

/** Removes what stands for nothing any more: allowances that are whole again. Bounded. Resolves with how many went. */
export function sweepAllowances(tx: Transaction): Promise<number> {
  return tx.change(removeWhole, { at: tx.at, limit: SWEEP });
}

/** ms after which one more is allowed. */
function stepOf(perHour: number): number {
  return Math.min(HOUR, Math.ceil(HOUR / perHour));
}

/** An IPv4 address whole, of an IPv6 address the 56 bits that one customer is given at the least (RFC 6177). */
function networkOf(client: Address | null): string {
  if (client === null) return "unknown";
  return client.family === 4 ? client.text : Buffer.from(client.bytes.subarray(0, 7)).toString("hex");
}

/** Spellings that many providers deliver into one mailbox count as one: what is behind a plus sign, and dots. */
function mailboxOf(address: string): string {
  const [local = "", domain = ""] = address.split("@");
  return `${(local.split("+")[0] ?? "").replaceAll(".", "")}@${domain}`;
}

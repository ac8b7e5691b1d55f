import { sql } from "kysely";
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

/** Rows that one sweep removes at most. */
const SWEEP = 500;

type AllowanceTables = Tables<typeof formAllowanceTable>;

interface Taking extends Record<string, unknown> {
  readonly network: BlindIndex;
  readonly networkNext: number;
  readonly all: BlindIndex;
  readonly allNext: number;
  readonly at: number;
  readonly latest: number;
}

/**
 * Takes one from both allowances in one statement, which changes two rows, or fewer when one of them is used up. A
 * leaky bucket (GCRA): `whole_at` moves on by the step, and may not pass an hour from now. The row's own lock makes it
 * hold for all processes.
 */
const takeOne = prepare<AllowanceTables, Taking>()((db, param) => {
  const moved = () =>
    sql<number>`case when form_allowance.whole_at > ${param("at")} then form_allowance.whole_at else ${param("at")} end + excluded.whole_at - ${param("at")}`;
  return db
    .insertInto("form_allowance")
    .values([
      { network: param("network"), whole_at: param("networkNext") },
      { network: param("all"), whole_at: param("allNext") },
    ])
    .onConflict((conflict) =>
      conflict
        .column("network")
        .doUpdateSet({ whole_at: moved() })
        .where(sql<boolean>`${moved()} <= ${param("latest")}`),
    );
});

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

/**
 * Counts one sending against the allowance of its network and of the operator, in the sending's own unit of work: what
 * is refused or fails counts nothing. A network is known by a keyed digest that changes with the day (UTC), never by
 * its address; an unknown one has the tightest allowance, shared by all such.
 * @throws IntakeError `too-many`, with the seconds after which it is worth trying again
 */
export async function takeAllowance(
  tx: Transaction,
  sender: { readonly client: Address | null; readonly proven: boolean },
  { vault, random, forms }: AllowanceParts,
): Promise<void> {
  const { at } = tx;
  const day = new Date(at).toISOString().slice(0, 10);
  const proven = sender.proven && sender.client !== null;
  const lanes = forms.perHourAll < WORTH_SPREADING ? 1 : LANES;
  const lane = (random.bytes(1)[0] ?? 0) % lanes;
  const index = (name: string) => vault.lookupIndex("form-allowance", `${day} ${name}`);
  const kind = proven ? "proven" : "unproven";
  const taken = [
    {
      index: index(`${kind} ${networkOf(sender.client)}`),
      step: stepOf(proven ? forms.perHour : forms.perHourUnproven),
    },
    { index: index(`all ${lane}`), step: stepOf(forms.perHourAll / lanes) },
  ] as const;
  const changed = await tx.change(takeOne, {
    network: taken[0].index,
    networkNext: at + taken[0].step,
    all: taken[1].index,
    allNext: at + taken[1].step,
    at,
    latest: at + HOUR + SKEW,
  });
  if (changed === taken.length) return;

  let wait = 1;
  for (const { index: network, step } of taken) {
    const row = await tx.first(wholeAt, { network });
    wait = Math.max(wait, (row?.whole_at ?? 0) + step - HOUR - at);
  }
  throw new IntakeError("too-many", Math.ceil(wait / 1000));
}

/** Removes what stands for nothing any more: allowances that are whole again. Bounded. Resolves with how many went. */
export function sweepAllowances(tx: Transaction): Promise<number> {
  return tx.change(removeWhole, { at: tx.at, limit: SWEEP });
}

/** ms after which one more is allowed. */
function stepOf(perHour: number): number {
  return Math.min(HOUR, Math.ceil(HOUR / perHour));
}

/** An IPv4 address whole, of an IPv6 address the half that a provider gives to one customer (RFC 6177). */
function networkOf(client: Address | null): string {
  if (client === null) return "unknown";
  return client.family === 4 ? client.text : Buffer.from(client.bytes.subarray(0, 8)).toString("hex");
}

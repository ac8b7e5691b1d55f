import {
  type BlindIndex,
  prepare,
  type Reader,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import { attributesOf, type CompiledPolicy, LETTER } from "../../policy/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { ADVERTISING_RULES } from "./advertising-rules.ts";
import { leaveToAdvertise } from "./advertisers.ts";
import type { CheckedFields } from "./check-fields.ts";
import type { enquiryTable } from "./enquiry.table.ts";
import { type AdvertisingReason, createAdvertisingWeigher, likenessOf } from "./weigh-advertising.ts";

const weigh = createAdvertisingWeigher();

/** What was found of a sending, as its enquiry stores it: nothing of its text. */
export interface Suspicion {
  readonly reasons: readonly AdvertisingReason[];
  /** Keyed digest of the text's normal form; null for a short text, which is nobody's in particular. */
  readonly likeness: BlindIndex | null;
  /** The entry of the register that would let it through once the address is proven; null for none. */
  readonly leave: string | null;
}

const UNSUSPECTED: Suspicion = { reasons: [], likeness: null, leave: null };

const DAY = 24 * 3_600_000;

const alikes = prepare<Tables<typeof enquiryTable>, { likeness: BlindIndex; since: number; limit: number }>()(
  (db, param) =>
    db
      .selectFrom("enquiry")
      .select("id")
      .where("likeness", "=", param("likeness"))
      .where("received_at", ">", param("since"))
      .limit(param("limit")),
);

/**
 * Whether a sending looks like advertising (clause itsectr-agreement/4.3.5), on every form but the letter: a right is
 * never made to wait for that, so what somebody writes about their own data or a document goes to staff whatever it
 * looks like. Looks only; what is suspected is held, told to its sender as any other, and released in one step.
 */
export async function suspectAdvertising(
  tx: Transaction,
  sending: {
    readonly form: string;
    readonly policy: CompiledPolicy;
    readonly checked: CheckedFields;
    readonly age: number;
  },
  { vault }: { readonly vault: Pick<Vault, "lookupIndex"> },
): Promise<Suspicion> {
  const { form, policy, checked, age } = sending;
  if (form === LETTER) return UNSUSPECTED;
  const kinds = new Map(attributesOf(policy).map(({ code, kind }) => [code, kind]));
  const written = checked.values.filter(({ attribute }) => kinds.get(attribute)?.endsWith("text"));
  const text = written.map(({ plaintext }) => plaintext).join("\n");
  const free = written.filter(({ attribute }) => kinds.get(attribute) === "free-text");
  const likeness = indexOfLikeness(free.map(({ plaintext }) => plaintext).join("\n"), vault);
  const { days, others } = ADVERTISING_RULES.repeated;
  const repeats =
    likeness === null
      ? 0
      : (await tx.all(alikes, { likeness, since: tx.at - days * DAY, limit: others })).length;
  const known = Number.isFinite(age) ? age : null;
  const reasons = weigh(text, { age: known, repeats, ownHosts: policy.hosts });
  if (reasons.length === 0) return { ...UNSUSPECTED, likeness };
  const email = checked.identifiers.find(({ kind }) => kind === "email")?.normal ?? null;
  const leave = email === null ? null : await leaveToAdvertise(tx, { email, form, at: tx.at }, vault);
  return { reasons, likeness, leave };
}

function indexOfLikeness(text: string, vault: Pick<Vault, "lookupIndex">): BlindIndex | null {
  const normal = likenessOf(text);
  return normal.length < ADVERTISING_RULES.repeated.fromLength ? null : vault.lookupIndex("likeness", normal);
}

const heldFor = prepare<Tables<typeof enquiryTable>, { confirmation: string; held: boolean }>()((db, param) =>
  db
    .selectFrom("enquiry")
    .select(["id", "reference", "subject", "purpose", "advertising_leave as leave"])
    .where("confirmation", "=", param("confirmation"))
    .where("advertising", "=", param("held"))
    .where("advertising_leave", "is not", null),
);

/** Those that a proven address lets through, if its entry of the register still stands. */
export async function releasable(reader: Reader, confirmation: string) {
  return reader.all(heldFor, { confirmation, held: true });
}

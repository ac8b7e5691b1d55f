import { normalEmail } from "../../people/subjects/index.ts";
import { type Random, uuidv7 } from "../../platform/random/index.ts";
import {
  type BlindIndex,
  prepare,
  type Reader,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import { type CompiledPolicy, formsOf, LETTER } from "../../policy/index.ts";
import type { Actor } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { advertiserTable } from "./enquiry.table.ts";
import { IntakeError } from "./intake.errors.ts";

/** Who may advertise, until when and where (clause itsectr-agreement/4.3.5), as a list shows it: no address. */
export interface Advertiser {
  readonly id: string;
  /** The operator's own word for them: the number of the agreement. */
  readonly name: string;
  readonly kind: "address" | "domain";
  /** Code of the form; `*` for all. */
  readonly form: string;
  readonly since: number;
  /** ms; null: until it is ended. */
  readonly until: number | null;
}

export interface NewAdvertiser {
  readonly name: string;
  /** An address, or a domain: `news@firm.example`, `firm.example`. */
  readonly who: string;
  readonly form: string;
  readonly until: number | null;
}

type AdvertiserTables = Tables<typeof advertiserTable>;

const listed = prepare<AdvertiserTables, { at: number }>()((db, param) =>
  db
    .selectFrom("advertiser")
    .select(["id", "name", "kind", "form", "since", "until"])
    .where((where) => where.or([where("until", "is", null), where("until", ">", param("at"))]))
    .orderBy("id"),
);

const standing = prepare<
  AdvertiserTables,
  { address: BlindIndex; domain: BlindIndex; form: string; at: number }
>()((db, param) =>
  db
    .selectFrom("advertiser")
    .select("id")
    .where((where) =>
      where.or([where("value_index", "=", param("address")), where("value_index", "=", param("domain"))]),
    )
    .where((where) => where.or([where("form", "=", param("form")), where("form", "=", "*")]))
    .where((where) => where.or([where("until", "is", null), where("until", ">", param("at"))])),
);

const ended = prepare<AdvertiserTables, { id: string; at: number }>()((db, param) =>
  db
    .updateTable("advertiser")
    .set({ until: param("at") })
    .where("id", "=", param("id"))
    .where((where) => where.or([where("until", "is", null), where("until", ">", param("at"))])),
);

const stillStands = prepare<AdvertiserTables, { id: string; at: number }>()((db, param) =>
  db
    .selectFrom("advertiser")
    .select("name")
    .where("id", "=", param("id"))
    .where((where) => where.or([where("until", "is", null), where("until", ">", param("at"))])),
);

const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;

type Leaving = {
  readonly vault: Pick<Vault, "lookupIndex">;
  readonly journal: Pick<Journal, "append">;
  readonly random: Random;
};

/** The register as it stands. */
export async function listAdvertisers(reader: Reader, at: number): Promise<Advertiser[]> {
  return [...(await reader.all(listed, { at }))];
}

/**
 * Lets somebody advertise. What is stored of who is a keyed digest, as of the addresses of people; the name is the
 * operator's own. Journalled. Whether `by` may do so is the caller's question.
 * @throws IntakeError `advertiser-malformed`, `form-unknown`
 */
export async function allowAdvertiser(
  tx: Transaction,
  by: Actor,
  { name, who, form, until }: NewAdvertiser,
  { vault, journal, random, policy }: Leaving & { readonly policy: CompiledPolicy },
): Promise<string> {
  const typed = who.trim().toLowerCase();
  const address = typed.includes("@") ? normalEmail(typed) : null;
  const domain = address === null && DOMAIN.test(typed) ? new URL(`http://${typed}`).hostname : null;
  const value = address ?? domain;
  if (value === null || !NAME.test(name)) throw new IntakeError("advertiser-malformed");
  if (until !== null && until <= tx.at) throw new IntakeError("advertiser-malformed");
  const forms = formsOf(policy).filter(({ code }) => code !== LETTER);
  if (form !== "*" && !forms.some(({ code }) => code === form)) throw new IntakeError("form-unknown");
  const id = uuidv7(tx.at, random);
  const kind = address === null ? "domain" : "address";
  await tx.insert(advertiserTable, [
    {
      id,
      name,
      kind,
      value_index: indexOf(kind, value, vault),
      form,
      since: tx.at,
      until,
      granted_by: by.kind === "staff" ? by.id : by.kind,
    },
  ]);
  const details = { name, kind, form, ...(until === null ? {} : { until }) };
  await journal.append(tx, { event: "advertiser-allowed", actor: by, details });
  return id;
}

/** Ends an entry of the register, at once. Journalled. False when it had ended. */
export async function endAdvertiser(
  tx: Transaction,
  by: Actor,
  id: string,
  { journal }: Pick<Leaving, "journal">,
): Promise<boolean> {
  const row = await tx.first(stillStands, { id, at: tx.at });
  if (row === undefined) return false;
  await tx.change(ended, { id, at: tx.at });
  await journal.append(tx, { event: "advertiser-ended", actor: by, details: { name: row.name } });
  return true;
}

/** The entry that covers a sender, by address or by domain; null for none. */
export async function leaveToAdvertise(
  reader: Reader,
  { email, form, at }: { readonly email: string; readonly form: string; readonly at: number },
  vault: Pick<Vault, "lookupIndex">,
): Promise<string | null> {
  const address = indexOf("address", email, vault);
  const domain = indexOf("domain", email.slice(email.lastIndexOf("@") + 1), vault);
  return (await reader.first(standing, { address, domain, form, at }))?.id ?? null;
}

/** The name of an entry that stands; null when it has ended. */
export async function advertiserStanding(reader: Reader, id: string, at: number): Promise<string | null> {
  return (await reader.first(stillStands, { id, at }))?.name ?? null;
}

function indexOf(kind: Advertiser["kind"], value: string, vault: Pick<Vault, "lookupIndex">): BlindIndex {
  return vault.lookupIndex(`advertiser-${kind}`, value);
}

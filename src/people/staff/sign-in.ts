import { sha256, toBase64Url } from "../../platform/crypto/index.ts";
import { uuidv7 } from "../../platform/random/index.ts";
import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { ProcessingOperation } from "../../policy/index.ts";
import type { Refusal } from "../../trust/gate/index.ts";
import { addStaff } from "./add-staff.ts";
import { lockFirstLinks } from "./first-link.ts";
import { knownPurposes } from "./known-purposes.ts";
import { requireMember } from "./require-member.ts";
import { proveMailbox } from "./prove-mailbox.ts";
import { readSignInLink } from "./sign-in-link.ts";
import { openName } from "./staff-name.ts";
import { StaffError } from "./staff.errors.ts";
import { DOOR, type StaffParts } from "./staff-parts.ts";
import { STAFF_RIGHTS } from "./staff-right.ts";
import { SESSION_LIFE } from "./staff-session.ts";
import { type signInLinkTable, staffSessionTable } from "./staff.table.ts";

/** What a browser has from now on. */
export interface SignedIn {
  /** Value of the cookie `staff`: 256 random bits, base64url. Stored nowhere but in that browser. */
  readonly cookie: string;
  readonly staff: Pseudonym;
  readonly session: string;
  /** The absolute end, ms. */
  readonly expiresAt: number;
}

const takeLink = prepare<Tables<typeof signInLinkTable>, { id: string; at: number }>()((db, param) =>
  db
    .updateTable("sign_in_link")
    .set({ used_at: param("at") })
    .where("id", "=", param("id"))
    .where("used_at", "is", null),
);

/**
 * Uses a link up and begins a session, always a new one, in one person's own name (clause itsectr-privacy/1.1.1). Of two who use one link at once, one is signed in. A link that
 * was mailed proves the mailbox, once; one that was shown on a screen proves nothing.
 * @throws StaffError as `readSignInLink`; `link-first` for a link that makes the first member of staff
 */
export async function signIn(tx: Transaction, token: string, parts: StaffParts): Promise<SignedIn> {
  const { id, staff, mailbox } = await readSignInLink(tx, token, tx.at, parts);
  if (staff === null) throw new StaffError("link-first");
  await take(tx, id);
  if (mailbox !== null) await proveMailbox(tx, { staff, mailbox, link: id }, parts);
  return beginSession(tx, staff, id, parts);
}

/** What an operation is that somebody at the console does; erasing, passing on and publishing are granted by name. */
const AT_THE_CONSOLE: readonly ProcessingOperation[] = ["record", "clarify", "extract", "use", "provide"];

/**
 * Makes the first member of staff, with all rights and authorised for every purpose in force, and signs them in. Of two
 * at once, with one link or with two, one becomes the first.
 * @throws StaffError as `readSignInLink` and `addStaff`; `link-forged` for a link of a member of staff
 */
export async function signInFirst(
  tx: Transaction,
  token: string,
  first: { readonly name: string; readonly login: string; readonly email?: string },
  parts: StaffParts,
): Promise<SignedIn | { readonly refusal: Refusal }> {
  await lockFirstLinks(tx);
  const { id, staff } = await readSignInLink(tx, token, tx.at, parts);
  if (staff !== null) throw new StaffError("link-forged");
  const authorisations = (await knownPurposes(tx, parts))
    .map(({ code, operations }) => ({
      purpose: code,
      operations: operations.filter((operation) => AT_THE_CONSOLE.includes(operation)),
    }))
    .filter(({ operations }) => operations.length > 0);
  const added = await addStaff(tx, DOOR, { ...first, authorisations, rights: STAFF_RIGHTS }, parts);
  if ("refusal" in added) return added;
  await take(tx, id);
  return beginSession(tx, added.staff, id, parts);
}

async function take(tx: Transaction, link: string): Promise<void> {
  if ((await tx.change(takeLink, { id: link, at: tx.at })) === 0) throw new StaffError("link-used");
}

async function beginSession(
  tx: Transaction,
  staff: Pseudonym,
  link: string,
  parts: StaffParts,
): Promise<SignedIn> {
  const { shardKey } = await requireMember(tx, staff);
  const session = uuidv7(tx.at, parts.random);
  const cookie = toBase64Url(parts.random.bytes(32));
  const expiresAt = tx.at + SESSION_LIFE;
  await tx.insert(staffSessionTable, [
    {
      id: session,
      shard_key: shardKey,
      staff,
      token_hash: sha256(cookie),
      since: tx.at,
      last_seen: tx.at,
      expires_at: expiresAt,
      ended_at: null,
    },
  ]);
  await parts.journal.append(tx, {
    event: "staff-signed-in",
    actor: { kind: "staff", id: staff },
    subjects: [staff],
    details: { session, link },
  });
  const name = await openName(tx, staff, parts);
  if (name !== null) tx.afterCommit(() => parts.names.keep(session, name, expiresAt));
  return { cookie, staff, session, expiresAt };
}

import { sha256 } from "../../platform/crypto/index.ts";
import {
  prepare,
  type Pseudonym,
  type Reader,
  type Store,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import { rightsOf } from "./require-right.ts";
import { authorisationsOf } from "./staff-facts.ts";
import type { StaffParts } from "./staff-parts.ts";
import type { StaffRight } from "./staff-right.ts";
import type { KeyAuthorisation, staffMemberTable, staffSessionTable } from "./staff.table.ts";

/** Name of the cookie: HttpOnly, SameSite=Lax, `__Host-` over https, and without an age of its own. */
export const STAFF_COOKIE = "staff";
/** How long a session lives at most, ms. */
export const SESSION_LIFE = 12 * 3_600_000;
/** How long it lives without a request, ms. */
export const SESSION_IDLE = 30 * 60_000;
/** How often its last request is written at most, ms. */
const SEEN_EVERY = 60_000;

/** Who is signed in, and what they may do at this instant (clause itsectr-privacy/1.1.1). */
export interface SignedInStaff {
  readonly staff: Pseudonym;
  readonly session: string;
  /** Null: ask `staffName`, which has it in memory or opens it. */
  readonly name: string | null;
  readonly rights: readonly StaffRight[];
  readonly authorisations: readonly KeyAuthorisation[];
  readonly lastSeen: number;
  /** The absolute end, ms. */
  readonly expiresAt: number;
}

type SessionTables = Tables<typeof staffSessionTable | typeof staffMemberTable>;

const findSession = prepare<SessionTables, { hash: Uint8Array; at: number; idleSince: number }>()(
  (db, param) =>
    db
      .selectFrom("staff_session as session")
      .innerJoin("staff_member as member", "member.id", "session.staff")
      .select(["session.id", "session.staff", "session.last_seen", "session.expires_at"])
      .where("session.token_hash", "=", param("hash"))
      .where("session.ended_at", "is", null)
      .where("session.expires_at", ">", param("at"))
      .where("session.last_seen", ">", param("idleSince"))
      .where((where) =>
        where.or([where("member.until", "is", null), where("member.until", ">", param("at"))]),
      ),
);

/**
 * Who a cookie stands for, with what is in force now: a revocation holds from the next request on. Null for a cookie
 * that is none of ours, and for a session that has ended, lain idle for 30 minutes, or lasted 12 hours.
 */
export async function currentStaff(
  reader: Reader,
  cookie: string | null,
  at: number,
): Promise<SignedInStaff | null> {
  if (cookie === null || cookie === "") return null;
  const found = await reader.first(findSession, { hash: sha256(cookie), at, idleSince: at - SESSION_IDLE });
  if (found === undefined) return null;
  const { id, staff, last_seen, expires_at } = found;
  const [rights, authorisations] = [
    await rightsOf(reader, staff, at),
    await authorisationsOf(reader, staff, at),
  ];
  return {
    staff,
    session: id,
    name: null,
    rights,
    authorisations,
    lastSeen: last_seen,
    expiresAt: expires_at,
  };
}

const seen = prepare<SessionTables, { session: string; at: number }>()((db, param) =>
  db
    .updateTable("staff_session")
    .set({ last_seen: param("at") })
    .where("id", "=", param("session"))
    .where("ended_at", "is", null),
);

/** Notes that a session is in use, once a minute at most. To be called for each request of a signed-in browser. */
export async function renewSession(
  store: Store,
  { session, lastSeen }: Pick<SignedInStaff, "session" | "lastSeen">,
  at: number,
): Promise<void> {
  if (at - lastSeen < SEEN_EVERY) return;
  await store.transaction((tx) => tx.change(seen, { session, at }));
}

const endSession = prepare<SessionTables, { session: string; at: number }>()((db, param) =>
  db
    .updateTable("staff_session")
    .set({ ended_at: param("at") })
    .where("id", "=", param("session"))
    .where("ended_at", "is", null),
);

/** Ends a session. Whoever shows its cookie from now on is nobody. */
export async function signOut(
  tx: Transaction,
  { staff, session }: Pick<SignedInStaff, "staff" | "session">,
  parts: Pick<StaffParts, "journal" | "names">,
): Promise<void> {
  if ((await tx.change(endSession, { session, at: tx.at })) === 0) return;
  await parts.journal.append(tx, {
    event: "staff-signed-out",
    actor: { kind: "staff", id: staff },
    subjects: [staff],
    details: { session },
  });
  tx.afterCommit(() => parts.names.forget([session]));
}

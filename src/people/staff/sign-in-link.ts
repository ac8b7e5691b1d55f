import type { LinkTokens } from "../../platform/crypto/index.ts";
import { uuidv4, uuidv7 } from "../../platform/random/index.ts";
import {
  prepare,
  type Pseudonym,
  type Reader,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { Actor } from "../../trust/gate/index.ts";
import { hasStaff } from "./first-link.ts";
import { requireMember } from "./require-member.ts";
import { requireActorRight } from "./require-right.ts";
import { StaffError } from "./staff.errors.ts";
import { journalActor, nameOf, type StaffParts } from "./staff-parts.ts";
import { signInLinkTable, type staffMemberTable, type staffSessionTable } from "./staff.table.ts";

/** How long a link signs in, ms. */
export const LINK_LIFE = 15 * 60_000;

/** What tokens of such links are signed as; a mail names the same (facts {link}). */
export const SIGN_IN = "sign-in";

/** Where such a link leads, without host and language. The token is in no log: addresses are logged by their pattern. */
export const signInPath = (token: string): string => `/console/sign-in/${token}/`;

/** A link for somebody to sign in with. The token is a secret: it goes to that person and nowhere else. */
export interface SignInLink {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: number;
}

/**
 * Makes a link for a member of staff, journalled without its secret; or, while nobody works here, for the first
 * (`staff` null). That one is about nobody: what is journalled is its use. `mailbox` is for who mails it there and shows
 * it nowhere else.
 * Whoever holds a link is whom it is for. So staff get one in hand for nobody but a colleague to whom none can be mailed
 * and who has never signed in; any other is mailed, or made on the machine.
 * @throws StaffError `right-missing`, `staff-unknown`, `link-of-another`, `link-dead` (a first link when there is staff)
 */
export async function makeSignInLink(
  tx: Transaction,
  by: Actor,
  staff: Pseudonym | null,
  parts: Pick<StaffParts, "journal" | "links" | "random">,
  mailbox: string | null = null,
): Promise<SignInLink> {
  await requireActorRight(tx, by, "manage-staff", tx.at);
  if (staff === null && (await hasStaff(tx, tx.at))) throw new StaffError("link-dead");
  const shardKey = staff === null ? uuidv4(parts.random) : (await requireMember(tx, staff)).shardKey;
  if (staff !== null && by.kind === "staff") await requireNewcomer(tx, staff);
  const id = uuidv7(tx.at, parts.random);
  const expiresAt = tx.at + LINK_LIFE;
  await tx.insert(signInLinkTable, [
    {
      id,
      shard_key: shardKey,
      staff,
      made_by: nameOf(by),
      mailbox,
      made_at: tx.at,
      expires_at: expiresAt,
      used_at: null,
    },
  ]);
  if (staff !== null) {
    await parts.journal.append(tx, {
      event: "staff-invited",
      actor: journalActor(by),
      subjects: [staff],
      details: { link: id, expiresAt },
    });
  }
  return { id, token: parts.links.sign(SIGN_IN, id), expiresAt };
}

const anySession = prepare<Tables<typeof staffSessionTable>, { staff: string }>()((db, param) =>
  db.selectFrom("staff_session").select("id").where("staff", "=", param("staff")).limit(1),
);

/** @throws StaffError `staff-unknown`, `link-of-another` */
async function requireNewcomer(tx: Transaction, staff: Pseudonym): Promise<void> {
  const { hasAddress } = await requireMember(tx, staff);
  if (hasAddress || (await tx.first(anySession, { staff })) !== undefined) {
    throw new StaffError("link-of-another");
  }
}

/** A link that would sign somebody in now. */
export interface GoodLink {
  readonly id: string;
  /** Null: it makes the first member of staff, who gives name and login. */
  readonly staff: Pseudonym | null;
  /** The mailbox that it was mailed to; null when it was shown. */
  readonly mailbox: string | null;
  readonly expiresAt: number;
}

const findLink = prepare<Tables<typeof signInLinkTable | typeof staffMemberTable>, { id: string }>()(
  (db, param) =>
    db
      .selectFrom("sign_in_link as link")
      .leftJoin("staff_member as member", "member.id", "link.staff")
      .select(["link.id", "link.staff", "link.mailbox", "link.expires_at", "link.used_at", "member.until"])
      .where("link.id", "=", param("id")),
);

/**
 * Looks at a link without using it: mail scanners follow links, so only the button behind it signs in.
 * @throws StaffError `link-forged` (changed, incomplete, or another operator's), `link-used`, `link-expired`,
 * `link-dead` (whoever it was for has left; or there is a first member of staff already)
 */
export async function readSignInLink(
  reader: Reader,
  token: string,
  at: number,
  parts: { readonly links: LinkTokens },
): Promise<GoodLink> {
  const id = parts.links.read(SIGN_IN, token);
  const link = id === null ? undefined : await reader.first(findLink, { id });
  if (link === undefined) throw new StaffError("link-forged");
  if (link.used_at !== null) throw new StaffError("link-used");
  const dead = link.staff === null ? await hasStaff(reader, at) : link.until !== null && link.until <= at;
  if (dead) throw new StaffError("link-dead");
  if (link.expires_at <= at) throw new StaffError("link-expired");
  return { id: link.id, staff: link.staff, mailbox: link.mailbox, expiresAt: link.expires_at };
}

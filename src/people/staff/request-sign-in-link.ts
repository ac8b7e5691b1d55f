import { z } from "zod";
import { type BoundHandler, defineJob, handle, type JobQueue } from "../../platform/jobs/index.ts";
import { type Random, uuidv4, uuidv7 } from "../../platform/random/index.ts";
import {
  lockRows,
  prepare,
  type Pseudonym,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { Actor, Permit } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { findSubject, normalEmail, staffMailboxOf, staffWrittenTo } from "../subjects/index.ts";
import { requireMember } from "./require-member.ts";
import { requireActorRight } from "./require-right.ts";
import { makeSignInLink } from "./sign-in-link.ts";
import { DOOR, type StaffParts } from "./staff-parts.ts";
import { type signInLinkTable, signInRequestTable, type staffMemberTable } from "./staff.table.ts";

/**
 * How many links by mail of one member of staff wait to be used. More requests are answered alike, and nothing is sent:
 * nobody floods a mailbox, and nobody locks its owner out, since they hold a good link or get one.
 */
export const LINKS_WAITING = 3;

const signInLinkJob = defineJob("sign-in-link", z.strictObject({ request: z.uuid() }));

type RequestTables = Tables<typeof signInRequestTable | typeof signInLinkTable | typeof staffMemberTable>;

/**
 * Somebody typed a login or an address to get a link. Everybody gets the same answer for the same work, known or not:
 * one row and one job. What becomes of it, the job finds out, when nobody measures any more.
 */
export async function requestSignInLink(
  tx: Transaction,
  loginOrEmail: string,
  parts: { readonly vault: Vault; readonly jobs: JobQueue; readonly random: Random },
): Promise<void> {
  const typed = loginOrEmail.trim().slice(0, 320);
  const email = normalEmail(typed);
  const staff =
    email === null
      ? await findSubject(tx, "login", typed.toLowerCase(), parts.vault)
      : await staffWrittenTo(tx, email, parts.vault);
  await requestFor(tx, staff, parts);
}

/** Queues the making and mailing of a link, for somebody or for nobody. */
export async function requestFor(
  tx: Transaction,
  staff: Pseudonym | null,
  parts: { readonly jobs: JobQueue; readonly random: Random },
): Promise<void> {
  const id = uuidv7(tx.at, parts.random);
  await tx.insert(signInRequestTable, [{ id, shard_key: uuidv4(parts.random), staff, asked_at: tx.at }]);
  await parts.jobs.enqueue(tx, signInLinkJob, { payload: { request: id } });
}

/**
 * Has a link mailed to a colleague. True when there is an address for it; otherwise nothing was done.
 * @throws StaffError `right-missing`, `staff-unknown`
 */
export async function mailSignInLink(
  tx: Transaction,
  by: Actor,
  staff: Pseudonym,
  parts: { readonly jobs: JobQueue; readonly random: Random },
): Promise<boolean> {
  await requireActorRight(tx, by, "manage-staff", tx.at);
  const { hasAddress } = await requireMember(tx, staff);
  if (hasAddress) await requestFor(tx, staff, parts);
  return hasAddress;
}

const findRequest = prepare<RequestTables, { id: string; at: number }>()((db, param, engine) =>
  db
    .selectFrom("sign_in_request as request")
    .innerJoin("staff_member as member", "member.id", "request.staff")
    .select(["member.id", "member.shard_key"])
    .where("request.id", "=", param("id"))
    .where("member.has_address", "=", true)
    .where((where) => where.or([where("member.until", "is", null), where("member.until", ">", param("at"))]))
    // Of two requests of one member that are answered at once, the second counts the first one's link.
    .$call(lockRows(engine)),
);

const removeRequest = prepare<RequestTables, { id: string }>()((db, param) =>
  db.deleteFrom("sign_in_request").where("id", "=", param("id")),
);

const linksWaiting = prepare<RequestTables, { staff: string; made: string; at: number }>()((db, param) =>
  db
    .selectFrom("sign_in_link")
    .select("id")
    .where("staff", "=", param("staff"))
    .where("made_by", "=", param("made"))
    .where("used_at", "is", null)
    .where("expires_at", ">", param("at"))
    .limit(LINKS_WAITING),
);

/** The mail with a link. Its text, with the secret, is made at the moment of sending. */
export interface SignInMail {
  readonly subject: Pseudonym;
  readonly shardKey: Pseudonym;
  readonly template: "staff-sign-in";
  readonly purpose: "security";
  readonly language: "en" | "ru";
  readonly facts: { readonly link: string };
}

/** Answers requests for links: makes one for who may have it, and queues its mail. */
export function sendSignInLinks(
  parts: Pick<StaffParts, "gate" | "journal" | "links" | "random" | "publication"> & {
    readonly queue: (tx: Transaction, permit: Permit, mail: SignInMail) => Promise<void>;
  },
): BoundHandler {
  return handle(signInLinkJob, (job) =>
    job.store.transaction(async (tx) => {
      const member = await tx.first(findRequest, { id: job.payload.request, at: tx.at });
      await tx.change(removeRequest, { id: job.payload.request });
      await job.done(tx);
      if (member === undefined) return;
      const { id: staff, shard_key: shardKey } = member;
      const waiting = await tx.all(linksWaiting, { staff, made: DOOR.id, at: tx.at });
      if (waiting.length >= LINKS_WAITING) return;
      const ruling = await parts.gate.ask(tx, {
        actor: DOOR,
        purpose: "security",
        operation: "use",
        subjects: [staff],
        attributes: ["email"],
      });
      if (!ruling.allowed) return;
      const { id: link } = await makeSignInLink(tx, DOOR, staff, parts, await staffMailboxOf(tx, staff));
      const policy = await parts.publication.inForce(tx, tx.at);
      const language = policy?.compiled.operator.languages[0] ?? "en";
      await parts.queue(tx, ruling.permit, {
        subject: staff,
        shardKey,
        template: "staff-sign-in",
        purpose: "security",
        language,
        facts: { link },
      });
    }),
  );
}

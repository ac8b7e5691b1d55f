import { collectionScope } from "../../people/subjects/index.ts";
import type { Address } from "../../platform/http/index.ts";
import { uuidv7 } from "../../platform/random/index.ts";
import {
  type BlindIndex,
  lockRows,
  prepare,
  StoreError,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import { attributesOf, canonicalJson, type CompiledPolicy, formsOf } from "../../policy/index.ts";
import type { Refusal } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { LinkTokens } from "../../platform/crypto/index.ts";
import { FOLLOW_LINK } from "../messages/index.ts";
import { enquiryReplyTable, type EnquiryStatus, type enquiryTable } from "./enquiry.table.ts";
import { flagsOf } from "./flags-of.ts";
import { takeAllowance } from "./form-allowance.ts";
import type { FreeTextFlag } from "./free-text-rules.ts";
import { IntakeError } from "./intake.errors.ts";
import { openFields } from "./open-fields.ts";
import type { IntakeParts } from "./submission.ts";

/** What the sender of an enquiry adds to it. */
export interface Reply {
  /** Of the link that was mailed. */
  readonly token: string;
  readonly text: string;
  /** The shown-version token of the page; the same one again with the same words is the same reply. */
  readonly shown: string;
  readonly policy: CompiledPolicy;
  readonly client: Address | null;
}

export type ReplyingParts = Pick<
  IntakeParts,
  "store" | "gate" | "vault" | "random" | "forms" | "scan" | "clocks"
> & {
  readonly links: LinkTokens;
  readonly journal: Pick<Journal, "append">;
};

type ReplyTables = Tables<typeof enquiryTable | typeof enquiryReplyTable>;

const findById = prepare<ReplyTables, { id: string }>()((db, param, engine) =>
  db
    .selectFrom("enquiry")
    .select(["id", "subject", "shard_key", "collection", "reference", "form", "purpose", "status", "flags"])
    .where("id", "=", param("id"))
    .$call(lockRows(engine)),
);

const findReply = prepare<ReplyTables, { index: BlindIndex }>()((db, param) =>
  db.selectFrom("enquiry_reply").select("id").where("body_index", "=", param("index")),
);

const reopen = prepare<
  ReplyTables,
  { id: string; status: EnquiryStatus; never: null; flags: readonly FreeTextFlag[] }
>()((db, param) =>
  db
    .updateTable("enquiry")
    .set({ status: param("status"), closed_at: param("never"), flags: param("flags") })
    .where("id", "=", param("id")),
);

/** The attribute under which more can be written to a form; null where it takes no free text (tension T18). */
export function replyAttribute(form: string, policy: CompiledPolicy): string | null {
  const asked = formsOf(policy).find(({ code }) => code === form);
  const fields = asked === undefined ? [] : openFields(asked, policy);
  const free = attributesOf(policy).find(
    ({ code, kind }) => kind === "free-text" && fields.some(({ attribute }) => attribute === code),
  );
  return free?.code ?? null;
}

/**
 * Takes what the sender of an enquiry adds to it by the link that was mailed to them, and opens it again (clause
 * itsectr-privacy/4.1.1). Collected under the purpose of the enquiry, sealed with it, journalled; the same page sent
 * twice is one reply.
 * @throws IntakeError `follow-link-unknown`, `reply-empty`, `reply-too-long`, `reply-nowhere`, `too-many`
 */
export async function replyToEnquiry(
  reply: Reply,
  parts: ReplyingParts,
): Promise<{ readonly repeated: boolean } | { readonly refusal: Refusal }> {
  const id = parts.links.read(FOLLOW_LINK, reply.token);
  if (id === null) throw new IntakeError("follow-link-unknown");
  const unit = (tx: Transaction) => record(tx, id, reply, parts);
  try {
    return await parts.store.transaction(unit);
  } catch (error) {
    // The same page sent twice at one instant: the second looks again, and finds the first.
    if (error instanceof StoreError && error.code === "conflict") return parts.store.transaction(unit);
    throw error;
  }
}

async function record(tx: Transaction, id: string, reply: Reply, parts: ReplyingParts) {
  const row = await tx.first(findById, { id });
  if (row === undefined) throw new IntakeError("follow-link-unknown");
  const attribute = replyAttribute(row.form, reply.policy);
  if (attribute === null) throw new IntakeError("reply-nowhere");
  const plaintext = textOf(reply.text, attribute, reply.policy);
  // Page and words together: the same page with other words is another reply, and none is lost.
  const index = parts.vault.lookupIndex("submission", canonicalJson([row.id, reply.shown, plaintext]));
  if ((await tx.first(findReply, { index })) !== undefined) return { repeated: true };

  const { subject, shard_key: shardKey, purpose, reference } = row;
  const added = uuidv7(tx.at, parts.random);
  const details = { reference, reply: added };
  const ruling = await parts.gate.ask(tx, {
    actor: { kind: "subject", id: subject },
    purpose,
    operation: "collect",
    subjects: [subject],
    attributes: [attribute],
    channel: row.form,
    shown: reply.shown,
    details,
  });
  if (!ruling.allowed) return { refusal: ruling.refusal };
  const scope = await collectionScope(tx, row.collection);
  if (scope === null) throw new IntakeError("follow-link-unknown");
  const value = { subject, attribute, record: added, plaintext };
  const [sealed] = await parts.vault.seal(tx, ruling.permit, scope, [value]);
  if (sealed === undefined) throw new TypeError("One value gives one sealed value.");
  await tx.insert(enquiryReplyTable, [
    {
      id: added,
      shard_key: shardKey,
      subject,
      enquiry: row.id,
      scope,
      attribute,
      text: sealed,
      body_index: index,
      received_at: tx.at,
    },
  ]);
  const found = flagsOf([{ attribute, plaintext }], reply.policy, parts.scan);
  const flags = [...new Set([...row.flags, ...found])].sort();
  await tx.change(reopen, { id: row.id, status: "open", never: null, flags });
  if (row.status !== "open") await parts.clocks.resume(tx, row.id);
  await parts.journal.append(tx, {
    event: "enquiry-replied",
    operation: "collect",
    actor: { kind: "subject", id: subject },
    subjects: [subject],
    purpose,
    attributes: [attribute],
    details,
  });
  await takeAllowance(tx, { client: reply.client, proven: true, mailbox: null }, parts);
  return { repeated: false };
}

function textOf(typed: string, attribute: string, policy: CompiledPolicy): string {
  const plaintext = typed.replaceAll(/\r\n?/gu, "\n").trim();
  if (plaintext === "") throw new IntakeError("reply-empty");
  const longest = attributesOf(policy).find(({ code }) => code === attribute)?.maxLength ?? 0;
  if ([...plaintext].length > longest) throw new IntakeError("reply-too-long");
  return plaintext;
}

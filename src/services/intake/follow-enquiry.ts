import type { LinkTokens } from "../../platform/crypto/index.ts";
import { prepare, type Reader, type Tables } from "../../platform/store/index.ts";
import { FOLLOW_LINK } from "../messages/index.ts";
import type { enquiryAnswerTable, EnquiryStatus, enquiryReplyTable, enquiryTable } from "./enquiry.table.ts";
import { IntakeError } from "./intake.errors.ts";

/** How an enquiry stands, for whoever sent it. Nothing of what was written, by either side. */
export interface EnquiryStanding {
  readonly id: string;
  readonly reference: string;
  readonly form: string;
  readonly status: EnquiryStatus;
  readonly receivedAt: number;
  /** True while it waits for its address to be confirmed. */
  readonly held: boolean;
  readonly confirmedAt: number | null;
  /** Whether somebody has taken it on. */
  readonly takenOn: boolean;
  readonly closedAt: number | null;
  /** When it was answered, and when its sender added something, ms, oldest first. */
  readonly answeredAt: readonly number[];
  readonly repliedAt: readonly number[];
}

type FollowTables = Tables<typeof enquiryTable | typeof enquiryAnswerTable | typeof enquiryReplyTable>;

const standingOf = prepare<FollowTables, { id: string }>()((db, param) =>
  db
    .selectFrom("enquiry")
    .select([
      "id",
      "reference",
      "form",
      "status",
      "received_at",
      "held",
      "confirmed_at",
      "owner",
      "closed_at",
    ])
    .where("id", "=", param("id")),
);

const answersOf = prepare<FollowTables, { enquiry: string }>()((db, param) =>
  db
    .selectFrom("enquiry_answer")
    .select("answered_at as at")
    .where("enquiry", "=", param("enquiry"))
    .orderBy("id"),
);

const repliesOf = prepare<FollowTables, { enquiry: string }>()((db, param) =>
  db
    .selectFrom("enquiry_reply")
    .select("received_at as at")
    .where("enquiry", "=", param("enquiry"))
    .orderBy("id"),
);

/**
 * How an enquiry stands, for whoever holds the link that was mailed about it: the reference alone shows nothing (clause
 * itsectr-agreement/3.2.forms). Looks, and changes nothing.
 * @throws IntakeError `follow-link-unknown`
 */
export async function followEnquiry(
  reader: Reader,
  token: string,
  { links }: { readonly links: LinkTokens },
): Promise<EnquiryStanding> {
  const id = links.read(FOLLOW_LINK, token);
  const row = id === null ? undefined : await reader.first(standingOf, { id });
  if (row === undefined) throw new IntakeError("follow-link-unknown");
  const moments = (rows: readonly { readonly at: number }[]) => rows.map(({ at }) => at);
  return {
    id: row.id,
    reference: row.reference,
    form: row.form,
    status: row.status,
    receivedAt: row.received_at,
    held: row.held,
    confirmedAt: row.confirmed_at,
    takenOn: row.owner !== null,
    closedAt: row.closed_at,
    answeredAt: moments(await reader.all(answersOf, { enquiry: row.id })),
    repliedAt: moments(await reader.all(repliesOf, { enquiry: row.id })),
  };
}

import {
  prepare,
  type Pseudonym,
  type Reader,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import { type CompiledPolicy, LETTER_TOPICS } from "../../policy/index.ts";
import type { Actor } from "../../trust/gate/index.ts";
import { requireMember } from "./require-member.ts";
import { requireActorRight } from "./require-right.ts";
import { StaffError } from "./staff.errors.ts";
import { journalActor, type StaffParts } from "./staff-parts.ts";
import type { staffMemberTable } from "./staff.table.ts";

type MemberTables = Tables<typeof staffMemberTable>;

const putTopics = prepare<MemberTables, { id: string; topics: readonly string[] }>()((db, param) =>
  db
    .updateTable("staff_member")
    .set({ topics: param("topics") })
    .where("id", "=", param("id")),
);

const topicsSet = prepare<MemberTables, { at: number }>()((db, param) =>
  db
    .selectFrom("staff_member")
    .select(["id", "topics"])
    .where((where) => where.or([where("until", "is", null), where("until", ">", param("at"))])),
);

/** Every topic of which an enquiry may be, and for which staff can be set. */
export function topicCodes({ topics }: Pick<CompiledPolicy, "topics">): string[] {
  return [...new Set([...topics.map(({ code }) => code), ...LETTER_TOPICS, "general"])];
}

/**
 * Sets the topics that reach a member of staff (clause itsectr-agreement/4.2.3); none: every topic does. It leads work to
 * people and opens nothing: what they may read is their authorisations' to say. Journalled.
 * @throws StaffError `right-missing`, `staff-unknown`, `topic-unknown`
 */
export async function setTopics(
  tx: Transaction,
  by: Actor,
  { staff, topics }: { readonly staff: Pseudonym; readonly topics: readonly string[] },
  parts: Pick<StaffParts, "journal" | "publication">,
): Promise<void> {
  await requireActorRight(tx, by, "manage-staff", tx.at);
  await requireMember(tx, staff);
  const policy = await parts.publication.inForce(tx, tx.at);
  const known = policy === null ? [] : topicCodes(policy.compiled);
  const wanted = [...new Set(topics)];
  if (!wanted.every((topic) => known.includes(topic))) throw new StaffError("topic-unknown");
  await tx.change(putTopics, { id: staff, topics: wanted });
  await parts.journal.append(tx, {
    event: "staff-topics-set",
    actor: journalActor(by),
    subjects: [staff],
    details: { topics: wanted.length === 0 ? "all" : wanted.join(" ") },
  });
}

/**
 * The topics that reach others and not this member of staff: those that somebody who works here is set for, less their
 * own. A topic that nobody is set for reaches everybody with its purpose, and so does every topic whoever has none.
 */
export async function topicsOfOthers(reader: Reader, staff: Pseudonym, at: number): Promise<string[]> {
  const members = await reader.all(topicsSet, { at });
  const own = members.find(({ id }) => id === staff)?.topics ?? [];
  if (own.length === 0) return [];
  return [...new Set(members.flatMap(({ topics }) => topics))].filter((topic) => !own.includes(topic));
}

/** The topics that a member of staff is set for; empty: every topic. */
export async function topicsOf(reader: Reader, staff: Pseudonym, at: number): Promise<readonly string[]> {
  return (await reader.all(topicsSet, { at })).find(({ id }) => id === staff)?.topics ?? [];
}

import { prepare, type Pseudonym, type Reader, type Tables } from "../../platform/store/index.ts";
import type { subjectGroupTable } from "./subjects.table.ts";

type GroupTables = Tables<typeof subjectGroupTable>;

const leaderOf = prepare<GroupTables, { member: Pseudonym }>()((db, param) =>
  db
    .selectFrom("subject_group")
    .select("leader")
    .where("member", "=", param("member"))
    .where("until", "is", null),
);

const membersOf = prepare<GroupTables, { leader: Pseudonym }>()((db, param) =>
  db
    .selectFrom("subject_group")
    .select("member")
    .where("leader", "=", param("leader"))
    .where("until", "is", null),
);

/** The person to whom a subject has been linked; the subject itself when it stands for itself. */
export async function leadingSubject(reader: Reader, subject: Pseudonym): Promise<Pseudonym> {
  return (await reader.first(leaderOf, { member: subject }))?.leader ?? subject;
}

/** Everyone who is one person with this subject now, itself and the leader included, leader first. */
export async function samePerson(reader: Reader, subject: Pseudonym): Promise<Pseudonym[]> {
  const leader = await leadingSubject(reader, subject);
  const members = await reader.all(membersOf, { leader });
  return [leader, ...members.map(({ member }) => member)];
}

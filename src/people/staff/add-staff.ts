import type { ProcessingOperation } from "../../policy/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Actor, Refusal } from "../../trust/gate/index.ts";
import { findSubject, newSubject, normalEmail, recordSubject } from "../subjects/index.ts";
import { lockFirstLinks } from "./first-link.ts";
import { writeAuthorisation } from "./grant-authorisation.ts";
import { writeRight } from "./grant-right.ts";
import { requireKnownPurposes } from "./known-purposes.ts";
import { StaffError } from "./staff.errors.ts";
import type { StaffParts } from "./staff-parts.ts";
import { isStaffRight, type StaffRight } from "./staff-right.ts";
import { staffMemberTable } from "./staff.table.ts";

export interface NewStaffMember {
  readonly name: string;
  readonly login: string;
  /** Where links for signing in go; without one, whoever runs the machine hands them over. */
  readonly email?: string;
  /** What they may do, and under which purposes of the policy in force. */
  readonly authorisations: readonly {
    readonly purpose: string;
    readonly operations: readonly ProcessingOperation[];
  }[];
  readonly rights?: readonly StaffRight[];
}

const LOGIN = /^[a-z][a-z0-9.-]{1,31}$/u;

/**
 * Adds a member of staff with their authorisations (clause itsectr-privacy/1.1.1), each journalled. Name, login and
 * address are sealed like any other person's data. Nobody's word makes an address somebody's: it is proven when a link
 * that was mailed to it is used, and until then it belongs to nobody. Whether `by` may do so is the caller's question.
 * @throws StaffError `login-malformed`, `name-malformed`, `address-malformed`, `purpose-unknown`, `operation-unknown`,
 * `right-unknown`, `login-taken`
 */
export async function addStaff(
  tx: Transaction,
  by: Actor,
  added: NewStaffMember,
  parts: Pick<StaffParts, "gate" | "vault" | "journal" | "publication" | "statutory" | "random">,
): Promise<{ readonly staff: Pseudonym } | { readonly refusal: Refusal }> {
  const { login, name, email } = readNames(added);
  const { authorisations, rights = [] } = added;
  if (!rights.every(isStaffRight)) throw new StaffError("right-unknown");
  await requireKnownPurposes(tx, authorisations, parts);
  await lockFirstLinks(tx);
  const identifiers = [
    { kind: "login" as const, normal: login, proven: true },
    ...(email === null ? [] : [{ kind: "staff-email" as const, normal: email }]),
  ];
  for (const { kind, normal } of identifiers) {
    if ((await findSubject(tx, kind, normal, parts.vault)) !== null) throw new StaffError("login-taken");
  }

  const values = [
    { attribute: "name", plaintext: name },
    { attribute: "login", plaintext: login },
    ...(email === null ? [] : [{ attribute: "email", plaintext: email }]),
  ];
  const staff = newSubject(tx.at, parts.random);
  const ruling = await parts.gate.ask(tx, {
    actor: by,
    purpose: "security",
    operation: "record",
    subjects: [staff],
    attributes: values.map(({ attribute }) => attribute),
  });
  if (!ruling.allowed) return { refusal: ruling.refusal };

  const { permit } = ruling;
  const { shardKey } = await recordSubject(
    tx,
    permit,
    {
      subject: staff,
      standing: "verified",
      purpose: "security",
      basis: permit.permission.basis,
      channel: "staff",
      rule: "staff",
      policy: permit.permission.policy,
      language: "en",
      values,
      identifiers,
    },
    parts,
  );
  await tx.insert(staffMemberTable, [
    { id: staff, shard_key: shardKey, has_address: email !== null, topics: [], since: tx.at, until: null },
  ]);
  for (const authorisation of authorisations) {
    await writeAuthorisation(tx, by, { staff, shardKey, ...authorisation, since: tx.at, until: null }, parts);
  }
  for (const right of new Set(rights)) await writeRight(tx, by, { staff, shardKey, right }, parts);
  return { staff };
}

function readNames({ login, name, email = "" }: NewStaffMember) {
  const typed = { login: login.trim().toLowerCase(), name: name.trim() };
  if (!LOGIN.test(typed.login)) throw new StaffError("login-malformed");
  if (typed.name === "" || [...typed.name].length > 200) throw new StaffError("name-malformed");
  if (email.trim() === "") return { ...typed, email: null };
  const normal = normalEmail(email);
  if (normal === null) throw new StaffError("address-malformed");
  return { ...typed, email: normal };
}

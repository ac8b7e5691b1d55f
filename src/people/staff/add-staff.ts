import type { ProcessingOperation, StatutoryPurpose } from "../../policy/index.ts";
import { type Random, uuidv7 } from "../../platform/random/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Actor, Gate, Refusal } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Publication } from "../../trust/publication/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { findSubject, newSubject, recordSubject } from "../subjects/index.ts";
import { StaffError } from "./staff.errors.ts";
import { staffAuthorisationTable, staffMemberTable } from "./staff.table.ts";

export interface NewStaffMember {
  readonly name: string;
  readonly login: string;
  /** What they may do, and under which purposes of the policy in force. */
  readonly authorisations: readonly {
    readonly purpose: string;
    readonly operations: readonly ProcessingOperation[];
  }[];
}

export interface StaffParts {
  readonly gate: Gate;
  readonly vault: Vault;
  readonly journal: Journal;
  readonly publication: Publication;
  readonly statutory: readonly StatutoryPurpose[];
  readonly random: Random;
}

const LOGIN = /^[a-z][a-z0-9.-]{1,31}$/u;

/**
 * Adds a member of staff with their authorisations (clause itsectr-privacy/1.1.1), each journalled. Name and login are
 * sealed like any other person's data.
 * @throws StaffError `login-malformed`, `name-malformed`, `purpose-unknown`, `login-taken`
 */
export async function addStaff(
  tx: Transaction,
  by: Actor,
  added: NewStaffMember,
  parts: StaffParts,
): Promise<{ readonly staff: Pseudonym } | { readonly refusal: Refusal }> {
  const login = added.login.trim().toLowerCase();
  const name = added.name.trim();
  if (!LOGIN.test(login)) throw new StaffError("login-malformed");
  if (name === "" || [...name].length > 200) throw new StaffError("name-malformed");
  await requireKnownPurposes(tx, added, parts);
  if ((await findSubject(tx, "login", login, parts.vault)) !== null) throw new StaffError("login-taken");

  const staff = newSubject(tx.at, parts.random);
  const ruling = await parts.gate.ask(tx, {
    actor: by,
    purpose: "security",
    operation: "record",
    subjects: [staff],
    attributes: ["name", "login"],
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
      values: [
        { attribute: "name", plaintext: name },
        { attribute: "login", plaintext: login },
      ],
      identifiers: [{ kind: "login", normal: login }],
    },
    parts,
  );
  await tx.insert(staffMemberTable, [{ id: staff, shard_key: shardKey, since: tx.at, until: null }]);
  await authorise(tx, by, { staff, shardKey, authorisations: added.authorisations }, parts);
  return { staff };
}

/** An authorisation for a purpose that nobody has declared would lie in wait for whoever declares it. */
async function requireKnownPurposes(
  tx: Transaction,
  added: NewStaffMember,
  parts: StaffParts,
): Promise<void> {
  const policy = await parts.publication.inForce(tx, tx.at);
  const declared = [...(policy?.compiled.purposes ?? []), ...parts.statutory].map(({ code }) => code);
  if (added.authorisations.some(({ purpose }) => !declared.includes(purpose))) {
    throw new StaffError("purpose-unknown");
  }
}

async function authorise(
  tx: Transaction,
  by: Actor,
  granted: Pick<NewStaffMember, "authorisations"> & { staff: Pseudonym; shardKey: Pseudonym },
  parts: StaffParts,
): Promise<void> {
  const { staff, shardKey } = granted;
  for (const { purpose, operations } of granted.authorisations) {
    await tx.insert(staffAuthorisationTable, [
      {
        id: uuidv7(tx.at, parts.random),
        shard_key: shardKey,
        staff,
        purpose,
        operations,
        granted_by: by.kind === "visitor" ? "visitor" : by.id,
        since: tx.at,
        until: null,
      },
    ]);
    await parts.journal.append(tx, {
      event: "staff-authorised",
      actor: by.kind === "visitor" ? { kind: "visitor" } : { kind: by.kind, id: by.id },
      subjects: [staff],
      purpose,
      details: { operations: operations.join(" ") },
    });
  }
}

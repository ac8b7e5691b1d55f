import { newSubject, normalEmail, recordSubject } from "../../people/subjects/index.ts";
import type { Random } from "../../platform/random/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Attribute, CompiledPolicy } from "../../policy/index.ts";
import { type Gate, REFUSALS, type RefusalCode } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";

/** What became of one row; its values are in nothing that is told. */
export type TakenRow =
  | { readonly outcome: "taken"; readonly subject: Pseudonym }
  | { readonly outcome: "refused"; readonly code: RefusalCode | RowProblem; readonly about: string };

/** What is wrong with a row before the gate is asked. */
export type RowProblem = "row-malformed" | "value-malformed";

export interface SourceRow {
  /** Code of the declared source. */
  readonly source: string;
  readonly staff: Pseudonym;
  /** By attribute, as it was read from whatever was given. */
  readonly values: unknown;
}

export interface TakingParts {
  readonly gate: Gate;
  readonly vault: Vault;
  readonly random: Random;
  readonly policy: CompiledPolicy;
}

/**
 * Takes one row about a person from somebody else than the person, as the act of a member of staff: for the purpose and
 * on the ground that the policy declares for the source, and nothing beside (clauses itserw-privacy/1.4,
 * proit-privacy/1.4). What is kept carries its source, so that the person reads it. Unproven, like everything that
 * nobody has confirmed. Journalled by the gate, refused or not.
 */
export async function takeFromSource(tx: Transaction, row: SourceRow, parts: TakingParts): Promise<TakenRow> {
  const { source, staff } = row;
  const { policy, gate } = parts;
  const values = valuesOf(row.values);
  if (values === null) return { outcome: "refused", code: "row-malformed", about: "row" };
  for (const { attribute, plaintext } of values) {
    const declared = policy.attributes.find(({ code }) => code === attribute);
    if (declared !== undefined && !isValue(plaintext, declared)) {
      return { outcome: "refused", code: "value-malformed", about: attribute };
    }
  }
  const declared = policy.dataSources.find(({ code }) => code === source);
  const purpose = declared?.purpose ?? "";
  const subject = newSubject(tx.at, parts.random);
  const ruling = await gate.ask(tx, {
    actor: { kind: "staff", id: staff },
    purpose,
    operation: "collect",
    subjects: [subject],
    attributes: values.map(({ attribute }) => attribute),
    channel: source,
  });
  if (!ruling.allowed) {
    const { code, about } = ruling.refusal;
    return { outcome: "refused", code, about };
  }
  const { permit } = ruling;
  const { policy: version } = permit.permission;
  await recordSubject(
    tx,
    permit,
    {
      subject,
      standing: "provisional",
      purpose,
      basis: declared?.ground ?? permit.permission.basis,
      channel: source,
      rule: policy.purposes.find(({ code }) => code === purpose)?.retention ?? "none",
      policy: version,
      language: policy.operator.languages[0] ?? "en",
      values,
      identifiers: identifiersOf(values, policy),
    },
    parts,
  );
  return { outcome: "taken", subject };
}

/** The words of a refusal, for whoever gave the rows. */
export function rowProblemText(code: RefusalCode | RowProblem): string {
  if (code === "row-malformed") return "It is no object of texts.";
  if (code === "value-malformed") return "The text does not fit what the policy says of it.";
  return REFUSALS[code].message.en;
}

type Values = readonly { readonly attribute: string; readonly plaintext: string }[];

function valuesOf(row: unknown): Values | null {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return null;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(row);
  const values = [];
  for (const [attribute, value] of entries) {
    if (typeof value !== "string" || !value.isWellFormed()) return null;
    if (value.trim() !== "") values.push({ attribute, plaintext: value.trim() });
  }
  return values.length === 0 ? null : values;
}

function isValue(plaintext: string, { kind, maxLength }: Attribute): boolean {
  if ([...plaintext].length > maxLength) return false;
  return kind !== "email" || normalEmail(plaintext) !== null;
}

function identifiersOf(values: Values, { attributes }: CompiledPolicy) {
  return values.flatMap(({ attribute, plaintext }) => {
    const isEmail = attributes.some(({ code, kind }) => code === attribute && kind === "email");
    const normal = isEmail ? normalEmail(plaintext) : null;
    return normal === null ? [] : [{ kind: "email" as const, normal }];
  });
}

import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { ProcessingOperation } from "../../policy/index.ts";
import type { Permission } from "./decision.ts";
import type { GateRequest } from "./request.ts";

/** Only this module can make a Permit: the key never leaves it but to the gate beside it. */
const MINT: unique symbol = Symbol("permit");

/**
 * Leave to do one operation, under one purpose, with the named persons' named attributes, inside one unit of work.
 * Dead with its unit. A permit has no public constructor; `ask` makes it after the decision.
 */
export class Permit {
  readonly #tx: Transaction;
  readonly #request: GateRequest;
  readonly #used = new Set<string>();
  readonly permission: Permission;

  constructor(key: typeof MINT, tx: Transaction, request: GateRequest, permission: Permission) {
    if (key !== MINT) throw new PermitError("permit-forged", "a permit comes from the gate alone");
    this.#tx = tx;
    this.#request = request;
    this.permission = permission;
    Object.freeze(this);
  }

  get purpose(): string {
    return this.#request.purpose;
  }

  get operation(): ProcessingOperation {
    return this.#request.operation;
  }

  /**
   * Passes when this permit covers the act; throws PermitError otherwise. Whoever touches personal data calls it.
   * Naming a `record` spends the permit for it: one permit, one act upon one record's attribute.
   * @throws PermitError with a code of PERMIT_ERRORS
   */
  require(tx: Transaction, act: PermittedAct): void {
    if (!this.#tx.open) throw new PermitError("permit-dead", this.operation);
    if (tx !== this.#tx) throw new PermitError("permit-other-unit", this.operation);
    const operations = typeof act.operation === "string" ? [act.operation] : act.operation;
    if (!operations.includes(this.operation)) throw new PermitError("permit-operation", this.operation);
    if (!this.#request.subjects.includes(act.subject))
      throw new PermitError("permit-subject", this.operation);
    if (act.attribute !== undefined && !this.#request.attributes.includes(act.attribute)) {
      throw new PermitError("permit-attribute", act.attribute);
    }
    if (act.purpose !== undefined && act.purpose !== this.purpose) {
      throw new PermitError("permit-purpose", this.purpose);
    }
    if (act.record !== undefined) {
      const use = `${act.record} ${act.attribute ?? ""}`;
      if (this.#used.has(use)) throw new PermitError("permit-used", act.attribute ?? this.operation);
      this.#used.add(use);
    }
  }
}

/** What somebody is about to do, and wants covered by a permit. */
export interface PermittedAct {
  /** The operations, any one of which covers the act. */
  readonly operation: ProcessingOperation | readonly ProcessingOperation[];
  readonly subject: Pseudonym;
  readonly attribute?: string;
  readonly purpose?: string;
  /** The row acted upon; a permit serves once for each. */
  readonly record?: string;
}

export type PermitErrorCode =
  | "permit-forged"
  | "permit-dead"
  | "permit-other-unit"
  | "permit-operation"
  | "permit-subject"
  | "permit-attribute"
  | "permit-purpose"
  | "permit-used";

/** A permit was used for what it does not cover: a bug in a room, never a person's fault. */
export class PermitError extends Error {
  readonly code: PermitErrorCode;

  constructor(code: PermitErrorCode, about: string) {
    super(`${code}: ${about}`);
    this.name = "PermitError";
    this.code = code;
  }
}

/** For the gate alone; index.ts does not export it. */
export function mintPermit(tx: Transaction, request: GateRequest, permission: Permission): Permit {
  return new Permit(MINT, tx, request, permission);
}

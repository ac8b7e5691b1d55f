import type { LinkTokens } from "../../platform/crypto/index.ts";
import type { JobQueue } from "../../platform/jobs/index.ts";
import type { Random } from "../../platform/random/index.ts";
import type { StatutoryPurpose } from "../../policy/index.ts";
import type { Actor, Gate } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Publication } from "../../trust/publication/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { SessionNames } from "./session-names.ts";

/** What the staff room works with: an operator has all of it. */
export interface StaffParts {
  readonly gate: Gate;
  readonly vault: Vault;
  readonly journal: Journal;
  readonly publication: Publication;
  readonly statutory: readonly StatutoryPurpose[];
  readonly random: Random;
  readonly jobs: JobQueue;
  readonly links: LinkTokens;
  readonly names: SessionNames;
}

/** The command on the operator's own machine. Whoever can run it has the keys. */
export const CLI = { kind: "system", id: "cli:staff" } as const;

/** The door itself: it greets by name, writes to whoever asks for a link, and records the first member of staff. */
export const DOOR = { kind: "system", id: "staff:sign-in" } as const;

/** Who acted, as rows and journal entries name them. */
export function nameOf(by: Actor): string {
  return by.kind === "visitor" ? "visitor" : by.id;
}

export function journalActor(by: Actor): { readonly kind: string; readonly id?: string } {
  return by.kind === "visitor" ? { kind: "visitor" } : { kind: by.kind, id: by.id };
}

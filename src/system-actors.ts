import { CLI, DOOR, OF_A_FORM, type SystemActor } from "./people/staff/index.ts";
import { ANNOUNCER, SENDER } from "./services/messages/index.ts";

/**
 * Everything that the product may do with personal data by itself, without a person at the keyboard. Closed: the gate
 * refuses any other. Statutory purposes are those of the rule packs.
 */
export const SYSTEM_ACTORS: readonly SystemActor[] = [
  /** Writes the acknowledgement of an enquiry (clause itsectr-privacy/4.1.1). */
  { id: SENDER.id, purpose: OF_A_FORM, operations: ["use"] },
  /** Records who works here and what they may do: access rules are a duty (152-FZ 19). Lists them by name. */
  { id: CLI.id, purpose: "security", operations: ["record", "extract"] },
  /** Records the first member of staff, greets who signs in by name, and writes to who asks for a link. */
  { id: DOOR.id, purpose: "security", operations: ["record", "extract", "use"] },
  /** Sends that link. */
  { id: SENDER.id, purpose: "security", operations: ["use"] },
  /** Tells people that a version took effect, and sends that letter (tension T13). */
  { id: ANNOUNCER.id, purpose: "legal-compliance", operations: ["use"] },
  { id: SENDER.id, purpose: "legal-compliance", operations: ["use"] },
];

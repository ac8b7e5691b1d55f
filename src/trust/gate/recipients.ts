import type { CompiledPolicy, DisclosureGround } from "../../policy/index.ts";
import type { RefusalCode } from "./decision.ts";

/** Who would get data, and why that is refused. */
export interface RecipientRefusal {
  readonly code: Extract<RefusalCode, "unknown-recipient" | "disclosure-closed">;
  readonly about: string;
  readonly clause: string | null;
}

/**
 * Whether a declared recipient may be given data at all: on a ground that the disclosure settings leave open; a
 * connector only while it is live, and a processor only where processors are (tension T01). The law's own ground is
 * always open, by whatever precedence.
 */
export function recipientRefusal(code: string, policy: CompiledPolicy): RecipientRefusal | null {
  const { disclosure } = policy.settings;
  const recipient = policy.recipients.find((one) => one.code === code);
  if (recipient !== undefined) {
    const { ground, clause } = recipient;
    return isOpen(ground, policy) ? null : { code: "disclosure-closed", about: ground, clause };
  }
  const connector = policy.connectors.find((one) => one.code === code);
  if (connector === undefined) return { code: "unknown-recipient", about: "undeclared", clause: null };
  const { live, role, clause } = connector;
  if (!live) return { code: "disclosure-closed", about: "not live", clause };
  const open =
    role === "processor" ? disclosure.processors === "allowed-declared" : isOpen("consent", policy);
  return open ? null : { code: "disclosure-closed", about: role, clause };
}

function isOpen(ground: DisclosureGround, { settings }: CompiledPolicy): boolean {
  const { posture, grounds } = settings.disclosure;
  if (ground === "law") return true;
  if (posture === "never-except-law") return false;
  if (posture === "consent-or-law") return ground === "consent";
  return grounds.includes(ground);
}

import { createReadStream } from "node:fs";
import {
  JournalError,
  LONGEST_RECEIPT,
  parseVerifierKey,
  RECEIPT_FINDINGS,
  type ReceiptFinding,
  type ReceiptOutcome,
  verifyReceipt,
} from "../../trust/journal/index.ts";
import type { Operator } from "../operator.ts";
import { type Command, EXIT, optional, type Terminal, UsageError } from "./command.ts";
import { witnessesOf } from "./witnesses.ts";

export const receiptVerify: Command = {
  name: "receipt verify",
  usage: "receipt verify FILE [--key KEY] [--witness KEY …] [--operator ID] [--json]",
  summary: "Check a receipt: what was received, when, and that it stands in the journal.",
  help: `
FILE is the receipt as it was given or mailed; - reads standard input. Needs no installation and no network.

  --key KEY       the journal's public key from elsewhere than the receipt; without it the receipt's own is taken
  --witness KEY   a witness whose cosignature is checked too; repeat for more
  --operator ID   also looks into the journal of this installation, and proves the entry against it as it is today
  --json          the outcome as JSON on standard output

Exit 0 when it is sound, also when it only promises so far; 1 when it is not.`,
  options: {
    key: { type: "string" },
    witness: { type: "string", multiple: true },
    json: { type: "boolean" },
  },
  async run(input) {
    const [file] = input.positionals;
    if (file === undefined || input.positionals.length > 1) throw new UsageError("Name one file, or -.");
    const key = optional(input, "key");
    if (key !== undefined) requireKey(key);
    const witnesses = witnessesOf(input);
    const trust = { witnesses, ...(key === undefined ? {} : { key }) };
    const text = await readReceipt(file);
    const id = optional(input, "operator");
    const first = verifyReceipt(text, trust);
    const outcome =
      id === undefined || first.verdict === "unsound"
        ? first
        : await input.installation.withOperator(id, async (operator) => {
            const today = await lookInto(operator, text, trust);
            return typeof today === "string" ? { ...first, ...unsound(today) } : today;
          });
    if (input.values.json === true) input.terminal.out(`${JSON.stringify(asJson(outcome), null, 2)}\n`);
    else tell(outcome, id !== undefined, input.terminal);
    return outcome.verdict === "unsound" ? EXIT.refused : EXIT.done;
  },
};

const unsound = (finding: ReceiptFinding) =>
  ({ verdict: "unsound", findings: [finding], says: null }) as const satisfies Partial<ReceiptOutcome>;

function requireKey(key: string): void {
  try {
    parseVerifierKey(key);
  } catch {
    throw new UsageError("--key is not the public key of a journal: name+hash+base64.");
  }
}

/** One byte more than a receipt may have is read, so that a longer file is refused and not cut. */
async function readReceipt(file: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of file === "-" ? process.stdin : createReadStream(file)) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > LONGEST_RECEIPT) break;
    }
  } catch {
    throw new UsageError("The file cannot be read.");
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The same receipt, proven against the journal as it is now. */
async function lookInto(
  { store, journal }: Operator,
  text: string,
  trust: Parameters<typeof verifyReceipt>[1],
): Promise<ReceiptOutcome | ReceiptFinding> {
  const { verifierKey } = journal;
  if (verifyReceipt(text, { key: verifierKey }).verdict === "unsound") return "receipt-other-key";
  try {
    const completed = await store.read((reader) => journal.completeReceipt(reader, text));
    return verifyReceipt(completed ?? text, trust);
  } catch (error) {
    if (error instanceof JournalError && error.code === "proof-impossible") return "receipt-not-in-journal";
    throw error;
  }
}

function tell({ verdict, findings, says, key }: ReceiptOutcome, looked: boolean, terminal: Terminal): void {
  if (says !== null) {
    terminal.out(`reference  ${says.reference}\n`);
    terminal.out(`received   ${new Date(says.receivedAt).toISOString()}\n`);
    terminal.out(`for        ${says.purpose} (${says.clause ?? "no clause"})\n`);
    terminal.out(`data       ${says.attributes.join(", ")}\n`);
    terminal.out(`policy     ${says.policy}\n`);
    if (says.place !== null) {
      const { log, index, size, witnesses } = says.place;
      terminal.out(`journal    ${log}, entry ${index} of ${size}\n`);
      if (witnesses.length > 0) terminal.out(`witnesses  ${witnesses.join(", ")}\n`);
    }
  }
  for (const code of findings) {
    terminal.out(`${verdict === "unsound" ? "WRONG " : ""}${RECEIPT_FINDINGS[code].en} (${code})\n`);
  }
  if (key !== null && !key.given) {
    terminal.err(
      `Checked with the key in the receipt itself. Compare it with one from elsewhere:\n${key.text}`,
    );
  }
  if (verdict === "unsound") terminal.out("NOT SOUND.\n");
  else if (verdict === "promised") terminal.out("Sound, and only promised so far.\n");
  else terminal.out(`Sound: it stands in ${looked ? "today's" : "the"} journal.\n`);
}

function asJson({ says, ...outcome }: ReceiptOutcome) {
  return {
    ...outcome,
    says: says === null ? null : { ...says, receivedAt: new Date(says.receivedAt).toISOString() },
  };
}

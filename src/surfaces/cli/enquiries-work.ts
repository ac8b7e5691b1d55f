import { readFileSync } from "node:fs";
import { staffByLogin } from "../../people/staff/index.ts";
import type { Transaction } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import {
  answerEnquiry,
  closeEnquiry,
  IntakeError,
  reopenEnquiry,
  type Worker,
} from "../../services/intake/index.ts";
import { type Refusal, REFUSALS } from "../../trust/gate/index.ts";
import type { Operator } from "../operator.ts";
import { type Command, type CommandInput, EXIT, optional, required, UsageError } from "./command.ts";

const WORKER = `
  --as LOGIN   the member of staff who does it`;

export const enquiriesAnswer: Command = {
  name: "enquiries answer",
  usage: "enquiries answer REFERENCE --as LOGIN --file FILE",
  summary: "Answer an enquiry by mail. The text is sealed beside it, and the mail opens it as it goes.",
  help: `${WORKER}; they need an authorisation to record for its purpose
  --file FILE  the text, UTF-8; - for standard input

While the sender has not confirmed the address, the answer waits for that.
Exit 1 when the gate refuses, there is no such enquiry, or it cannot be answered.`,
  options: { as: { type: "string" }, file: { type: "string" } },
  run(input) {
    const file = required(input, "file");
    const text = readFileSync(file === "-" ? 0 : file, "utf8");
    return work(input, async (unit, reference) => {
      const done = await answerEnquiry(unit.tx, unit.staff, reference, text, unit);
      if ("refusal" in done) return done;
      return done.mailed
        ? "Answered; the mail is on its way."
        : "Answered; the mail goes as soon as the sender confirms the address.";
    });
  },
};

export const enquiriesClose: Command = {
  name: "enquiries close",
  usage: "enquiries close REFERENCE --as LOGIN",
  summary: "Close an enquiry: from here on the retention clock of its data runs.",
  help: `${WORKER}`,
  options: { as: { type: "string" } },
  run: (input) =>
    work(input, async (unit, reference) => {
      const done = await closeEnquiry(unit.tx, unit.staff, reference, unit);
      if ("refusal" in done) return done;
      return done.repeated ? "It was closed already." : "Closed.";
    }),
};

export const enquiriesReopen: Command = {
  name: "enquiries reopen",
  usage: "enquiries reopen REFERENCE --as LOGIN",
  summary: "Take a closing back: the enquiry is worked again, and its retention clock stops.",
  help: `${WORKER}`,
  options: { as: { type: "string" } },
  run: (input) =>
    work(input, async (unit, reference) => {
      const done = await reopenEnquiry(unit.tx, unit.staff, reference, unit);
      if ("refusal" in done) return done;
      return done.repeated ? "It is not closed." : "Open again.";
    }),
};

type Unit = Operator & {
  readonly tx: Transaction;
  readonly staff: Worker;
  readonly policy: CompiledPolicy;
};

/** Runs one act on one enquiry as a member of staff, in a unit of its own, and says what became of it. */
async function work(
  input: CommandInput,
  act: (unit: Unit, reference: string) => Promise<string | { readonly refusal: Refusal }>,
): Promise<number> {
  const [reference] = input.positionals;
  if (reference === undefined || input.positionals.length > 1) throw new UsageError("Name one reference.");
  const login = required(input, "as");
  return input.installation.withOperator(optional(input, "operator"), async (operator) => {
    const { store, vault, publication } = operator;
    const staff = await store.read((reader) => staffByLogin(reader, login, vault));
    try {
      const done = await store.transaction(async (tx) => {
        const policy = await publication.inForce(tx, tx.at);
        if (policy === null) throw new Error(REFUSALS["no-policy"].message.en);
        return act({ ...operator, tx, staff, policy: policy.compiled }, reference);
      });
      if (typeof done === "string") {
        input.terminal.err(done);
        return EXIT.done;
      }
      const { code, about } = done.refusal;
      input.terminal.err(
        `Refused: ${REFUSALS[code].message.en} ${code}: ${about}. The refusal is journalled.`,
      );
      return EXIT.refused;
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      input.terminal.err(`${error.message} (${error.code})`);
      return EXIT.refused;
    }
  });
}

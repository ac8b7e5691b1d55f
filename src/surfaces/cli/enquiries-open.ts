import { staffByLogin } from "../../people/staff/index.ts";
import { type OpenedEnquiry, openEnquiry } from "../../services/intake/index.ts";
import { REFUSALS } from "../../trust/gate/index.ts";
import { type Command, EXIT, optional, required, UsageError } from "./command.ts";
import { indented } from "./printable.ts";

export const enquiriesOpen: Command = {
  name: "enquiries open",
  usage: "enquiries open REFERENCE --as LOGIN [--json]",
  summary: "Open one enquiry under its purpose, as a member of staff. The reading is journalled first.",
  help: `
  --as LOGIN   the member of staff who reads; they need an authorisation for the enquiry's purpose
  --json       JSON on standard output

Exit 1 when the gate refuses or there is no such enquiry.`,
  options: { as: { type: "string" }, json: { type: "boolean" } },
  async run(input) {
    const [reference] = input.positionals;
    if (reference === undefined || input.positionals.length > 1) throw new UsageError("Name one reference.");
    const login = required(input, "as");
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const { store, vault, publication } = operator;
      const staff = await store.read((reader) => staffByLogin(reader, login, vault));
      const opened = await store.transaction(async (tx) => {
        const policy = await publication.inForce(tx, tx.at);
        if (policy === null) throw new Error(REFUSALS["no-policy"].message.en);
        return openEnquiry(tx, staff, reference, { ...operator, policy: policy.compiled });
      });
      if ("refusal" in opened) {
        const { code, clause, about } = opened.refusal;
        const cited = clause === null ? "" : ` (${clause})`;
        input.terminal.err(
          `Refused: ${REFUSALS[code].message.en} ${code}: ${about}${cited}. The refusal is journalled.`,
        );
        return EXIT.refused;
      }
      const { enquiry } = opened;
      const receivedAt = new Date(enquiry.receivedAt).toISOString();
      if (input.values.json === true) {
        const values = enquiry.values.map((value) => ({
          ...value,
          receivedAt: new Date(value.receivedAt).toISOString(),
        }));
        // What the journal holds of the person is the console's to show, and `journal verify`'s to check.
        const { entries: _, ...shown } = enquiry;
        input.terminal.out(`${JSON.stringify({ ...shown, receivedAt, values }, null, 2)}\n`);
        return EXIT.done;
      }
      input.terminal.out(
        `${enquiry.reference}  ${receivedAt}  ${enquiry.held ? "unconfirmed" : enquiry.status}\n${factsOf(enquiry)}\n`,
      );
      for (const { attribute, qualifier, value, verificationStatus } of enquiry.values) {
        const which = qualifier === null ? attribute : `${attribute}, ${qualifier}`;
        input.terminal.out(`${which} (${verificationStatus}): ${indented(value)}\n`);
      }
      for (const { answeredAt, text } of enquiry.answers) {
        input.terminal.out(`answered ${new Date(answeredAt).toISOString()}: ${indented(text)}\n`);
      }
      return EXIT.done;
    });
  },
};

/** What is known about it besides what was written. */
function factsOf({ purpose, topic, shown, consents, spots }: OpenedEnquiry): string {
  const looked = spots.map(({ attribute, kind, start, end }) => `${kind} in ${attribute} ${start}-${end}`);
  const lines = [
    `purpose: ${purpose}`,
    `about: ${topic}`,
    ...(shown === null ? [] : [`shown: policy ${shown.policy.slice(0, 12)}, ${shown.language}`]),
    ...consents.map(({ consent, confirmedAt, withdrawnAt }) => {
      if (withdrawnAt !== null) return `consent ${consent}: withdrawn`;
      return `consent ${consent}: ${confirmedAt === null ? "given, not confirmed" : "in force"}`;
    }),
    ...(looked.length === 0 ? [] : [`look at: ${looked.join(", ")}`]),
  ];
  return `${lines.join("\n")}\n`;
}

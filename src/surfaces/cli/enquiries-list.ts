import { staffByLogin, staffPurposes } from "../../people/staff/index.ts";
import { type EnquiryPage, listEnquiries } from "../../services/intake/index.ts";
import { type Command, EXIT, optional, required, UsageError } from "./command.ts";

export const enquiriesList: Command = {
  name: "enquiries",
  usage: "enquiries --as LOGIN [--status STATE] [--limit N] [--before ID] [--json]",
  summary: "List the enquiries of your purposes, newest first: reference, form, state. Nothing of a person.",
  help: `
  --as LOGIN   the member of staff who asks
  --status S   open, answered, closed; unconfirmed: those that wait for their sender to confirm the address; advertising:
               those that are held as suspected advertising
  --limit N    how many, 1 to 1000 (50)
  --before ID  go on after the enquiry with this id, as --json shows it
  --json       one JSON list on standard output`,
  options: {
    as: { type: "string" },
    status: { type: "string" },
    limit: { type: "string" },
    before: { type: "string" },
    json: { type: "boolean" },
  },
  async run(input) {
    const login = required(input, "as");
    const limit = Number(optional(input, "limit") ?? "50");
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new UsageError("--limit is 1 to 1000.");
    const status = statusOf(optional(input, "status"));
    const before = optional(input, "before");
    const page = {
      limit,
      ...(status === undefined ? {} : { status }),
      ...(before === undefined ? {} : { before }),
    };
    return input.installation.withOperator(optional(input, "operator"), async ({ store, vault, clock }) => {
      const listed = await store.read(async (reader) => {
        const staff = await staffByLogin(reader, login, vault);
        const purposes = await staffPurposes(reader, staff.id, clock.now());
        return listEnquiries(reader, purposes, page);
      });
      if (input.values.json === true) {
        const rows = listed.map((row) => ({ ...row, receivedAt: new Date(row.receivedAt).toISOString() }));
        input.terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
      } else if (listed.length === 0) {
        input.terminal.err("No enquiries yet. One arrives when somebody sends the feedback form.");
      } else {
        for (const enquiry of listed) {
          const { reference, form, receivedAt, held, topic, flags } = enquiry;
          const state = enquiry.advertising ? "advertising" : held ? "unconfirmed" : enquiry.status;
          const marks = [...(topic === "general" ? [] : [topic]), ...flags]
            .map((mark) => `  ${mark}`)
            .join("");
          input.terminal.out(
            `${reference}  ${new Date(receivedAt).toISOString()}  ${form}  ${state}${marks}\n`,
          );
        }
      }
      return EXIT.done;
    });
  },
};

const STATES = ["open", "answered", "closed", "unconfirmed", "advertising"] as const;

function statusOf(text: string | undefined): NonNullable<EnquiryPage["status"]> | undefined {
  if (text === undefined) return undefined;
  const state = STATES.find((known) => known === text);
  if (state === undefined) throw new UsageError(`--status is one of ${STATES.join(", ")}.`);
  return state;
}

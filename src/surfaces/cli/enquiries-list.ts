import { staffByLogin, staffPurposes } from "../../people/staff/index.ts";
import { listEnquiries } from "../../services/intake/index.ts";
import { type Command, EXIT, optional, required, UsageError } from "./command.ts";

export const enquiriesList: Command = {
  name: "enquiries",
  usage: "enquiries --as LOGIN [--limit N] [--json]",
  summary: "List the enquiries of your purposes, newest first: reference, form, state. Nothing of a person.",
  help: `
  --as LOGIN   the member of staff who asks
  --limit N    how many, 1 to 1000 (50)
  --json       one JSON list on standard output`,
  options: { as: { type: "string" }, limit: { type: "string" }, json: { type: "boolean" } },
  async run(input) {
    const login = required(input, "as");
    const limit = Number(optional(input, "limit") ?? "50");
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new UsageError("--limit is 1 to 1000.");
    return input.installation.withOperator(optional(input, "operator"), async ({ store, vault, clock }) => {
      const listed = await store.read(async (reader) => {
        const staff = await staffByLogin(reader, login, vault);
        const purposes = await staffPurposes(reader, staff.id, clock.now());
        return listEnquiries(reader, purposes, { limit });
      });
      if (input.values.json === true) {
        const rows = listed.map((row) => ({ ...row, receivedAt: new Date(row.receivedAt).toISOString() }));
        input.terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
      } else if (listed.length === 0) {
        input.terminal.err("No enquiries yet. One arrives when somebody sends the feedback form.");
      } else {
        for (const { reference, form, status, receivedAt } of listed) {
          input.terminal.out(`${reference}  ${new Date(receivedAt).toISOString()}  ${form}  ${status}\n`);
        }
      }
      return EXIT.done;
    });
  },
};

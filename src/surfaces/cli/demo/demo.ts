import { hasStaff } from "../../../people/staff/index.ts";
import { listEnquiries } from "../../../services/intake/index.ts";
import type { PolicyFact } from "../../../trust/gate/index.ts";
import type { Operator } from "../../operator.ts";
import { type Command, EXIT, optional, type Terminal } from "../command.ts";
import { handOverLink } from "../hand-over-link.ts";
import { fillInstallation } from "./fill-installation.ts";

export const demo: Command = {
  name: "demo",
  usage: "demo",
  summary:
    "Fill an empty installation with invented people and enquiries, so that every screen shows something.",
  help: `
Run upheld start first, and leave it running: it sends the mails that the invented enquiries cause. Fills every operator,
or the one that --operator names. Leaves out where somebody works already, or somebody wrote: invented records do not
belong among real ones. To be rid of them, stop Upheld and remove the two folders.

Prints a link to sign in as Vera, who may do everything, for each operator.`,
  options: {},
  async run(input) {
    const { installation, terminal } = input;
    const chosen = optional(input, "operator");
    let filled = 0;
    for (const id of chosen === undefined ? installation.surroundings.operators() : [chosen]) {
      const done = await installation.withOperator(id, (operator, origin) =>
        fillOperator(operator, origin, terminal),
      );
      if (done) filled++;
    }
    return filled === 0 ? EXIT.refused : EXIT.done;
  },
};

/** Resolves with false, having said so, where records would come among real ones. */
async function fillOperator(operator: Operator, origin: string, terminal: Terminal): Promise<boolean> {
  const fact = await emptyOperator(operator);
  if (fact === null) {
    terminal.err(
      `${operator.id}: somebody works here or wrote here already; demo fills an empty installation.`,
    );
    return false;
  }
  const filled = await fillInstallation(operator, fact, progressOn(terminal));
  const { printed, where } = await handOverLink(filled.link, { ...operator, terminal, origin });
  terminal.err(
    `${operator.id}: ${filled.enquiries} enquiries of people who do not exist, and three members of staff.`,
  );
  terminal.err(
    `Sign in as ${filled.login}, within 15 minutes${printed ? "" : ", by the link in this file"}:`,
  );
  terminal.out(`${where}\n`);
  return true;
}

/** The policy in force, as long as nobody has written and nobody works here; null otherwise. */
async function emptyOperator({ store, publication, clock }: Operator): Promise<PolicyFact | null> {
  const at = clock.now();
  return store.read(async (reader) => {
    const fact = await publication.inForce(reader, at);
    if (fact === null || (await hasStaff(reader, at))) return null;
    const purposes = fact.compiled.forms.map(({ purpose }) => purpose);
    const written = [
      ...(await listEnquiries(reader, purposes, { limit: 1 })),
      ...(await listEnquiries(reader, purposes, { limit: 1, status: "unconfirmed" })),
    ];
    return written.length === 0 ? fact : null;
  });
}

function progressOn({ forPeople, err }: Terminal): (done: number, total: number) => void {
  return (done, total) => {
    if (forPeople === true) err(`${done} of ${total}`);
  };
}

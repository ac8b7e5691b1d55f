import { type Command, EXIT, optional } from "./command.ts";

export const journalCheckpoint: Command = {
  name: "journal checkpoint",
  usage: "journal checkpoint",
  summary: "Print the journal's newest signed checkpoint, to keep outside this installation.",
  help: `
Keep it where the operator cannot reach it. upheld journal verify --since FILE proves later that the journal still
contains everything that it contained now.`,
  options: {},
  run: ({ installation, terminal, ...input }) =>
    installation.withOperator(
      optional({ installation, terminal, ...input }, "operator"),
      async ({ journal }) => {
        terminal.out((await journal.checkpoint()).note);
        return EXIT.done;
      },
    ),
};

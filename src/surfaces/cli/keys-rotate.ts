import { rotateKeys } from "../../trust/vault/index.ts";
import { type Command, EXIT, optional } from "./command.ts";

export const keysRotate: Command = {
  name: "keys rotate",
  usage: "keys rotate [--json]",
  summary: "Put a new key-encryption key in force, wrap every scope key anew, destroy the old one.",
  help: `
Safe while Upheld runs, in any number of processes. Interrupted, the next run finishes it.

  --json   the outcome as JSON on standard output`,
  options: { json: { type: "boolean" } },
  run: (input) =>
    input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const rotation = await rotateKeys({
        ...operator,
        onProgress: (done, total) => {
          if (process.stderr.isTTY) input.terminal.err(`${done} of ${total} scope keys`);
        },
      });
      const { version, rewrapped, destroyed, resumed } = rotation;
      if (input.values.json === true) input.terminal.out(`${JSON.stringify(rotation)}\n`);
      else {
        const old = destroyed.length === 0 ? "none" : destroyed.join(", ");
        input.terminal.out(
          `Key version ${version} is in force${resumed ? " (an interrupted rotation was finished)" : ""}. ` +
            `${rewrapped} scope keys wrapped anew; versions destroyed: ${old}.\n`,
        );
      }
      return EXIT.done;
    }),
};

import { createInterface } from "node:readline";
import { createInstallation } from "./app.ts";
import { ConfigurationError, readConfiguration } from "./configuration.ts";
import { EXIT, runCommand, type Terminal } from "./surfaces/cli/index.ts";

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(`${text}\n`),
  forPeople: process.stdout.isTTY && process.stderr.isTTY,
  ...(process.stdin.isTTY && process.stderr.isTTY ? { ask } : {}),
};

/** What was typed; nothing when the line was broken off (Ctrl-C, Ctrl-D). */
function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    lines.once("line", (typed) => {
      resolve(typed);
      lines.close();
    });
    lines.once("close", () => resolve(""));
    lines.setPrompt(question);
    lines.prompt();
  });
}

// A reader that has seen enough, `| head`, closes the pipe: that is an end, not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

/** The command `upheld`: resolves with its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const configuration = readConfiguration(process.env, process.cwd());
    return await runCommand(argv, terminal, createInstallation(configuration));
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    terminal.err(error.message);
    return EXIT.usage;
  }
}

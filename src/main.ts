import { createInstallation } from "./app.ts";
import { ConfigurationError, readConfiguration } from "./configuration.ts";
import { EXIT, runCommand, type Terminal } from "./surfaces/cli/index.ts";

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(`${text}\n`),
};

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

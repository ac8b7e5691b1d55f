import { parseArgs } from "node:util";
import { apiKeyCreate } from "./api-key-create.ts";
import { apiKeyList } from "./api-key-list.ts";
import { apiKeyRevoke } from "./api-key-revoke.ts";
import { apiKeyRotate } from "./api-key-rotate.ts";
import { check } from "./check.ts";
import { clauses } from "./clauses.ts";
import { type Command, EXIT, type Installation, type Terminal, UsageError } from "./command.ts";
import { dataUnopened } from "./data-unopened.ts";
import { demo } from "./demo/index.ts";
import { doctor } from "./doctor/index.ts";
import { enquiriesList } from "./enquiries-list.ts";
import { enquiriesOpen } from "./enquiries-open.ts";
import { enquiriesAnswer, enquiriesClose, enquiriesReopen } from "./enquiries-work.ts";
import { init } from "./init/init.ts";
import { jobsDead } from "./jobs-dead.ts";
import { journalCheckpoint } from "./journal-checkpoint.ts";
import { journalCosign } from "./journal-cosign.ts";
import { journalVerify } from "./journal-verify.ts";
import { keysRotate } from "./keys-rotate.ts";
import { printing } from "./printable.ts";
import { promisesNote } from "./promises-note.ts";
import { promisesVerify } from "./promises-verify.ts";
import { publish } from "./publish.ts";
import { publishCallOff } from "./publish-call-off.ts";
import { receiptVerify } from "./receipt-verify.ts";
import { rules } from "./rules.ts";
import { sourceImport } from "./source-import.ts";
import { staffEnd } from "./staff-end.ts";
import { staffGrant } from "./staff-grant.ts";
import { staffInvite } from "./staff-invite.ts";
import { staffLink } from "./staff-link.ts";
import { staffList } from "./staff-list.ts";
import { staffRevoke } from "./staff-revoke.ts";
import { start } from "./start.ts";
import { versions } from "./versions.ts";

const COMMANDS: readonly Command[] = [
  start,
  init,
  check,
  demo,
  doctor,
  publish,
  publishCallOff,
  versions,
  rules,
  dataUnopened,
  enquiriesList,
  enquiriesOpen,
  enquiriesAnswer,
  enquiriesClose,
  enquiriesReopen,
  sourceImport,
  staffInvite,
  staffLink,
  staffList,
  staffGrant,
  staffRevoke,
  staffEnd,
  apiKeyCreate,
  apiKeyList,
  apiKeyRotate,
  apiKeyRevoke,
  clauses,
  promisesVerify,
  promisesNote,
  journalVerify,
  journalCheckpoint,
  journalCosign,
  receiptVerify,
  keysRotate,
  jobsDead,
];

/** Options that every command takes. */
const COMMON = { help: { type: "boolean", short: "h" }, operator: { type: "string" } } as const;

/**
 * Runs `upheld …`. Resolves with the exit code: 0 done, 1 refused or failed, 2 the command line was wrong.
 * Errors are one line on `err`; a stack trace only for what nobody foresaw, and only with UPHELD_DEBUG=1.
 */
export async function runCommand(
  argv: readonly string[],
  given: Terminal,
  installation: Installation,
): Promise<number> {
  const terminal = printing(given);
  if (argv.length === 0 || argv[0] === "help" || (argv.length === 1 && isHelp(argv[0]))) {
    terminal.out(overview());
    return argv.length === 0 ? EXIT.usage : EXIT.done;
  }
  const command = findCommand(argv);
  if (command === undefined) {
    terminal.err(`There is no command "${words(argv).join(" ")}". upheld --help lists them.`);
    return EXIT.usage;
  }
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(command.name.split(" ").length),
      options: { ...command.options, ...COMMON },
      allowPositionals: true,
      strict: true,
    });
    if (values.help === true) {
      terminal.out(helpOf(command));
      return EXIT.done;
    }
    return await command.run({
      values: values as Record<string, string | boolean | undefined>,
      positionals,
      terminal,
      installation,
    });
  } catch (error) {
    return report(error, command, terminal);
  }
}

const isHelp = (word: string | undefined) => word === "--help" || word === "-h";
const words = (argv: readonly string[]) => argv.filter((word) => !word.startsWith("-")).slice(0, 2);

/** The longest name that the words begin with; `enquiries` alone lists them. */
function findCommand(argv: readonly string[]): Command | undefined {
  const [first = "", second = ""] = argv;
  return (
    COMMANDS.find(({ name }) => name === `${first} ${second}`) ?? COMMANDS.find(({ name }) => name === first)
  );
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 2;
  return [
    "Upheld runs the personal-data side of a website and holds the company to its own policy.",
    "",
    "Usage: upheld COMMAND [options]",
    "",
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    "",
    "upheld COMMAND --help says more. Every command takes --operator ID where there are several.",
    "Settings come from the environment: PORT, UPHELD_DATA, UPHELD_KEYS, DATABASE_URL, SMTP_URL and those in docs/operations.md.",
    "",
  ].join("\n");
}

function helpOf(command: Command): string {
  return `${command.summary}\n\nUsage: upheld ${command.usage}\n\n${command.help.replace(/^\n+|\n+$/gu, "")}\n`;
}

function report(error: unknown, command: Command, terminal: Terminal): number {
  const wrong = error instanceof UsageError || isParseError(error);
  const message = error instanceof Error ? error.message : String(error);
  terminal.err(wrong ? `${message}\nUsage: upheld ${command.usage}` : message);
  if (!wrong && process.env.UPHELD_DEBUG === "1" && error instanceof Error) terminal.err(error.stack ?? "");
  const setting = error instanceof Error && "code" in error && error.code === "configuration";
  return wrong || setting ? EXIT.usage : EXIT.refused;
}

function isParseError(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

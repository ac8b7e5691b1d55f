import type { ParseArgsOptionsConfig } from "node:util";
import type { RulePack } from "../../policy/index.ts";
import type { Operator } from "../operator.ts";
import type { Surroundings } from "./doctor/index.ts";

/** Exit codes, as shells read them. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** Where a command speaks. Results go to `out`, everything said about them to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** True when both end at a terminal that somebody looks at: the one place where a link to sign in is printed. */
  readonly forPeople?: boolean;
  /** Asks somebody and resolves with what they typed; absent where nobody can be asked. */
  readonly ask?: (question: string) => Promise<string>;
}

/** What app.ts gives the commands: the operators of this installation. */
export interface Installation {
  /**
   * Opens an operator, hands it over, and closes it whatever happens. Without an id, the only one there is.
   * Refuses when there is no installation yet: no command but `start` makes one. `origin` is where its site is reached:
   * scheme, host and port.
   */
  withOperator<T>(
    id: string | undefined,
    act: (operator: Operator, origin: string) => Promise<T>,
  ): Promise<T>;
  /** What the settings say, for `doctor` to look at. */
  readonly surroundings: Surroundings;
  /** The law that this installation goes by. @throws PolicyError `wrong-rules` */
  rules(): Promise<readonly RulePack[]>;
  /** Serves until told to stop. Resolves when everything acknowledged is done. */
  start(terminal: Terminal): Promise<void>;
}

export interface CommandInput {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
  readonly terminal: Terminal;
  readonly installation: Installation;
}

/** One command: `upheld journal verify`. */
export interface Command {
  /** Its words: `journal verify`. */
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** What else its help says: options, exit codes, an example. */
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  run(input: CommandInput): Promise<number>;
}

/** The command line was wrong: printed with the command's usage, exit 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The value of an option that has to be there. */
export function required(input: CommandInput, option: string): string {
  const value = input.values[option];
  if (typeof value !== "string" || value === "") throw new UsageError(`--${option} is missing.`);
  return value;
}

/** The value of an option that may be left out. */
export function optional(input: CommandInput, option: string): string | undefined {
  const value = input.values[option];
  return typeof value === "string" && value !== "" ? value : undefined;
}

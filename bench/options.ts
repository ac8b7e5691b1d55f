import { parseArgs } from "node:util";

export interface Options {
  /** Runs the measurements whose name it matches. */
  readonly only: RegExp;
  readonly quick: boolean;
  /** Where the rows go as JSON; undefined for nowhere. */
  readonly json: string | undefined;
  /** A target missed is a failure. */
  readonly strict: boolean;
  readonly help: boolean;
}

export const HELP = `npm run bench -- [options]

Measures what Upheld promises of its speed, each figure beside a rival's or its limit's from the same run.

  --only PATTERN  only the measurements whose name matches: "units", "sqlite", "destruction postgres"
  --quick         short rounds and small journals: shows that everything works, judges nothing by it
  --json FILE     also writes the rows as JSON
  --strict        exits with 1 when a target is missed
  --help          this text

Measurements: NAMES.
A PostgreSQL of its own is started and removed; TEST_DATABASE_URL names another.
`;

/** The options, or what is wrong with them. */
export function readOptions(argv: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        only: { type: "string", default: "" },
        quick: { type: "boolean", default: false },
        json: { type: "string" },
        strict: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return { ...values, json: values.json, only: new RegExp(values.only, "iu") };
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return error.message;
    throw error;
  }
}

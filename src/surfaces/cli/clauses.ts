import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type CheckRecord,
  CLAUSE_STATES,
  type ClauseStanding,
  clauseStandings,
  countStates,
  EVIDENCE,
  readBoard,
} from "../../duties/promises/index.ts";
import { compileOperatorFolder } from "../../trust/publication/index.ts";
import { type Command, type CommandInput, EXIT, optional, UsageError } from "./command.ts";
import { clauseTable } from "./clause-table.ts";

export const clauses: Command = {
  name: "clauses",
  usage: "clauses [--operator ID] [--written] [--json | --markdown]",
  summary:
    "List every clause of every document: what keeps it, which tests show that, and how it stands here.",
  help: `
  --operator ID   one operator's; without it, those of all
  --written       the policies as they stand in their folders, whatever is installed or counted here
  --json          the list as JSON on standard output; times in ms since 1970
  --markdown      the list as tables, as docs/clauses.md has it

An operator that is installed here is listed by the policy in force, with what its live checks found last; another by
its folder. The states: ${CLAUSE_STATES.join(", ")}. Exit 1 when a clause is broken.`,
  options: { json: { type: "boolean" }, markdown: { type: "boolean" }, written: { type: "boolean" } },
  async run(input) {
    const { positionals, values, terminal, installation } = input;
    if (positionals.length > 0) throw new UsageError("It takes no words, only options.");
    if (values.json === true && values.markdown === true) {
      throw new UsageError("--json and --markdown exclude each other.");
    }
    const all = installation.surroundings.operators();
    const only = optional(input, "operator");
    if (only !== undefined && !all.includes(only)) {
      throw new UsageError(`--operator names one of ${all.join(", ")}.`);
    }
    const listed: ListedOperator[] = [];
    for (const operator of only === undefined ? all : [only]) listed.push(await standingsOf(operator, input));
    if (values.json === true) terminal.out(`${JSON.stringify(listed.flatMap(asJson), null, 2)}\n`);
    else if (values.markdown === true) terminal.out(clauseTable(listed));
    else for (const one of listed) tell(one, input);
    const isBroken = listed.some(({ standings }) => standings.some(({ state }) => state === "broken"));
    return isBroken ? EXIT.refused : EXIT.done;
  },
};

/** An operator's clauses, with what was counted where it is installed. */
export interface ListedOperator {
  readonly operator: string;
  readonly standings: readonly ClauseStanding[];
  readonly records: ReadonlyMap<string, CheckRecord>;
}

async function standingsOf(
  operator: string,
  { installation, values }: CommandInput,
): Promise<ListedOperator> {
  const { keysFolder, operatorsFolder } = installation.surroundings;
  if (values.written === true || !existsSync(join(keysFolder, operator))) {
    const policy = await compileOperatorFolder(join(operatorsFolder, operator), await installation.rules());
    return { operator, standings: clauseStandings(policy, EVIDENCE, null, 0), records: new Map() };
  }
  return installation.withOperator(operator, async ({ store, publication, clock }) => {
    const now = clock.now();
    const inForce = await publication.current(now);
    if (inForce === null) throw new Error(`${operator} has no policy in force.`);
    const board = await store.read(readBoard);
    return {
      operator,
      standings: clauseStandings(inForce.compiled, EVIDENCE, board, now),
      records: board.records,
    };
  });
}

function asJson({ operator, standings, records }: ListedOperator) {
  return standings.map(({ clause, state, controls, checks, tests, removedBy }) => ({
    id: clause.id,
    operator,
    document: clause.document,
    kind: clause.kind,
    enforceability: clause.enforceability,
    state,
    control: controls,
    tests,
    removedBy,
    checks: checks.map((code) => {
      const newest = records.get(code)?.newest ?? null;
      return { code, outcome: newest?.outcome ?? null, at: newest?.at ?? null };
    }),
    pending: clause.kept !== null && "pending" in clause.kept ? clause.kept.pending : null,
    says: clause.says,
    invalidated: clause.invalidated,
  }));
}

function tell({ operator, standings }: ListedOperator, { terminal }: CommandInput): void {
  const width = Math.max(...standings.map(({ clause }) => clause.id.length));
  for (const { clause, state, controls } of standings) {
    const { kept } = clause;
    const by = kept !== null && "pending" in kept ? `waits for ${kept.pending}` : controls.join(", ");
    terminal.out(`${clause.id.padEnd(width)}  ${state.padEnd(9)}  ${by}`.trimEnd().concat("\n"));
  }
  const counts = countStates(standings);
  const told = CLAUSE_STATES.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state}`);
  terminal.out(`${operator}: ${standings.length} clauses, ${told.join(", ")}.\n`);
}

import { fileURLToPath } from "node:url";
import { readConfiguration } from "../../src/configuration.ts";
import { type OpenedOperator, openOperator } from "../../src/open-operator.ts";
import { systemClock } from "../../src/platform/clock/index.ts";
import { systemRandom } from "../../src/platform/random/index.ts";
import { readRulePacks } from "../../src/trust/publication/index.ts";

const RULES = fileURLToPath(new URL("../../rules", import.meta.url));

/** Opens the installation that the environment names, as the application does; for processes of the fault tests. */
export async function openInstalled(): Promise<OpenedOperator> {
  return openOperator("itsectr", {
    configuration: readConfiguration(process.env, process.cwd()),
    clock: systemClock,
    random: systemRandom,
    rules: await readRulePacks(RULES),
  });
}

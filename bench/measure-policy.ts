import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Figure } from "./figure.ts";
import type { Measurement } from "./measurement.ts";
import { duration, interleave } from "./rounds.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** For each operator, ms. */
const TARGET = 300;

/**
 * What `upheld check`, a draft and each save while developing wait for: an operator's folder compiled in a process of
 * its own, and checked. By the product as it is built.
 */
export const policyCompiled: Measurement = {
  name: "policy",
  async measure(bench) {
    const publication = (await built(
      "trust/publication",
    )) as typeof import("../src/trust/publication/index.ts");
    const policy = (await built("policy")) as typeof import("../src/policy/index.ts");
    const rules = await publication.readRulePacks(join(ROOT, "rules"));
    const bare = () => promisify(execFile)(process.execPath, ["--permission", "--eval", "0"], { env: {} });
    const figures: Figure[] = [];
    for (const operator of readdirSync(join(ROOT, "operators")).toSorted()) {
      bench.progress(`policy, ${operator}`);
      const checked = async () => {
        const compiled = await publication.compileOperatorFolder(join(ROOT, "operators", operator), rules);
        policy.checkPolicy(compiled, rules);
      };
      figures.push({
        ...(await interleave(bench.rounds, { ours: () => duration(checked), rival: () => duration(bare) })),
        name: `${operator}'s policy compiled and checked`,
        engine: "none",
        beside: "a process of Node that does nothing",
        unit: "ms",
        better: "less",
        target: TARGET,
      });
    }
    return figures;
  },
};

function built(room: string): Promise<unknown> {
  return import(new URL(`../dist/${room}/index.js`, import.meta.url).href);
}

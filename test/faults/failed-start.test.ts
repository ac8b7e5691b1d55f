import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readConfiguration } from "../../src/configuration.ts";
import { openOperator } from "../../src/open-operator.ts";
import { systemClock } from "../../src/platform/clock/index.ts";
import { systemRandom } from "../../src/platform/random/index.ts";
import { readRulePacks } from "../../src/trust/publication/index.ts";
import type { Trouble } from "../../src/trust/journal/index.ts";
import { temporaryInstallation } from "../installation.ts";

const RULES = fileURLToPath(new URL("../../rules", import.meta.url));
/** More than the rest between two looks of a sequencer, ms. */
const NEXT_LOOK = 1_500;

test.each(["sqlite", "postgres"] as const)(
  "an installation that does not open leaves nothing at work on its closed database (%s)",
  async (engine) => {
    const installation = await temporaryInstallation(engine);
    try {
      const nowhere = join(installation.folder, "nowhere");
      const troubles: Trouble[] = [];
      const opening = openOperator("itsectr", {
        configuration: readConfiguration(
          { ...installation.environment, UPHELD_OPERATORS: nowhere },
          installation.folder,
        ),
        clock: systemClock,
        random: systemRandom,
        rules: await readRulePacks(RULES),
        onTrouble: (_, trouble) => troubles.push(trouble),
      });
      await expect(opening).rejects.toThrow();
      await wait(NEXT_LOOK);
      expect(troubles).toEqual([]);
    } finally {
      await installation.remove();
    }
  },
);

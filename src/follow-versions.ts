import type { OpenedOperator } from "./open-operator.ts";
import type { PolicyFact } from "./trust/gate/index.ts";

/** How long another process's publication may go unnoticed, ms. */
const LOOK_AGAIN = 500;

export interface FollowingParts {
  /** Lays the site out: at the start, when another version is in force, and when one more was published. */
  layOut(fact: PolicyFact): Promise<void>;
  onTrouble(error: unknown): void;
}

/**
 * Keeps an operator's site as what is in force and what was ever published say, without a restart: at once after a
 * publication of this process, within a second after another's, and when a scheduled version's moment comes.
 */
export function followVersions(
  { store, publication, clock }: OpenedOperator,
  { layOut, onTrouble }: FollowingParts,
): { stop(): Promise<void> } {
  let known = { version: 0, versions: 0 };
  let running: Promise<void> = Promise.resolve();

  const look = async () => {
    const fact = await publication.current(clock.now());
    if (fact === null) return;
    const versions = (await store.read((reader) => publication.timeline(reader))).length;
    if (fact.version === known.version && versions === known.versions) return;
    await layOut(fact);
    known = { version: fact.version, versions };
  };
  // One look after the other, so that an older one never lays out over a newer.
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    running = running.then(() => {
      waiting = false;
      return look().catch(onTrouble);
    });
  };
  const ending = publication.onChange(soon);
  soon();
  const looking = setInterval(soon, LOOK_AGAIN);
  return {
    async stop() {
      ending();
      clearInterval(looking);
      await running;
    },
  };
}

import { createSecretKey, randomBytes } from "node:crypto";
import { ManualClock } from "../src/platform/clock/index.ts";
import { LinkTokens } from "../src/platform/crypto/index.ts";
import type { EngineName, Transaction } from "../src/platform/store/index.ts";
import { CLI, makeSignInLink } from "../src/people/staff/index.ts";
import { type OpenedOperator, temporaryInstallation } from "./installation.ts";

type AnyRow = Readonly<Record<string, unknown>>;

/** An installation with a clock of its own, in which nobody works yet. */
export interface StaffedInstallation {
  readonly operator: OpenedOperator;
  readonly clock: ManualClock;
  /** Links for the first member of staff, made at the beginning. */
  readonly firstLinks: readonly string[];
  /** Links of an operator with other keys. */
  readonly otherOperator: LinkTokens;
  unit<T>(act: (tx: Transaction) => Promise<T>): Promise<T>;
  rows(table: string, where: Readonly<Record<string, string>>): Promise<AnyRow[]>;
  /** Entries of an event that name a person, or anything else, as text. */
  journalled(event: string, naming: string): Promise<string[]>;
  remove(): Promise<void>;
}

export async function staffedInstallation(engine: EngineName): Promise<StaffedInstallation> {
  const installation = await temporaryInstallation(engine);
  const clock = new ManualClock(Date.now());
  const operator = await installation.open({ clock });
  const { store } = operator;
  const unit = <T>(act: (tx: Transaction) => Promise<T>) => store.transaction(act);
  const first = await unit((tx) => makeSignInLink(tx, CLI, null, operator));
  return {
    operator,
    clock,
    firstLinks: [first.token],
    otherOperator: new LinkTokens("other", createSecretKey(randomBytes(32))),
    unit,
    rows: (table, where) =>
      store.read(async (reader) => {
        let query = reader.query<Record<string, AnyRow>>().selectFrom(table).selectAll();
        for (const [column, value] of Object.entries(where)) query = query.where(column, "=", value);
        return query.execute();
      }),
    async journalled(event, naming) {
      await operator.journal.sequencer.drain();
      const entries = await store.read((reader) =>
        reader
          .query<{ journal_entry: { leaf: Uint8Array | null; position: number } }>()
          .selectFrom("journal_entry")
          .select("leaf")
          .orderBy("position")
          .execute(),
      );
      return entries
        .map(({ leaf }) => Buffer.from(leaf ?? []).toString("utf8"))
        .filter((text) => text.includes(`"event":"${event}"`) && text.includes(naming));
    },
    remove: () => installation.remove(),
  };
}

/** A token with a bit changed at its beginning, middle and end, cut short, made longer, and nonsense. */
export function forged(token: string): string[] {
  const changed = [0, 20, 30, token.length - 2].map((place) => {
    const other = token[place] === "A" ? "B" : "A";
    return `${token.slice(0, place)}${other}${token.slice(place + 1)}`;
  });
  return [...changed, token.slice(1), token.slice(0, -4), `${token}AAAA`, "", "nonsense", "Привет"];
}

import type { Random } from "../../platform/random/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";
import { checkEntry } from "./check-entry.ts";
import type { JournalEntry } from "./entry.ts";
import { encodeLeaf } from "./entry-leaf.ts";
import type { PendingRow } from "./journal.table.ts";
import { leafHash } from "./merkle-tree.ts";
import type { PendingSeal } from "./pending-seal.ts";

/** Ids of one millisecond: what the twelve bits after the time can count. */
const PER_MS = 4096;

/** Makes entries for one operator, with ids that grow in the order of their making. */
export class EntryMaker {
  readonly operator: string;
  readonly random: Random;
  readonly #seal: PendingSeal;
  #ms = 0;
  #count = 0;

  constructor(operator: string, random: Random, seal: PendingSeal) {
    this.operator = operator;
    this.random = random;
    this.#seal = seal;
  }

  /**
   * A UUID of version 7 that sorts after every id made here before (RFC 9562, section 6.2, method 1): a clock that
   * jumps back leaves its time standing. Entries get their places in the order of their ids.
   */
  nextId(at: number): string {
    if (at > this.#ms) {
      this.#ms = at;
      this.#count = 0;
    } else if (++this.#count === PER_MS) {
      this.#ms += 1;
      this.#count = 0;
    }
    const time = this.#ms.toString(16).padStart(12, "0");
    const count = this.#count.toString(16).padStart(3, "0");
    const tail = this.random.bytes(8);
    tail[0] = ((tail[0] as number) & 0x3f) | 0x80;
    const rest = Buffer.from(tail).toString("hex");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${rest.slice(0, 4)}-${rest.slice(4)}`;
  }

  /**
   * Makes the row of an entry. `shard` is the distribution key of the person concerned; without one the entry goes
   * where its first subject, or nobody, is.
   * @throws JournalError with a code of the `entry-` family
   */
  make(entry: JournalEntry, at: number, shard?: Pseudonym, id = this.nextId(at)): PendingRow {
    checkEntry(entry);
    // A person named twice is one person, who finds the entry by its own column.
    const subjects = [...new Set(entry.subjects)];
    const named = entry.subjects === undefined ? {} : { subjects };
    const leaf = encodeLeaf({ ...entry, ...named, v: 1, id, at, operator: this.operator }, this.random);
    const row = {
      id,
      shard_key: shard ?? subjects[0] ?? id,
      at,
      event: entry.event,
      subject: subjects.length === 1 ? (subjects[0] as Pseudonym) : null,
      leaf,
      leaf_hash: leafHash(leaf),
    };
    return { ...row, mac: this.#seal.make(row) };
  }
}

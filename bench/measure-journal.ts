import { DatabaseSync } from "node:sqlite";
import { newSubject } from "../src/people/subjects/index.ts";
import { sha256 } from "../src/platform/crypto/index.ts";
import { prepare, type Tables } from "../src/platform/store/index.ts";
import type { entryTable } from "../src/trust/journal/journal.table.ts";
import type { JournalEntry } from "../src/trust/journal/index.ts";
import {
  ed25519Verifier,
  parseVerifierKey,
  proveEntry,
  verifyEntryProof,
  verifyJournal,
} from "../src/trust/journal/index.ts";
import { EnquiryLoad } from "./enquiry-load.ts";
import type { Figure } from "./figure.ts";
import type { Measurement } from "./measurement.ts";
import { duration, median, percentile } from "./rounds.ts";
import type { Workbench } from "./workbench.ts";

const MILLION = 1_000_000;
/** Seconds that a million entries may take to verify. */
const VERIFY_TARGET = 10;
/** How long an inclusion proof may take at a million, ms. */
const PROOF_TARGET = 5;
/** Entries of one unit. */
const TOGETHER = 100;
const IN_FLIGHT = 8;
const entryById = prepare<Tables<typeof entryTable>, { id: string }>()((db, param) =>
  db.selectFrom("journal_entry").selectAll().where("id", "=", param("id")),
);

/** Parts in which the journal grows, each a round. */
const PARTS = 5;

/** A journal of a million entries on SQLite: made, verified, and proven from. */
export const journalOfAMillion: Measurement = {
  name: "journal sqlite",
  async measure(bench) {
    const entries = bench.quick ? MILLION / 20 : MILLION;
    const asPromised = entries === MILLION;
    const { operator, place } = await bench.operator("sqlite");
    const load = new EnquiryLoad(operator);
    const common = { engine: "sqlite", rival: null, beside: "" } as const;

    const appended: number[] = [];
    const hashedBeside: number[] = [];
    const ids: string[] = [];
    const part = entries / PARTS;
    let leaf = new Uint8Array();
    for (let round = 1; round <= PARTS; round++) {
      bench.progress(`journal, ${(round * part).toLocaleString("en")} of ${entries.toLocaleString("en")}`);
      const ms = await duration(async () => {
        ids.push(...(await append(load, part)));
        await load.sequenced();
      });
      leaf = someLeaf(place.file);
      appended.push((part * 1000) / ms);
      hashedBeside.push((part * 1000) / (await hashing(leaf, part)));
    }

    const verified: number[] = [];
    const hashed: number[] = [];
    for (let round = 0; round < (bench.quick ? 1 : 3); round++) {
      bench.progress("journal, verifying");
      verified.push((await duration(() => verify(load))) / 1000);
      hashed.push((await hashing(leaf, entries)) / 1000);
    }

    bench.progress("journal, proving");
    const proofs = await proving(load, ids, bench);
    const count = entries.toLocaleString("en");
    const figures: Figure[] = [
      {
        ...common,
        name: `entries appended and sequenced, ${TOGETHER} a unit, to ${count}`,
        ours: median(appended),
        rival: median(hashedBeside),
        beside: "SHA-256 of the same bytes",
        unit: "entries/s",
        better: "more",
        target: null,
      },
      {
        ...common,
        name: `verifying ${count} entries`,
        ours: median(verified),
        rival: median(hashed),
        beside: "SHA-256 of the same bytes",
        unit: "s",
        better: "less",
        target: asPromised ? VERIFY_TARGET : null,
      },
      {
        ...common,
        name: `inclusion proof at ${count}, 99th percentile`,
        ours: percentile(proofs.made, 99),
        rival: percentile(proofs.read, 99),
        beside: "bare read of the entry",
        unit: "ms",
        better: "less",
        target: asPromised ? PROOF_TARGET : null,
      },
    ];
    return figures;
  },
};

async function append({ operator, form }: EnquiryLoad, count: number): Promise<string[]> {
  const { store, journal, random } = operator;
  const ids: string[] = [];
  let begun = 0;
  const worker = async () => {
    while (begun < count) {
      const together = Math.min(TOGETHER, count - begun);
      begun += together;
      await store.transaction(async (tx) => {
        for (let i = 0; i < together; i++) {
          const entry: JournalEntry = {
            event: "decision",
            operation: "collect",
            actor: { kind: "visitor" },
            subjects: [newSubject(tx.at, random)],
            purpose: form.purpose,
            attributes: form.fields.map(({ attribute }) => attribute),
            decision: {
              allowed: true,
              clause: "itsectr-privacy/4.1.1",
              basis: "legitimateInterest",
              policy: "0".repeat(64),
            },
            details: { reference: "7K4Q-X9M2", channel: form.code, language: "en" },
          };
          const { id } = await journal.append(tx, entry);
          if (i === 0) ids.push(id);
        }
      });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return ids;
}

/** A leaf as the journal holds it: its bytes are what has to be hashed, over and over. */
function someLeaf(file: string): Uint8Array<ArrayBuffer> {
  const db = new DatabaseSync(file, { readOnly: true });
  const row = db.prepare("select leaf from journal_entry order by position desc limit 1").get();
  db.close();
  return new Uint8Array(row?.["leaf"] as Uint8Array);
}

function hashing(leaf: Uint8Array, times: number): Promise<number> {
  return duration(() => {
    for (let i = 0; i < times; i++) sha256(leaf);
  });
}

async function verify({ operator }: EnquiryLoad): Promise<void> {
  const { store, journal, clock } = operator;
  const { verifierKey, isGenuine } = journal;
  const { sound, findings } = await verifyJournal({ store, verifierKey, isGenuine, now: clock.now() });
  if (!sound) throw new Error(`The journal does not verify: ${JSON.stringify(findings.slice(0, 3))}`);
}

/** How long it takes to prove entries from all over the journal, and to read them, ms. Each proof is checked. */
async function proving(
  { operator }: EnquiryLoad,
  ids: readonly string[],
  bench: Workbench,
): Promise<{ made: number[]; read: number[] }> {
  const { store, journal } = operator;
  const verifier = ed25519Verifier(parseVerifierKey(journal.verifierKey));
  const made: number[] = [];
  const read: number[] = [];
  const proofs = bench.quick ? 100 : 1000;
  for (let i = 0; i < proofs; i++) {
    const id = ids[Math.floor((i * ids.length) / proofs)] as string;
    let holds = false;
    made.push(
      await duration(async () => {
        const proof = await store.read((reader) => proveEntry(reader, id));
        holds = verifyEntryProof(proof, verifier);
      }),
    );
    if (!holds) throw new Error("A proof does not hold.");
    read.push(await duration(() => store.read((reader) => reader.first(entryById, { id }))));
  }
  return { made, read };
}

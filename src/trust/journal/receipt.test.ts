import { generateKeyPairSync, type KeyObject } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { ed25519PublicBytes } from "../../platform/crypto/index.ts";
import { systemRandom, uuidv7 } from "../../platform/random/index.ts";
import {
  cosignatureVerifier,
  createJournal,
  type JournalEntry,
  JournalError,
  journalSchema,
  LONGEST_RECEIPT,
  parseVerifierKey,
  pruneEntries,
  RECEIPT_FINDINGS,
  verifyReceipt,
} from "./index.ts";
import type { JournalTables } from "./journal.table.ts";
import { joinReceipt, parseReceipt, signStatement } from "./receipt-text.ts";
import { ed25519Signer, signNote, verifierKey } from "./signed-note.ts";
import { cosigner } from "./tlog-cosignature.ts";
import { formatProof, parseProof } from "./tlog-proof.ts";

const START = Date.UTC(2026, 10, 22, 12);
const ORIGIN = "example.upheld/journal";
const REFERENCE = "7K4Q-X9M2";
const POLICY = "ab".repeat(32);

const received = (details: JournalEntry["details"] = { reference: REFERENCE }): JournalEntry => ({
  event: "decision",
  operation: "collect",
  actor: { kind: "visitor" },
  subjects: [uuidv7(START, systemRandom)],
  purpose: "inquiry-handling",
  attributes: ["email", "message"],
  decision: {
    allowed: true,
    clause: "example-privacy/4.1.1",
    basis: "legitimateInterest",
    policy: POLICY,
  },
  details,
});

const newKey = () => generateKeyPairSync("ed25519").privateKey;
/** Another character of the same alphabet. */
const other = (letter: string) => (letter === "A" ? "B" : "A");

eachEngine((open) => {
  async function journalWith(more: { readonly key?: KeyObject; readonly memory?: string } = {}) {
    const clock = new ManualClock(START);
    const store = await open([journalSchema], { clock });
    const key = more.key ?? newKey();
    const options = { store, operator: "example", origin: ORIGIN, key, clock, random: systemRandom };
    const memory = {
      read: () => Promise.resolve(more.memory === undefined ? [] : [{ file: "kept", note: more.memory }]),
      keep: () => Promise.resolve(),
    };
    const journal = createJournal({ ...options, ...(more.memory === undefined ? {} : { memory }) });
    await journal.sequencer.start();
    const receive = async (entry = received()) => {
      const { id, leaf } = await store.transaction((tx) => journal.append(tx, entry));
      return { id, leaf, reference: REFERENCE, receivedAt: clock.now() };
    };
    const complete = (receipt: string) => store.read((reader) => journal.completeReceipt(reader, receipt));
    const fill = async (count: number) => {
      for (let i = 0; i < count; i++) await receive();
      await journal.sequencer.drain();
    };
    return { clock, store, key, journal, receive, complete, fill };
  }

  /** A receipt as the form gives it, and as it is once the entry has its place. */
  async function issued() {
    const made = await journalWith();
    await made.fill(5);
    const of = await made.receive();
    const promised = await made.journal.receipt(of);
    await made.journal.sequencer.drain();
    await made.fill(3);
    const proven = await made.complete(promised);
    if (proven === null) throw new Error("It has its place.");
    return { ...made, of, promised, proven };
  }

  test("a receipt promises at once, and proves once the entry has its place", async () => {
    const { journal, of, promised, proven, complete } = await issued();
    expect(verifyReceipt(promised, { key: journal.verifierKey })).toMatchObject({
      verdict: "promised",
      findings: ["receipt-promised"],
      says: { reference: REFERENCE, receivedAt: START, place: null },
    });
    expect(verifyReceipt(proven, { key: journal.verifierKey })).toEqual({
      verdict: "proven",
      findings: [],
      key: { text: journal.verifierKey, given: true },
      says: {
        reference: REFERENCE,
        receivedAt: START,
        purpose: "inquiry-handling",
        attributes: ["email", "message"],
        clause: "example-privacy/4.1.1",
        policy: POLICY,
        entry: of.id,
        place: { log: ORIGIN, index: 6, size: 10, witnesses: [] },
      },
    });
    expect(verifyReceipt(proven).key).toEqual({ text: journal.verifierKey, given: false });
    expect(await complete(proven)).toBe(proven);
    await journal.sequencer.stop();
  });

  test("it can be written again from the journal alone, the same to the last byte", async () => {
    const { store, journal, of, proven } = await issued();
    expect(await store.read((reader) => journal.provenReceipt(reader, of.id))).toBe(proven);
    await journal.sequencer.stop();
  });

  test("while the entry waits there is nothing to add", async () => {
    const { store, journal, receive, complete } = await journalWith();
    await journal.sequencer.stop();
    const of = await receive();
    expect(await complete(await journal.receipt(of))).toBeNull();
    expect(await store.read((reader) => journal.provenReceipt(reader, of.id))).toBeNull();
  });

  test("any changed character is found, wherever it stands", async () => {
    const { journal, promised, proven } = await issued();
    const key = journal.verifierKey;
    for (const receipt of [promised, proven]) {
      for (let at = 0; at < receipt.length; at++) {
        if (receipt[at] === "\n") continue;
        const changed = receipt.slice(0, at) + other(receipt.charAt(at)) + receipt.slice(at + 1);
        expect(verifyReceipt(changed, { key }).verdict, `${at}`).toBe("unsound");
      }
    }
    await journal.sequencer.stop();
  });

  test("a receipt of an operator who signs with another key is not taken for this one's", async () => {
    const { journal } = await issued();
    const stranger = await issued();
    expect(verifyReceipt(stranger.proven).verdict).toBe("proven");
    expect(verifyReceipt(stranger.proven, { key: journal.verifierKey })).toMatchObject({
      verdict: "unsound",
      findings: ["receipt-other-key"],
      says: null,
    });
    await journal.sequencer.stop();
    await stranger.journal.sequencer.stop();
  });

  test("a checkpoint is no receipt, and no receipt can pass for a checkpoint", async () => {
    const { journal, promised } = await issued();
    const { note } = await journal.checkpoint();
    expect(verifyReceipt(note).findings).toEqual(["receipt-malformed"]);
    const { note: statement } = parseReceipt(promised);
    await expect(journal.acceptCosignatures(statement, [])).rejects.toThrow(JournalError);
    await journal.sequencer.stop();
  });

  test("an entry whose text was pruned is still proven by the receipt that tells it", async () => {
    const { store, clock, journal, of, promised, proven, complete } = await issued();
    clock.advance(1_000);
    await pruneEntries({ store, journal, before: START + 1, rule: "log-term" });
    await journal.sequencer.drain();
    const renewed = (await complete(promised)) ?? "";
    expect(renewed).not.toBe(proven);
    expect(verifyReceipt(renewed, { key: journal.verifierKey }).verdict).toBe("proven");
    expect(verifyReceipt(proven, { key: journal.verifierKey }).verdict).toBe("proven");
    await expect(store.read((reader) => journal.provenReceipt(reader, of.id))).rejects.toMatchObject({
      code: "proof-impossible",
    });
    await journal.sequencer.stop();
  });

  test("a text that was changed in the store gets no signature", async () => {
    const { store, journal, of } = await issued();
    const leaf = Buffer.from(of.leaf.map((byte, at) => (at === 0 ? byte ^ 1 : byte)));
    await store.transaction((tx) =>
      tx.query<JournalTables>().updateTable("journal_entry").set({ leaf }).where("id", "=", of.id).execute(),
    );
    await expect(store.read((reader) => journal.provenReceipt(reader, of.id))).rejects.toThrow(JournalError);
    await journal.sequencer.stop();
  });

  test("a journal that does not have the entry says so, and does not vouch for it", async () => {
    const { key, promised } = await issued();
    const restored = await journalWith({ key });
    await expect(restored.complete(promised)).rejects.toMatchObject({ code: "proof-impossible" });
    await restored.journal.sequencer.stop();
  });

  test("the logs of one operator verify with one key, and a receipt of an earlier log with the later one's", async () => {
    const first = await issued();
    const { note } = await first.journal.checkpoint();
    const second = await journalWith({ key: first.key, memory: note });
    expect((await second.journal.checkpoint()).origin).toBe(`${ORIGIN}/2`);
    const promised = await second.journal.receipt(await second.receive());
    await second.journal.sequencer.drain();
    const proven = (await second.complete(promised)) ?? "";
    const { verifierKey: key } = first.journal;
    expect(verifyReceipt(proven, { key })).toMatchObject({
      verdict: "proven",
      says: { place: { log: `${ORIGIN}/2` } },
    });
    const { publicKey } = parseVerifierKey(key);
    const ofSecond = ed25519Signer(`${ORIGIN}/2`, first.key).verifierKey;
    expect(parseVerifierKey(ofSecond).publicKey).toEqual(publicKey);
    expect(verifyReceipt(proven, { key: ofSecond }).verdict).toBe("proven");
    expect(verifyReceipt(first.proven, { key }).verdict).toBe("proven");
    await first.journal.sequencer.stop();
    await second.journal.sequencer.stop();
  });

  test("a witness's signature is named when it holds, and found when it does not", async () => {
    const { journal, promised, complete } = await issued();
    const pair = newKey();
    const named = verifierKey("witness.example/w1", 0x04, ed25519PublicBytes(pair));
    const witness = cosigner(named, pair, () => START / 1000);
    const witnesses = [cosignatureVerifier(named)];
    const { note } = await journal.checkpoint();
    const { text } = { text: note.slice(0, note.lastIndexOf("\n\n") + 1) };
    const line = signNote(text, [witness]).split("\n\n")[1] ?? "";
    await journal.acceptCosignatures(note + line, witnesses);
    const proven = (await complete(promised)) ?? "";
    const key = journal.verifierKey;
    expect(verifyReceipt(proven, { key, witnesses }).says?.place?.witnesses).toEqual(["witness.example/w1"]);
    expect(verifyReceipt(proven, { key }).says?.place?.witnesses).toEqual([]);
    const at = proven.length - 10;
    const forged = proven.slice(0, at) + other(proven.charAt(at)) + proven.slice(at + 1);
    expect(verifyReceipt(forged, { key, witnesses }).findings).toEqual(["receipt-cosignature"]);
    await journal.sequencer.stop();
  });

  test("what mail programs and text fields do to a text is forgiven, and nothing else", async () => {
    const { journal, proven } = await issued();
    const verdict = (text: string) => verifyReceipt(text, { key: journal.verifierKey }).verdict;
    expect(verdict(`\uFEFF${proven}`)).toBe("proven");
    expect(verdict(proven.replaceAll("\n", "\r\n"))).toBe("proven");
    expect(verdict(proven.replaceAll("\n", " \t\n"))).toBe("proven");
    expect(verdict(proven.trimEnd())).toBe("proven");
    expect(verdict(`${proven}\r\n\r\n`)).toBe("proven");
    for (const changed of [
      ` ${proven}`,
      `\n${proven}`,
      proven.replaceAll("\n", "\r"),
      proven.replaceAll("\n", "\n> "),
      proven.replace("\n\n", "\n\n\n"),
      proven.replace("\n\n", "\n"),
      proven.replace("reference ", "reference  "),
      proven.replace("reference", "Reference"),
      proven.replace(/^leaf (.{40})/mu, "leaf $1\n"),
      proven + proven,
    ])
      expect(verdict(changed)).toBe("unsound");
    await journal.sequencer.stop();
  });

  test("a receipt whose own signer lies about reference or time is found out by the entry in it", async () => {
    const { journal, key, promised } = await issued();
    const { origin, reference, receivedAt, leaf, verifierKey: own, proof } = parseReceipt(promised);
    const signer = ed25519Signer(origin, key);
    const said = { origin, reference, receivedAt, leaf, verifierKey: own };
    const forge = (lie: Partial<typeof said>) =>
      verifyReceipt(joinReceipt(signStatement({ ...said, ...lie }, signer), proof)).findings;
    expect(forge({})).toEqual(["receipt-promised"]);
    expect(forge({ reference: "0000-0000" })).toEqual(["receipt-reference"]);
    expect(forge({ receivedAt: receivedAt - 1 })).toEqual(["receipt-time"]);
    expect(forge({ leaf: Buffer.from("0123456789abcdef{}") })).toEqual(["receipt-entry"]);
    await journal.sequencer.stop();
  });

  test("the proof of one entry does not serve another's receipt", async () => {
    const { journal, store, receive, proven } = await issued();
    const of = await receive();
    await journal.sequencer.drain();
    const mine = (await store.read((reader) => journal.provenReceipt(reader, of.id))) ?? "";
    const swapped = joinReceipt(parseReceipt(mine).note, parseReceipt(proven).proof);
    expect(verifyReceipt(swapped).findings).toEqual(["receipt-not-in-tree"]);
    await journal.sequencer.stop();
  });
});

describe("hostile texts", () => {
  const verdict = (text: string) => verifyReceipt(text).verdict;

  test("no text makes verification throw, and none is sound by chance", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => verdict(text) === "unsound"),
    );
  });

  test("nor does one that looks like a receipt", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "upheld-receipt/1",
        "",
        "c2sp.org/tlog-proof@v1",
        "index 0",
        "— a AAAAAAA=",
        "__proto__",
      ),
      fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => `leaf ${text}`),
      fc.base64String({ maxLength: 80 }).map((text) => `key a+00000000+${text}`),
      fc.string({ maxLength: 30 }).map((text) => `received ${text}`),
    );
    const lines = fc.array(line, { maxLength: 14 });
    fc.assert(
      fc.property(
        lines,
        (made) =>
          verdict(made.join("\n")) === "unsound" &&
          verdict(`upheld-receipt/1\n${made.join("\n")}`) === "unsound",
      ),
    );
  });

  test("a text beyond 64 KiB is refused unread", () => {
    expect(verifyReceipt("я\n\n".repeat(LONGEST_RECEIPT)).findings).toEqual(["receipt-malformed"]);
  });

  test("an entry that holds anything but what a receiving holds says nothing", () => {
    const key = newKey();
    const signer = ed25519Signer(ORIGIN, key);
    fc.assert(
      fc.property(fc.json(), (json) => {
        const leaf = Buffer.from(`0123456789abcdef${json}`);
        const said = { origin: ORIGIN, reference: "A", receivedAt: 0, leaf, verifierKey: signer.verifierKey };
        const outcome = verifyReceipt(joinReceipt(signStatement(said, signer), "x\n"));
        return outcome.says === null && outcome.findings.includes("receipt-entry");
      }),
    );
  });

  test("every finding has its words in both languages", () => {
    for (const { en, ru } of Object.values(RECEIPT_FINDINGS)) {
      expect(en).not.toBe("");
      expect(ru).toMatch(/[а-я]/u);
    }
  });
});

describe("C2SP tlog-proof", () => {
  const hash = (byte: number) => new Uint8Array(32).fill(byte);
  const proof = { index: 5, path: [hash(1), hash(2)], checkpoint: "test checkpoint\n" };
  const [one, two] = proof.path.map((bytes) => Buffer.from(bytes).toString("base64"));
  const text = `c2sp.org/tlog-proof@v1\nindex 5\n${one}\n${two}\n\ntest checkpoint\n`;

  test("is written and read as the format has it", () => {
    expect(formatProof(proof)).toBe(text);
    expect(parseProof(text)).toEqual({ ...proof, path: proof.path.map((bytes) => Buffer.from(bytes)) });
    expect(parseProof("c2sp.org/tlog-proof@v1\nindex 0\n\nx\n")).toEqual({
      index: 0,
      path: [],
      checkpoint: "x\n",
    });
  });

  test.each([
    ["another header", text.replace("@v1", "@v2")],
    ["an index with a leading zero", text.replace("index 5", "index 05")],
    ["a negative index", text.replace("index 5", "index -5")],
    ["extra data, which nothing authenticates", text.replace("index", "extra AAAA\nindex")],
    ["a hash of another length", text.replace(one ?? "", "AAAA")],
    ["a hash that is not base64", text.replace(one ?? "", "?".repeat(44))],
    ["more steps than a tree can have", text.replace(`${one}\n`, `${one}\n`.repeat(64))],
    ["no checkpoint", text.slice(0, text.indexOf("\n\n") + 1)],
  ])("with %s is refused", (_, malformed) => {
    expect(() => parseProof(malformed)).toThrow(JournalError);
  });
});

import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ed25519PrivateKey } from "../../platform/crypto/index.ts";
import {
  ed25519Signer,
  ed25519Verifier,
  formatNote,
  formatVerifierKey,
  openNote,
  parseNote,
  parseVerifierKey,
  SIGNATURE_TYPES,
  signNote,
  verifierKey,
} from "./signed-note.ts";

/** The key and note of golang.org/x/mod/sumdb/note's own tests. */
const PETER = {
  verifier: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  signer: "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
};
const NOTE = `${PETER.text}\n${PETER.line}`;

/** The example of C2SP's signed-note, "Verifier keys". */
const C2SP = {
  verifier: "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
  note: "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
};

const verifierOf = (key: string) => ed25519Verifier(parseVerifierKey(key));

describe("the published examples", () => {
  test("the note of the Go reference opens with its key", () => {
    expect(openNote(NOTE, [verifierOf(PETER.verifier)]).text).toBe(PETER.text);
  });

  test("signing with the reference's key gives the reference's note, byte for byte", () => {
    const seed = Buffer.from(PETER.signer, "base64").subarray(1);
    const signer = ed25519Signer("PeterNeumann", ed25519PrivateKey(seed));
    expect(signNote(PETER.text, [signer])).toBe(NOTE);
    expect(signer.verifierKey).toBe(PETER.verifier);
  });

  test("C2SP's example opens with its key", () => {
    expect(openNote(C2SP.note, [verifierOf(C2SP.verifier)]).text).toBe("This is an example message.\n");
  });
});

describe("a note that is not what was signed", () => {
  test("every flipped bit of the note is refused", () => {
    const bytes = Buffer.from(NOTE);
    for (let at = 0; at < bytes.length; at++) {
      for (const flip of [0x01, 0x20]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] as number) ^ flip;
        expect(
          () => openNote(changed.toString("utf8"), [verifierOf(PETER.verifier)]),
          `byte ${at}`,
        ).toThrow();
      }
    }
  });

  test.each([
    ["no signature", PETER.text],
    ["no empty line", PETER.text + PETER.line],
    ["no newline at the end", NOTE.slice(0, -1)],
    ["a hyphen for the dash", NOTE.replace("—", "-")],
    ["a control character", NOTE.replace("problem,", "problem\t")],
    ["a lone surrogate", NOTE.replace("problem,", "\ud800")],
    ["a signature that is too short", `${PETER.text}\n— PeterNeumann x08goA==\n`],
    ["more signatures than allowed", `${PETER.text}\n${PETER.line.repeat(101)}`],
  ])("%s", (_, note) => {
    expect(() => parseNote(note)).toThrow(expect.objectContaining({ code: "note-malformed" }));
  });

  test("a note that only strangers have signed", () => {
    expect(() => openNote(NOTE, [verifierOf(C2SP.verifier)])).toThrow(
      expect.objectContaining({ code: "note-unknown-key" }),
    );
    expect(() => openNote(NOTE, [])).toThrow(expect.objectContaining({ code: "note-unknown-key" }));
  });

  test("a stranger's line beside a known one is passed over, a wrong line of a known key is not", () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const stranger = ed25519Signer("stranger.example", privateKey);
    const both = parseNote(NOTE).signatures.concat(parseNote(signNote(PETER.text, [stranger])).signatures);
    const note = formatNote({ text: PETER.text, signatures: both });
    expect(openNote(note, [verifierOf(PETER.verifier)]).signed.map((s) => s.name)).toEqual(["PeterNeumann"]);
    const spoilt = both.map((s) =>
      s.name === "PeterNeumann" ? s : { ...s, signature: Uint8Array.from(s.signature).fill(0, 0, 8) },
    );
    expect(() =>
      openNote(formatNote({ text: PETER.text, signatures: spoilt }), [
        verifierOf(PETER.verifier),
        verifierOf(stranger.verifierKey),
      ]),
    ).toThrow(expect.objectContaining({ code: "note-wrong-signature" }));
  });
});

describe("verifier keys", () => {
  test("what is written is read back", () => {
    expect(formatVerifierKey(parseVerifierKey(PETER.verifier))).toBe(PETER.verifier);
  });

  test("every part and every mangling of the reference's key is refused", () => {
    const key = PETER.verifier;
    for (let from = 0; from < key.length; from++) {
      for (let to = from + 1; to <= key.length; to++) {
        if (from === 0 && to === key.length) continue;
        expect(() => parseVerifierKey(key.slice(from, to))).toThrow();
      }
    }
    for (const bad of [
      "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
      "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ]) {
      expect(() => parseVerifierKey(bad)).toThrow(expect.objectContaining({ code: "key-malformed" }));
    }
  });

  test.each(["", "with space", "with+plus", "with\u0085next-line"])("the name %j is refused", (name) => {
    expect(() => verifierKey(name, SIGNATURE_TYPES.ed25519, new Uint8Array(32))).toThrow(
      expect.objectContaining({ code: "key-malformed" }),
    );
  });
});

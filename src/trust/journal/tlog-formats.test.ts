import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ed25519Signer, openNote, parseNote, SIGNATURE_TYPES, signNote, verifierKey } from "./signed-note.ts";
import { formatCheckpoint, parseCheckpoint } from "./tlog-checkpoint.ts";
import { cosignatureTime, cosignatureVerifier, cosigner } from "./tlog-cosignature.ts";
import { hashesAt, parseTilePath, tilePath, tileWidth } from "./tlog-tile.ts";

/** The example of C2SP's tlog-cosignature. Its keys are not published; its parts are. */
const COSIGNED = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

describe("checkpoints", () => {
  test("C2SP's example reads, and writes back to the same bytes", () => {
    const { text } = parseNote(COSIGNED);
    const checkpoint = parseCheckpoint(text);
    expect(checkpoint).toMatchObject({
      origin: "example.com/behind-the-sofa",
      size: 20_852_163,
      extensions: [],
    });
    expect(Buffer.from(checkpoint.rootHash).toString("hex")).toBe(
      "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62",
    );
    expect(formatCheckpoint(checkpoint)).toBe(text);
  });

  test.each([
    ["a leading zero", "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"],
    ["a negative size", "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"],
    ["a size beyond counting", "a\n99999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"],
    ["a root hash that is too short", "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n"],
    ["two lines", "a\n1\n"],
    ["an empty extension line", "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nb\n"],
    ["no newline at the end", "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="],
  ])("%s is refused", (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(expect.objectContaining({ code: "checkpoint-malformed" }));
  });
});

describe("cosignatures", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x as string, "base64url");
  const key = verifierKey("witness.example.com/w1", SIGNATURE_TYPES.cosignature, raw);
  const witness = cosigner(key, privateKey, () => 1_679_315_147);
  const text = parseNote(COSIGNED).text;

  test("C2SP's example states its time", () => {
    const line = parseNote(COSIGNED).signatures[1];
    expect(line?.name).toBe("witness.example.com/w1");
    expect(cosignatureTime(line?.signature ?? new Uint8Array())).toBe(1_679_315_147);
  });

  test("a witness's cosignature is accepted, one over another tree or time is not", () => {
    const verifier = cosignatureVerifier(key);
    const signature = witness.sign(text);
    expect(verifier.verify(text, signature)).toBe(true);
    expect(verifier.verify(text.replace("20852163", "20852164"), signature)).toBe(false);
    const later = Uint8Array.from(signature);
    later[7] = (later[7] as number) + 1;
    expect(verifier.verify(text, later)).toBe(false);
    expect(verifier.verify(text, signature.subarray(8))).toBe(false);
  });

  test("a witness's plain signature with the same key is not a cosignature", () => {
    const plain = ed25519Signer(key.name, privateKey);
    expect(() => openNote(signNote(text, [plain]), [cosignatureVerifier(key)])).toThrow(
      expect.objectContaining({ code: "note-unknown-key" }),
    );
    expect(() =>
      openNote(signNote(text, [{ ...plain, keyId: key.keyId }]), [cosignatureVerifier(key)]),
    ).toThrow(expect.objectContaining({ code: "note-wrong-signature" }));
  });
});

describe("tiles", () => {
  test("the path of C2SP's example", () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe("tile/0/x001/x234/067");
    expect(tilePath({ level: 1, index: 5, width: 17 })).toBe("tile/1/005.p/17");
  });

  test("any tile's path reads back to it", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 63 }),
        fc.maxSafeNat(),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
        },
      ),
    );
  });

  test.each([
    "tile/64/000",
    "tile/00/000",
    "tile/0/0000",
    "tile/0/001/002",
    "tile/0/x000/001",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/01",
    "tile/entries/000",
    "tile/0/000/",
    "tile/0/x999/x999/x999/x999/x999/999",
  ])("%s is refused", (path) => {
    expect(() => parseTilePath(path)).toThrow(expect.objectContaining({ code: "tile-malformed" }));
  });

  test("a tree of 70,000 has the tiles that C2SP counts", () => {
    const widths = (level: number) =>
      Array.from({ length: Math.ceil(hashesAt(level, 70_000) / 256) }, (_, i) => tileWidth(level, i, 70_000));
    expect(widths(0).filter((w) => w === 256)).toHaveLength(273);
    expect(widths(0).at(-1)).toBe(112);
    expect(widths(1)).toEqual([256, 17]);
    expect(widths(2)).toEqual([1]);
    expect(widths(3)).toEqual([]);
    expect([tileWidth(0, 0, 256), tileWidth(1, 0, 256)]).toEqual([256, 1]);
  });
});

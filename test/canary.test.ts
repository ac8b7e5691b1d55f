import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { findBytes, findCanaries } from "./canary.ts";

const root = mkdtempSync(join(tmpdir(), "upheld-canary-"));
afterAll(() => rmSync(root, { recursive: true }));

const CANARY = "Канарейка <7f3a@example.org>?";
const utf8 = Buffer.from(CANARY);
const utf16 = Buffer.from(CANARY, "utf16le");

let made = 0;
function planted(bytes: Uint8Array | string): string {
  const folder = join(root, `case-${++made}`);
  mkdirSync(join(folder, "deep"), { recursive: true });
  writeFileSync(join(folder, "empty"), "");
  writeFileSync(join(folder, "deep", "file"), bytes);
  return folder;
}

test.each([
  ["utf-8", utf8, 0],
  ["utf-16le", utf16, 0],
  ["utf-16be", Buffer.from(utf16).swap16(), 0],
  ["hex", utf8.toString("hex"), 0],
  ["upper-case hex", utf8.toString("hex").toUpperCase(), 0],
  ["percent", encodeURIComponent(CANARY), 0],
  ["percent, every byte", [...utf8].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(""), 0],
  ["form", new URLSearchParams({ a: CANARY }).toString().slice(2), 0],
  [
    "json, escaped",
    [...CANARY]
      .map((one) => (one > "~" ? `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}` : one))
      .join(""),
    0,
  ],
  [
    "quoted-printable",
    [...utf8].map((b) => (b > 126 ? `=${b.toString(16).toUpperCase()}` : String.fromCharCode(b))).join(""),
    0,
  ],
  ["html", CANARY.replace("<", "&lt;").replace(">", "&gt;"), 0],
  ["html, decimal", [...CANARY].map((one) => (one > "~" ? `&#${one.charCodeAt(0)};` : one)).join(""), 0],
  ...[0, 1, 2].flatMap((before) => {
    const inside = Buffer.concat([Buffer.alloc(before, "x"), utf8, Buffer.from("tail")]);
    return [
      [`base64 at ${before}`, inside.toString("base64"), Math.ceil((before * 8) / 6)],
      [`base64url at ${before}`, inside.toString("base64url"), Math.ceil((before * 8) / 6)],
    ] as [string, string, number][];
  }),
] as [string, Uint8Array | string, number][])("a canary planted as %s is found", (form, bytes, at) => {
  const around = Buffer.concat([Buffer.alloc(4097, 0xaa), Buffer.from(bytes), Buffer.alloc(100, 0xbb)]);
  const folder = planted(around);
  const file = join(folder, "deep", "file");
  expect(findCanaries([CANARY], [folder])).toContainEqual({ file, form, at: 4097 + at });
});

test.each([
  ["gzip", gzipSync],
  ["zlib", deflateSync],
  ["zstd", zstdCompressSync],
])("a canary planted in what %s has compressed is found, whatever stands around it", (by, compress) => {
  const packed = compress(Buffer.from(`{"name":"${CANARY}","to":"${CANARY}"}`));
  const folder = planted(Buffer.concat([Buffer.alloc(4097, 0xaa), packed, Buffer.alloc(100, 0xbb)]));
  const forms = findCanaries([CANARY], [folder]).map(({ form }) => form);
  expect(forms).toContain(`utf-8, ${by}`);
});

test.each([
  ["base64 at 0, wrapped", Buffer.from(CANARY).toString("base64").replaceAll(/.{8}/gu, "$&\r\n")],
  ["utf-8, wrapped", CANARY.replaceAll("к", "=\r\nк")],
])("a canary planted as mail wraps it is found: %s", (form, text) => {
  const folder = planted(`Subject: hello\r\n\r\n${text}\r\nend`);
  expect(findCanaries([CANARY], [folder]).map((sighting) => sighting.form)).toContain(form);
});

test("bytes planted as they are are found", () => {
  const secret = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
  const folder = planted(Buffer.concat([Buffer.from("head"), secret]));
  expect(findBytes([secret], [folder])).toEqual([
    { file: join(folder, "deep", "file"), form: "bytes", at: 4 },
  ]);
});

test("where there is none, none is found", () => {
  const folder = planted("Канарейка, but not that one; 7f3a@example.org");
  expect(findCanaries([CANARY], [folder])).toEqual([]);
  expect(findBytes([new Uint8Array(16).fill(9)], [folder])).toEqual([]);
});

import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ed25519PublicBytes } from "../../platform/crypto/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import { createKeyring } from "./create-keyring.ts";
import { keyringExists } from "./key-folder.ts";
import { openKeyring } from "./open-keyring.ts";
import { refuseKeysBesideData } from "./refuse-keys-beside-data.ts";
import type { VaultErrorCode } from "./vault.errors.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "upheld-keyring-")));
afterAll(() => rmSync(root, { recursive: true }));

let made = 0;
/** A copy of one keyring, so that each test may ruin its own. */
function copyOf(keys: string, operator: string): string {
  const copy = join(root, `copy-${++made}`);
  mkdirSync(join(copy, operator), { recursive: true, mode: 0o700 });
  for (const name of readdirSync(join(keys, operator))) {
    copyFileSync(join(keys, operator, name), join(copy, operator, name));
    chmodSync(join(copy, operator, name), 0o600);
  }
  return copy;
}

const refusal = (code: VaultErrorCode, detail?: string) =>
  expect.objectContaining(detail === undefined ? { code } : { code, detail });

const keys = join(root, "keys");
const others = join(root, "others");
beforeAll(async () => {
  await Promise.all([
    createKeyring({ keys, operator: "acme" }, systemRandom),
    createKeyring({ keys: others, operator: "acme" }, systemRandom),
    createKeyring({ keys: others, operator: "globex" }, systemRandom),
  ]);
});

const FILES = [
  "index.key",
  "journal.key",
  "kek-000001.key",
  "ledger.jsonl",
  "ledger.key",
  "manifest.json",
  "private-key.pem",
  "token.key",
];

describe("a new keyring", () => {
  test("is a folder of the service's own, with every file in it", () => {
    expect(readdirSync(join(keys, "acme")).sort()).toEqual(FILES);
    expect(statSync(join(keys, "acme")).mode & 0o777).toBe(0o700);
    for (const name of FILES) expect(statSync(join(keys, "acme", name)).mode & 0o777).toBe(0o600);
    expect(readdirSync(keys)).toEqual(["acme"]);
  });

  test("opens to the same keys each time, and to others for another operator", async () => {
    const [once, again, other] = await Promise.all([
      openKeyring({ keys, operator: "acme" }),
      openKeyring({ keys, operator: "acme" }),
      openKeyring({ keys: others, operator: "globex" }),
    ]);
    expect(again.fingerprint).toBe(once.fingerprint);
    expect(again.keys.index.equals(once.keys.index)).toBe(true);
    expect(again.keyEncryptionKey(1).fingerprint).toBe(once.keyEncryptionKey(1).fingerprint);
    expect(ed25519PublicBytes(again.keys.journal)).toEqual(ed25519PublicBytes(once.keys.journal));
    expect(other.fingerprint).not.toBe(once.fingerprint);
  });

  test("is never made where there is one", async () => {
    const before = readFileSync(join(keys, "acme", "manifest.json"));
    await expect(createKeyring({ keys, operator: "acme" }, systemRandom)).rejects.toThrow(
      refusal("keyring-exists"),
    );
    expect(readFileSync(join(keys, "acme", "manifest.json"))).toEqual(before);
  });

  test("made twice at the same time is one keyring", async () => {
    const place = { keys: join(root, "race"), operator: "acme" };
    const outcomes = await Promise.allSettled([
      createKeyring(place, systemRandom),
      createKeyring(place, systemRandom),
    ]);
    const opened = await openKeyring(place);
    const winners = outcomes.filter((outcome) => outcome.status === "fulfilled");
    expect(winners.map((winner) => winner.value.fingerprint)).toEqual([opened.fingerprint]);
    expect(readdirSync(place.keys)).toEqual(["acme"]);
  });

  test("whose making was killed half-way is made again, and the remains are swept", async () => {
    const place = { keys: join(root, "killed"), operator: "acme" };
    mkdirSync(join(place.keys, ".new-acme-a1B2c3"), { recursive: true });
    writeFileSync(join(place.keys, ".new-acme-a1B2c3", "private-key.pem"), "half");
    mkdirSync(join(place.keys, ".new-acme-two-a1B2c3"));
    expect(keyringExists(place)).toBe(false);
    await createKeyring(place, systemRandom);
    expect(readdirSync(place.keys).sort()).toEqual([".new-acme-two-a1B2c3", "acme"]);
  });

  test("takes no operator's name that leads out of the folder", async () => {
    for (const operator of ["../acme", "a/b", "", ".", "Acme", "-a"]) {
      await expect(createKeyring({ keys, operator }, systemRandom)).rejects.toThrow(TypeError);
    }
  });
});

describe("a start refuses, and names the file, when", () => {
  test.each(FILES.filter((name) => name !== "ledger.jsonl"))("%s is missing", async (name) => {
    const copy = copyOf(keys, "acme");
    rmSync(join(copy, "acme", name));
    await expect(openKeyring({ keys: copy, operator: "acme" })).rejects.toThrow(
      refusal("key-file-missing", name),
    );
  });

  test("the whole folder is missing", async () => {
    await expect(openKeyring({ keys, operator: "initech" })).rejects.toThrow(
      refusal("key-file-missing", "initech"),
    );
  });

  test.each(FILES)("%s can be read by the group or by anyone", async (name) => {
    const copy = copyOf(keys, "acme");
    for (const mode of [0o640, 0o604, 0o620, 0o602]) {
      chmodSync(join(copy, "acme", name), mode);
      await expect(openKeyring({ keys: copy, operator: "acme" })).rejects.toThrow(
        refusal("key-file-exposed", name),
      );
    }
  });

  test("the folder can be listed by the group or by anyone", async () => {
    const copy = copyOf(keys, "acme");
    chmodSync(join(copy, "acme"), 0o750);
    await expect(openKeyring({ keys: copy, operator: "acme" })).rejects.toThrow(
      refusal("key-file-exposed", "acme"),
    );
  });

  test.each(FILES.filter((name) => name.endsWith(".key")))("a byte of %s was changed", async (name) => {
    for (const at of [0, 1, 200, 384]) {
      const copy = copyOf(keys, "acme");
      const path = join(copy, "acme", name);
      const bytes = readFileSync(path);
      bytes[at]! ^= 0x10;
      writeFileSync(path, bytes);
      await expect(openKeyring({ keys: copy, operator: "acme" })).rejects.toThrow(
        refusal("key-file-wrong", name),
      );
    }
  });

  test.each(["private-key.pem", "index.key", "token.key", "kek-000001.key"])(
    "%s comes from another keyring of the same operator",
    async (name) => {
      const copy = copyOf(keys, "acme");
      copyFileSync(join(others, "acme", name), join(copy, "acme", name));
      await expect(openKeyring({ keys: copy, operator: "acme" })).rejects.toThrow(
        refusal("key-file-wrong", name),
      );
    },
  );

  test("two of its own files were exchanged", async () => {
    const copy = copyOf(keys, "acme");
    copyFileSync(join(keys, "acme", "index.key"), join(copy, "acme", "token.key"));
    await expect(openKeyring({ keys: copy, operator: "acme" })).rejects.toThrow(
      refusal("key-file-wrong", "token.key"),
    );
  });

  test("the keys are another operator's", async () => {
    const copy = copyOf(others, "globex");
    mkdirSync(join(copy, "acme"), { mode: 0o700 });
    for (const name of FILES) copyFileSync(join(copy, "globex", name), join(copy, "acme", name));
    await expect(openKeyring({ keys: copy, operator: "acme" })).rejects.toThrow(
      refusal("key-file-wrong", "manifest.json: another operator's"),
    );
  });

  test("the manifest is not one", async () => {
    const copy = copyOf(keys, "acme");
    for (const text of ["", "{}", "null", '{"format":"upheld-keys/2","operator":"acme","fingerprints":{}}']) {
      writeFileSync(join(copy, "acme", "manifest.json"), text);
      await expect(openKeyring({ keys: copy, operator: "acme" })).rejects.toThrow(
        refusal("key-file-wrong", "manifest.json"),
      );
    }
  });
});

test("a passphrase protects the private key, and each way of getting it wrong has its name", async () => {
  const place = { keys: join(root, "phrase"), operator: "acme" };
  const made = await createKeyring({ ...place, passphrase: "correct horse é" }, systemRandom);
  expect(readFileSync(join(place.keys, "acme", "private-key.pem"), "utf8")).toContain(
    "ENCRYPTED PRIVATE KEY",
  );

  const opened = await openKeyring({ ...place, passphrase: "correct horse e\u0301" });
  expect(opened.fingerprint).toBe(made.fingerprint);
  await expect(openKeyring(place)).rejects.toThrow(refusal("passphrase-needed", "private-key.pem"));
  await expect(openKeyring({ ...place, passphrase: "correct" })).rejects.toThrow(refusal("passphrase-wrong"));
  await expect(openKeyring({ keys, operator: "acme", passphrase: "x" })).rejects.toThrow(
    refusal("passphrase-unused"),
  );
});

describe("keys and data lie apart", () => {
  test.each([
    ["the same folder", "a", "a"],
    ["keys inside the data", "data/keys", "data"],
    ["data inside the keys", "keys-2", "keys-2/deep/data"],
    ["keys inside the data, written otherwise", "data/../data/keys", "./data/"],
  ])("%s: refused", (_, keyFolder, data) => {
    expect(() => refuseKeysBesideData(join(root, keyFolder), join(root, data))).toThrow(
      refusal("keys-beside-data"),
    );
  });

  test("keys inside the data by way of a symbolic link: refused", () => {
    mkdirSync(join(root, "real/keys"), { recursive: true });
    symlinkSync(join(root, "real"), join(root, "link"));
    expect(() => refuseKeysBesideData(join(root, "link/keys/not-yet"), join(root, "real"))).toThrow(
      refusal("keys-beside-data"),
    );
  });

  test.each([
    ["side by side", "keys", "data"],
    ["one name the beginning of the other", "data-keys", "data"],
    ["a name that begins with two dots", "..keys", "data"],
  ])("%s: accepted", (_, keyFolder, data) => {
    expect(() => refuseKeysBesideData(join(root, keyFolder), join(root, data))).not.toThrow();
  });
});

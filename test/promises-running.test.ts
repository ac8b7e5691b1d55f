import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHECK_CODES } from "../src/duties/promises/index.ts";
import { plant, rowsOf } from "./behind-the-gate.ts";
import { journalled } from "./console-site.ts";
import { send } from "./http-client.ts";
import { type TestInstallation, temporaryInstallation } from "./installation.ts";
import { newId } from "./permits.ts";
import { type RunningProduct, runUpheld, startProduct } from "./running-product.ts";

interface Stated {
  readonly counts: Readonly<Record<string, number>>;
  readonly checks: readonly {
    readonly code: string;
    readonly newest: { readonly outcome: string } | null;
    readonly history: readonly { readonly outcome: string }[];
  }[];
}

let installation: TestInstallation;
beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
});
afterAll(() => installation.remove());

/** `/promises.json`, once every check was made since the start. */
async function counted({ port, host }: RunningProduct, outcome: (code: string) => string): Promise<Stated> {
  let latest: Stated | undefined;
  for (let attempt = 0; attempt < 100; attempt++) {
    const { text } = await send({ port, path: "/promises.json", headers: { Host: host } });
    latest = JSON.parse(text) as Stated;
    if (latest.checks.every(({ code, newest }) => newest?.outcome === outcome(code))) return latest;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const found = latest?.checks.map(({ code, newest }) => `${code} ${newest?.outcome ?? "none"}`);
  throw new Error(`Not counted in time: ${found?.join(", ")}`);
}

test("a started product counts everything by itself, its own address included, and says what it finds broken", async () => {
  const product = await startProduct(installation);
  const all = await counted(product, () => "kept");
  expect(all.checks.map(({ code }) => code).sort()).toEqual([...CHECK_CODES].sort());
  expect(all.counts["broken"]).toBe(0);
  const page = await send({ port: product.port, path: "/en/journal/", headers: { Host: product.host } });
  const [key = ""] = /itsectr\.upheld\/journal\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+/u.exec(page.text) ?? [];
  const file = join(installation.folder, "promises.json");
  const { text } = await send({
    port: product.port,
    path: "/promises.json",
    headers: { Host: product.host },
  });
  writeFileSync(file, text);
  expect(await product.stop()).toBe(0);
  expect(product.output()).not.toContain("promise.");

  const sound = await runUpheld(installation, "promises", "verify", file, "--key", key);
  expect([sound.code, sound.out]).toEqual([0, expect.stringContaining("Sound")]);
  writeFileSync(file, text.replace('"state": "pending"', '"state": "checked"'));
  const changed = await runUpheld(installation, "promises", "verify", file, "--key", key);
  expect([changed.code, changed.out]).toEqual([1, expect.stringContaining("changed after it was signed")]);

  const operator = await installation.open();
  await plant(operator.store, "subject_identifier", [
    {
      id: newId(),
      shard_key: newId(),
      subject: newId(),
      kind: "email",
      value_index: Buffer.alloc(32, 200),
      verified_at: 1,
    },
  ]);
  await operator.close();
  const again = await startProduct(installation);
  const found = await counted(again, (code) => (code === "addresses-confirmed" ? "broken" : "kept"));
  expect(found.counts["broken"]).toBeGreaterThan(0);
  const history = found.checks.find(({ code }) => code === "addresses-confirmed")?.history;
  expect(history?.map(({ outcome }) => outcome)).toEqual(["broken", "kept"]);
  await again.stop();
  expect(again.output()).toMatch(/"event":"promise.broken".*"check":"addresses-confirmed".*"broken":1/u);

  const listed = await runUpheld(installation, "clauses", "--operator", "itsectr", "--json");
  expect(listed.code).toBe(1);
  const clauses = JSON.parse(listed.out) as { state: string; control: string[] }[];
  const broken = clauses.filter(({ state }) => state === "broken");
  expect(broken.length).toBe(found.counts["broken"]);
  for (const { control } of broken) expect(control).toContain("address-confirmation");
});

test("from the command, whoever has the right says something in public about a check, and nobody else", async () => {
  const purpose = ["--purpose", "inquiry-handling"];
  await runUpheld(installation, "staff", "invite", "anna", "--name", "Anna Example", ...purpose);
  const said = ["--note-en", "It is being looked into.", "--note-ru", "Разбираемся."];
  const post = ["--post-en", "Responsible person", "--post-ru", "Ответственное лицо"];
  const say = (check: string, ...given: string[]) =>
    runUpheld(installation, "promises", "note", check, "--as", "anna", ...given);
  expect((await say("addresses-confirmed", ...said, ...post)).code).toBe(1);
  await runUpheld(installation, "staff", "grant", "anna", "--right", "operate");
  expect((await say("addresses-confirmed", ...said)).code).toBe(2);
  const unknown = await say("everything", ...said, ...post);
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining("no such check")]);
  expect(await say("addresses-confirmed", ...said, ...post)).toMatchObject({ code: 0 });

  const operator = await installation.open();
  const notes = await rowsOf(operator.store, "promise_note", {});
  const tried = (await journalled(operator)).filter((entry) => entry.includes('"code":"right-missing"'));
  await operator.close();
  expect(notes).toMatchObject([
    { check_code: "addresses-confirmed", note: { en: "It is being looked into." } },
  ]);
  expect(tried.length).toBe(1);
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, linkFor, signedIn, startConsole } from "./console-site.ts";
import type { TestSite } from "./http-site.ts";
import { type TestInstallation, temporaryInstallation } from "./installation.ts";

let installation: TestInstallation;
let site: TestSite;
let anna: Desk;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  const operator = await installation.open({ operators: installation.operators });
  site = await startConsole(operator);
  anna = await signedIn(site, await linkFor(operator, null), { name: "Anna Example", login: "anna" });
});
afterAll(async () => {
  await site.served.close();
  await installation.remove();
});

function edit(from: string, to: string): void {
  const promise = join(installation.operators, "itsectr", "promise.ts");
  const text = readFileSync(promise, "utf8");
  if (!text.includes(from)) throw new Error(`The policy has no ${from}.`);
  writeFileSync(promise, text.replaceAll(from, to));
}

test("a text of the draft is read as it was looked at, or not at all: 409 once the file has changed", async () => {
  edit('"/feedback/"', '"/contact-me/"');
  const previews = async () => [
    ...(await anna.get("/en/console/publish/")).text.matchAll(
      /href="(\/en\/console\/publish\/privacy-policy\/[0-9a-f]{64}\/)"/gu,
    ),
  ];
  const [[, path = ""] = []] = await previews();
  const read = await anna.get(path);
  expect([read.status, read.text.includes('id="1.1.1"')]).toEqual([200, true]);

  edit('"/contact-me/"', '"/contact/"');
  const changed = await anna.get(path);
  expect(changed.status).toBe(409);
  expect(changed.text).toContain("The policy is not what you looked at");
  expect(changed.text).toContain('href="/en/console/publish/"');
  expect(changed.text).not.toContain('id="1.1.1"');

  const [[, again = ""] = []] = await previews();
  expect(again).not.toBe(path);
  expect((await anna.get(again)).status).toBe(200);

  edit('"/contact/"', "nothing that compiles");
  expect((await anna.get(again)).status).toBe(409);
});

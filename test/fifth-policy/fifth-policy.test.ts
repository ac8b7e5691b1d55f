import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkPolicy, type CompiledPolicy, type RulePack } from "../../src/policy/index.ts";
import { compileOperatorFolder, readRulePacks } from "../../src/trust/publication/index.ts";
import { hidden, startConsole } from "../console-site.ts";
import { send, sendForm } from "../http-client.ts";
import type { TestSite } from "../http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "../installation.ts";
import { proofFor } from "../proofs.ts";

/** A company of another kind than the four, declared from docs/language.md alone. */
const FOLDER = "test/fifth-policy/pawprint";

let rules: RulePack[];
let policy: CompiledPolicy;

beforeAll(async () => {
  rules = await readRulePacks("rules");
  policy = await compileOperatorFolder(FOLDER, rules);
});

test("a fifth policy compiles, in a process of its own, and nothing is found in it", () => {
  expect(policy.operator.id).toBe("pawprint");
  expect(checkPolicy(policy, rules)).toEqual([]);
});

test("it uses every construct of the language, and nothing in the product knows of it", () => {
  for (const [member, value] of Object.entries(policy)) {
    const isEmpty = Array.isArray(value) && value.length === 0;
    expect(isEmpty, member).toBe(member === "waivers");
  }
  for (const file of globSync("src/**/*.{ts,tsx}")) {
    expect(readFileSync(file, "utf8").toLowerCase().includes("pawprint"), file).toBe(false);
  }
});

test("every construct of it stands in docs/language.md, with an example", () => {
  const manual = readFileSync("docs/language.md", "utf8");
  const examples = [...manual.matchAll(/```ts\n([\s\S]*?)```/gu)].map(([, block]) => block).join("\n");
  for (const member of Object.keys(policy)) {
    if (["format", "site"].includes(member)) continue;
    expect(examples, member).toMatch(new RegExp(`\\b${member}:`, "u"));
  }
  const said = new Set(examples.match(/\b[a-zA-Z]+(?=: )/gu));
  const members = policy.documents
    .flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses))
    .flatMap((clause) => Object.keys(clause));
  for (const things of [policy.attributes, policy.purposes, policy.forms, policy.services, policy.topics]) {
    members.push(...things.flatMap((thing) => Object.keys(thing)));
  }
  for (const things of [policy.retention, policy.connectors, policy.dataSources, policy.recipients]) {
    members.push(...things.flatMap((thing) => Object.keys(thing)));
  }
  members.push(...Object.keys(policy.operator), ...policy.documents.flatMap((one) => Object.keys(one)));
  for (const member of new Set(members)) {
    if (["code", "sections"].includes(member)) continue;
    expect(said.has(member) || manual.includes(`\`${member}\``), member).toBe(true);
  }
});

describe.each(["sqlite", "postgres"] as const)("on %s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open({ operators: resolve("test/fifth-policy"), id: "pawprint" });
    site = await startConsole(operator);
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  test("it is published, and each of its documents, services and forms is served in both languages", async () => {
    const { documents, forms, services } = policy;
    for (const { path, title } of [...documents, ...forms, ...services]) {
      for (const language of ["en", "ru"] as const) {
        const page = await send({ port: site.port, path: `/${language}${path}` });
        expect(page.status, path).toBe(200);
        expect(page.text, path).toContain(title[language]);
      }
    }
  });

  test("its form takes what it asks for, and nothing that it does not", async () => {
    const fill = async (more: Readonly<Record<string, string>>) => {
      const page = await send({ port: site.port, path: "/en/appointment/" });
      const shown = hidden(page.text, "shown");
      return sendForm(
        { port: site.port, path: "/en/appointment/" },
        {
          "owner-given": "Maria",
          phone: "+7 200 555-01-91",
          "phone-kind": "mobile",
          email: "maria@example.org",
          animal: "a cat named Primer",
          ...more,
          shown,
          proof: await proofFor(operator, shown),
        },
      );
    };
    const received = await fill({ "phone-2": "+7 200 555-01-92", "phone-2-kind": "home" });
    expect(received.status).toBe(200);
    expect(received.text).toMatch(/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/u);
    const refused = await fill({ passport: "0000 000000" });
    expect(refused.status).toBe(422);
  });
});

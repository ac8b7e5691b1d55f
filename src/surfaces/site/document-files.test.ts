import { createHash } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { send } from "../../../test/http-client.ts";
import { startSite, type TestSite } from "../../../test/http-site.ts";
import {
  type OpenedOperator,
  temporaryInstallation,
  type TestInstallation,
} from "../../../test/installation.ts";
import { keeps } from "../../../test/keeps.ts";
import { documentJson } from "../../duties/documents/index.ts";
import { operatorSite } from "./index.ts";

let installation: TestInstallation;
let operator: OpenedOperator;
let site: TestSite;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  const { store, publication, policy } = operator;
  site = await startSite(
    operatorSite(operator, policy, {
      origins: ["http://site.localhost"],
      mailbox: null,
      desk: null,
      addresses: await store.read((reader) => publication.addresses(reader)),
    }).routes,
  );
});
afterAll(async () => {
  await site.served.close();
  await installation.remove();
});

const get = (path: string) => send({ port: site.port, path });

test("the bytes that the page names the hash of can be had", keeps("stable-address"), async () => {
  for (const { path } of operator.policy.documents) {
    for (const language of operator.policy.operator.languages) {
      const page = await get(`/${language}${path}`);
      const bytes = await get(`${path}document.${language}.html`);
      const hash = createHash("sha256").update(bytes.text).digest("hex");
      expect(page.text).toContain(hash);
      expect((await get(`${path}versions/1/document.${language}.html`)).text).toBe(bytes.text);
    }
  }
});

test("every document can be had in every format, of the version in force and of each by its number", async () => {
  const { legalName } = operator.policy.operator;
  for (const { path, title } of operator.policy.documents) {
    for (const at of [path, `${path}versions/1/`]) {
      const markdown = await get(`${at}document.ru.md`);
      expect([markdown.status, markdown.text.startsWith(`# ${title.ru}`)]).toEqual([200, true]);
      const json = documentJson.parse(JSON.parse((await get(`${at}document.json`)).text));
      expect(json.operator.legalName).toEqual(legalName);
      const linked = JSON.parse((await get(`${at}document.jsonld`)).text) as Record<string, unknown>;
      expect(linked["@id"]).toBe(`http://site.localhost${path}versions/1/`);
    }
  }
});

test("a policy prints as PDF, in Cyrillic, with every section", async () => {
  const [policy] = operator.policy.documents;
  const { headers, bytes } = await get(`${policy?.path}document.ru.pdf`);
  expect(headers["content-type"]).toBe("application/pdf");
  const proxy = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(proxy, { mergePages: true });
  for (const { title } of policy?.sections ?? []) expect(text.replace(/\s+/gu, " ")).toContain(title.ru);
});

test("a version, a language or a format that there is not is not found", async () => {
  for (const path of [
    "/privacy-policy/versions/9/document.json",
    "/privacy-policy/versions/0/document.json",
    "/privacy-policy/versions/x/document.ru.pdf",
    "/privacy-policy/document.de.md",
    "/privacy-policy/document.docx",
  ]) {
    expect((await get(path)).status).toBe(404);
  }
});

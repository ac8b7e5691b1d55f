import { afterAll, beforeAll, expect, test } from "vitest";
import { send } from "../../../test/http-client.ts";
import { startSite, type TestSite } from "../../../test/http-site.ts";
import {
  type OpenedOperator,
  temporaryInstallation,
  type TestInstallation,
} from "../../../test/installation.ts";
import { INSTALLATION } from "../../trust/publication/index.ts";
import { operatorSite } from "./index.ts";

let installation: TestInstallation;
let operator: OpenedOperator;
let site: TestSite;

/** Version 2 moves the policy to another address, and no longer has the consent's document. */
beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  const { store, publication, policy } = operator;
  const compiled = {
    ...policy,
    documents: policy.documents
      .filter(({ code }) => code === "privacy-policy")
      .map((document) => ({ ...document, path: "/privacy/" })),
  };
  const documents = policy.operator.languages.map((language) => ({
    code: "privacy-policy",
    language,
    bytes: new TextEncoder().encode(`<article lang="${language}"><h1>Second</h1></article>`),
  }));
  const edition = { compiled, documents, effectiveFrom: 0, publishedBy: INSTALLATION };
  const fact = await store.transaction((tx) => publication.publish(tx, edition));
  site = await startSite(
    operatorSite(operator, fact.compiled, {
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

test("a document that moved is found from its old address, each version at the address of its time", async () => {
  const old = await get("/en/privacy-policy/");
  expect([old.status, old.headers.location]).toEqual([303, "/en/privacy/"]);
  const now = await get("/en/privacy/");
  expect(now.text).toContain("<h1>Second</h1>");
  expect(now.text).toContain('href="/en/privacy-policy/versions/1/"');
  expect(now.text).toContain('href="/en/privacy/versions/2/"');
  const first = await get("/en/privacy-policy/versions/1/");
  expect(first.status).toBe(200);
  expect(first.text).toContain("no longer in force");
});

test("the bytes of a version are those that were stored (clause itsectr-privacy/9.1)", async () => {
  const { store, publication } = operator;
  const wanted = { code: "privacy-policy", language: "ru", version: 1, at: 0 } as const;
  const stored = await store.read((reader) => publication.document(reader, wanted));
  const shown = await get("/ru/privacy-policy/versions/1/");
  expect(shown.text).toContain(new TextDecoder().decode(stored?.bytes));
  expect(shown.text).toContain(stored?.hash);
});

test("a document that no policy has any more is read where it was", async () => {
  const gone = await get("/en/consents/offers/");
  expect(gone.status).toBe(200);
  expect(gone.text).toContain("no longer in force");
  expect((await get("/en/consents/offers/versions/1/")).status).toBe(200);
  expect((await get("/en/consents/offers/changes/")).status).toBe(200);
  expect((await get("/consents/offers/changes.en.xml")).status).toBe(200);
  expect((await get("/en/consents/offers/versions/2/")).status).toBe(404);
});

test("each page names its feed and its change log", async () => {
  const page = await get("/en/privacy/");
  expect(page.text).toContain('type="application/atom+xml"');
  expect(page.text).toContain('href="/privacy/changes.en.xml"');
  expect(page.text).toContain('href="/en/privacy/changes/"');
});

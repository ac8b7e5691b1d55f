import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { annotatePromise, CHECK_CODES, verifyPromises } from "../src/duties/promises/index.ts";
import { registeredClauses } from "../src/duties/promises/registered-clause.ts";
import { CLI, grantRight } from "../src/people/staff/index.ts";
import { canonicalJson } from "../src/policy/index.ts";
import { remove, rowsOf, tamper } from "./behind-the-gate.ts";
import { type CheckedInstallation, checkedInstallation } from "./checked-installation.ts";
import { startConsole } from "./console-site.ts";
import { send } from "./http-client.ts";
import type { TestSite } from "./http-site.ts";
import { removes } from "./keeps.ts";

const NOTE = {
  check: "listed-data",
  note: { en: "An import went wrong.", ru: "Ошибка при переносе." },
  post: { en: "Responsible person", ru: "Ответственное лицо" },
};

/** The public page of promises: design invariant 13, and nothing that hides what was found. */
describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let checked: CheckedInstallation;
  let site: TestSite;
  beforeAll(async () => {
    checked = await checkedInstallation(engine);
    site = await startConsole(checked.operator);
    for (const code of CHECK_CODES) await count(code);
  });
  afterAll(async () => {
    await site.served.close();
    await checked.installation.remove();
  });

  /** As a visitor of this site sees it. */
  const visit = async (_host: string, path: string) => {
    const { status, text: body } = await send({ port: site.port, path });
    return { status, body };
  };
  const count = (code: (typeof CHECK_CODES)[number]) => checked.recount(code, { visit });
  /** Past the second for which another process's counts may go unnoticed. */
  const seen = async (path: string) => {
    await new Promise((resolve) => setTimeout(resolve, 1050));
    return send({ port: site.port, path });
  };
  const violate = () =>
    tamper(
      checked.operator.store,
      "subject_value",
      { subject: checked.held.subject, attribute: "name" },
      { attribute: "passport" },
    );
  const states = async (): Promise<Record<string, string>> => {
    const { text: body } = await seen("/promises.json");
    const { clauses } = JSON.parse(body) as { clauses: { id: string; state: string }[] };
    return Object.fromEntries(clauses.map(({ id, state }) => [id, state]));
  };

  test("every clause of every document is listed in both languages, and each has a page of its own", async () => {
    const clauses = registeredClauses(checked.operator.policy);
    expect(clauses.length).toBeGreaterThan(40);
    for (const language of ["en", "ru"]) {
      const { status, text: body } = await seen(`/${language}/promises/`);
      expect(status).toBe(200);
      expect(body).not.toContain("<script");
      for (const { registeredAs, clause } of clauses) {
        expect(body).toContain(`href="/${language}/promises/${registeredAs}/${clause}/"`);
      }
    }
    for (const { registeredAs, clause, text: written } of clauses) {
      const { status, text: body } = await send({
        port: site.port,
        path: `/en/promises/${registeredAs}/${clause}/`,
      });
      expect([status, clause]).toEqual([200, clause]);
      expect(body.length).toBeGreaterThan(written.en.length / 100);
    }
    expect((await send({ port: site.port, path: "/en/promises/itsectr-privacy/99.99/" })).status).toBe(404);
    expect((await send({ port: site.port, path: "/en/promises/itsectr-privacy/%3Cb%3E/" })).status).toBe(404);
  });

  test("a view by state lists those clauses and no others; what is no state shows all", async () => {
    const all = Object.entries(await states());
    const { text: body } = await send({ port: site.port, path: "/en/promises/?state=pending" });
    const listed = [...body.matchAll(/href="\/en\/promises\/([^/"]+)\/([^/"]+)\/"/gu)].map(
      ([, document, clause]) => `${document}/${clause}`,
    );
    expect(listed.sort()).toEqual(all.flatMap(([id, state]) => (state === "pending" ? [id] : [])).sort());
    const other = await send({ port: site.port, path: "/en/promises/?state=%3Cscript%3E" });
    expect([other.status, other.text.includes("<script")]).toEqual([200, false]);
    for (const [id] of all) expect(other.text).toContain(`/en/promises/${id}/`);
  });

  test("a breach turns its clauses red on every surface at once; its end is seen too, and the failure stays", async () => {
    const before = await states();
    const violation = await violate();
    await count("listed-data");
    const after = await states();
    const turned = Object.keys(after).filter((id) => after[id] === "broken");
    expect(turned).toContain("itsectr-privacy/1.1.2");
    expect(Object.keys(before).filter((id) => before[id] === "broken")).toEqual([]);
    const page = (await send({ port: site.port, path: "/en/promises/" })).text;
    expect(page).toContain("not kept here at the moment");
    const policy = (await send({ port: site.port, path: "/ru/privacy-policy/" })).text;
    expect(policy).toContain("kept-not");
    const clause = (await send({ port: site.port, path: "/en/promises/itsectr-privacy/1.1.2/" })).text;
    expect(clause).toContain("Breach found");

    await violation.undo();
    await count("listed-data");
    expect(await states()).toEqual(before);
    const history = (await send({ port: site.port, path: "/en/promises/itsectr-privacy/1.1.2/" })).text;
    expect(history).toContain("Breach found");
    expect((await send({ port: site.port, path: "/ru/privacy-policy/" })).text).not.toContain("kept-not");
  });

  test("the address of a document that leads elsewhere is found", removes("stable-address"), async () => {
    expect(await count("policy-address")).toMatchObject({ outcome: "kept" });
    const away = await checked.recount("policy-address", {
      visit: async (host, path) =>
        path.endsWith("/privacy-policy/") ? visit(host, "/en/") : visit(host, path),
    });
    expect(away).toMatchObject({ outcome: "broken", broken: 2 });
    const gone = await checked.recount("policy-address", {
      visit: async (host, path) => ({ ...(await visit(host, path)), status: 503 }),
    });
    expect(gone.broken).toBe(gone.examined);
    expect(await count("policy-address")).toMatchObject({ outcome: "kept" });
  });

  test("the signed file is what the journal's key signed, and nothing else passes for it", async () => {
    const { text: body, headers } = await seen("/promises.json");
    expect(headers["content-type"]).toBe("application/json");
    const { verifierKey } = checked.operator.journal;
    expect(verifyPromises(body, verifierKey)).toMatchObject({ sound: true, operator: "itsectr", broken: [] });
    // However it is laid out.
    expect(verifyPromises(JSON.stringify(JSON.parse(body)), verifierKey)).toMatchObject({ sound: true });
    const changed = [
      body.replace('"state": "pending"', '"state": "kept"'),
      body.replace(/"at": \d+/u, '"at": 1'),
      body.replace('"format"', '"more": true, "format"'),
      body.replace('"format"', '"more": 0.5, "format"'),
      body.replace('"format"', '"more": "\\ud800", "format"'),
      body.replace('"format"', '"__proto__": {"at": 1}, "format"'),
    ];
    for (const file of changed) {
      expect(file).not.toBe(body);
      expect(verifyPromises(file, verifierKey)).toEqual({ sound: false, why: "changed" });
    }
    const note = (await checked.operator.journal.checkpoint()).note;
    const asCheckpoint = canonicalJson({ ...JSON.parse(body), signature: note });
    expect(verifyPromises(asCheckpoint, verifierKey)).toMatchObject({ sound: false });
    expect(verifyPromises("{}", verifierKey)).toEqual({ sound: false, why: "not-promises" });
    const other = "itsectr.upheld/journal+af1df129+Ac1uC9UOJ0II3e9qskXDahkKs8V4NV5jgju4d9FGoD0A";
    expect(() => verifyPromises(body, other)).toThrow(expect.objectContaining({ code: "key-malformed" }));
  });

  test("staff speak about a failure in public by a right of theirs; the failure stays beside it", async () => {
    const { operator, anna } = checked;
    const say = (given: Partial<typeof NOTE> = {}) =>
      operator.store.transaction((tx) => annotatePromise(tx, anna, { ...NOTE, ...given }, operator));
    await expect(say()).rejects.toMatchObject({ code: "right-missing" });
    await operator.store.transaction((tx) =>
      grantRight(tx, CLI, { staff: anna, right: "operate" }, operator),
    );
    for (const [given, code] of [
      [{ check: "everything" }, "check-unknown"],
      [{ note: { en: "An import went wrong.", ru: " " } }, "promise-note-incomplete"],
      [{ post: { en: "", ru: "Лицо" } }, "promise-note-incomplete"],
      [{ note: { en: "x".repeat(1001), ru: "х" } }, "note-too-long"],
      [{ note: { en: "Ask boris@example.org.", ru: "Спросите." } }, "note-names-somebody"],
    ] as const) {
      await expect(say(given), code).rejects.toMatchObject({ code });
    }
    const violation = await violate();
    await count("listed-data");
    await say();
    for (const path of ["/en/promises/", "/en/promises/itsectr-privacy/1.1.2/"]) {
      const { text: body } = await seen(path);
      expect(body).toContain(NOTE.note.en);
      expect(body).toContain(NOTE.post.en);
      expect(body).toContain("Breach found");
      expect(body).not.toContain("Anna");
    }
    expect((await states())["itsectr-privacy/1.1.2"]).toBe("broken");
    await violation.undo();
    await count("listed-data");
    expect((await seen("/ru/promises/")).text).toContain(NOTE.note.ru);
  });

  test("whoever removes a failure or a note from the record, or changes it, is found out by the journal", async () => {
    const { store } = checked.operator;
    const failure = { check_code: "listed-data", outcome: "broken", changed: engine === "sqlite" ? 1 : true };
    expect((await rowsOf(store, "promise_result", failure)).length).toBeGreaterThan(0);
    const attempts = [
      () => remove(store, "promise_result", failure),
      () => tamper(store, "promise_result", failure, { outcome: "kept" }),
      () => tamper(store, "promise_result", failure, { changed: engine === "sqlite" ? 0 : false }),
      () => remove(store, "promise_note", { check_code: "listed-data" }),
      () =>
        tamper(
          store,
          "promise_note",
          { check_code: "listed-data" },
          { post: '{"en":"Nobody","ru":"Никто"}' },
        ),
    ];
    for (const attempt of attempts) {
      const hidden = await attempt();
      expect(await count("promises-on-record"), String(attempt)).toMatchObject({ outcome: "broken" });
      await hidden.undo();
      expect(await count("promises-on-record")).toMatchObject({ outcome: "kept" });
    }
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, deskAt, hidden, journalled, linkFor, signedIn, startConsole } from "./console-site.ts";
import { staffByLogin } from "../src/people/staff/index.ts";
import { sendConfirmable } from "./confirmable-sending.ts";
import { send } from "./http-client.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { sendEnquiry } from "./sent-enquiry.ts";
import { confirmSubmission } from "../src/services/intake/index.ts";

/** Any id of the right shape that nothing has. */
const NOBODY = "0198c0de-0000-7000-8000-000000000000";

/** The hash of no draft. */
const OTHER_DRAFT = "0".repeat(64);
const PAGES = [
  "",
  "enquiries/",
  "versions/",
  "versions/1/restore/",
  "versions/invalidate/",
  "publish/",
  `publish/privacy-policy/${OTHER_DRAFT}/`,
  "rules/",
  "staff/",
  "keys/",
  "jobs/",
].map((path) => `/en/console/${path}`);
const ACTS = [
  "versions/2/call-off/",
  "versions/1/restore/",
  "versions/invalidate/",
  "publish/",
  "staff/",
  `staff/${NOBODY}/`,
  `staff/${NOBODY}/link/`,
  `staff/${NOBODY}/revoke/`,
  `staff/${NOBODY}/grant-right/`,
  `staff/${NOBODY}/revoke-right/`,
  `staff/${NOBODY}/end/`,
  "keys/",
  `keys/${NOBODY}/rotate/`,
  `keys/${NOBODY}/revoke/`,
  `jobs/${NOBODY}/retry/`,
  `jobs/${NOBODY}/discard/`,
].map((path) => `/en/console/${path}`);

/** The right that each room's acts need. */
const RIGHTS = [
  ["/versions/", "publish"],
  ["/publish/", "publish"],
  ["/staff/", "manage-staff"],
  ["/keys/", "manage-keys"],
  ["/jobs/", "operate"],
] as const;

/** What each act takes, so that nothing but the session or the right is wrong. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "publish/": { draft: "x", from: "", "note-en": "", "note-ru": "" },
  "staff/": { name: "X", login: "x-y", email: "" },
  "invalidate/": { clause: "1.1", "reason-en": "x", "reason-ru": "x", on: "" },
  "restore/": { draft: "x", from: "", "note-en": "", "note-ru": "" },
  "keys/": { label: "X", until: "" },
  "revoke/": { purpose: "inquiry-handling" },
  "right/": { right: "publish" },
  "rotate/": { seen: "0" },
};
const fieldsOf = (path: string) => {
  if (path.includes("/keys/") && path.endsWith("/revoke/")) return {};
  if (path.endsWith(`staff/${NOBODY}/`)) return { purpose: "inquiry-handling", until: "" };
  return Object.entries(FIELDS).find(([end]) => path.endsWith(end))?.[1] ?? {};
};

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;
  /** Has everything; answers. */
  let anna: Desk;
  /** Works here, for no purpose and without a right. */
  let boris: Desk;
  let reference: string;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    site = await startConsole(operator);
    reference = await sendEnquiry(operator);
    anna = await signedIn(site, await linkFor(operator, null), { name: "Anna Example", login: "anna" });
    expect((await anna.post("/en/console/staff/", { name: "Boris", login: "boris", email: "" })).status).toBe(
      200,
    );
    boris = await signedIn(site, await linkFor(operator, "boris"));
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  const enquiryPath = () => `/en/console/enquiries/${reference}/`;
  describe("who is not signed in", () => {
    const strangers: [string, () => string | null][] = [
      ["without a session", () => null],
      ["with a forged session", () => `staff=${"A".repeat(43)}`],
      ["with a cookie that is none", () => "staff=%00"],
    ];

    test.each(strangers)(
      "%s is led to the sign-in from every page, and back to it afterwards",
      async (_, cookie) => {
        for (const path of [...PAGES, enquiryPath()]) {
          const answer = await deskAt(site, cookie()).get(path);
          expect([path, answer.status, answer.headers.location]).toEqual([path, 303, "/en/console/sign-in/"]);
          expect(answer.text).toBe("");
          const [wanted = ""] = (answer.headers["set-cookie"] ?? [])[0]?.split(";") ?? [];
          expect(wanted).toMatch(/^console-wanted=[\w-]+$/u);
          expect(Buffer.from(wanted.split("=")[1] ?? "", "base64url").toString()).toBe(
            path.replace("/en", ""),
          );
        }
      },
    );

    test.each(strangers)("%s may send nothing, and nothing is done", async (_, cookie) => {
      const before = (await journalled(operator)).length;
      for (const path of [...ACTS, `${enquiryPath()}close/`]) {
        const answer = await deskAt(site, cookie()).post(path, fieldsOf(path));
        expect([path, answer.status]).toEqual([path, 401]);
      }
      expect(await journalled(operator)).toHaveLength(before);
    });

    test("a cookie of somebody else's making leads nowhere but into the console", async () => {
      for (const evil of [
        "//evil.example/",
        "/console/../../evil/",
        "https://evil.example",
        "/en/feedback/",
      ]) {
        const wanted = `console-wanted=${Buffer.from(evil).toString("base64url")}`;
        const answer = await deskAt(site, wanted).post(await linkFor(operator, "boris"));
        expect(answer.headers.location).toBe("/en/console/?done=signed-in");
      }
    });

    test("everybody who asks for a link gets the same answer", async () => {
      const ask = async (login: string) => {
        const answer = await deskAt(site, null).post("/en/console/sign-in/", { login });
        return [answer.status, answer.text];
      };
      expect(await ask("anna")).toEqual(await ask("nobody-of-this-name"));
      expect((await deskAt(site, null).post("/en/console/sign-in/", { login: " " })).status).toBe(422);
    });

    test("a link is not used by being looked at, signs in once, and says afterwards that it was used", async () => {
      const path = await linkFor(operator, "boris");
      expect((await deskAt(site, null).get(path)).status).toBe(200);
      expect((await send({ port: site.port, path, method: "HEAD" })).status).toBe(200);
      const desk = await signedIn(site, path);
      expect((await desk.get("/en/console/")).status).toBe(200);
      const again = await deskAt(site, null).post(path);
      expect(again.status).toBe(409);
      expect(again.text).toContain("has been used");
      expect(again.headers["set-cookie"]).toBeUndefined();
      expect((await deskAt(site, null).get("/en/console/sign-in/AAAA/")).status).toBe(409);
    });

    test("a session that was signed out of is nobody's, whoever still shows its cookie", async () => {
      const desk = await signedIn(site, await linkFor(operator, "boris"));
      expect((await desk.post("/en/console/sign-out/")).status).toBe(303);
      expect((await desk.get("/en/console/")).status).toBe(303);
      expect((await desk.post("/en/console/sign-out/")).status).toBe(303);
    });
  });

  describe("itsectr-privacy/1.1.1: who is signed in without the right", () => {
    test("reads which right is missing and who grants it, on every page that needs one", async () => {
      for (const [path, right] of [
        ["publish/", "publish"],
        [`publish/privacy-policy/${OTHER_DRAFT}/`, "publish"],
        ["staff/", "manage staff"],
        ["keys/", "manage API keys"],
        ["jobs/", "operate"],
      ]) {
        const answer = await boris.get(`/en/console/${path}`);
        expect([path, answer.status]).toEqual([path, 403]);
        expect(answer.text).toContain(`right to ${right}`);
        expect(answer.text).toContain("can grant it");
      }
    });

    test("may send nothing, nothing is done, and each attempt is journalled as one", async () => {
      const before = (await journalled(operator)).length;
      for (const path of ACTS)
        expect([path, (await boris.post(path, fieldsOf(path))).status]).toEqual([path, 403]);
      const entries = (await journalled(operator)).slice(before);
      expect(entries).toHaveLength(ACTS.length);
      for (const [i, entry] of entries.entries()) {
        const right = RIGHTS.find(([part]) => ACTS[i]?.includes(part))?.[1];
        const about = JSON.stringify({ about: right }).slice(1, -1);
        for (const part of ['"event":"decision"', '"code":"right-missing"', '"clause":"1.1.1"', about]) {
          expect([ACTS[i], entry]).toEqual([ACTS[i], expect.stringContaining(part)]);
        }
      }
    });

    test("without the purpose, an enquiry is refused by the gate, and the refusal is journalled", async () => {
      expect((await boris.get("/en/console/enquiries/")).text).not.toContain(reference);
      const before = (await journalled(operator)).length;
      const answer = await boris.get(enquiryPath());
      expect(answer.status).toBe(403);
      expect(answer.text).toContain("not-authorised");
      expect(answer.text).not.toContain("maria@example.org");
      expect((await boris.post(`${enquiryPath()}close/`)).status).toBe(403);
      const entries = (await journalled(operator)).slice(before);
      expect(entries).toHaveLength(2);
      for (const entry of entries) expect(entry).toContain('"code":"not-authorised"');
    });
  });

  describe("itsectr-privacy/4.1.1: one enquiry", () => {
    test("is read, answered once, closed and opened again, each beside its journal", async () => {
      const page = await anna.get(enquiryPath());
      expect(page.status).toBe(200);
      expect(page.headers["cache-control"]).toBe("no-store");
      for (const text of ["maria@example.org", "When could you start?", "unverified", "extraction"]) {
        expect(page.text).toContain(text);
      }
      const seen = hidden(page.text, "seen");
      expect(seen).toBe("");
      const answered = await anna.post(enquiryPath(), { text: "On Monday.", seen });
      expect([answered.status, answered.headers.location]).toEqual([303, `${enquiryPath()}?done=answered`]);
      const repeated = await anna.post(enquiryPath(), { text: "On Monday.", seen });
      expect(repeated.status).toBe(409);
      expect(repeated.text).toContain("An answer has been added since");
      expect(repeated.text.match(/class="written">On Monday\./gu)).toHaveLength(1);

      expect((await anna.post(`${enquiryPath()}close/`)).headers.location).toBe(
        `${enquiryPath()}?done=closed`,
      );
      expect((await anna.post(`${enquiryPath()}close/`)).headers.location).toBe(
        `${enquiryPath()}?done=nothing-to-do`,
      );
      const closed = await anna.post(enquiryPath(), { text: "More.", seen: hidden(repeated.text, "seen") });
      expect(closed.status).toBe(409);
      expect(closed.text).toContain("More.");
      expect((await anna.post(`${enquiryPath()}reopen/`)).headers.location).toBe(
        `${enquiryPath()}?done=reopened`,
      );
    });

    test("an empty answer comes back as the form, and an unknown field is none of its own", async () => {
      const seen = hidden((await anna.get(enquiryPath())).text, "seen");
      expect((await anna.post(enquiryPath(), { text: "  ", seen })).status).toBe(422);
      expect((await anna.post(enquiryPath(), { text: "x", seen, other: "y" })).status).toBe(422);
    });

    test.each([
      "AAAA-AAAA",
      "nothing",
      "%2e%2e",
      "'%20or%201=1",
      "x".repeat(200),
      "%3Cscript%3E",
      "%F0%9F%98%80",
    ])("a reference that is none, %s, is not found, never a failure", async (hostile) => {
      const answer = await anna.get(`/en/console/enquiries/${hostile}/`);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain("<script>");
      expect((await anna.post(`/en/console/enquiries/${hostile}/close/`)).status).toBe(404);
    });

    test("personal data stand on the page of the enquiry and on no other, in no log and in no address", async () => {
      for (const path of PAGES) {
        const { text, status } = await anna.get(path);
        expect([path, status]).toEqual([path, path.includes(OTHER_DRAFT) ? 409 : 200]);
        expect([path, /maria|Maria|When could you|On Monday/u.test(text)]).toEqual([path, false]);
      }
      expect((await anna.get("/en/console/")).text).toContain(reference);
      expect(site.lines.join("\n")).not.toMatch(/maria|Anna Example|On Monday/iu);
    });

    test("itsectr-privacy/3.2.3: one that waits for its sender's confirmation is counted apart, and not answered", async () => {
      const held = await sendConfirmable(operator, { email: "held@example.org" });
      expect((await anna.get("/en/console/enquiries/")).text).not.toContain(held.reference);
      expect((await anna.get("/en/console/enquiries/?status=unconfirmed")).text).toContain(held.reference);
      const path = `/en/console/enquiries/${held.reference}/`;
      const page = (await anna.get(path)).text;
      expect(page).toContain("waits for its sender to confirm");
      expect(page).toContain("not relied on");
      expect(page).not.toContain("Send the answer");
      expect((await anna.post(path, { text: "x", seen: "" })).status).toBe(409);
      await confirmSubmission({ token: held.token, addressOnly: false }, operator);
      expect((await anna.get(path)).text).toContain("in force");
    });
  });

  describe("what changes something", () => {
    test("signing in over a session ends it: no cookie is left that nobody can sign out", async () => {
      const first = await signedIn(site, await linkFor(operator, "boris"));
      const second = await first.post(await linkFor(operator, "boris"));
      expect(second.status).toBe(303);
      expect((await first.get("/en/console/")).headers.location).toBe("/en/console/sign-in/");
    });

    test("who manages staff gets no link that makes them a colleague: 403, and no token on the page", async () => {
      const { id } = await operator.store.read((reader) => staffByLogin(reader, "boris", operator.vault));
      const answer = await anna.post(`/en/console/staff/${id}/link/`);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain("link-of-another");
      expect(answer.text).not.toMatch(/sign-in\/[\w-]{40}/u);
    });

    test("is refused from another site, cookie or not", async () => {
      for (const path of [...ACTS, `${enquiryPath()}close/`, "/en/console/sign-out/"]) {
        const answer = await send({
          port: site.port,
          path,
          method: "POST",
          headers: {
            Cookie: anna.cookie ?? "",
            "Content-Type": "application/x-www-form-urlencoded",
            Origin: "https://evil.example",
            "Sec-Fetch-Site": "cross-site",
          },
          body: new URLSearchParams(fieldsOf(path)).toString(),
        });
        expect([path, answer.status]).toEqual([path, 403]);
        expect(answer.text).toContain("cross-origin");
      }
      expect((await anna.get("/en/console/")).status).toBe(200);
    });

    test("an invitation, a grant and a key that are sent twice say so, and are there once", async () => {
      const again = await anna.post("/en/console/staff/", { name: "Boris", login: "boris", email: "" });
      expect(again.status).toBe(409);
      const id = /\/en\/console\/staff\/([\w-]{36})\/">Boris/u.exec(
        (await anna.get("/en/console/staff/")).text,
      )?.[1];
      const member = `/en/console/staff/${id}/`;
      const granted = { purpose: "offers", operations: "use", until: "" };
      expect((await anna.post(member, granted)).headers.location).toBe(`${member}?done=granted`);
      expect((await anna.post(member, granted)).headers.location).toBe(`${member}?done=nothing-to-do`);
      expect((await anna.post(member, { ...granted, until: "tomorrow" })).status).toBe(422);
      expect((await anna.post(`${member}revoke/`, { purpose: "offers" })).headers.location).toBe(
        `${member}?done=revoked`,
      );
      expect((await anna.post(`${member}revoke/`, { purpose: "offers" })).headers.location).toBe(
        `${member}?done=nothing-to-do`,
      );

      const key = { label: "Website", may: "inquiry-handling:extract", until: "" };
      const made = await anna.post("/en/console/keys/", key);
      expect(made.status).toBe(201);
      expect(made.text).toMatch(/upheld_itsectr_[\w-]{43}/u);
      expect((await anna.post("/en/console/keys/", key)).status).toBe(409);
      const keys = (await anna.get("/en/console/keys/")).text;
      expect(keys).not.toMatch(/upheld_itsectr_/u);
      const rotate = /action="(\/en\/console\/keys\/[\w-]{36}\/rotate\/)"/u.exec(keys)?.[1] ?? "";
      expect((await anna.post(rotate, { seen: hidden(keys, "seen") })).text).toMatch(/upheld_itsectr_/u);
      expect((await anna.post(rotate, { seen: hidden(keys, "seen") })).status).toBe(409);
      const revoke = rotate.replace("/rotate/", "/revoke/");
      expect((await anna.post(revoke)).headers.location).toBe("/en/console/keys/?done=key-revoked");
      expect((await anna.post(revoke)).headers.location).toBe("/en/console/keys/?done=nothing-to-do");
    });

    test("publishing what was not previewed is a conflict, and nothing is published", async () => {
      const fields = { draft: "0".repeat(64), from: "", "note-en": "", "note-ru": "" };
      const answer = await anna.post("/en/console/publish/", fields);
      expect(answer.status).toBe(409);
      const versions = await operator.store.read((reader) => operator.publication.timeline(reader));
      expect(versions).toHaveLength(1);
    });

    test("an address can make a page say nothing but what the closed list has", async () => {
      const said = (await anna.get("/en/console/?done=you-won-a-prize")).text;
      expect(said).not.toContain("notice-success");
      expect((await anna.get("/en/console/?done=closed")).text).toContain("The enquiry is closed.");
    });
  });
});

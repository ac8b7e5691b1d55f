import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Desk,
  deskAt,
  hidden,
  journalled,
  leaveDeadJob,
  linkFor,
  signedIn,
  startConsole,
} from "./console-site.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { sendEnquiry } from "./sent-enquiry.ts";
import { staffByLogin } from "../src/people/staff/index.ts";
import { listDeadJobs } from "../src/platform/jobs/index.ts";

const NOTHING_TO_DO = "?done=nothing-to-do";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;
  /** Has everything, and alone manages staff at first. */
  let anna: Desk;
  let reference: string;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    site = await startConsole(operator);
    reference = await sendEnquiry(operator);
    anna = await signedIn(site, await linkFor(operator, null), { name: "Anna Example", login: "anna" });
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  const enquiryPath = () => `/en/console/enquiries/${reference}/`;
  const idOf = async (login: string) =>
    (await operator.store.transaction((tx) => staffByLogin(tx, login, operator.vault))).id;
  const memberPath = async (login: string) => `/en/console/staff/${await idOf(login)}/`;

  /** A colleague who is signed in, invited and given what they have through the console. */
  async function colleague(
    name: string,
    { purpose, right }: { readonly purpose?: string; readonly right?: string },
  ): Promise<Desk> {
    const login = name.toLowerCase();
    expect((await anna.post("/en/console/staff/", { name, login, email: "" })).status).toBe(200);
    const member = await memberPath(login);
    if (purpose !== undefined) {
      expect((await anna.post(member, { purpose, operations: "extract", until: "" })).status).toBe(303);
    }
    if (right !== undefined) expect((await anna.post(`${member}grant-right/`, { right })).status).toBe(303);
    return signedIn(site, await linkFor(operator, login));
  }

  /** What is journalled while something is done. */
  async function during(act: () => Promise<void>): Promise<string[]> {
    const before = (await journalled(operator)).length;
    await act();
    return (await journalled(operator)).slice(before);
  }

  test("whoever signs in by a link reads in whose name they work: at once, and on every page", async () => {
    const path = await linkFor(operator, "anna");
    expect((await deskAt(site, null).get(path)).text).not.toContain("Anna Example");
    let desk = deskAt(site, null);
    const entries = await during(async () => {
      desk = await signedIn(site, path);
      const first = (await desk.get("/en/console/?done=signed-in")).text;
      expect(first).toMatch(/notice-success[^]*You are signed in as Anna Example\./u);
      for (const page of ["due", "enquiries", "versions", "publish", "keys", "jobs"]) {
        const { text } = await desk.get(page === "due" ? "/ru/console/" : `/ru/console/${page}/`);
        expect([page, text.includes("Вы вошли как Anna Example.")]).toEqual([page, true]);
      }
    });
    // Opened once, by the door; from then on it is in memory, as long as the session.
    expect(entries.filter((entry) => entry.includes('"id":"staff:sign-in"'))).toHaveLength(1);
    await desk.post("/en/console/sign-out/");
    expect((await desk.get("/en/console/sign-in/")).text).not.toContain("Anna Example");
  });

  describe("a dead job", () => {
    const dead = async () =>
      (await operator.store.read((reader) => listDeadJobs(reader))).map(({ id }) => id);
    /** One more job that failed for good: its id. */
    const deadJob = async () => {
      const before = await dead();
      await leaveDeadJob(operator);
      return (await dead()).find((id) => !before.includes(id)) ?? "";
    };

    test.each([
      ["retry", "job-retried"],
      ["discard", "job-discarded"],
    ])(
      "%s: is done once, says so when it is asked again, and is journalled with whose act it was",
      async (name, event) => {
        const id = await deadJob();
        const job = `/en/console/jobs/${id}/`;
        expect((await anna.get("/en/console/jobs/")).text).toContain(id);
        const entries = await during(async () => {
          expect((await anna.post(`${job}${name}/`)).headers.location).toBe(
            `/en/console/jobs/?done=${event}`,
          );
          expect((await anna.post(`${job}${name}/`)).headers.location).toBe(
            `/en/console/jobs/${NOTHING_TO_DO}`,
          );
        });
        expect(await dead()).not.toContain(id);
        expect((await anna.get("/en/console/jobs/")).text).not.toContain(id);
        expect(entries).toHaveLength(1);
        expect(entries[0]).toContain(`"event":"${event}"`);
        expect(entries[0]).toContain(await idOf("anna"));
        expect(entries[0]).toContain('"kind":"buried"');
      },
    );

    test("stays dead for who may not operate, and the attempt is journalled", async () => {
      const id = await deadJob();
      const job = `/en/console/jobs/${id}/`;
      const dora = await colleague("Dora", { right: "publish" });
      const entries = await during(async () => {
        for (const act of ["retry/", "discard/"]) expect((await dora.post(`${job}${act}`)).status).toBe(403);
      });
      expect(await dead()).toContain(id);
      expect(entries).toHaveLength(2);
      for (const entry of entries) {
        expect(entry).toContain('"code":"right-missing"');
        expect(entry).toContain('"about":"operate"');
        expect(entry).toContain(await idOf("dora"));
      }
      expect((await anna.post(`${job}discard/`)).status).toBe(303);
    });
  });

  describe("itsectr-privacy/1.1.1: what is taken from a colleague holds from the next request of their open session", () => {
    test("an authorisation: the enquiry that stood on their screen is refused, and nothing else has changed for them", async () => {
      const boris = await colleague("Boris", { purpose: "inquiry-handling" });
      expect((await boris.get(enquiryPath())).text).toContain("maria@example.org");
      const member = await memberPath("boris");
      const entries = await during(async () => {
        const revoked = await anna.post(`${member}revoke/`, { purpose: "inquiry-handling" });
        expect(revoked.headers.location).toBe(`${member}?done=revoked`);
      });
      expect(entries).toHaveLength(1);
      expect(entries[0]).toContain('"event":"staff-revoked"');
      expect(entries[0]).toContain(await idOf("anna"));
      const refused = await boris.get(enquiryPath());
      expect(refused.status).toBe(403);
      expect(refused.text).not.toContain("maria@example.org");
      expect((await boris.get("/en/console/enquiries/")).text).not.toContain(reference);
    });

    test("a right: the room behind it shuts, and its acts are refused", async () => {
      const clara = await colleague("Clara", { right: "publish" });
      expect((await clara.get("/en/console/publish/")).status).toBe(200);
      const member = await memberPath("clara");
      const entries = await during(async () => {
        const revoked = await anna.post(`${member}revoke-right/`, { right: "publish" });
        expect(revoked.headers.location).toBe(`${member}?done=revoked`);
        const again = await anna.post(`${member}revoke-right/`, { right: "publish" });
        expect(again.headers.location).toBe(`${member}${NOTHING_TO_DO}`);
      });
      expect(entries).toHaveLength(1);
      expect(entries[0]).toContain('"event":"staff-revoked"');
      expect(entries[0]).toContain('"right":"publish"');
      expect((await clara.get("/en/console/publish/")).status).toBe(403);
      expect((await clara.post("/en/console/versions/1/call-off/")).status).toBe(403);
      expect((await clara.get("/en/console/")).text).not.toContain("/en/console/publish/");
    });

    test("everything: their session is nobody's, and neither a new link nor the old cookie leads in", async () => {
      const emil = await colleague("Emil", { purpose: "inquiry-handling" });
      const member = await memberPath("emil");
      const unused = await linkFor(operator, "emil");
      const entries = await during(async () => {
        expect((await anna.post(`${member}end/`)).headers.location).toBe(`${member}?done=member-ended`);
      });
      expect(entries.filter((entry) => entry.includes('"event":"staff-ended"'))).toHaveLength(1);
      expect((await emil.get("/en/console/")).headers.location).toBe("/en/console/sign-in/");
      expect((await emil.post(`${enquiryPath()}close/`)).status).toBe(401);
      expect((await deskAt(site, null).post(unused)).status).not.toBe(303);
      expect((await anna.post(`${member}end/`)).status).toBe(404);
      expect((await anna.get(member)).text).toContain("works here no more");
    });

    test.each([
      ["Kira", "go with them, as the box says", { keys: "on" }, 1],
      ["Lena", "go with them where no box was shown", {}, 1],
      ["Maja", "stay where the box was emptied", { "keys-shown": "yes" }, 0],
    ] as const)("and the API keys that %s made %s", async (name, _, sent, revoked) => {
      const leaver = await colleague(name, { purpose: "inquiry-handling", right: "manage-keys" });
      const key = { label: `Of ${name}`, may: "inquiry-handling:extract", until: "" };
      expect((await leaver.post("/en/console/keys/", key)).status).toBe(201);
      const member = await memberPath(name.toLowerCase());
      const page = (await anna.get(member)).text;
      expect([page.includes(key.label), hidden(page, "keys-shown")]).toEqual([true, "yes"]);
      expect(page).toMatch(/name="keys" checked/u);
      const fields: Readonly<Record<string, string>> = {
        ...sent,
        ...("keys" in sent ? { "keys-shown": "yes" } : {}),
      };
      const entries = await during(async () => {
        expect((await anna.post(`${member}end/`, fields)).status).toBe(303);
      });
      expect(entries.filter((entry) => entry.includes('"event":"api-key-revoked"'))).toHaveLength(revoked);
    });

    test("the last who manages staff neither loses that right nor leaves", async () => {
      const member = await memberPath("anna");
      for (const [act, fields] of [
        ["revoke-right/", { right: "manage-staff" }],
        ["end/", {}],
      ] as const) {
        const answer = await anna.post(`${member}${act}`, fields);
        expect([act, answer.status]).toEqual([act, 409]);
        expect(answer.text).toContain("Somebody has to manage staff");
      }
      expect((await anna.get("/en/console/staff/")).status).toBe(200);
    });

    test("who manages staff gives neither what they lack nor anything to themselves, and the attempt is journalled", async () => {
      const fyodor = await colleague("Fyodor", { right: "manage-staff" });
      const [own, other] = [await memberPath("fyodor"), await memberPath("clara")];
      const entries = await during(async () => {
        expect((await fyodor.post(`${other}grant-right/`, { right: "publish" })).status).toBe(403);
        const himself = { purpose: "inquiry-handling", operations: "extract", until: "" };
        expect((await fyodor.post(own, himself)).status).toBe(403);
      });
      expect(entries).toHaveLength(2);
      expect(entries[0]).toContain('"code":"beyond-own"');
      expect(entries[1]).toContain('"code":"own-authorisation"');
      for (const entry of entries) expect(entry).toContain('"about":"manage-staff"');
      expect((await anna.post(`${own}revoke-right/`, { right: "manage-staff" })).status).toBe(303);
    });
  });

  describe("names of colleagues", () => {
    const openings = (entries: readonly string[]) =>
      entries.filter(
        (entry) => entry.includes('"purpose":"security"') && entry.includes('"operation":"extract"'),
      );

    test("acting on one opens nobody else's, and authorising opens none", async () => {
      const member = await memberPath("clara");
      const seen = openings(await during(async () => void (await anna.get(member))));
      expect(seen).toHaveLength(1);
      expect(seen[0]).toContain(await idOf("clara"));
      const granted = { purpose: "offers", operations: "use", until: "" };
      const acted = await during(async () => {
        expect((await anna.post(member, granted)).headers.location).toBe(`${member}?done=granted`);
        expect((await anna.post(`${member}revoke/`, { purpose: "offers" })).status).toBe(303);
      });
      expect(openings(acted)).toEqual([]);
      expect((await anna.get("/en/console/staff/0198c0de-0000-7000-8000-000000000000/")).status).toBe(404);
    });

    test("beside an enquiry stands a name for who may see the staff, and a short code, the same each time, for others", async () => {
      const gleb = await colleague("Gleb", { purpose: "inquiry-handling" });
      const code = (await idOf("anna")).slice(-6);
      expect((await anna.get(enquiryPath())).status).toBe(200);
      const read = await during(async () => {
        const { text } = await gleb.get(enquiryPath());
        expect(text).toContain(`a colleague, ${code}`);
        expect(text).not.toContain("Anna Example");
      });
      expect(read).toHaveLength(1);

      const named = await during(async () => {
        const { text } = await anna.get(enquiryPath());
        expect(text).toContain("Gleb");
        expect(text).not.toContain(`a colleague, ${(await idOf("gleb")).slice(-6)}`);
      });
      const glebs = await idOf("gleb");
      expect(openings(named).filter((entry) => entry.includes(glebs))).toHaveLength(1);
    });
  });

  describe("a session that ended while somebody wrote", () => {
    const TEXT = "On Tuesday.\n<b>Maria</b> & co.";

    /** A session that has ended since its page was opened. */
    async function ended(): Promise<{ readonly desk: Desk; readonly seen: string }> {
      const desk = await signedIn(site, await linkFor(operator, "anna"));
      const seen = hidden((await desk.get(enquiryPath())).text, "seen");
      expect((await desk.post("/en/console/sign-out/")).status).toBe(303);
      return { desk, seen };
    }

    test("does nothing and loses nothing: the text comes back, to be sent once they have signed in", async () => {
      const { desk, seen } = await ended();
      const lines = site.lines.length;
      const entries = await during(async () => {
        const answer = await desk.post(enquiryPath(), { text: TEXT, seen });
        expect(answer.status).toBe(401);
        expect(answer.headers["cache-control"]).toBe("no-store");
        expect(answer.headers["set-cookie"]).toBeUndefined();
        expect(answer.headers.location).toBeUndefined();
        expect(answer.text).toContain("On Tuesday.\n&lt;b&gt;Maria&lt;/b&gt; &amp; co.</textarea>");
        expect(answer.text).toContain(`action="${enquiryPath()}"`);
        expect(hidden(answer.text, "seen")).toBe(seen);
        expect(answer.text).toContain('href="/en/console/sign-in/" target="_blank" rel="noopener"');
        // Nothing of the enquiry, and none of the rooms.
        for (const told of [
          "maria@example.org",
          "When could you start?",
          '/en/console/enquiries/"',
          "extraction",
        ]) {
          expect(answer.text).not.toContain(told);
        }
      });
      expect(entries).toEqual([]);
      expect(site.lines.slice(lines).join("\n")).not.toContain("Tuesday");

      const again = await signedIn(site, await linkFor(operator, "anna"));
      const sent = await again.post(enquiryPath(), { text: TEXT, seen });
      expect(sent.headers.location).toBe(`${enquiryPath()}?done=answered`);
      expect((await again.get(enquiryPath())).text).toContain("On Tuesday.");
    });

    test("an enquiry that is none answers the same, and so does a text that is too long", async () => {
      const { desk } = await ended();
      const nowhere = await desk.post("/en/console/enquiries/AAAA-AAAA/", { text: TEXT, seen: "" });
      expect(nowhere.status).toBe(401);
      expect(nowhere.text).toContain("On Tuesday.");
      const long = await desk.post(enquiryPath(), {
        text: `${"x".repeat(60_001)}!`,
        seen: "",
        other: "secret",
      });
      expect(long.status).toBe(401);
      expect(long.text).toContain("xxx!</textarea>");
      expect(long.text).not.toContain("secret");
    });

    test("keeps a publisher's note with the draft that it was written for, in Russian too", async () => {
      const { desk } = await ended();
      const note = {
        "note-en": "A longer term.",
        "note-ru": "Более длинный срок.",
        from: "2099-01-01",
        draft: "abc",
      };
      const answer = await desk.post("/ru/console/publish/", note);
      expect(answer.status).toBe(401);
      expect(answer.text).toContain("Ваш сеанс завершён");
      for (const text of ["A longer term.", "Более длинный срок."])
        expect(answer.text).toContain(`${text}</textarea>`);
      expect(hidden(answer.text, "draft")).toBe("abc");
      expect(hidden(answer.text, "from")).toBe("2099-01-01");
    });

    test("is not given from another site, nor where nothing was written", async () => {
      const { desk } = await ended();
      const empty = await desk.post(enquiryPath(), { text: "  ", seen: "" });
      expect(empty.status).toBe(401);
      expect(empty.text).not.toContain("<textarea");
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, hidden, linkFor, signedIn, startConsole } from "./console-site.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { keeps } from "./keeps.ts";
import { publishNext } from "./next-version.ts";

const RESTORE = "/en/console/versions/1/restore/";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;
  let anna: Desk;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    site = await startConsole(operator);
    anna = await signedIn(site, await linkFor(operator, null), { name: "Anna Example", login: "anna" });
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  test(
    "itsectr-agreement/4.1.1: an earlier version is looked at beside the newest, and published again by its hash alone",
    keeps("change-log", "itsectr-agreement/4.1.1"),
    async () => {
      const rule = operator.policy.retention[0]?.code ?? "";
      await publishNext(operator, (policy) => ({
        ...policy,
        retention: policy.retention.map((one) => (one.code === rule ? { ...one, days: 7 } : one)),
      }));
      expect((await anna.get("/en/console/versions/")).text).toContain(`href="${RESTORE}"`);
      const page = await anna.get(RESTORE);
      expect(page.status).toBe(200);
      expect(page.text).toContain("The content of version 1");
      expect(page.text).toContain(`retention.${rule}.days`);
      expect(page.text).toContain("/en/privacy-policy/versions/1/");

      const fields = { from: "", "note-en": "", "note-ru": "" };
      const other = await anna.post(RESTORE, { ...fields, draft: "0".repeat(64) });
      expect(other.status).toBe(409);
      expect((await anna.get("/en/console/versions/9/restore/")).status).toBe(404);
      const draft = hidden(page.text, "draft");
      // What was looked at there is not what stands in the folder, and is not published as that.
      expect((await anna.post("/en/console/publish/", { ...fields, draft })).status).toBe(409);
      const done = await anna.post(RESTORE, { ...fields, draft });
      expect([done.status, done.headers.location]).toEqual([303, "/en/console/versions/?done=published"]);
      const versions = await operator.store.read((reader) => operator.publication.timeline(reader));
      expect(versions.map(({ madeFrom }) => madeFrom)).toEqual([
        { kind: "restored", version: 1 },
        { kind: "folder" },
        { kind: "folder" },
      ]);
      const inForce = await operator.publication.current(operator.clock.now());
      expect(inForce?.compiled.retention).toEqual(operator.policy.retention);
      expect((await anna.get("/en/console/versions/")).text).toContain("the content of version 1, again");
    },
  );

  test(
    "itsectr-agreement/9.3: a clause is asked for with its reason, looked at, and only then taken out",
    keeps("clause-invalidation", "itsectr-agreement/9.3"),
    async () => {
      const path = "/en/console/versions/invalidate/";
      const asked = {
        clause: "itsectr-privacy/3.1.feedback",
        "reason-en": "A court said so.",
        "reason-ru": "Так решил суд.",
        on: "",
      };
      const forms = async () =>
        (await operator.publication.current(operator.clock.now()))?.compiled.forms.map(({ code }) => code);
      expect((await anna.get("/en/console/versions/")).text).toContain(`href="${path}"`);
      expect((await anna.get(path)).text).toContain("Look at it first");
      for (const wrong of [{ clause: "9.9.9" }, { clause: "" }, { "reason-ru": " " }, { on: "soon" }]) {
        const refused = await anna.post(path, { ...asked, ...wrong });
        expect([wrong, refused.status]).toEqual([wrong, 422]);
        expect(refused.text).toContain("A court said so.");
      }
      const looked = await anna.post(path, asked);
      expect(looked.status).toBe(200);
      expect(looked.text).toContain("3.1(");
      expect(looked.text).toContain(
        "with clause privacy-policy/3.1.feedback marked as not holding any more.",
      );
      expect(await forms()).toContain("feedback");
      const publishing = { ...asked, from: "", "note-en": "", "note-ru": "" };
      expect((await anna.post(path, { ...publishing, draft: "0".repeat(64) })).status).toBe(409);
      const done = await anna.post(path, { ...publishing, draft: hidden(looked.text, "draft") });
      expect([done.status, done.headers.location]).toEqual([303, "/en/console/versions/?done=published"]);
      expect(await forms()).not.toContain("feedback");
      const struck = /id="3\.1\.feedback"[^]*?<aside class="clause-margin[^>]*>([^]*?)<\/aside>/.exec(
        (await anna.get("/en/privacy-policy/")).text,
      );
      expect(struck?.[0]).toContain("Does not hold since");
      expect(struck?.[1]).not.toContain("standing-mark");
      expect((await anna.post(path, asked)).status).toBe(422);
    },
  );
});

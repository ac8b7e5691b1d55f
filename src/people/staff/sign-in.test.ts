import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forged, type StaffedInstallation, staffedInstallation } from "../../../test/staffed.ts";
import { sha256, toBase64Url } from "../../platform/crypto/index.ts";
import { createWorker } from "../../platform/jobs/index.ts";
import {
  CLI,
  currentStaff,
  endStaff,
  grantAuthorisation,
  grantRight,
  inviteStaff,
  LINK_LIFE,
  LINKS_WAITING,
  listStaff,
  mailSignInLink,
  makeSignInLink,
  readSignInLink,
  renewSession,
  requestSignInLink,
  requireRight,
  revokeAuthorisation,
  revokeRight,
  SESSION_IDLE,
  SESSION_LIFE,
  sendSignInLinks,
  signIn,
  signInFirst,
  type SignInMail,
  signOut,
  staffName,
} from "./index.ts";

const MINUTE = 60_000;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let at: StaffedInstallation;
  beforeAll(async () => {
    at = await staffedInstallation(engine);
  });
  afterAll(() => at.remove());

  const linkOf = (staff: string | null) => at.unit((tx) => makeSignInLink(tx, CLI, staff, at.operator));
  const use = (token: string) => at.unit((tx) => signIn(tx, token, at.operator));
  const look = (token: string) =>
    at.operator.store.read((reader) => readSignInLink(reader, token, at.clock.now(), at.operator));
  const who = (cookie: string | null) =>
    at.operator.store.read((reader) => currentStaff(reader, cookie, at.clock.now()));
  let made = 0;
  const member = async (rights: readonly ("manage-staff" | "publish")[] = [], email?: string) => {
    const login = `member-${++made}`;
    const invited = await at.unit((tx) =>
      inviteStaff(
        tx,
        CLI,
        {
          login,
          name: `Member Example ${made}`,
          authorisations: [{ purpose: "inquiry-handling", operations: ["extract", "use"] }],
          rights,
          ...(email === undefined ? {} : { email }),
        },
        at.operator,
      ),
    );
    if ("refusal" in invited) throw new Error(invited.refusal.code);
    return { login, staff: invited.staff };
  };
  const signedIn = async (staff: string) => use((await linkOf(staff)).token);

  describe("the first member of staff", () => {
    const first = { name: "Vera Example", login: "vera" };
    let taken: { readonly cookie: string } | undefined;

    test("of several who use first links at once, one link or two, exactly one becomes the first", async () => {
      const [one, two] = [await linkOf(null), await linkOf(null)];
      const outcomes = await Promise.allSettled(
        [one, one, two, two].map(({ token }, i) =>
          at.unit((tx) => signInFirst(tx, token, { ...first, login: `vera${i}` }, at.operator)),
        ),
      );
      const done = outcomes.flatMap((outcome) =>
        outcome.status === "fulfilled" && "cookie" in outcome.value ? [outcome.value] : [],
      );
      expect(done).toHaveLength(1);
      [taken] = done;
      for (const outcome of outcomes) {
        if (outcome.status === "rejected") {
          expect(["link-dead", "link-used"]).toContain((outcome.reason as { code: string }).code);
        }
      }
    });

    test("has every right and every purpose in force, and is signed in", async () => {
      const staff = await who(taken?.cookie ?? null);
      expect(staff?.rights.toSorted()).toEqual(["manage-keys", "manage-staff", "operate", "publish"]);
      const purposes = staff?.authorisations.map(({ purpose }) => purpose);
      for (const { code } of at.operator.policy.purposes) expect(purposes).toContain(code);
      expect(purposes).toEqual(expect.arrayContaining(["security", "rights"]));
      const operations = staff?.authorisations.flatMap((held) => held.operations);
      for (const grave of ["destroy", "delete", "distribute", "transfer"]) {
        expect(operations).not.toContain(grave);
      }
    });

    test("once there is staff, a first link is dead, and no new one is made", async () => {
      const rejected = { code: "link-dead" };
      await expect(linkOf(null)).rejects.toMatchObject(rejected);
      for (const token of at.firstLinks) await expect(look(token)).rejects.toMatchObject(rejected);
    });
  });

  describe("a link in the hands of another", () => {
    const managerOf = async () => ({ kind: "staff", id: (await member(["manage-staff"])).staff }) as const;
    const handOver = async (by: { kind: "staff"; id: string }, staff: string) =>
      at.unit((tx) => makeSignInLink(tx, by, staff, at.operator));

    test("who manages staff cannot become a colleague who has an address, or has signed in before, or themselves", async () => {
      const manager = await managerOf();
      const rejected = { code: "link-of-another" };
      const addressed = await member(["publish"], "addressed@itsectr.example");
      await expect(handOver(manager, addressed.staff)).rejects.toMatchObject(rejected);
      const worked = await member(["publish"]);
      await signedIn(worked.staff);
      await expect(handOver(manager, worked.staff)).rejects.toMatchObject(rejected);
      await signedIn(manager.id);
      await expect(handOver(manager, manager.id)).rejects.toMatchObject(rejected);
    });

    test("a newcomer without an address is handed one, until they have signed in", async () => {
      const manager = await managerOf();
      const { staff } = await member();
      expect(await use((await handOver(manager, staff)).token)).toMatchObject({ staff });
      await expect(handOver(manager, staff)).rejects.toMatchObject({ code: "link-of-another" });
    });

    test("is mailed instead, by whoever manages staff and nobody else", async () => {
      const { staff } = await member([], "by-mail@itsectr.example");
      const without = { kind: "staff", id: (await member()).staff } as const;
      const mail = (by: { kind: "staff"; id: string }, to: string) =>
        at.unit((tx) => mailSignInLink(tx, by, to, at.operator));
      await expect(mail(without, staff)).rejects.toMatchObject({ code: "right-missing" });
      expect(await mail(await managerOf(), staff)).toBe(true);
      expect(await mail(await managerOf(), without.id)).toBe(false);
    });
  });

  describe("a link", () => {
    test("is looked at as often as a mail scanner likes, and still signs in", async () => {
      const { staff } = await member();
      const { token } = await linkOf(staff);
      for (let i = 0; i < 3; i++) expect(await look(token)).toMatchObject({ staff });
      expect(await use(token)).toMatchObject({ staff });
    });

    test("used by several at once makes exactly one session", async () => {
      const { staff } = await member();
      const { token } = await linkOf(staff);
      const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => use(token)));
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await at.rows("staff_session", { staff })).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "link-used" });
      }
    });

    test("dies after 15 minutes", async () => {
      const { staff } = await member();
      const { token } = await linkOf(staff);
      at.clock.advance(LINK_LIFE);
      await expect(look(token)).rejects.toMatchObject({ code: "link-expired", status: 410 });
      await expect(use(token)).rejects.toMatchObject({ code: "link-expired" });
    });

    test("that was changed, cut, made for another act, or made by another operator opens nothing", async () => {
      const { staff } = await member();
      const { id, token } = await linkOf(staff);
      const strangers = [
        ...forged(token),
        at.operator.links.sign("confirm", id),
        at.otherOperator.sign("sign-in", id),
        at.operator.links.sign("sign-in", "0190a0a0-0000-7000-8000-000000000009"),
      ];
      for (const stranger of strangers) {
        await expect(use(stranger)).rejects.toMatchObject({ code: "link-forged", status: 403 });
      }
      expect(await use(token)).toMatchObject({ staff });
    });

    test("of somebody who has left is dead", async () => {
      const { staff } = await member();
      const { token } = await linkOf(staff);
      await at.unit((tx) => endStaff(tx, CLI, staff, at.operator));
      await expect(use(token)).rejects.toMatchObject({ code: "link-dead" });
      await expect(linkOf(staff)).rejects.toMatchObject({ code: "staff-unknown" });
    });
  });

  describe("a session", () => {
    test("is another each time, whatever cookie was there before: none can be fixed on somebody", async () => {
      const { staff } = await member();
      const [one, two] = [await signedIn(staff), await signedIn(staff)];
      expect(one.cookie).not.toBe(two.cookie);
      expect(one.session).not.toBe(two.session);
      expect(Buffer.from(one.cookie, "base64url")).toHaveLength(32);
    });

    test("is not to be had from a stolen database: the hash in it signs nobody in", async () => {
      const { staff } = await member();
      const { cookie } = await signedIn(staff);
      const [row] = await at.rows("staff_session", { staff });
      const hash = Buffer.from(row?.token_hash as Uint8Array);
      expect(hash).toEqual(sha256(cookie));
      for (const stolen of [toBase64Url(hash), hash.toString("hex"), hash.toString("base64"), ""]) {
        expect(await who(stolen)).toBeNull();
      }
      expect(await who(cookie)).toMatchObject({ staff });
    });

    test("ends when it lies idle, though not while it is used, and after 12 hours in any case", async () => {
      const { staff } = await member();
      const idle = await signedIn(staff);
      at.clock.advance(SESSION_IDLE);
      expect(await who(idle.cookie)).toBeNull();

      const { cookie } = await signedIn(staff);
      for (let passed = 0; passed + 20 * MINUTE < SESSION_LIFE; passed += 20 * MINUTE) {
        at.clock.advance(20 * MINUTE);
        const found = await who(cookie);
        if (found === null) throw new Error(`ended after ${passed}`);
        await renewSession(at.operator.store, found, at.clock.now());
      }
      at.clock.advance(20 * MINUTE);
      expect(await who(cookie)).toBeNull();
    });

    test("is written once a minute at most", async () => {
      const { staff } = await member();
      const { cookie } = await signedIn(staff);
      const seen = async () => (await at.rows("staff_session", { staff }))[0]?.last_seen;
      const before = await seen();
      for (const [step, written] of [
        [MINUTE - 1, false],
        [1, true],
      ] as const) {
        at.clock.advance(step);
        const found = await who(cookie);
        if (found !== null) await renewSession(at.operator.store, found, at.clock.now());
        expect((await seen()) !== before).toBe(written);
      }
    });

    test("signed out, is nobody's; the other browser's goes on", async () => {
      const { staff } = await member();
      const [one, two] = [await signedIn(staff), await signedIn(staff)];
      await at.unit((tx) => signOut(tx, one, at.operator));
      expect(await who(one.cookie)).toBeNull();
      expect(await who(two.cookie)).toMatchObject({ staff });
      expect(await at.journalled("staff-signed-out", staff)).toHaveLength(1);
      await at.unit((tx) => signOut(tx, one, at.operator));
      expect(await at.journalled("staff-signed-out", staff)).toHaveLength(1);
    });

    test("of a member who has left ends at once, and their name is forgotten", async () => {
      const { staff } = await member();
      const session = await signedIn(staff);
      expect(at.operator.names.of(session.session, at.clock.now())).toContain("Member Example");
      await at.unit((tx) => endStaff(tx, CLI, staff, at.operator));
      expect(await who(session.cookie)).toBeNull();
      expect(at.operator.names.of(session.session, at.clock.now())).toBeNull();
    });

    test("shows a name that was opened once, journalled, and opens it again in another process", async () => {
      const { staff } = await member();
      const session = await signedIn(staff);
      const opened = async () =>
        (await at.journalled("decision", staff)).filter((e) => e.includes('"extract"'));
      const name = () => at.unit((tx) => staffName(tx, session, at.operator));
      expect(await name()).toContain("Member Example");
      expect(await opened()).toHaveLength(1);
      at.operator.names.forget([session.session]);
      expect(await name()).toContain("Member Example");
      expect(await name()).toContain("Member Example");
      expect(await opened()).toHaveLength(2);
    });
  });

  describe("1.1.1: what somebody may do", () => {
    const mayExtract = (staff: string) =>
      at.unit((tx) =>
        at.operator.gate.ask(tx, {
          actor: { kind: "staff", id: staff },
          purpose: "security",
          operation: "extract",
          subjects: [staff],
          attributes: ["name"],
        }),
      );

    test("follows grant, end and revocation from the next request on", async () => {
      const { staff } = await member();
      const granted = { staff, purpose: "security", operations: ["extract"] } as const;
      const grant = (period: { since?: number; until?: number }) =>
        at.unit((tx) => grantAuthorisation(tx, CLI, { ...granted, ...period }, at.operator));
      expect(await mayExtract(staff)).toMatchObject({ allowed: false });

      await grant({ since: at.clock.now() + MINUTE, until: at.clock.now() + 2 * MINUTE });
      expect(await mayExtract(staff)).toMatchObject({ allowed: false });
      at.clock.advance(MINUTE);
      expect(await mayExtract(staff)).toMatchObject({ allowed: true });
      at.clock.advance(MINUTE);
      expect(await mayExtract(staff)).toMatchObject({ refusal: { code: "not-authorised" } });

      await grant({});
      expect(await mayExtract(staff)).toMatchObject({ allowed: true });
      await at.unit((tx) => revokeAuthorisation(tx, CLI, granted, at.operator));
      expect(await mayExtract(staff)).toMatchObject({ allowed: false });
      await expect(at.unit((tx) => revokeAuthorisation(tx, CLI, granted, at.operator))).rejects.toMatchObject(
        {
          code: "not-held",
        },
      );
      expect(await at.journalled("staff-authorised", staff)).toHaveLength(3);
      expect(await at.journalled("staff-revoked", staff)).toHaveLength(1);
    });

    test("is not widened by themselves, nor by who lacks it, nor by who has no right to", async () => {
      const manager = (await member(["manage-staff"])).staff;
      const other = (await member()).staff;
      const as = (id: string) => ({ kind: "staff", id }) as const;
      const authorise = (by: string, staff: string) =>
        at.unit((tx) =>
          grantAuthorisation(
            tx,
            as(by),
            { staff, purpose: "security", operations: ["extract"] },
            at.operator,
          ),
        );
      const give = (by: string, staff: string, right: "publish" | "manage-staff") =>
        at.unit((tx) => grantRight(tx, as(by), { staff, right }, at.operator));
      await expect(authorise(manager, manager)).rejects.toMatchObject({ code: "own-authorisation" });
      await expect(authorise(other, manager)).rejects.toMatchObject({ code: "right-missing" });
      await expect(give(manager, manager, "publish")).rejects.toMatchObject({ code: "beyond-own" });
      await expect(give(manager, other, "publish")).rejects.toMatchObject({ code: "beyond-own" });
      await expect(give(other, other, "manage-staff")).rejects.toMatchObject({ code: "right-missing" });
      const visitor = at.unit((tx) =>
        grantRight(tx, { kind: "visitor" }, { staff: other, right: "publish" }, at.operator),
      );
      await expect(visitor).rejects.toMatchObject({ code: "right-missing" });
      await give(manager, other, "manage-staff");
      await at.unit((tx) => requireRight(tx, other, "manage-staff", tx.at));
      await at.unit((tx) =>
        revokeRight(tx, as(manager), { staff: other, right: "manage-staff" }, at.operator),
      );
      await expect(give(other, other, "manage-staff")).rejects.toMatchObject({ code: "right-missing" });
    });

    test("names are listed to who manages staff and is authorised for them, one journal entry a person", async () => {
      const { staff, login } = await member();
      const manager = (await member(["manage-staff"])).staff;
      const list = (by: Parameters<typeof listStaff>[1]) => at.unit((tx) => listStaff(tx, by, at.operator));
      await expect(list({ kind: "staff", id: staff })).rejects.toMatchObject({ code: "right-missing" });
      expect(await list({ kind: "staff", id: manager })).toMatchObject({
        refusal: { code: "not-authorised" },
      });
      const before = (await at.journalled("decision", staff)).length;
      const listed = await list(CLI);
      if ("refusal" in listed) throw new Error(listed.refusal.code);
      expect(listed.staff.find((one) => one.staff === staff)).toMatchObject({
        login,
        until: null,
        authorisations: [{ purpose: "inquiry-handling", operations: ["extract", "use"] }],
      });
      expect(await at.journalled("decision", staff)).toHaveLength(before + 1);
    });
  });

  test("of two managers who take the right from each other at once, one keeps it", async () => {
    const rows = await at.rows("staff_right", { right: "manage-staff" });
    const managers = [...new Set(rows.filter(({ until }) => until === null).map((row) => String(row.staff)))];
    const [one = "", two = ""] = managers;
    for (const staff of managers.slice(2)) await at.unit((tx) => endStaff(tx, CLI, staff, at.operator));
    const drop = (by: string, staff: string) =>
      at.unit((tx) => endStaff(tx, { kind: "staff", id: by }, staff, at.operator));
    const outcomes = await Promise.allSettled([drop(one, two), drop(two, one)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const left = outcomes[0]?.status === "fulfilled" ? one : two;
    await expect(at.unit((tx) => endStaff(tx, CLI, left, at.operator))).rejects.toMatchObject({
      code: "last-manager",
    });
    const give = at.unit((tx) => revokeRight(tx, CLI, { staff: left, right: "manage-staff" }, at.operator));
    await expect(give).rejects.toMatchObject({ code: "last-manager" });
  });

  describe("asking for a link by mail", () => {
    const ask = (typed: string) => at.unit((tx) => requestSignInLink(tx, typed, at.operator));
    const answerRequests = async () => {
      const mails: SignInMail[] = [];
      const { store, jobs, clock, random } = at.operator;
      const worker = createWorker({
        store,
        queue: jobs,
        clock,
        random,
        handlers: [
          sendSignInLinks({
            ...at.operator,
            queue: async (tx, permit, mail) => {
              permit.require(tx, { operation: "use", subject: mail.subject, attribute: "email" });
              mails.push(mail);
            },
          }),
        ],
      });
      await worker.runDue();
      await worker.stop();
      return mails;
    };

    test("does the same for everybody, known or not: enumeration learns nothing", async () => {
      const { login } = await member([], "known@itsectr.example");
      await answerRequests();
      const shapes: unknown[] = [];
      for (const typed of [
        login,
        "KNOWN@itsectr.example ",
        "nobody",
        "nobody@example.org",
        "",
        "x".repeat(5000),
      ]) {
        const answer = await ask(typed);
        const jobs = await at.rows("job", { kind: "sign-in-link" });
        const requests = await at.rows("sign_in_request", {});
        shapes.push([answer, jobs.length, requests.length, Object.keys(jobs[0]?.payload as object)]);
        await answerRequests();
      }
      expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
      expect(await at.rows("sign_in_request", {})).toEqual([]);
    });

    test("mails whoever is known, by login or address, and nobody without an address or any more", async () => {
      const { staff, login } = await member([], "second@itsectr.example");
      const silent = await member();
      await answerRequests();
      const mailed = async (typed: string) => {
        await ask(typed);
        return (await answerRequests()).map(({ subject }) => subject);
      };
      expect(await mailed(login)).toEqual([staff]);
      expect(await mailed("Second@ITSECTR.example")).toEqual([staff]);
      expect(await mailed("nobody@itsectr.example")).toEqual([]);
      expect(await mailed(silent.login)).toEqual([]);
      await at.unit((tx) => endStaff(tx, CLI, staff, at.operator));
      expect(await mailed(login)).toEqual([]);
    });

    test("the mail names a link that signs in, and holds no secret", async () => {
      const { staff, login } = await member([], "third@itsectr.example");
      await answerRequests();
      await ask(login);
      const [mail] = await answerRequests();
      const token = at.operator.links.sign("sign-in", mail?.facts.link ?? "");
      expect(JSON.stringify(mail)).not.toContain(token);
      expect(await use(token)).toMatchObject({ staff });
    });

    test("no mailbox is flooded: while a few links wait to be used, no more are sent", async () => {
      const { login } = await member([], "fourth@itsectr.example");
      await answerRequests();
      for (let i = 0; i < 2 * LINKS_WAITING; i++) await ask(login);
      // The invitation was the first of them.
      expect(await answerRequests()).toHaveLength(LINKS_WAITING - 1);
      await ask(login);
      expect(await answerRequests()).toEqual([]);
    });

    test("nobody is locked out by another who asks in their name: they hold a good link, or get one", async () => {
      const { login, staff } = await member([], "fifth@itsectr.example");
      await answerRequests();
      const flood = async () => {
        for (let i = 0; i < 5 * LINKS_WAITING; i++) await ask(login);
        return (await answerRequests()).map(({ facts }) => at.operator.links.sign("sign-in", facts.link));
      };
      const [token = ""] = await flood();
      expect(await use(token)).toMatchObject({ staff });
      await ask(login);
      expect(await answerRequests()).toHaveLength(1);
      at.clock.advance(LINK_LIFE);
      expect(await flood()).toHaveLength(LINKS_WAITING);
    });
  });
});

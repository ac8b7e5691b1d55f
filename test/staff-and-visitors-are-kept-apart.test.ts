import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendConfirmable } from "./confirmable-sending.ts";
import { type StaffedInstallation, staffedInstallation } from "./staffed.ts";
import { createWorker } from "../src/platform/jobs/index.ts";
import { confirmSubmission } from "../src/services/intake/index.ts";
import { authorisationsOf } from "../src/people/staff/staff-facts.ts";
import { withdrawConsent } from "../src/people/consents/index.ts";
import { findSubject, samePerson } from "../src/people/subjects/index.ts";
import {
  CLI,
  endStaff,
  inviteStaff,
  listStaff,
  makeSignInLink,
  requestSignInLink,
  sendSignInLinks,
  signIn,
} from "../src/people/staff/index.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let at: StaffedInstallation;
  beforeAll(async () => {
    at = await staffedInstallation(engine);
  });
  afterAll(() => at.remove());

  let made = 0;
  const invite = async (email: string) => {
    const added = await at.unit((tx) =>
      inviteStaff(
        tx,
        CLI,
        {
          login: `member-${++made}`,
          name: `Member Example ${made}`,
          email,
          authorisations: [{ purpose: "inquiry-handling", operations: ["extract"] }],
        },
        at.operator,
      ),
    );
    if ("refusal" in added) throw new Error(added.refusal.code);
    return { staff: added.staff, login: `member-${made}` };
  };
  /** The tokens of the letters that are due, and whose they are. */
  const letters = async () => {
    const mailed: { readonly to: string; readonly token: string }[] = [];
    const { store, jobs, clock, random } = at.operator;
    const queue = (_: unknown, __: unknown, mail: { subject: string; facts: { link: string } }) => {
      mailed.push({ to: mail.subject, token: at.operator.links.sign("sign-in", mail.facts.link) });
      return Promise.resolve();
    };
    const handlers = [sendSignInLinks({ ...at.operator, queue })];
    const worker = createWorker({ store, queue: jobs, clock, random, handlers });
    await worker.runDue();
    await worker.stop();
    return mailed;
  };
  const askByAddress = async (email: string) => {
    await at.unit((tx) => requestSignInLink(tx, email, at.operator));
    return letters();
  };
  const use = (token = "") => at.unit((tx) => signIn(tx, token, at.operator));
  const show = (staff: string) => at.unit((tx) => makeSignInLink(tx, CLI, staff, at.operator));
  const listed = async () => {
    const list = await at.unit((tx) => listStaff(tx, CLI, at.operator));
    if ("refusal" in list) throw new Error(list.refusal.code);
    return list.staff;
  };
  const shown = async (staff: string) => (await listed()).find((member) => member.staff === staff);
  const ownerOf = (email: string) =>
    at.operator.store.read((reader) => findSubject(reader, "staff-email", email, at.operator.vault));
  const visitor = async (email: string) => {
    const sending = await sendConfirmable(at.operator, { email });
    await confirmSubmission({ token: sending.token, addressOnly: false }, at.operator);
    return sending;
  };
  const groups = () => at.rows("subject_group", {});
  const sameAs = (subject: string) => at.operator.store.read((reader) => samePerson(reader, subject));

  describe("a staff address is proven by a letter that came there, and by nothing else", () => {
    test("not by the invitation, nor by a link that was shown on a screen", async () => {
      const { staff } = await invite("first@itsectr.example");
      expect(await shown(staff)).toMatchObject({ email: "first@itsectr.example", emailProven: false });
      await use((await show(staff)).token);
      expect(await shown(staff)).toMatchObject({ emailProven: false });
      expect(await ownerOf("first@itsectr.example")).toBeNull();
      expect(await at.journalled("address-verified", staff)).toEqual([]);
      await letters();
    });

    test("by the link of the invitation's letter, once and journalled", async () => {
      const { staff } = await invite("second@itsectr.example");
      const [invitation] = await letters();
      await use(invitation?.token);
      expect(await shown(staff)).toMatchObject({ emailProven: true });
      expect(await ownerOf("second@itsectr.example")).toBe(staff);
      const [again] = await askByAddress("second@itsectr.example");
      await use(again?.token);
      expect(await at.journalled("address-verified", staff)).toHaveLength(1);
    });

    test("until then a link can be asked for by it all the same: who reads the letters is who signs in", async () => {
      const { staff } = await invite("third@itsectr.example");
      await letters();
      const [letter] = await askByAddress("Third@ITSECTR.example");
      expect(letter?.to).toBe(staff);
      expect(await use(letter?.token)).toMatchObject({ staff });
      expect(await shown(staff)).toMatchObject({ emailProven: true });
    });
  });

  describe("who invites cannot claim an address", () => {
    test("a record made with somebody's address keeps nobody out: the owner is invited, proves it, and has it", async () => {
      const email = "claimed@itsectr.example";
      const squatter = await invite(email);
      await letters();
      // The claimant has every link but those that go to the mailbox.
      await use((await show(squatter.staff)).token);
      const owner = await invite(email);
      const [invitation] = await letters();
      await use(invitation?.token);
      expect(await ownerOf(email)).toBe(owner.staff);
      expect(await askByAddress(email)).toMatchObject([{ to: owner.staff }]);
      expect(await shown(squatter.staff)).toMatchObject({ emailProven: false });
    });

    test("once proven it stays so: another record is not made with it, nor proves it with an old letter", async () => {
      const email = "proven@itsectr.example";
      const late = await invite(email);
      const [oldLetter] = await letters();
      const owner = await invite(email);
      const [invitation] = await letters();
      await use(invitation?.token);
      await expect(invite(email)).rejects.toMatchObject({ code: "login-taken" });
      expect(await use(oldLetter?.token)).toMatchObject({ staff: late.staff });
      expect(await shown(late.staff)).toMatchObject({ emailProven: false });
      expect(await ownerOf(email)).toBe(owner.staff);
      expect(await groups()).toEqual([]);
    });

    test("an invitation with a visitor's proven address gains nothing of the visitor", async () => {
      const email = "visitor-first@example.org";
      const person = await visitor(email);
      const { staff } = await invite(email);
      const [invitation] = await letters();
      await use(invitation?.token);
      expect(await sameAs(staff)).toEqual([staff]);
      expect(await sameAs(person.subject)).toEqual([person.subject]);
      expect((await listed()).filter((member) => member.email === email)).toMatchObject([{ staff }]);
    });
  });

  describe("a visitor who proves the address of a member of staff", () => {
    test("is another person: no group, no right, no letter, no place in the list", async () => {
      const email = "both@itsectr.example";
      const { staff } = await invite(email);
      const [invitation] = await letters();
      await use(invitation?.token);
      const before = await shown(staff);
      const held = await at.operator.store.read((reader) => authorisationsOf(reader, staff, at.clock.now()));
      const staffBefore = (await listed()).length;

      const person = await visitor(email);
      expect(await groups()).toEqual([]);
      expect(await sameAs(person.subject)).toEqual([person.subject]);
      expect(await sameAs(staff)).toEqual([staff]);
      expect(await shown(staff)).toEqual(before);
      expect(await listed()).toHaveLength(staffBefore);
      expect(JSON.stringify(await listed())).not.toContain(person.subject);
      const theirs = (subject: string) =>
        at.operator.store.read((reader) => authorisationsOf(reader, subject, at.clock.now()));
      expect(await theirs(staff)).toEqual(held);
      expect(await theirs(person.subject)).toEqual([]);
      expect(await askByAddress(email)).toMatchObject([{ to: staff }]);
    });

    test("links visitors with each other by it, and never with the member", async () => {
      const email = "thrice@itsectr.example";
      const { staff } = await invite(email);
      const [invitation] = await letters();
      await use(invitation?.token);
      const [one, two] = [await visitor(email), await visitor(email)];
      expect(await sameAs(two.subject)).toEqual([one.subject, two.subject]);
      expect(await sameAs(staff)).toEqual([staff]);
    });

    test("what either does afterwards stays with them: a withdrawal, and leaving", async () => {
      const email = "apart@itsectr.example";
      const { staff } = await invite(email);
      await letters();
      const person = await visitor(email);
      const before = await shown(staff);
      await at.unit((tx) => withdrawConsent(tx, person.subject, "offers", at.operator));
      expect(await shown(staff)).toEqual(before);
      await at.unit((tx) => endStaff(tx, CLI, staff, at.operator));
      const [subject] = await at.rows("subject", { id: person.subject });
      expect(subject).toMatchObject({ standing: "verified" });
      expect(await askByAddress(email)).toEqual([]);
    });
  });
});

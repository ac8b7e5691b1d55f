import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { keeps, removes } from "../../../test/keeps.ts";
import { sendEnquiry } from "../../../test/sent-enquiry.ts";
import { addStaff } from "../../people/staff/index.ts";
import type { Tables } from "../../platform/store/index.ts";
import type { PolicyFact } from "../../trust/gate/index.ts";
import { FOLLOW_LINK } from "../messages/index.ts";
import { closeEnquiry } from "./close-enquiry.ts";
import type { enquiryTable } from "./enquiry.table.ts";
import { followEnquiry } from "./follow-enquiry.ts";
import { openEnquiry } from "./open-enquiry.ts";
import { replyAttribute, replyToEnquiry } from "./reply-to-enquiry.ts";
import { requestFollowLink } from "./request-follow-link.ts";
import { takeOnEnquiry } from "./take-on-enquiry.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let fact: PolicyFact;
  let staff: { readonly kind: "staff"; readonly id: string };

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    fact = (await operator.publication.current(Date.now())) as PolicyFact;
    const added = await operator.store.transaction((tx) =>
      addStaff(
        tx,
        { kind: "system", id: "cli:staff" },
        {
          login: "boris",
          name: "Boris Example",
          authorisations: [{ purpose: "inquiry-handling", operations: ["extract", "use", "record"] }],
        },
        operator,
      ),
    );
    if (!("staff" in added)) throw new Error(added.refusal.code);
    staff = { kind: "staff", id: added.staff };
  });
  afterAll(() => installation.remove());

  const parts = () => ({ ...operator, policy: fact.compiled });

  async function rowOf(reference: string) {
    return operator.store.read((reader) =>
      reader
        .query<Tables<typeof enquiryTable>>()
        .selectFrom("enquiry")
        .select(["id", "form"])
        .where("reference", "=", reference)
        .executeTakeFirstOrThrow(),
    );
  }

  async function linkTo(reference: string): Promise<string> {
    return operator.links.sign(FOLLOW_LINK, (await rowOf(reference)).id);
  }

  async function replyOn(reference: string, text: string, changed: { token?: string; shown?: string } = {}) {
    const { form } = await rowOf(reference);
    const document = fact.compiled.forms.find(({ code }) => code === form)?.document ?? "";
    const shown = operator.publication.shownToken({
      policy: fact.hash,
      document,
      language: "en",
      form,
      at: operator.clock.now(),
    });
    const token = await linkTo(reference);
    return replyToEnquiry({ token, text, shown, policy: fact.compiled, client: null, ...changed }, operator);
  }

  const look = async (token: string) =>
    operator.store.read((reader) => followEnquiry(reader, token, operator));
  const open = async (reference: string) => {
    const opened = await operator.store.transaction((tx) => openEnquiry(tx, staff, reference, parts()));
    if (!("enquiry" in opened)) throw new Error(opened.refusal.code);
    return opened.enquiry;
  };

  test(
    "the sender sees where it stands, and nothing of what was written",
    keeps("service-enquiries"),
    async () => {
      const reference = await sendEnquiry(operator);
      const standing = await look(await linkTo(reference));
      expect(standing).toMatchObject({
        reference,
        status: "open",
        takenOn: false,
        answeredAt: [],
        repliedAt: [],
      });
      expect(JSON.stringify(standing)).not.toMatch(/Maria|example\.org|start/u);
    },
  );

  test("a case has an owner, who can leave it", keeps("enquiry-case"), async () => {
    const reference = await sendEnquiry(operator);
    const take = (leave: boolean) =>
      operator.store.transaction((tx) => takeOnEnquiry(tx, staff, reference, leave, parts()));
    expect(await take(false)).toEqual({ repeated: false });
    expect(await take(false)).toEqual({ repeated: true });
    expect((await open(reference)).owner).toBe(staff.id);
    expect((await look(await linkTo(reference))).takenOn).toBe(true);
    expect(await take(true)).toEqual({ repeated: false });
    expect((await open(reference)).owner).toBeNull();
  });

  test(
    "a reply comes back to its case and opens it again; sent twice it is one",
    keeps("enquiry-case"),
    async () => {
      const reference = await sendEnquiry(operator);
      await operator.store.transaction((tx) => closeEnquiry(tx, staff, reference, parts()));
      const shown = operator.publication.shownToken({
        policy: fact.hash,
        document: "privacy-policy",
        language: "en",
        form: "feedback",
        at: operator.clock.now(),
      });
      const twice = await Promise.all([
        replyOn(reference, "One thing more.", { shown }),
        replyOn(reference, "One thing more.", { shown }),
      ]);
      expect(twice.filter((done) => "repeated" in done && !done.repeated)).toHaveLength(1);
      const enquiry = await open(reference);
      expect(enquiry.replies.map(({ text }) => text)).toEqual(["One thing more."]);
      expect(enquiry).toMatchObject({ status: "open", closedAt: null });
    },
  );

  test("the same page with other words is another reply: none is lost", async () => {
    const reference = await sendEnquiry(operator);
    const shown = operator.publication.shownToken({
      policy: fact.hash,
      document: "privacy-policy",
      language: "en",
      form: "feedback",
      at: operator.clock.now(),
    });
    for (const text of ["First.", "Second.", "First."]) await replyOn(reference, text, { shown });
    expect((await open(reference)).replies.map(({ text }) => text).sort()).toEqual(["First.", "Second."]);
  });

  test("where the policy closes free text, nothing can be added (tension T18)", () => {
    const closed = { ...fact.compiled, freeText: "off" } as const;
    expect(replyAttribute("feedback", fact.compiled)).toBe("message");
    expect(replyAttribute("feedback", closed)).toBeNull();
    expect(replyAttribute("letter", closed)).toBe("letter");
  });

  test("what is added is scanned as the form is", keeps("free-text-scan"), async () => {
    const reference = await sendEnquiry(operator);
    await replyOn(reference, "Bill card 4111 1111 1111 1111, please.");
    expect((await open(reference)).flags).toEqual(["document-number"]);
  });

  test(
    "with a forged link, another kind's or another's, nobody sees or adds anything",
    removes("service-enquiries"),
    async () => {
      const reference = await sendEnquiry(operator);
      const { id } = await rowOf(reference);
      const forged = `${(await linkTo(reference)).slice(0, -2)}AA`;
      for (const token of ["", "x", forged, operator.links.sign("confirm", id)]) {
        await expect(look(token)).rejects.toMatchObject({ code: "follow-link-unknown" });
        await expect(replyOn(reference, "x", { token })).rejects.toMatchObject({
          code: "follow-link-unknown",
        });
      }
      await expect(replyOn(reference, "  ")).rejects.toMatchObject({ code: "reply-empty" });
      await expect(replyOn(reference, "x".repeat(5000))).rejects.toMatchObject({ code: "reply-too-long" });
      expect(await replyOn(reference, "x", { shown: "AAAA.BBBB" })).toMatchObject({
        refusal: { code: "not-shown" },
      });
      expect((await open(reference)).replies).toEqual([]);
    },
  );

  test(
    "a fresh link goes to the address of the enquiry, and to no other",
    keeps("service-enquiries"),
    async () => {
      const reference = await sendEnquiry(operator);
      const ask = (sent: { reference: string; email: string }) =>
        operator.store.transaction((tx) => requestFollowLink(tx, { ...sent, client: null }, operator));
      const queued = () =>
        operator.store.read(async (reader) => {
          const rows = await reader
            .query<{ message: { template: string } }>()
            .selectFrom("message")
            .select("template")
            .where("template", "=", "enquiry-link")
            .execute();
          return rows.length;
        });
      const before = await queued();
      await ask({ reference, email: "boris@example.org" });
      await ask({ reference: "0000-0000", email: "maria@example.org" });
      await ask({ reference, email: "no address" });
      expect(await queued()).toBe(before);
      await ask({ reference: reference.toLowerCase(), email: " Maria@Example.org " });
      expect(await queued()).toBe(before + 1);
    },
  );
});

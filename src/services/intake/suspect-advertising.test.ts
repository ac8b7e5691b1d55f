import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { journalled } from "../../../test/console-site.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { keeps, removes } from "../../../test/keeps.ts";
import { proofFor } from "../../../test/proofs.ts";
import { addStaff, CLI, staffByLogin } from "../../people/staff/index.ts";
import { sha256Hex } from "../../platform/crypto/index.ts";
import { type CompiledPolicy, canonicalJson, type Form, formsOf } from "../../policy/index.ts";
import { allowAdvertiser, endAdvertiser } from "./advertisers.ts";
import { ADVERTISING_RULES } from "./advertising-rules.ts";
import { answerEnquiry, type Worker } from "./answer-enquiry.ts";
import { confirmSubmission } from "./confirm-submission.ts";
import { enquiriesDue, listEnquiries } from "./list-enquiries.ts";
import { releaseEnquiry } from "./release-enquiry.ts";
import { submitForm } from "./submit-form.ts";
import { createAdvertisingWeigher, likenessOf } from "./weigh-advertising.ts";

/** Invented messages by hand, one a line; pairs of lines go by turns to the making of the rules and to their test. */
const asideOf = (name: "advertising" | "genuine") =>
  readFileSync(new URL(`../../../test/advertising/${name}.txt`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .filter((_, place) => (place >> 1) % 2 === 1);

const ALONE = { age: null, repeats: 0, ownHosts: [] };

describe("by its text alone", () => {
  const weigh = createAdvertisingWeigher();

  test(
    "itsectr-agreement/4.3.5: of messages put aside unseen, 95% of the advertising is held and under 1% of the rest",
    keeps("advertising-held", "itsectr-agreement/4.3.5"),
    () => {
      const [advertising, genuine] = [asideOf("advertising"), asideOf("genuine")];
      expect(advertising.length).toBeGreaterThanOrEqual(75);
      expect(genuine.length).toBeGreaterThanOrEqual(150);
      const held = (texts: string[]) => texts.filter((text) => weigh(text, ALONE).length > 0).length;
      expect(held(advertising) / advertising.length).toBeGreaterThanOrEqual(0.95);
      expect(held(genuine) / genuine.length).toBeLessThan(0.01);
    },
  );

  test(
    "without its rules nothing would be held, and it would be noticed",
    removes("advertising-held"),
    () => {
      const blind = createAdvertisingWeigher({ ...ADVERTISING_RULES, heldFrom: 1000 });
      expect(asideOf("advertising").filter((text) => blind(text, ALONE).length > 0)).toEqual([]);
    },
  );

  test("a word in disguise is the same word", () => {
    const plain = "Казино онлайн! Заходи, бонус без депозита";
    for (const text of [
      plain,
      "Кaзинo онлaйн! Зaхoди, бонус без депозита",
      "К-а-з-и-н-о онлайн! З.а.х.о.д.и, бонус без депозита",
      "Ка\u200bзи\u00adно онлайн! Заходи, бонус без депозита",
    ]) {
      expect(weigh(text, ALONE), text).toContain("content");
    }
    expect(likenessOf("Hello,  WORLD!\nhow are you?")).toBe(likenessOf("hello world — how are you"));
  });

  test("a link to the operator itself is none, a hidden one weighs more, an address of mail is none", () => {
    const text = "Buy now! Cheap offers at https://x.example and t.me/y";
    expect(weigh(text, ALONE)).toEqual(["content", "links"]);
    expect(weigh(text, { ...ALONE, ownHosts: ["x.example", "t.me"] })).not.toContain("links");
    expect(weigh("Please write to anna@firm.example", ALONE)).toEqual([]);
  });

  test("the same text again and again is held whatever it says", () => {
    expect(weigh("Good morning", { ...ALONE, repeats: 1 })).toEqual([]);
    expect(weigh("Good morning", { ...ALONE, repeats: 2 })).toEqual(["repeated"]);
  });
});

const ADVERTISEMENT =
  "Продвижение вашего сайта в ТОП, скидка 50% до конца недели! Заказать: https://seo.example";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let anna: Worker;
  const purposes = () => [...new Set(formsOf(operator.policy).map(({ purpose }) => purpose))];

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    anna = await operator.store.transaction(async (tx) => {
      const operations = ["extract", "use", "record"] as const;
      const authorisations = [{ purpose: "inquiry-handling", operations }];
      await addStaff(tx, CLI, { login: "anna", name: "Anna Example", authorisations }, operator);
      return staffByLogin(tx, "anna", operator.vault);
    });
  });
  afterAll(() => installation.remove());

  const policyOf = (): CompiledPolicy => operator.policy;
  /** Sends a form with a text in every field that takes one. */
  const sent = async (form: Form, text: string, email: string): Promise<string> => {
    const policy = sha256Hex(Buffer.from(canonicalJson(policyOf())));
    const shown = { policy, document: form.document, language: "ru", form: form.code } as const;
    const token = operator.publication.shownToken({ ...shown, at: operator.clock.now() });
    const attributes = new Map([...policyOf().attributes].map(({ code, kind }) => [code, kind] as const));
    const fields = form.fields.map(({ attribute }): [string, string[]] => {
      const kind = attributes.get(attribute) ?? (attribute === "email" ? "email" : "free-text");
      const value = kind === "email" ? email : kind === "phone" ? "" : kind === "free-text" ? text : "Anna";
      return [attribute, [value]];
    });
    const outcome = await submitForm(
      {
        form,
        policy: policyOf(),
        language: "ru",
        token,
        fields: new Map(fields),
        consents: [],
        topic: form.code === "letter" ? "policy" : "general",
        trap: "",
        proof: await proofFor(operator, token),
        client: null,
      },
      operator,
    );
    if (outcome.outcome !== "received") throw new Error(JSON.stringify(outcome));
    expect(outcome.receipt.mailed).toBe(true);
    return outcome.receipt.reference;
  };
  const formOf = (code: string) => formsOf(policyOf()).find((form) => form.code === code) as Form;
  const references = (status?: "advertising" | "open") =>
    operator.store
      .read((reader) =>
        listEnquiries(reader, purposes(), { limit: 100, ...(status === undefined ? {} : { status }) }),
      )
      .then((rows) => rows.map(({ reference }) => reference));

  test(
    "advertising is held on every form but the letter, told to its sender as any, and no work on it",
    keeps("advertising-held", "itsectr-agreement/4.3.5"),
    async () => {
      for (const form of formsOf(policyOf())) {
        const reference = await sent(form, ADVERTISEMENT, `spam-${form.code}@seo.example`);
        const held = await references("advertising");
        const worked = await references("open");
        if (form.code === "letter") {
          expect(held).not.toContain(reference);
          expect(worked).toContain(reference);
        } else {
          expect(held).toContain(reference);
          expect(worked).not.toContain(reference);
          expect(await references()).not.toContain(reference);
          const due = await operator.store.read((reader) =>
            enquiriesDue(reader, purposes(), operator.clock.now()),
          );
          expect(due.map((one) => one.reference)).not.toContain(reference);
        }
      }
    },
  );

  test("it is released in one step, journalled, and only then answered", async () => {
    const reference = await sent(
      formOf("feedback"),
      ADVERTISEMENT.replace("сайта", "портала"),
      "a@b.example",
    );
    const parts = { ...operator, policy: policyOf() };
    const answer = () =>
      operator.store.transaction((tx) => answerEnquiry(tx, anna, reference, "Thank you.", parts));
    await expect(answer()).rejects.toThrow(expect.objectContaining({ code: "enquiry-suspected" }));
    const release = () => operator.store.transaction((tx) => releaseEnquiry(tx, anna, reference, parts));
    expect(await release()).toEqual({ repeated: false });
    expect(await release()).toEqual({ repeated: true });
    expect(await references("open")).toContain(reference);
    expect(await answer()).toMatchObject({ mailed: false });
    const entries = (await journalled(operator)).filter((leaf) => leaf.includes("enquiry-released"));
    expect(entries.filter((leaf) => leaf.includes(reference))).toHaveLength(1);
  });

  test("the same text from others is held from the third on, however it is spaced", async () => {
    const text = "Good day to you all, I hope that this finds you and your families well today";
    expect(await references("advertising")).not.toContain(
      await sent(formOf("feedback"), text, "1@x.example"),
    );
    expect(await references("advertising")).not.toContain(
      await sent(formOf("feedback"), text, "2@x.example"),
    );
    const third = await sent(formOf("feedback"), text.toUpperCase().replaceAll(" ", "  "), "3@x.example");
    expect(await references("advertising")).toContain(third);
  });

  test("who may advertise is let through once the address is proven, within scope and term", async () => {
    const parts = { ...operator, policy: policyOf() };
    const allow = (who: string, form: string) =>
      operator.store.transaction((tx) =>
        allowAdvertiser(tx, anna, { name: "agreement-17", who, form, until: null }, parts),
      );
    const confirm = async (reference: string) => {
      const { confirmation } = await operator.store.read((reader) =>
        reader
          .query<{ enquiry: { reference: string; confirmation: string } }>()
          .selectFrom("enquiry")
          .select("confirmation")
          .where("reference", "=", reference)
          .executeTakeFirstOrThrow(),
      );
      await confirmSubmission(
        { token: operator.links.sign("confirm", confirmation), addressOnly: true },
        operator,
      );
    };
    const domain = await allow("Partner.example", "feedback");
    const text = `${ADVERTISEMENT} ${engine}`;
    const first = await sent(formOf("feedback"), text, "news@partner.example");
    // Anybody can type the address: nothing is let through for that.
    expect(await references("advertising")).toContain(first);
    await confirm(first);
    expect(await references("open")).toContain(first);

    const elsewhere = await sent(formOf("order"), `${text} 2`, "sales@partner.example");
    await confirm(elsewhere);
    expect(await references("advertising")).toContain(elsewhere);

    const waiting = await sent(formOf("feedback"), `${text} 3`, "other@partner.example");
    expect(await operator.store.transaction((tx) => endAdvertiser(tx, anna, domain, operator))).toBe(true);
    expect(await operator.store.transaction((tx) => endAdvertiser(tx, anna, domain, operator))).toBe(false);
    await confirm(waiting);
    expect(await references("advertising")).toContain(waiting);
  });

  test.each([
    ["a name with spaces", { name: "a b", who: "x.example", form: "*", until: null }],
    ["nobody", { name: "a", who: "", form: "*", until: null }],
    ["a host without a dot", { name: "a", who: "localhost", form: "*", until: null }],
    ["a term that is over", { name: "a", who: "x.example", form: "*", until: 1 }],
    ["a form that is not there", { name: "a", who: "x.example", form: "nowhere", until: null }],
    ["the letter, which is never held", { name: "a", who: "x.example", form: "letter", until: null }],
  ])("an entry for %s is refused", async (_, entry) => {
    const act = operator.store.transaction((tx) =>
      allowAdvertiser(tx, anna, entry, { ...operator, policy: policyOf() }),
    );
    await expect(act).rejects.toThrow(expect.objectContaining({ name: "IntakeError" }));
  });
});

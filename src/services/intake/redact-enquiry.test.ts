import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findCanaries } from "../../../test/canary.ts";
import { sendConfirmable } from "../../../test/confirmable-sending.ts";
import { journalled } from "../../../test/console-site.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { backupOf } from "../../../test/installation-backup.ts";
import { keeps, removes } from "../../../test/keeps.ts";
import { addStaff, CLI, staffByLogin } from "../../people/staff/index.ts";
import type { ProcessingOperation } from "../../policy/index.ts";
import { answerEnquiry, type Worker } from "./answer-enquiry.ts";
import { confirmSubmission } from "./confirm-submission.ts";
import { openEnquiry } from "./open-enquiry.ts";
import { type CutReason, redactEnquiry } from "./redact-enquiry.ts";
import { createFreeTextScan } from "./scan-free-text.ts";
import { shippedFreeTextRules } from "./free-text-rules.ts";
import { flagsOf } from "./flags-of.ts";

const NUMBER = "112-233-445 95";
const TEXT = `My insurance number is ${NUMBER}, please call me`;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  beforeEach(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
  });
  afterEach(() => installation.remove());

  const member = (login: string, operations: readonly ProcessingOperation[]): Promise<Worker> =>
    operator.store.transaction(async (tx) => {
      const authorisations = [{ purpose: "inquiry-handling", operations }];
      await addStaff(tx, CLI, { login, name: "Anna Example", authorisations }, operator);
      return staffByLogin(tx, login, operator.vault);
    });
  const written = async () => {
    const sending = await sendConfirmable(operator, { message: TEXT });
    await confirmSubmission({ token: sending.token, addressOnly: false }, operator);
    return sending.reference;
  };
  const parts = (opened = operator) => ({ ...opened, policy: opened.policy });
  const read = async (reference: string, staff: Worker, opened = operator) => {
    const found = await opened.store.transaction((tx) => openEnquiry(tx, staff, reference, parts(opened)));
    if ("refusal" in found) throw new Error(found.refusal.code);
    return found.enquiry;
  };
  const cut = (staff: Worker, reference: string, quote: string, reason: CutReason = "document-number") =>
    redactEnquiry(staff, { reference, quote, reason }, parts());
  const FULL = ["extract", "use", "record", "clarify", "destroy"] as const;

  test(
    "itsectr-privacy/3.2.5: what is cut is destroyed, a mark stays, everything else of the enquiry opens as before",
    keeps("free-text-scan", "itsectr-privacy/3.2.5"),
    async () => {
      const anna = await member("anna", FULL);
      const reference = await written();
      await operator.store.transaction((tx) =>
        answerEnquiry(tx, anna, reference, `You wrote ${NUMBER}; we do not need it.`, parts()),
      );
      expect((await read(reference, anna)).flags).toEqual(["document-number"]);
      expect(await cut(anna, reference, NUMBER)).toEqual({ places: 2 });

      const after = await read(reference, anna);
      expect(after.flags).toEqual([]);
      const texts = Object.fromEntries(after.values.map(({ attribute, value }) => [attribute, value]));
      expect(texts).toMatchObject({
        name: "Anna Example",
        email: "anna@example.org",
        message: "My insurance number is [number of a document], please call me",
      });
      expect(after.answers.map(({ text }) => text)).toEqual([
        "You wrote [number of a document]; we do not need it.",
      ]);
      const entries = (await journalled(operator)).filter((leaf) => leaf.includes("enquiry-redacted"));
      expect(entries).toHaveLength(1);
      expect(entries.join()).not.toContain(NUMBER);
      expect(findCanaries([NUMBER], [installation.folder])).toEqual([]);
    },
  );

  test(
    "a database that was restored from before, with the keys of today, cannot show what was cut",
    keeps("free-text-scan", "itsectr-privacy/3.2.5"),
    async () => {
      const anna = await member("anna", FULL);
      const reference = await written();
      await operator.close();
      const backup = await backupOf(installation);
      operator = await installation.open();
      await cut(anna, reference, NUMBER);
      await operator.close();
      await backup.putBack();
      await backup.remove();
      operator = await installation.open();
      await expect(read(reference, anna)).rejects.toThrow(
        expect.objectContaining({ code: "scope-destroyed" }),
      );
    },
  );

  test("who may read and answer, and not destroy, cuts nothing; nor is anything cut that does not stand there", async () => {
    const [anna, boris] = [await member("anna", FULL), await member("boris", ["extract", "use", "clarify"])];
    const reference = await written();
    expect(await cut(boris, reference, NUMBER)).toMatchObject({ refusal: { code: "not-authorised" } });
    for (const quote of ["", "  ", "999-999-999 99"]) {
      await expect(cut(anna, reference, quote)).rejects.toThrow(
        expect.objectContaining({ code: "cut-nowhere" }),
      );
    }
    const { values } = await read(reference, anna);
    expect(values.find(({ attribute }) => attribute === "message")?.value).toBe(TEXT);
  });

  test(
    "without its rules the scan would flag nothing, and it would be noticed",
    removes("free-text-scan"),
    () => {
      const written = [{ attribute: "message", plaintext: TEXT }];
      const blind = createFreeTextScan({ ...shippedFreeTextRules(), documents: [], words: [] });
      expect(flagsOf(written, operator.policy, blind)).toEqual([]);
      expect(flagsOf(written, operator.policy, operator.scan)).toEqual(["document-number"]);
    },
  );
});

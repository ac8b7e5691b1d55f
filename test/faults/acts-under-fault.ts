import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { OpenedOperator } from "../../src/open-operator.ts";
import type { StoreErrorCode } from "../../src/platform/store/index.ts";
import { rowCounts } from "../confirmable-sending.ts";
import { linkFor } from "../console-site.ts";
import { HttpBrowser, hiddenValue, type Reached, referenceOn } from "../http-browser.ts";
import type { Received } from "../http-client.ts";
import type { TestInstallation } from "../installation.ts";
import { wordsOf } from "./submissions.ts";

const FORM = "/ru/feedback/";

/** What somebody has open when a fault comes, and sends in its midst and after it. */
export interface ActsUnderFault {
  /** Sends each while the store cannot take it, and looks at what each sender is told. */
  refused(code: StoreErrorCode): Promise<void>;
  /** Sends the very same again, and looks that each is done, once. */
  done(operator: OpenedOperator): Promise<void>;
}

/**
 * Opens what the acts need: a form, an enquiry to be answered, a draft to be published. The operator is the one that
 * serves, or one beside it.
 */
export async function openActs(
  reached: Reached,
  installation: TestInstallation,
  operator: OpenedOperator,
): Promise<ActsUnderFault> {
  const visitor = new HttpBrowser(reached);
  const first = await visitor.post(FORM, { ...wordsOf(1), ...(await visitor.openForm()) });
  const reference = referenceOn(first.text) ?? "";
  expect(reference).not.toBe("");
  const staff = new HttpBrowser(reached);
  const person = { name: "Вера Пример", login: "vera", email: "" };
  expect((await staff.post(await linkFor(operator, null), person)).status).toBe(303);
  const promise = join(installation.operators, "itsectr", "promise.ts");
  writeFileSync(promise, readFileSync(promise, "utf8").replaceAll('"/feedback/"', '"/contact/"'));

  const enquiry = `/ru/console/enquiries/${reference}/`;
  const seen = hiddenValue((await staff.get(enquiry)).text, "seen");
  const draft = hiddenValue((await staff.get("/ru/console/publish/")).text, "draft");
  if (seen === null || draft === null) throw new Error("Staff are not shown what they need.");
  const note = { "note-en": "The form has moved.", "note-ru": "Форма переехала." };
  // Long enough to need pages of their own: a full database still has room for a few words between others.
  const long = "В понедельник. ".repeat(200);
  const form = { ...wordsOf(2), message: long, ...(await visitor.openForm()) };
  const acts: readonly (() => Promise<Received>)[] = [
    () => visitor.post(FORM, form),
    () => staff.post(enquiry, { seen, text: long.repeat(4) }),
    () => staff.post("/ru/console/publish/", { draft, from: "", ...note }),
  ];
  return {
    async refused(code) {
      for (const act of acts) {
        const { status, headers, text } = await act();
        expect(status, text).toBe(503);
        expect(Number(headers["retry-after"])).toBeGreaterThan(0);
        expect(text).toContain(code);
        expect(text).toContain("Отправленное не сохранено.");
      }
    },
    async done(beside) {
      const told: number[] = [];
      for (const act of acts) told.push((await act()).status);
      expect(told).toEqual([200, 303, 303]);
      const counts = await rowCounts(beside, ["enquiry", "enquiry_answer"]);
      expect(counts).toEqual({ enquiry: 2, enquiry_answer: 1 });
      const versions = await beside.store.read((reader) => beside.publication.versions(reader));
      expect(versions.length).toBe(2);
      visitor.close();
      staff.close();
    },
  };
}

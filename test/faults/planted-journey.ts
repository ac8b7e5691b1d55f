import { randomBytes, randomInt } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { DevelopmentMailbox } from "../../src/platform/mail/index.ts";
import { codesOf, HttpBrowser, hiddenValue, referenceOn } from "../http-browser.ts";
import type { TestInstallation } from "../installation.ts";
import type { RunningProduct } from "../running-product.ts";

const mark = () => randomBytes(6).toString("hex");
const FORM = "/ru/feedback/";

/** Somebody who writes, all of whose words can be recognised. */
function planted() {
  const marks = { name: mark(), email: mark(), company: mark(), message: mark() };
  const number = `999${randomInt(10 ** 6, 10 ** 7)}`;
  return {
    canaries: [...Object.values(marks), number, "Канарейкина"],
    fields: {
      name: `Жозефина Канарейкина ${marks.name}`,
      email: `canary-${marks.email}@example.org`,
      phone: `+7${number}`,
      company: `Kanareyka ${marks.company} GmbH`,
      message: `Мне нужен сайт.\n${marks.message}, с уважением`,
    },
  };
}

function plantedStaff() {
  const marks = { name: mark(), login: mark(), email: mark() };
  return {
    canaries: Object.values(marks),
    fields: {
      name: `Вера ${marks.name}`,
      login: `vera-${marks.login}`,
      email: `vera-${marks.email}@example.org`,
    },
  };
}

export interface Journey {
  /** Parts of every value that was sent, so that a value is also found among others, or changed around it. */
  readonly canaries: readonly string[];
  /** What lets somebody in: cookies, keys, tokens of links. */
  readonly secrets: readonly string[];
  /** The link that the start left in a file for the first member of staff. */
  readonly firstLink: string;
}

/**
 * The whole way through HTTP, with recognisable words at every step: refused, received, held, confirmed, withdrawn;
 * staff who sign in, are invited, read, answer, close; a key that reads; a receipt; a version with its note.
 */
export async function travel(
  product: RunningProduct,
  installation: TestInstallation,
  mailbox: DevelopmentMailbox,
): Promise<Journey> {
  const [first, held, boss, colleague] = [planted(), planted(), plantedStaff(), plantedStaff()];
  const others = { query: mark(), answer: mark(), refused: mark(), stranger: mark(), declined: mark() };
  const secrets: string[] = [];
  const mailTo = async (address: string, pattern: RegExp): Promise<string> => {
    for (let look = 0; look < 400; look++) {
      for (const { id, to } of mailbox.list().filter((mail) => mail.to.includes(address))) {
        const found = pattern.exec(mailbox.read(id)?.text ?? "")?.[0];
        if (found !== undefined && to.length === 1) return found;
      }
      await sleep(50);
    }
    throw new Error(`No mail of ${pattern} came.`);
  };
  const tokenIn = (address: string) => address.split("/").at(-2) ?? "";

  // Visitors: what is refused passes the same places as what is received.
  const visitor = new HttpBrowser(product);
  const form = await visitor.openForm();
  const bad = { ...first.fields, message: `Нет ${others.refused}` };
  const refusals: [number, Record<string, string>][] = [
    [422, { ...bad, ...form, name: `${others.refused}${"x".repeat(300)}` }],
    [422, { ...bad, ...form, email: `${others.refused} and more` }],
    [422, { ...bad, ...form, salary: others.refused }],
    [422, { ...bad, ...form, website: others.refused }],
    [422, { ...bad, shown: form.shown, proof: Buffer.from(others.refused).toString("base64") }],
    [409, { ...bad, shown: others.refused }],
  ];
  for (const [status, fields] of refusals) expect((await visitor.post(FORM, fields)).status).toBe(status);
  await visitor.get(`/ru/nowhere-${others.query}/?email=${encodeURIComponent(first.fields.email)}`);
  const received = await visitor.post(FORM, { ...first.fields, ...form, "consent-offers": "on" });
  expect(received.status).toBe(200);
  const reference = referenceOn(received.text) ?? "";
  const receipt = codesOf(received.text).find((text) => text.startsWith("upheld-receipt/1")) ?? "";
  expect((await visitor.post(FORM, { ...first.fields, ...form })).status, "another body").toBe(409);
  expect((await visitor.post("/ru/receipt/", { receipt })).status).toBe(200);
  const { shown } = await visitor.openForm();
  const waits = await visitor.post(FORM, { ...held.fields, shown, "consent-offers": "on" });
  expect(waits.status).toBe(200);
  await visitor.post("/ru/policy-choice/", { choice: "decline" });
  const closed = await visitor.post(FORM, { ...bad, ...(await visitorForm(product)), name: others.declined });
  expect(closed.status).toBe(403);

  // What their mail leads to.
  for (const { fields } of [first, held]) {
    const link = await mailTo(fields.email, /http:\/\/\S+\/confirm\/[\w-]+\//u);
    secrets.push(tokenIn(link));
    const path = new URL(link).pathname;
    expect((await visitor.post(path, { confirm: "all" })).status).toBe(303);
    const withdraw = /\/ru\/consents\/withdraw\/[\w-]+\//u.exec((await visitor.get(path)).text)?.[0] ?? "";
    secrets.push(tokenIn(withdraw));
    if (fields === first.fields) {
      expect((await visitor.post(withdraw, { withdraw: "yes" })).status).toBe(303);
    }
  }
  visitor.close();

  // The first member of staff, and who she invites.
  const folder = join(installation.keys, "itsectr");
  const file = readdirSync(folder).find((name) => /^sign-in-.*\.txt$/u.test(name)) ?? "";
  const firstLink = readFileSync(join(folder, file), "utf8").trim();
  const staff = new HttpBrowser(product);
  const signedIn = await staff.post(`/ru${new URL(firstLink).pathname}`, boss.fields);
  expect(signedIn.status).toBe(303);
  const invited = await staff.post("/ru/console/staff/", {
    ...colleague.fields,
    purposes: "inquiry-handling",
  });
  expect(invited.status).toBe(200);
  const link = await mailTo(colleague.fields.email, /http:\/\/\S+\/console\/sign-in\/[\w-]+\//u);
  const second = new HttpBrowser(product);
  expect((await second.post(new URL(link).pathname)).status).toBe(303);
  for (const login of [boss.fields.login, boss.fields.email, `${others.stranger}@example.org`]) {
    expect((await second.post("/ru/console/sign-in/", { login })).status).toBe(200);
  }
  const again = await mailTo(boss.fields.email, /http:\/\/\S+\/console\/sign-in\/[\w-]+\//u);
  const cookies = [staff, second].map((browser) => browser.cookies.get("staff") ?? "");
  secrets.push(tokenIn(link), tokenIn(again), ...cookies);
  const forged = new HttpBrowser(product, new Map([["staff", others.stranger]]));
  expect((await forged.get("/ru/console/")).status).toBe(303);
  forged.close();

  // Read, answered, closed; read by a program.
  const enquiry = `/ru/console/enquiries/${reference}/`;
  const opened = await second.get(enquiry);
  expect(opened.text, "staff are shown what was sent").toContain(first.fields.company);
  const seen = hiddenValue(opened.text, "seen") ?? "";
  const text = `Ответ: ${others.answer}.`;
  expect((await second.post(enquiry, { seen, text })).status).toBe(303);
  await mailTo(first.fields.email, new RegExp(others.answer, "u"));
  expect((await second.post(`${enquiry}close/`)).status).toBe(303);
  const made = await staff.post("/ru/console/keys/", {
    label: "Website",
    may: "inquiry-handling:extract",
    until: "",
  });
  const key = codesOf(made.text).find((code) => code.startsWith("upheld_")) ?? "";
  const bearer = { Authorization: `Bearer ${key}` };
  expect((await staff.get(`/api/enquiries/${reference}`, bearer)).text).toContain(first.fields.company);
  secrets.push(key);

  // A version with its note, compiled in a process of its own.
  const promise = join(installation.operators, "itsectr", "promise.ts");
  writeFileSync(promise, readFileSync(promise, "utf8").replaceAll('"/feedback/"', '"/contact/"'));
  const draft = hiddenValue((await staff.get("/ru/console/publish/")).text, "draft") ?? "";
  const note = { "note-en": "The form has moved.", "note-ru": "Форма переехала." };
  const published = await staff.post("/ru/console/publish/", { draft, from: "", ...note });
  expect(published.status, published.text).toBe(303);
  expect((await second.post("/ru/console/sign-out/")).status).toBe(303);
  staff.close();
  second.close();

  const people = [first, held, boss, colleague].flatMap(({ canaries }) => canaries);
  expect(secrets.every((secret) => secret.length >= 40)).toBe(true);
  return { canaries: [...people, ...Object.values(others)], secrets, firstLink: tokenIn(firstLink) };
}

/** A form as a browser gets it that has not declined. */
async function visitorForm(product: RunningProduct) {
  const browser = new HttpBrowser(product);
  try {
    return await browser.openForm();
  } finally {
    browser.close();
  }
}

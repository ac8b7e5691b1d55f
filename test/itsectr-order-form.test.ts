import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addStaff, staffByLogin } from "../src/people/staff/index.ts";
import { openEnquiry } from "../src/services/intake/index.ts";
import { hidden, journalled, startConsole } from "./console-site.ts";
import { type Received, send, sendForm } from "./http-client.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { keeps } from "./keeps.ts";
import { proofFor } from "./proofs.ts";

const ORDER = {
  name: "Мария Пример",
  email: "maria@example.org",
  message: "Нужен сайт для небольшой пекарни.",
};

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    site = await startConsole(operator);
    await hire("anna", "pre-contract");
    await hire("boris", "inquiry-handling");
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  const hire = (login: string, purpose: string) =>
    operator.store.transaction((tx) =>
      addStaff(
        tx,
        { kind: "system", id: "cli:staff" },
        {
          login,
          name: `${login} example`,
          authorisations: [{ purpose, operations: ["extract", "use", "record"] }],
        },
        operator,
      ),
    );

  /** What this member of staff is shown of an enquiry; the code of the refusal where it is none of theirs. */
  const shownTo = (login: string, reference: string) =>
    operator.store.transaction(async (tx) => {
      const staff = await staffByLogin(tx, login, operator.vault);
      const found = await openEnquiry(tx, staff, reference, operator);
      return "enquiry" in found ? found.enquiry : found.refusal.code;
    });

  const count = (table: string) =>
    operator.store.read(async (reader) => {
      const { n } = await reader
        .query<Record<string, Record<string, never>>>()
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      return Number(n);
    });

  /** Opens a form as a browser does, and sends it with its proof. */
  async function fill(path: string, fields: Readonly<Record<string, string>>): Promise<Received> {
    const page = await send({ port: site.port, path });
    expect(page.status).toBe(200);
    const shown = hidden(page.text, "shown");
    const about = hidden(page.text, "about");
    return sendForm(
      { port: site.port, path: path.split("?")[0] ?? path },
      { ...(about === "" ? {} : { about }), ...fields, shown, proof: await proofFor(operator, shown) },
    );
  }

  test(
    "itsectr-privacy/3.1.order: an order is received for the preparation of a contract, and answered with a reference",
    keeps("permitted-fields", "acceptance-at-first-trace", "itsectr-agreement/4.2.2"),
    async () => {
      const acceptances = await count("acceptance");
      const answer = await fill("/ru/order/", { ...ORDER, company: "Пекарня «Проба»" });
      expect(answer.status).toBe(200);
      const reference = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/u.exec(answer.text)?.[0] ?? "";
      expect(await shownTo("anna", reference)).toMatchObject({
        form: "order",
        purpose: "pre-contract",
        held: false,
        values: expect.arrayContaining([
          expect.objectContaining({ attribute: "name", value: "Мария Пример" }),
          expect.objectContaining({ attribute: "company", value: "Пекарня «Проба»" }),
          expect.objectContaining({ attribute: "message", value: ORDER.message }),
        ]),
      });
      // Whoever answers enquiries does not see orders.
      expect(await shownTo("boris", reference)).toBe("not-authorised");
      // The policy and the agreement are accepted apart from each other (clauses itsectr-privacy/2.1, itsectr-agreement/1.3).
      expect(await count("acceptance")).toBe(acceptances + 2);
      const collected = (await journalled(operator)).filter((entry) =>
        entry.includes('"operation":"collect"'),
      );
      expect(collected.at(-1)).toContain('"itsectr-privacy/4.1.4"');
    },
  );

  test(
    "itsectr-privacy/3.2.2, 3.2.4: telephone and company may be left empty",
    keeps("optional-fields"),
    async () => {
      const answer = await fill("/en/order/", { ...ORDER, phone: "", company: "" });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain("We received your message");
    },
  );

  test.each(["name", "email", "message"])(
    "without its %s nothing is kept, and what was typed is shown again",
    keeps("permitted-fields"),
    async (missing) => {
      const before = await count("enquiry");
      const answer = await fill("/en/order/", { ...ORDER, [missing]: "" });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(missing === "name" ? ORDER.message : "Мария Пример");
      expect(await count("enquiry")).toBe(before);
    },
  );

  test(
    "itsectr-privacy/3.2: what the form does not ask for is refused with everything that came with it",
    keeps("permitted-fields"),
    async () => {
      const before = await count("enquiry");
      const answer = await fill("/en/order/", { ...ORDER, passport: "0000 000000" });
      expect(answer.status).toBe(422);
      expect(await count("enquiry")).toBe(before);
      expect((await journalled(operator)).join()).not.toContain("0000 000000");
    },
  );

  test(
    "itsectr-agreement/3.2.forms: an order and an enquiry from a service's page arrive tied to it",
    keeps("service-enquiries", "itsectr-agreement/3.2.forms"),
    async () => {
      const services = operator.policy.services.map(({ code }) => code);
      expect(services).toEqual(["websites", "mobile-apps", "software", "care", "review"]);
      for (const path of ["/en/order/?about=mobile-apps", "/en/feedback/?about=mobile-apps"]) {
        const answer = await fill(path, ORDER);
        const reference = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/u.exec(answer.text)?.[0] ?? "";
        const login = path.includes("order") ? "anna" : "boris";
        expect(await shownTo(login, reference)).toMatchObject({ about: "mobile-apps" });
      }
    },
  );

  test(
    "itsectr-agreement/4.2.3: who writes about cooperation is heard on that, and who writes about services on this",
    keeps("topics", "itsectr-agreement/4.2.3"),
    async () => {
      for (const topic of ["cooperation", "services"]) {
        const answer = await fill("/en/feedback/", { ...ORDER, topic });
        const reference = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/u.exec(answer.text)?.[0] ?? "";
        expect(await shownTo("boris", reference)).toMatchObject({ topic, form: "feedback" });
      }
    },
  );
});

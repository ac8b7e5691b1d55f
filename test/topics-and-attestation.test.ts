import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addStaff,
  CLI,
  endStaff,
  setTopics,
  staffByLogin,
  topicsOfOthers,
} from "../src/people/staff/index.ts";
import type { Pseudonym } from "../src/platform/store/index.ts";
import { sha256Hex } from "../src/platform/crypto/index.ts";
import { canonicalJson, type Form, formsOf } from "../src/policy/index.ts";
import {
  enquiriesDue,
  listEnquiries,
  recordViolation,
  submitForm,
  violationsOf,
} from "../src/services/intake/index.ts";
import { deskAt, journalled, linkFor, signedIn, startConsole } from "./console-site.ts";
import { send } from "./http-client.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { keeps, removes } from "./keeps.ts";
import { proofFor } from "./proofs.ts";

const OPERATIONS = ["extract", "use", "record"] as const;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let anna: Pseudonym;
  let boris: Pseudonym;
  let purposes: string[];

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    purposes = operator.policy.purposes.map(({ code }) => code);
    const member = (login: string) =>
      operator.store.transaction(async (tx) => {
        const authorisations = [{ purpose: "inquiry-handling", operations: OPERATIONS }];
        await addStaff(tx, CLI, { login, name: `${login} Example`, authorisations }, operator);
        return (await staffByLogin(tx, login, operator.vault)).id;
      });
    [anna, boris] = [await member("anna"), await member("boris")];
  });
  afterAll(() => installation.remove());

  const sent = async (topic: string): Promise<string> => {
    const form = formsOf(operator.policy).find(({ code }) => code === "feedback") as Form;
    const policy = sha256Hex(Buffer.from(canonicalJson(operator.policy)));
    const shown = { policy, document: form.document, language: "en", form: form.code } as const;
    const token = operator.publication.shownToken({ ...shown, at: operator.clock.now() });
    const outcome = await submitForm(
      {
        form,
        policy: operator.policy,
        language: "en",
        token,
        fields: new Map([
          ["name", ["Anna"]],
          ["email", [`${topic}@example.org`]],
          ["message", [`About ${topic}`]],
        ]),
        consents: [],
        topic,
        trap: "",
        proof: await proofFor(operator, token),
        client: null,
      },
      operator,
    );
    if (outcome.outcome !== "received") throw new Error(outcome.outcome);
    return outcome.receipt.reference;
  };
  const set = (staff: Pseudonym, ...topics: string[]) =>
    operator.store.transaction((tx) => setTopics(tx, CLI, { staff, topics }, operator));
  const reaching = (staff: Pseudonym) =>
    operator.store.read(async (reader) => {
      const without = await topicsOfOthers(reader, staff, operator.clock.now());
      const due = await enquiriesDue(reader, purposes, operator.clock.now(), 100, without);
      const listed = await listEnquiries(reader, purposes, { limit: 100, without });
      const references = due.map(({ reference }) => reference);
      expect(listed.map(({ reference }) => reference).toSorted()).toEqual(references.toSorted());
      return references;
    });

  test(
    "itsectr-agreement/4.2.3: each topic reaches who is set for it, and one that nobody has reaches all",
    keeps("topics", "itsectr-agreement/4.2.3"),
    async () => {
      const cooperation = await sent("cooperation");
      const services = await sent("services");
      const [other] = operator.policy.topics.filter(
        ({ code }) => !["cooperation", "services"].includes(code),
      );
      const rest = await sent(other?.code ?? "general");
      for (const staff of [anna, boris]) expect(await reaching(staff)).toHaveLength(3);

      await set(anna, "cooperation");
      await set(boris, "services");
      expect(await reaching(anna)).toEqual([cooperation, rest]);
      expect(await reaching(boris)).toEqual([services, rest]);
      const entries = (await journalled(operator)).filter((leaf) => leaf.includes("staff-topics-set"));
      expect(entries).toHaveLength(2);
      await expect(set(anna, "nonsense")).rejects.toThrow(expect.objectContaining({ code: "topic-unknown" }));
    },
  );

  test(
    "without anybody set for them topics would lead nowhere apart, and who left holds none back",
    removes("topics"),
    async () => {
      await set(anna, "cooperation");
      await set(boris);
      const withOne = await reaching(boris);
      await set(boris, "services");
      expect(await reaching(boris)).toHaveLength(withOne.length - 1);
      await operator.store.transaction((tx) => endStaff(tx, CLI, anna, operator));
      expect(await reaching(boris)).toHaveLength(withOne.length);
    },
  );

  test(
    "itsectr-agreement/4.3.1: knowingly false data is recorded as a violation, once for a clause, and journalled",
    keeps("attestation", "itsectr-agreement/4.3.1"),
    async () => {
      const reference = await sent("services");
      const record = (clause: string) =>
        operator.store.transaction((tx) =>
          recordViolation(
            tx,
            { kind: "staff", id: boris },
            { reference, clause, reason: "false-data" },
            { ...operator, policy: operator.policy },
          ),
        );
      expect(await record("user-agreement/4.3.1")).toEqual({ repeated: false });
      expect(await record("user-agreement/4.3.1")).toEqual({ repeated: true });
      for (const clause of ["user-agreement/4.2.2", "user-agreement/99", "nothing"]) {
        await expect(record(clause)).rejects.toThrow(
          expect.objectContaining({ code: "clause-forbids-nothing" }),
        );
      }
      const recorded = await operator.store.read(async (reader) => {
        const [row] = await listEnquiries(reader, purposes, { limit: 1 });
        return violationsOf(reader, row?.id ?? "");
      });
      expect(recorded).toMatchObject([
        { clause: "itsectr-agreement/4.3.1", reason: "false-data", recordedBy: boris },
      ]);
      const entries = (await journalled(operator)).filter((leaf) => leaf.includes("violation-recorded"));
      expect(entries.join()).toContain(reference);
    },
  );
});

test("at the console topics are set, filter the lists, and stand apart in the desk's counts", async () => {
  const installation = await temporaryInstallation("sqlite");
  const operator = await installation.open();
  const site = await startConsole(operator);
  try {
    const desk = await signedIn(site, await linkFor(operator, null), {
      name: "Vera Example",
      login: "vera",
    });
    const staff = (await operator.store.read((reader) => staffByLogin(reader, "vera", operator.vault))).id;
    const answer = await desk.post(`/en/console/staff/${staff}/topics/`, { topics: "services" });
    expect(answer.status).toBe(303);
    const member = await desk.get(`/en/console/staff/${staff}/`);
    expect(member.text).toMatch(/value="services"[^>]*checked/u);
    expect((await desk.get("/en/console/enquiries/?topic=services")).text).toContain("Only:");
    expect((await deskAt(site, null).post(`/en/console/staff/${staff}/topics/`)).status).toBe(401);
  } finally {
    await site.served.close();
    await installation.remove();
  }
});

describe("what a form says that its sender answers for", () => {
  test.each([
    ["itsectr", /we do not check them/u],
    ["proit", /we do not check them/u],
    ["itserw", /where there is reason to doubt them, we may ask/u],
  ])(
    "itsectr-privacy/6.1.1: %s says what its setting of verification says, on every form",
    keeps("attestation", "itsectr-privacy/6.1.1", "itsectr-agreement/4.3.1"),
    async (id, words) => {
      const installation = await temporaryInstallation("sqlite");
      const operator = await installation.open({ id });
      const site = await startConsole(operator);
      try {
        for (const { path } of formsOf(operator.policy)) {
          const { text } = await send({ port: site.port, path: `/en${path}` });
          expect(text, path).toMatch(words);
          expect(text, path).toContain("you confirm that these data are your own");
        }
      } finally {
        await site.served.close();
        await installation.remove();
      }
    },
  );

  test(
    "without the text that was shown nothing is taken, so that no sending is without its version",
    removes("attestation", "shown-version"),
    async () => {
      const installation = await temporaryInstallation("sqlite");
      const operator = await installation.open();
      const form = formsOf(operator.policy).find(({ code }) => code === "feedback") as Form;
      try {
        const outcome = await submitForm(
          {
            form,
            policy: operator.policy,
            language: "en",
            token: "",
            fields: new Map([
              ["name", ["Anna"]],
              ["email", ["anna@example.org"]],
              ["message", ["Hello"]],
            ]),
            consents: [],
            topic: "general",
            trap: "",
            proof: null,
            client: null,
          },
          operator,
        );
        expect(outcome).toMatchObject({ outcome: "refused", refusal: { code: "not-shown" } });
      } finally {
        await installation.remove();
      }
    },
  );
});

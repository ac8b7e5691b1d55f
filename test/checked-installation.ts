import { PublishedPolicies, LIVE_CHECKS, type CheckCode, type Visit } from "../src/duties/promises/index.ts";
import { recountPromise, type RecountParts } from "../src/duties/promises/recount-promise.ts";
import { addStaff, CLI, grantAuthorisation, staffByLogin } from "../src/people/staff/index.ts";
import type { Pseudonym } from "../src/platform/store/index.ts";
import type { EngineName } from "../src/platform/store/index.ts";
import { SCHEMAS } from "../src/schemas.ts";
import { answerEnquiry } from "../src/services/intake/answer-enquiry.ts";
import { confirmSubmission } from "../src/services/intake/index.ts";
import { type ConfirmableSending, sendConfirmable } from "./confirmable-sending.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";

/** An installation in which there is something to count: enquiries, confirmed and held, a consent, an answer. */
export interface CheckedInstallation {
  readonly installation: TestInstallation;
  readonly operator: OpenedOperator;
  readonly anna: Pseudonym;
  /** Confirmed, with every consent, and answered. */
  readonly confirmed: ConfirmableSending;
  /** Held, since nobody has confirmed its address. */
  readonly held: ConfirmableSending;
  readonly parts: RecountParts;
  /** Makes a check to its end, and gives what it found. */
  recount(code: CheckCode, parts?: Partial<RecountParts>): Promise<Found>;
}

export interface Found {
  readonly outcome: string;
  readonly examined: number;
  readonly broken: number;
  readonly reason: string | null;
}

export async function checkedInstallation(
  engine: EngineName,
  visit: Visit | null = null,
): Promise<CheckedInstallation> {
  const installation = await temporaryInstallation(engine);
  const operator = await installation.open();
  const { store, journal, vault } = operator;
  const anna = await store.transaction(async (tx) => {
    await addStaff(tx, CLI, { login: "anna", name: "Anna Example", authorisations: [] }, operator);
    const { id } = await staffByLogin(tx, "anna", vault);
    const operations = ["extract", "use", "record"] as const;
    await grantAuthorisation(tx, CLI, { staff: id, purpose: "inquiry-handling", operations }, operator);
    return id;
  });
  const confirmed = await sendConfirmable(operator);
  await confirmSubmission({ token: confirmed.token, addressOnly: false }, operator);
  await store.transaction((tx) =>
    answerEnquiry(tx, { kind: "staff", id: anna }, confirmed.reference, "In spring.", operator),
  );
  const held = await sendConfirmable(operator, { email: "boris@example.org", consents: [] });
  await journal.sequencer.drain();
  const parts: RecountParts = {
    ...operator,
    operator: operator.id,
    schemas: SCHEMAS,
    keysFolder: installation.keys,
    policies: new PublishedPolicies(),
    visit,
  };
  return {
    installation,
    operator,
    anna,
    confirmed,
    held,
    parts,
    async recount(code, given = {}) {
      await journal.sequencer.drain();
      const all = { ...parts, policies: new PublishedPolicies(), ...given };
      while ((await recountPromise(LIVE_CHECKS[code], all)) === "more");
      await journal.sequencer.drain();
      return store.read((reader) =>
        reader
          .query<{ promise_result: Found & { id: string; check_code: string } }>()
          .selectFrom("promise_result")
          .select(["outcome", "examined", "broken", "reason"])
          .where("check_code", "=", code)
          .orderBy("id", "desc")
          .limit(1)
          .executeTakeFirstOrThrow(),
      );
    },
  };
}

import { chmodSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHECK_CODES, type CheckCode } from "../src/duties/promises/index.ts";
import { canonicalJson } from "../src/policy/index.ts";
import { sha256Hex } from "../src/platform/crypto/index.ts";
import { plant, plantTable, remove, rowsOf, tamper, type Tampering } from "./behind-the-gate.ts";
import { type CheckedInstallation, checkedInstallation } from "./checked-installation.ts";
import { removes } from "./keeps.ts";
import { newId } from "./permits.ts";

/** Design invariant 13: a check recounts, and each has a test that plants a violation and sees it fail. */
describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let checked: CheckedInstallation;
  beforeAll(async () => {
    checked = await checkedInstallation(engine);
  });
  afterAll(() => checked.installation.remove());

  const behind = {
    tamper: (...given: Parameters<typeof tamper> extends [unknown, ...infer R] ? R : never) =>
      tamper(checked.operator.store, ...given),
    remove: (...given: Parameters<typeof remove> extends [unknown, ...infer R] ? R : never) =>
      remove(checked.operator.store, ...given),
    plant: (...given: Parameters<typeof plant> extends [unknown, ...infer R] ? R : never) =>
      plant(checked.operator.store, ...given),
  };

  /** The check passes, fails while the violation stands, and passes again once it is gone. */
  const notices = async (code: CheckCode, violate: () => Promise<Tampering> | Tampering): Promise<void> => {
    expect(await checked.recount(code), "before").toMatchObject({ outcome: "kept", broken: 0 });
    const violation = await violate();
    const found = await checked.recount(code);
    await violation.undo();
    expect(found.outcome).toBe("broken");
    expect(found.broken).toBeGreaterThan(0);
    expect(await checked.recount(code), "after").toMatchObject({ outcome: "kept", broken: 0 });
  };

  const one = async (table: string, where: Readonly<Record<string, unknown>>) => {
    const [row] = await rowsOf(checked.operator.store, table, where);
    if (row === undefined) throw new Error(`There is no such row in ${table}.`);
    return row;
  };

  test.each(CHECK_CODES.filter((code) => code !== "policy-address"))(
    "an installation that nobody tampered with keeps: %s",
    async (code) => {
      const found = await checked.recount(code);
      expect(found).toMatchObject({ outcome: "kept", broken: 0, reason: null });
      expect(found.examined).toBeGreaterThan(code === "promises-on-record" ? -1 : 0);
    },
  );

  test(
    "a stored value of a kind that no policy lists is found",
    removes("listed-attributes", "declared-attributes"),
    () =>
      notices("listed-data", () =>
        behind.tamper(
          "subject_value",
          { subject: checked.held.subject, attribute: "name" },
          { attribute: "passport" },
        ),
      ),
  );

  test(
    "data that stands under another version than the one in force when it was given is found",
    removes("old-data-old-scope", "shown-version"),
    () =>
      notices("listed-data", () =>
        behind.tamper("subject_collection", { subject: checked.held.subject }, { received_at: 1000 }),
      ),
  );

  test(
    "data that came through no declared form is found",
    removes("other-sources", "declared-scope", "feedback-channel"),
    () =>
      notices("fields-of-forms", () =>
        behind.tamper("subject_collection", { subject: checked.held.subject }, { channel: "trade-fair" }),
      ),
  );

  test("a value in a field that the form does not have is found", removes("permitted-fields"), () =>
    notices("fields-of-forms", () =>
      behind.tamper(
        "subject_value",
        { subject: checked.held.subject, attribute: "name" },
        { attribute: "ip" },
      ),
    ),
  );

  test("plain text in a sealed column is found", removes("sealed-at-rest"), () =>
    notices("nothing-in-clear", () =>
      behind.tamper(
        "subject_value",
        { subject: checked.held.subject, attribute: "name" },
        { value: Buffer.from("\u0001Boris Example, who lives somewhere") },
      ),
    ),
  );

  test("an address in a column that holds nothing of a person is found", removes("sealed-at-rest"), () =>
    notices("nothing-in-clear", () =>
      behind.tamper("enquiry", { reference: checked.held.reference }, { form: "boris@example.org" }),
    ),
  );

  test("an address in a table that no room declared is found", removes("sealed-at-rest"), () =>
    notices("nothing-in-clear", () =>
      plantTable(checked.operator.store, "stray_copy", "Boris, boris@example.org"),
    ),
  );

  test("an address in an entry of the journal is found", removes("sealed-at-rest"), async () => {
    const entry = await entryOf("decision");
    await notices("nothing-in-clear", () => rewrite(entry, { note: "call +7 200 555-01-99" }));
  });

  test("a key file that others can read is found", removes("sealed-at-rest"), () => {
    const file = join(checked.installation.keys, "itsectr", "index.key");
    const mode = statSync(file).mode & 0o777;
    return notices("keys-kept", () => {
      chmodSync(file, 0o644);
      return { undo: async () => chmodSync(file, mode) };
    });
  });

  test("a key that has been in force for more than a month is found", () =>
    notices("keys-kept", () =>
      behind.tamper("vault_key", { state: "current" }, { created_at: Date.now() - 32 * 86_400_000 }),
    ));

  test(
    "an operation that is none of the list, in the journal, is found",
    removes("closed-operations"),
    async () => {
      const entry = await entryOf("decision");
      await notices("journalled-operations", () => rewrite(entry, { operation: "peek" }));
    },
  );

  test(
    "a purpose that neither policy nor statute has, in the journal, is found",
    removes("closed-purposes", "statutory-purposes"),
    async () => {
      const entry = await entryOf("decision");
      await notices("journalled-operations", () => rewrite(entry, { purpose: "curiosity" }));
    },
  );

  test("what staff did without an authorisation is found", removes("closed-purposes", "enquiry-case"), () =>
    notices("authorised-readings", () =>
      behind.tamper(
        "staff_authorisation",
        { staff: checked.anna, purpose: "inquiry-handling" },
        { purpose: "security" },
      ),
    ),
  );

  test("what staff did after they had left is found", () =>
    notices("authorised-readings", () =>
      behind.tamper("staff_member", { id: checked.anna }, { until: 1000 }),
    ));

  test("a sending without an acceptance is found", removes("acceptance-at-first-trace"), () =>
    notices("acceptances", () => behind.remove("acceptance", { subject: checked.held.subject })),
  );

  test("an acceptance of a text that was never published is found", removes("exact-bytes-accepted"), () =>
    notices("acceptances", () =>
      behind.tamper("acceptance", { subject: checked.held.subject }, { text: "0".repeat(64) }),
    ),
  );

  test(
    "an acceptance that stands where a consent should is found",
    removes("acceptance-is-no-consent"),
    async () => {
      const consent = await one("consent_event", { subject: checked.confirmed.subject, event: "given" });
      await notices("consents-in-force", () =>
        behind.tamper("acceptance", { subject: checked.held.subject }, { document: consent["document"] }),
      );
    },
  );

  test(
    "a use on the ground of a consent that nobody confirmed is found",
    removes("acceptance-is-no-consent"),
    () =>
      notices("consents-in-force", () =>
        behind.remove("consent_event", { subject: checked.confirmed.subject, event: "confirmed" }),
      ),
  );

  test("a use after the consent was withdrawn is found", async () => {
    const confirmed = await rowsOf(checked.operator.store, "consent_event", {
      subject: checked.confirmed.subject,
      event: "confirmed",
    });
    await notices("consents-in-force", () =>
      behind.plant(
        "consent_event",
        confirmed.map((row) => ({ ...row, id: newId(), event: "withdrawn", at: Number(row["at"]) - 1 })),
      ),
    );
  });

  test(
    "a name that counts as verified, which nothing proves, is found",
    removes("unverified-by-default"),
    () =>
      notices("values-unverified", () =>
        behind.tamper(
          "subject_value",
          { subject: checked.confirmed.subject, attribute: "name" },
          { verification_status: "verified" },
        ),
      ),
  );

  test(
    "an address that counts as somebody's without a letter is found",
    removes("address-confirmation"),
    () =>
      notices("addresses-confirmed", () =>
        behind.tamper(
          "subject_identifier",
          { subject: checked.held.subject, kind: "email" },
          { verified_at: Date.now() },
        ),
      ),
  );

  test("an answer to an enquiry that is held is found", removes("advertising-held"), async () => {
    const answered = await one("enquiry", { reference: checked.confirmed.reference });
    const held = await one("enquiry", { reference: checked.held.reference });
    await notices("advertising-held", () =>
      behind.tamper("enquiry_answer", { enquiry: answered["id"] }, { enquiry: held["id"] }),
    );
  });

  test("a time without a version in force is found", removes("one-version-in-force"), () =>
    notices("one-version-at-a-time", () =>
      behind.plant("publication_call_off", [
        { version: 1, called_off_at: Date.now(), called_off_by: newId() },
      ]),
    ),
  );

  test(
    "another policy in the place of the published one is found",
    removes("one-version-in-force"),
    async () => {
      const version = await one("publication_version", { number: 1 });
      const text = Buffer.from(version["compiled"] as Uint8Array).toString("utf8");
      await notices("one-version-at-a-time", () => {
        const compiled = Buffer.from(text.replace("inquiry-handling", "enquiry-handling"));
        return behind.tamper("publication_version", { number: 1 }, { compiled, policy: sha256Hex(compiled) });
      });
    },
  );

  test("a version that took effect before it was published is found", removes("version-dates"), async () => {
    const { published_at: publishedAt } = await one("publication_version", { number: 1 });
    await notices("dates-of-versions", () =>
      behind.tamper("publication_version", { number: 1 }, { effective_from: Number(publishedAt) - 1 }),
    );
  });

  test(
    "a change log that tells another story than at publication is found",
    removes("change-log"),
    async () => {
      await notices("dates-of-versions", () =>
        behind.tamper(
          "publication_version",
          { number: 1 },
          { note: '{"en":"All is well.","ru":"Всё хорошо."}' },
        ),
      );
      await notices("dates-of-versions", () =>
        behind.tamper("publication_version", { number: 1 }, { changes: '[{"kind":"invented"}]' }),
      );
    },
  );

  test("a published text with other words in it is found, also with a hash that fits", async () => {
    const where = { version: 1, code: "privacy-policy", language: "en" };
    const bytes = Buffer.from("<p>We promise nothing.</p>");
    await notices("stored-texts", () => behind.tamper("publication_document", where, { bytes }));
    await notices("stored-texts", () =>
      behind.tamper("publication_document", where, { bytes, hash: sha256Hex(bytes) }),
    );
    await notices("stored-texts", () => behind.remove("publication_document", where));
  });

  test(
    "a policy in force without a way to reach the operator is found",
    removes("policy-questions", "operator-profile", "requisites"),
    async () => {
      const version = await one("publication_version", { number: 1 });
      const policy = JSON.parse(Buffer.from(version["compiled"] as Uint8Array).toString("utf8"));
      for (const blank of [{ email: "" }, { phone: " " }, { inn: "0000000001" }]) {
        const operator = { ...policy.operator, ...blank };
        const compiled = Buffer.from(canonicalJson({ ...policy, operator }));
        await notices("contacts", () =>
          behind.tamper("publication_version", { number: 1 }, { compiled, policy: sha256Hex(compiled) }),
        );
      }
    },
  );

  test("an entry of the journal that was rewritten is found", async () => {
    const entry = await entryOf("decision");
    await notices("journal-whole", () => rewrite(entry, { purpose: "curiosity" }));
  });

  test("an entry that waits for its place for over ten seconds is found", () =>
    notices("journal-whole", async () => {
      const row = { id: newId(), shard_key: newId(), at: Date.now() - 11_000, event: "decision" };
      const [leaf, leaf_hash, mac] = [Buffer.alloc(40), Buffer.alloc(32), Buffer.alloc(32)];
      return behind.plant("journal_forged", [{ ...row, subject: null, leaf, leaf_hash, mac }]);
    }));

  interface Entry {
    readonly position: unknown;
    readonly salt: Buffer;
    readonly said: Record<string, unknown>;
  }

  /** An entry of an event, as it stands in the log: of the staff's, which name a purpose. */
  async function entryOf(event: string): Promise<Entry> {
    await checked.operator.journal.sequencer.drain();
    const rows = await rowsOf(checked.operator.store, "journal_entry", { event });
    const entries = rows.map(({ position, leaf }) => {
      const bytes = Buffer.from(leaf as Uint8Array);
      return { position, salt: bytes.subarray(0, 16), said: JSON.parse(bytes.toString("utf8", 16)) };
    });
    const found = entries.find(({ said }) => said.decision?.allowed === true);
    if (found === undefined) throw new Error(`There is no ${event} in the journal.`);
    return found;
  }

  function rewrite({ position, salt, said }: Entry, changes: Readonly<Record<string, unknown>>) {
    const leaf = Buffer.concat([salt, Buffer.from(canonicalJson({ ...said, ...changes }))]);
    return behind.tamper("journal_entry", { position }, { leaf });
  }
});

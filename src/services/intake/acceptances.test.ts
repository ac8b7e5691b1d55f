import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ConfirmableSending, sendConfirmable } from "../../../test/confirmable-sending.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { keeps, removes } from "../../../test/keeps.ts";
import { publishNext, withNotice, withOtherTexts } from "../../../test/next-version.ts";
import { consentsInForce } from "../../people/consents/index.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { sha256Hex } from "../../platform/crypto/index.ts";
import { acceptedDocuments, type CompiledPolicy } from "../../policy/index.ts";
import { acceptAnew } from "./accept-anew.ts";
import { confirmSubmission, readConfirmation } from "./confirm-submission.ts";

/** A row as it stands in the table, which is the other room's own. */
interface AcceptanceRow {
  readonly id: string;
  readonly shard_key: string;
  readonly subject: string;
  readonly document: string;
  readonly policy: string;
  readonly text: string;
  readonly language: string;
  readonly channel: string;
  readonly mode: string;
  readonly started_at: number;
}

const DAY = 24 * 3_600_000;
const MAIL = "anna@example.org";
const NEWER = "And more.";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let clock: ManualClock;

  beforeEach(async () => {
    installation = await temporaryInstallation(engine);
    clock = new ManualClock(Date.parse("2026-11-22T09:00:00.000Z"));
    operator = await installation.open({ clock });
    clock.advance(DAY);
  });
  afterEach(() => installation.remove());

  const acceptances = () =>
    operator.store.read((reader) =>
      reader
        .query<{ acceptance: AcceptanceRow }>()
        .selectFrom("acceptance")
        .selectAll()
        .orderBy("started_at")
        .orderBy("document")
        .execute(),
    );
  const modes = async () =>
    (await acceptances()).map(({ document, mode }) => `${mode} ${document}`).toSorted();
  const confirm = (sending: ConfirmableSending, more: { declined?: boolean } = {}) =>
    confirmSubmission({ token: sending.token, addressOnly: false, ...more }, operator);
  const textOf = async (code: string, language: "en" | "ru") => {
    const document = await operator.store.read((reader) =>
      publicationOf().document(reader, { code, language, at: clock.now() }),
    );
    return sha256Hex(document?.bytes ?? new Uint8Array());
  };
  const publicationOf = () => operator.publication;
  const next = (change: (policy: CompiledPolicy) => CompiledPolicy) => {
    clock.advance(DAY);
    return publishNext(operator, (policy) => withOtherTexts(change(policy), NEWER));
  };

  describe("the first act that leaves a trace accepts", () => {
    test(
      "each document by itself, in its exact bytes, from now on and without an end",
      keeps(
        "acceptance-at-first-trace",
        "exact-bytes-accepted",
        "itsectr-privacy/2.1",
        "itsectr-agreement/1.3",
        "itsectr-agreement/1.1",
        "itsectr-agreement/3.4",
        "itsectr-agreement/9.1",
      ),
      async () => {
        expect(await acceptances()).toEqual([]);
        const sent = await sendConfirmable(operator, { consents: [] });
        const inForce = await operator.publication.current(clock.now());
        const rows = await acceptances();
        expect(rows.map(({ document }) => document)).toEqual(["privacy-policy", "user-agreement"]);
        for (const row of rows) {
          const { id: _, shard_key: __, ...rest } = row;
          expect(rest).toEqual({
            subject: sent.subject,
            document: row.document,
            policy: inForce?.hash,
            text: await textOf(row.document, "en"),
            language: "en",
            channel: "feedback",
            mode: "first-use",
            started_at: clock.now(),
          });
        }
      },
    );

    test("and no consent comes of it, whoever asks", keeps("acceptance-is-no-consent"), async () => {
      const { subject } = await sendConfirmable(operator, { consents: [] });
      expect(await acceptances()).not.toEqual([]);
      const consents = await operator.store.read((reader) =>
        consentsInForce(reader, subject, operator.policy),
      );
      expect(consents).toEqual([]);
    });

    test("but not of who declined, nor their confirming", keeps("declining"), async () => {
      const sent = await sendConfirmable(operator, { consents: [], declined: true });
      await next((policy) => policy);
      await confirm(sent, { declined: true });
      expect(await acceptances()).toEqual([]);
    });

    test(
      "and where it is left out, as for who declined, nothing stands in its place",
      removes("acceptance-at-first-trace"),
      async () => {
        await sendConfirmable(operator, { consents: [], declined: true });
        expect(await acceptances()).toEqual([]);
        await sendConfirmable(operator, { consents: [] });
        expect(await acceptances()).toHaveLength(2);
      },
    );
  });

  describe("itsectr-agreement/1.4: a known person who goes on accepts the newer version", () => {
    test(
      "by confirming after it took effect, once",
      keeps("acceptance-at-first-trace", "itsectr-agreement/1.4"),
      async () => {
        const sent = await sendConfirmable(operator, { consents: [], email: MAIL });
        await next((policy) => policy);
        await confirm(sent);
        await confirm(sent);
        expect(await modes()).toEqual([
          "continued-use privacy-policy",
          "continued-use user-agreement",
          "first-use privacy-policy",
          "first-use user-agreement",
        ]);
        const [newest] = (await acceptances()).slice(-1);
        expect(newest).toMatchObject({ channel: "confirm-link", started_at: clock.now() });
        expect(newest?.text).toBe(await textOf("user-agreement", "en"));
      },
    );

    test(
      "by a second sending, once its address shows who it is",
      keeps("acceptance-at-first-trace", "itsectr-agreement/1.4"),
      async () => {
        await confirm(await sendConfirmable(operator, { consents: [], email: MAIL }));
        await next((policy) => policy);
        const second = await sendConfirmable(operator, { consents: [], email: MAIL });
        expect((await modes()).filter((mode) => mode.startsWith("continued"))).toEqual([]);
        await confirm(second);
        expect((await modes()).filter((mode) => mode.startsWith("continued"))).toHaveLength(2);
      },
    );

    test(
      "and where nothing changed nothing is accepted again",
      keeps("acceptance-at-first-trace"),
      async () => {
        await confirm(await sendConfirmable(operator, { consents: [], email: MAIL }));
        await confirm(await sendConfirmable(operator, { consents: [], email: MAIL }));
        expect((await modes()).every((mode) => mode.startsWith("first-use"))).toBe(true);
      },
    );
  });

  describe("T13: under the notice re-accept the newer version is accepted by its own control", () => {
    const asked = async (sending: ConfirmableSending) => {
      const policy = (await operator.publication.current(clock.now()))?.compiled ?? operator.policy;
      const { anew } = await operator.store.read((reader) =>
        readConfirmation(reader, { token: sending.token, at: clock.now(), language: "en", policy }, operator),
      );
      return new Map(anew.map(({ document, text }) => [document, text]));
    };
    const accept = async (
      sending: ConfirmableSending,
      texts: ReadonlyMap<string, string>,
      policy?: string,
    ) => {
      const hash = policy ?? (await operator.publication.current(clock.now()))?.hash ?? "";
      return acceptAnew({ token: sending.token, policy: hash, texts, language: "en" }, operator);
    };
    const started = async () => {
      const sent = await sendConfirmable(operator, { consents: [], email: MAIL });
      await confirm(sent);
      const before = await operator.publication.current(clock.now());
      const after = await next((policy) => withNotice(policy, "re-accept"));
      return { sent, before, after };
    };

    test(
      "a further sending and its confirming accept nothing for who was known; the control does, once",
      keeps("change-notice", "exact-bytes-accepted"),
      async () => {
        const { sent } = await started();
        const second = await sendConfirmable(operator, { consents: [], email: MAIL });
        await confirm(second);
        expect((await modes()).some((mode) => /continued|re-accept/.test(mode))).toBe(false);
        const texts = await asked(second);
        expect([...texts.keys()]).toEqual(["privacy-policy", "user-agreement"]);
        expect(await accept(second, texts)).toEqual({ outcome: "accepted" });
        expect(await accept(sent, texts)).toEqual({ outcome: "accepted" });
        expect((await modes()).filter((mode) => mode.startsWith("re-accept"))).toHaveLength(2);
        expect([...(await asked(sent)).keys()]).toEqual([]);
      },
    );

    test(
      "the control on the form does, once the address shows who it is",
      keeps("change-notice"),
      async () => {
        await started();
        const second = await sendConfirmable(operator, { consents: [], email: MAIL, reaccepts: true });
        await confirm(second);
        expect((await modes()).filter((mode) => /^re-accept(?!-unproven)/.test(mode))).toHaveLength(2);
        expect([...(await asked(second)).keys()]).toEqual([]);
      },
    );

    test(
      "the control used with somebody else's address counts for nothing where only the address is confirmed",
      removes("change-notice"),
      async () => {
        const { sent } = await started();
        const forged = await sendConfirmable(operator, { consents: [], email: MAIL, reaccepts: true });
        const confirmed = await confirmSubmission({ token: forged.token, addressOnly: true }, operator);
        expect(confirmed).toMatchObject({ outcome: "confirmed" });
        expect([...(await asked(sent)).keys()]).toEqual(["privacy-policy", "user-agreement"]);
        expect(await modes()).not.toContainEqual(expect.stringMatching(/^re-accept(?!-unproven)/));
      },
    );

    test("with another notice nobody is asked", removes("change-notice"), async () => {
      const sent = await sendConfirmable(operator, { consents: [], email: MAIL });
      await confirm(sent);
      for (const notice of ["none", "banner", "e-mail"] as const) {
        await next((policy) => withNotice(policy, notice));
        expect([...(await asked(sent)).keys()]).toEqual([]);
      }
      await next((policy) => withNotice(policy, "re-accept"));
      expect([...(await asked(sent)).keys()]).toEqual(["privacy-policy", "user-agreement"]);
    });

    test(
      "itsectr-agreement/7.3: a text of one's own, a condition beside it or a part of what is asked is refused, and nothing is accepted",
      removes("exact-bytes-accepted"),
      async () => {
        const { sent } = await started();
        const before = await modes();
        const wrong = "0".repeat(64);
        for (const change of [
          (texts: Map<string, string>) => texts.set("user-agreement", wrong),
          (texts: Map<string, string>) => texts.set("my-conditions", wrong),
          (texts: Map<string, string>) => texts.set("offers-consent", wrong),
          (texts: Map<string, string>) => texts.delete("privacy-policy"),
        ]) {
          const texts = new Map(await asked(sent));
          change(texts);
          await expect(accept(sent, texts)).rejects.toMatchObject({
            code: "accepted-otherwise",
            status: 422,
          });
        }
        expect(await modes()).toEqual(before);
      },
    );

    test(
      "itsectr-agreement/7.3: neither a superseded version nor one that never was can be accepted",
      keeps("exact-bytes-accepted", "itsectr-agreement/7.3"),
      async () => {
        const { sent, before } = await started();
        const texts = await asked(sent);
        for (const policy of [before?.hash ?? "", "f".repeat(64), ""]) {
          await expect(accept(sent, texts, policy)).rejects.toMatchObject({
            code: "accepted-superseded",
            status: 409,
          });
        }
      },
    );
  });
});

describe("what sending a form accepts", () => {
  const documents = (
    [
      "privacy-policy",
      "user-agreement",
      "service-agreement",
      "licence-agreement",
      "consent",
      "information",
    ] as const
  ).map((kind) => ({ code: kind, kind, incorporates: [] as string[] }));
  const accepted = (kind: string, document: string, incorporates: Record<string, string[]> = {}) =>
    acceptedDocuments(
      {
        documents: documents.map((one) => ({ ...one, incorporates: incorporates[one.code] ?? [] })),
      } as never,
      { kind, document } as never,
    ).map(({ code }) => code);

  test(
    "proit-privacy/1.5: an agreement brings what it incorporates, however deep, and in circles too",
    keeps("incorporation", "proit-privacy/1.5"),
    () => {
      expect(accepted("feedback", "privacy-policy")).toEqual(["privacy-policy", "user-agreement"]);
      expect(accepted("registration", "service-agreement")).toEqual([
        "privacy-policy",
        "user-agreement",
        "service-agreement",
      ]);
      const circle = {
        "service-agreement": ["licence-agreement"],
        "licence-agreement": ["service-agreement"],
      };
      expect(accepted("registration", "privacy-policy", circle)).toContain("licence-agreement");
    },
  );

  test(
    "never a consent, which only its own box gives, nor what informs; and a letter accepts nothing",
    keeps("separate-documents", "acceptance-is-no-consent"),
    () => {
      const all = { "user-agreement": ["consent", "information"] };
      expect(accepted("feedback", "privacy-policy", all)).toEqual(["privacy-policy", "user-agreement"]);
      expect(accepted("letter", "privacy-policy")).toEqual([]);
    },
  );

  test("without its incorporation the part is not accepted with the whole", removes("incorporation"), () => {
    const part = { "service-agreement": ["licence-agreement"] };
    expect(accepted("order", "privacy-policy", part)).toContain("licence-agreement");
    expect(accepted("order", "privacy-policy")).not.toContain("licence-agreement");
  });
});

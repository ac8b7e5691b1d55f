import type { OpenedOperator } from "../src/open-operator.ts";
import { consentsOf } from "../src/people/consents/index.ts";
import type { Pseudonym } from "../src/platform/store/index.ts";
import { submitForm } from "../src/services/intake/index.ts";

/** A sending that waits for its address to be confirmed, with everything that a test may want to know of it. */
export interface ConfirmableSending {
  readonly subject: Pseudonym;
  readonly reference: string;
  /** The id of which the mailed link is made. */
  readonly confirmation: string;
  /** The token in that link, which in life only the mailbox's owner has. */
  readonly token: string;
  /** The giving of each consent, by its code. */
  readonly givings: ReadonlyMap<string, string>;
}

export interface ConfirmableOptions {
  readonly email?: string;
  readonly message?: string;
  /** Codes of the boxes that were ticked. Default: every one of the form. */
  readonly consents?: readonly string[];
  /** As by a browser that declined the policy. */
  readonly declined?: boolean;
  /** As with the control used by which a newer version is accepted. */
  readonly reaccepts?: boolean;
}

/** Allowances so wide that no test meets them. */
const WIDE = { perHour: 1_000_000, perHourUnproven: 1_000_000, perHourAll: 1_000_000, minimumAge: 0 };

/** Sends the feedback form without a proof of work, so that it is held until its address is confirmed. */
export async function sendConfirmable(
  operator: OpenedOperator,
  {
    email = "anna@example.org",
    message = "Hello",
    consents,
    declined = false,
    reaccepts = false,
  }: ConfirmableOptions = {},
): Promise<ConfirmableSending> {
  const at = operator.clock.now();
  const inForce = await operator.publication.current(at);
  const form = inForce?.compiled.forms.find(({ code }) => code === "feedback");
  if (inForce === null || form === undefined) throw new Error("There is no feedback form.");
  const { document, code } = form;
  const token = operator.publication.shownToken({
    policy: inForce.hash,
    document,
    language: "en",
    form: code,
    at,
  });
  const sent = await submitForm(
    {
      form,
      policy: inForce.compiled,
      language: "en",
      token,
      fields: new Map([
        ["name", ["Anna Example"]],
        ["email", [email]],
        ["message", [message]],
      ]),
      consents: consents ?? form.consents,
      declined,
      reaccepts,
      topic: "general",
      proof: null,
      trap: "",
      client: null,
    },
    { ...operator, forms: { ...operator.forms, ...WIDE } },
  );
  if (sent.outcome !== "received") throw new Error(sent.outcome);
  const { reference } = sent.receipt;
  return operator.store.read(async (reader) => {
    const { subject, confirmation } = await reader
      .query<{ enquiry: { reference: string; subject: Pseudonym; confirmation: string } }>()
      .selectFrom("enquiry")
      .select(["subject", "confirmation"])
      .where("reference", "=", reference)
      .executeTakeFirstOrThrow();
    const given = await consentsOf(reader, subject);
    return {
      subject,
      reference,
      confirmation,
      token: operator.links.sign("confirm", confirmation),
      givings: new Map(given.map(({ consent, giving }) => [consent, giving])),
    };
  });
}

/** How many rows each of these tables has. */
export async function rowCounts(
  operator: OpenedOperator,
  tables: readonly string[],
): Promise<Record<string, number>> {
  return operator.store.read(async (reader) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { n } = await reader
        .query<Record<string, Record<string, never>>>()
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      counts[table] = Number(n);
    }
    return counts;
  });
}

import { withdrawConsent } from "../../../people/consents/index.ts";
import {
  CLI,
  createApiKey,
  inviteStaff,
  makeSignInLink,
  type NewStaffMember,
  type SignInLink,
  STAFF_RIGHTS,
} from "../../../people/staff/index.ts";
import type { Pseudonym } from "../../../platform/store/index.ts";
import { heldRules, type ProcessingOperation } from "../../../policy/index.ts";
import {
  answerEnquiry,
  closeEnquiry,
  confirmationOf,
  confirmSubmission,
  openEnquiry,
} from "../../../services/intake/index.ts";
import type { PolicyFact } from "../../../trust/gate/index.ts";
import type { Operator } from "../../operator.ts";
import { INVENTED, INVENTED_STAFF, type InventedEnquiry, type InventedStaff } from "./people.ts";
import { sendEnquiry } from "./send-enquiry.ts";

export interface Filled {
  readonly enquiries: number;
  /** Signs in as the one who may do everything. */
  readonly link: SignInLink;
  readonly login: string;
}

/**
 * Fills an installation with invented staff and enquiries, each by the same use case that a browser or the console
 * reaches. `onProgress` is told after each enquiry.
 */
export async function fillInstallation(
  operator: Operator,
  fact: PolicyFact,
  onProgress: (done: number, total: number) => void,
): Promise<Filled> {
  const [form] = fact.compiled.forms;
  if (form === undefined) throw new Error("The policy in force has no form.");
  const staff = new Map<string, Pseudonym>();
  for (const member of INVENTED_STAFF)
    staff.set(member.part, await invite(member, form.purpose, operator, fact));
  const all = staff.get("all") as Pseudonym;
  const answering = { kind: "staff", id: staff.get("enquiries") as Pseudonym } as const;

  for (const [place, enquiry] of INVENTED.entries()) {
    const reference = await sendEnquiry(enquiry, place, { operator, fact, form });
    await follow(enquiry, reference, { operator, fact, answering, consents: form.consents });
    onProgress(place + 1, INVENTED.length);
  }
  const link = await operator.store.transaction(async (tx) => {
    const authorisations = [{ purpose: form.purpose, operations: ["extract"] as const }];
    await createApiKey(
      tx,
      { kind: "staff", id: all },
      { label: "Invented program", authorisations },
      operator,
    );
    return makeSignInLink(tx, CLI, all, operator);
  });
  return { enquiries: INVENTED.length, link, login: INVENTED_STAFF[0]?.login ?? "" };
}

/** What somebody at a console does. */
const WORK: readonly ProcessingOperation[] = ["record", "clarify", "extract", "use"];

async function invite(
  { login, name, part }: InventedStaff,
  enquiries: string,
  operator: Operator,
  { compiled }: PolicyFact,
): Promise<Pseudonym> {
  const everything = [...heldRules(compiled).policy.purposes, ...operator.statutory]
    .map(({ code, operations }) => ({
      purpose: code,
      operations: operations.filter((one) => WORK.includes(one)),
    }))
    .filter(({ operations }) => operations.length > 0);
  const ofEnquiries = everything.filter(({ purpose }) => purpose === enquiries);
  const parts: Readonly<Record<InventedStaff["part"], Pick<NewStaffMember, "authorisations" | "rights">>> = {
    all: { authorisations: everything, rights: STAFF_RIGHTS },
    enquiries: { authorisations: ofEnquiries, rights: [] },
    publishing: { authorisations: ofEnquiries, rights: ["publish"] },
  };
  const invited = await operator.store.transaction((tx) =>
    inviteStaff(tx, CLI, { login, name, ...parts[part] }, operator),
  );
  if ("refusal" in invited) throw new Error(`Invented staff were not taken: ${invited.refusal.code}.`);
  return invited.staff;
}

interface Around {
  readonly operator: Operator;
  readonly fact: PolicyFact;
  readonly answering: { readonly kind: "staff"; readonly id: Pseudonym };
  readonly consents: readonly string[];
}

/** Does with an enquiry what its fate says. */
async function follow(enquiry: InventedEnquiry, reference: string, around: Around): Promise<void> {
  const { operator, fact, answering } = around;
  const { fate, answer } = enquiry;
  if (fate === "open" || fate === "held") return;
  const subject = await confirm(reference, operator);
  const policy = fact.compiled;
  await operator.store.transaction(async (tx) => {
    if (fate === "withdrawn" && subject !== null) {
      for (const code of around.consents) await withdrawConsent(tx, subject, code, operator);
    }
    if (answer === "") return;
    await openEnquiry(tx, answering, reference, { ...operator, policy });
    await answerEnquiry(tx, answering, reference, answer, { ...operator, policy });
    if (fate === "closed") await closeEnquiry(tx, answering, reference, { ...operator, policy });
  });
}

/** Uses the link that the acknowledgement brings. Resolves with whose it was; null when no address was given. */
async function confirm(reference: string, operator: Operator): Promise<Pseudonym | null> {
  const mailed = await operator.store.read((reader) => confirmationOf(reader, reference));
  if (mailed === null) return null;
  const token = operator.links.sign("confirm", mailed.confirmation);
  await confirmSubmission({ token, addressOnly: false }, operator);
  return mailed.subject;
}

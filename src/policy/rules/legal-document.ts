import { z } from "zod";
import type { Localised } from "../compiled.ts";
import { CLAUSE_KINDS, type ClauseKind } from "../vocabulary/clause-kinds.ts";
import { RIGHTS_REQUEST_TYPES, type RightsRequestType } from "../vocabulary/rights.ts";
import { code, localised, repeated, type Sourced, sourced, withMark } from "./sourced.ts";

/** Things of a policy that each rest on a clause; a clause on which one rests says something of it. */
export const POLICY_FACTS = [
  "purposes",
  "attributes",
  "automatic",
  "channels",
  "consents",
  "retention",
  "rights",
  "measures",
  "recipients",
  "deadlines",
  "dataSources",
  "connectors",
] as const;
export type PolicyFact = (typeof POLICY_FACTS)[number];

/** Particulars of the operator that a text may state. */
export const STATED = [
  "operator.legalName",
  "operator.address",
  "operator.email",
  "operator.responsible",
] as const;
export type Stated = (typeof STATED)[number];

/** What shows that a published document has a field: any one of these. */
export interface FieldEvidence {
  /** A clause of the document has one of these resting on it. */
  readonly facts: readonly PolicyFact[];
  /** The policy declares one of these rights. */
  readonly rights: readonly RightsRequestType[];
  /** A clause states it word for word. */
  readonly states: readonly Stated[];
  /** A clause is of one of these kinds. */
  readonly kinds: readonly ClauseKind[];
}

/** Something that a law demands of a document. */
export interface DocumentField {
  readonly code: string;
  readonly label: Localised;
  /** The article, where it is not the document's own. */
  readonly source: string;
  /** `always`, or only in the cases that the label names. */
  readonly needed: "always" | "where-it-applies";
  /** Null where nothing in a policy can show it. */
  readonly evidence: FieldEvidence | null;
}

/** What a law demands of one kind of document, field by field. */
export interface LegalDocument extends Sourced {
  /** `privacy-policy`, `destruction-act`. */
  readonly code: string;
  readonly title: Localised;
  /** What the demands are made of: a published document of this kind, or a paper that the product writes. */
  readonly of: "privacy-policy" | "consent" | "paper";
  readonly fields: readonly DocumentField[];
}

const list = <Item extends z.ZodType>(item: Item) => z.array(item).default([]);

/** The text of `documents/<code>.json`. */
export const legalDocumentFile = z
  .strictObject({
    code,
    title: localised,
    of: z.enum(["privacy-policy", "consent", "paper"]),
    fields: z
      .array(
        z.strictObject({
          code,
          label: localised,
          source: z.string().min(1).optional(),
          needed: z.enum(["always", "where-it-applies"]).default("always"),
          evidence: z
            .strictObject({
              facts: list(z.enum(POLICY_FACTS)),
              rights: list(z.enum(RIGHTS_REQUEST_TYPES)),
              states: list(z.enum(STATED)),
              kinds: list(z.enum(CLAUSE_KINDS)),
            })
            .nullable()
            .default(null),
        }),
      )
      .min(1),
    ...sourced,
  })
  .superRefine(({ fields }, context) => {
    for (const twice of repeated(fields.map((field) => field.code))) {
      context.addIssue({ code: "custom", path: ["fields"], message: `${twice} stands twice` });
    }
  })
  .transform(
    (document): LegalDocument => ({
      ...withMark(document),
      fields: document.fields.map((field) => ({ ...field, source: field.source ?? document.source })),
    }),
  );

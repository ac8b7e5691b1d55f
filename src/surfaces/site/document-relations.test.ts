import { expect, test } from "vitest";
import { keeps, removes } from "../../../test/keeps.ts";
import { smallPolicy } from "../../../test/small-policy.ts";
import type { CompiledPolicy, PolicyDocument } from "../../policy/index.ts";
import { relationsOf } from "./document-relations.tsx";

const small = smallPolicy();
const [first] = small.documents as [PolicyDocument];

function policyOf(precedence: readonly string[], incorporates: readonly string[] = []): CompiledPolicy {
  const named = (code: string, kind: PolicyDocument["kind"], more: Partial<PolicyDocument> = {}) => ({
    ...first,
    code,
    kind,
    path: `/${code}/`,
    title: { en: code, ru: code },
    ...more,
  });
  return {
    ...small,
    settings: { ...small.settings, documents: { precedence } },
    documents: [
      named("privacy-policy", "privacy-policy"),
      named("service-agreement", "service-agreement", { incorporates, offerStatus: "public-offer" }),
      named("offers-consent", "consent"),
    ],
  };
}

const shown = (policy: CompiledPolicy, code: string) => {
  const relations = relationsOf(policy, code, "en");
  const titles = (list: "incorporates" | "partOf" | "yieldsTo" | "holdsOver") =>
    relations?.[list].map(({ title }) => title) ?? [];
  return [titles("incorporates"), titles("partOf"), titles("yieldsTo"), titles("holdsOver")];
};

test(
  "T15: each document says which hold over it, over which it holds, and what is part of what",
  keeps("precedence", "incorporation", "itserw-privacy/6.precedence", "proit-privacy/1.5"),
  () => {
    const policy = policyOf(["service-agreement", "privacy-policy"], ["privacy-policy"]);
    expect(shown(policy, "privacy-policy")).toEqual([[], ["service-agreement"], ["service-agreement"], []]);
    expect(shown(policy, "service-agreement")).toEqual([["privacy-policy"], [], [], ["privacy-policy"]]);
    expect(shown(policy, "offers-consent")).toEqual([[], [], [], []]);
  },
);

test(
  "T14: the offer is the document's own, and a consent is neither offer nor accepted by use",
  keeps("offer-status", "itsectr-agreement/3.4"),
  () => {
    const policy = policyOf([]);
    const statusOf = (code: string) => relationsOf(policy, code, "ru");
    expect(statusOf("service-agreement")).toMatchObject({ offerStatus: "public-offer", accepted: true });
    expect(statusOf("offers-consent")).toMatchObject({ offerStatus: "none", accepted: false });
    expect(statusOf("terms")).toBeNull();
  },
);

test(
  "without an order and without incorporation nothing is claimed",
  removes("precedence", "incorporation", "offer-status"),
  () => {
    const policy = policyOf([]);
    for (const { code } of policy.documents) expect(shown(policy, code)).toEqual([[], [], [], []]);
    const plain = {
      ...policy,
      documents: policy.documents.map((one) => ({ ...one, offerStatus: "none" as const })),
    };
    expect(relationsOf(plain, "service-agreement", "en")?.offerStatus).toBe("none");
  },
);

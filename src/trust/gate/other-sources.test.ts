import { describe, expect, test } from "vitest";
import { keeps, removes } from "../../../test/keeps.ts";
import { smallPolicy } from "../../../test/small-policy.ts";
import type { CompiledPolicy, DataSource, Settings } from "../../policy/index.ts";
import { decide } from "./decide.ts";
import type { GateRequest } from "./request.ts";

const ANNA = "0190a0a0-0000-7000-8000-000000000001";
const small = smallPolicy();
const words = { en: "x", ru: "х" };

const source: DataSource = {
  code: "fair",
  label: words,
  kind: "import",
  purpose: "inquiry-handling",
  ground: "legitimateInterest",
  evidenceOfNotice: words,
  attributes: ["email"],
  clause: "1.1",
};
const taking: GateRequest = {
  actor: { kind: "staff", id: ANNA },
  purpose: "inquiry-handling",
  operation: "collect",
  subjects: [ANNA],
  attributes: ["email"],
  channel: "fair",
};

function take(
  changed: Partial<DataSource> = {},
  request: Partial<GateRequest> = {},
  sources: Settings["sources"] = ["form", "import"],
) {
  const compiled: CompiledPolicy = {
    ...small,
    settings: { ...small.settings, sources },
    dataSources: [{ ...source, ...changed }],
  };
  return decide(
    { ...taking, ...request },
    {
      policy: { compiled, hash: "p1", version: 1 },
      actor: { authorisations: [{ purpose: "inquiry-handling", operations: ["collect"] }] },
      subjects: new Map([[ANNA, { exists: false, blocked: [], consents: [] }]]),
      shown: null,
    },
    [],
  );
}

describe("itserw-privacy/1.4: data that the person did not give", () => {
  test(
    "come only from a source that is declared with purpose, ground and evidence of notice",
    keeps("other-sources", "itserw-privacy/1.4", "proit-privacy/1.4"),
    () => {
      expect(take()).toMatchObject({ allowed: true });
      expect(take({}, { channel: "phone-call" })).toMatchObject({
        code: "channel-outside-purpose",
        about: "undeclared",
      });
    },
  );

  test.each<[string, Partial<DataSource>, string]>([
    ["without a purpose", { purpose: null }, "no purpose"],
    ["for another purpose", { purpose: "offers" }, "no purpose"],
    ["without a ground", { ground: null }, "no ground"],
    ["without evidence that the person was told", { evidenceOfNotice: null }, "no notice"],
    ["of what it does not list", { attributes: [] }, "attribute"],
  ])("%s they are refused", removes("other-sources", "declared-scope"), (_, changed, about) => {
    expect(take(changed)).toMatchObject({ allowed: false, code: "source-outside-policy", about });
  });

  test(
    "nor of a kind that the settings close, and never by whoever nobody knows",
    keeps("other-sources", "declared-scope", "proit-privacy/1.4"),
    () => {
      expect(take({}, {}, ["form"])).toMatchObject({ code: "source-outside-policy", about: "closed" });
      expect(take({}, { actor: { kind: "visitor" } })).toMatchObject({ code: "not-authorised" });
      expect(take({}, { actor: { kind: "subject", id: ANNA } })).toMatchObject({ code: "not-authorised" });
    },
  );
});

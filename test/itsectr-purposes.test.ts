import { beforeAll, describe, expect, test } from "vitest";
import definition from "../operators/itsectr/policy.ts";
import {
  type CompiledPolicy,
  compileOperator,
  PROCESSING_OPERATIONS,
  type ProcessingOperation,
  statutoryPurposesOf,
} from "../src/policy/index.ts";
import { decide, type Facts, type GateRequest } from "../src/trust/gate/index.ts";
import { readRulePacks } from "../src/trust/publication/index.ts";
import { keeps, removes } from "./keeps.ts";

/**
 * Section 4 of ITSECTR's privacy policy, and what the law adds to it, written down by hand: for each purpose its
 * clause, the operations, the data, and through which form which of them may be collected. Whatever is not written
 * here is refused (clause itsectr-privacy/6.2.1).
 */
interface Row {
  readonly purpose: string;
  readonly clause: string;
  readonly operations: string;
  readonly data: string;
  readonly collects: Readonly<Record<string, string>>;
}
const ALL = "name phone email company message";
const SECTION_4: readonly Row[] = [
  {
    purpose: "inquiry-handling",
    clause: "itsectr-privacy/4.1.1",
    operations: "record systematise accumulate store clarify extract use delete destroy",
    data: ALL,
    collects: { feedback: ALL },
  },
  {
    purpose: "offers",
    clause: "itsectr-privacy/4.1.2",
    operations: "record store clarify extract use delete destroy",
    data: "name email",
    collects: {},
  },
  {
    purpose: "service-communication",
    clause: "itsectr-privacy/4.1.3",
    operations: "record store clarify extract use delete destroy",
    data: "name phone email message",
    collects: {},
  },
  {
    purpose: "pre-contract",
    clause: "itsectr-privacy/4.1.4",
    operations: "record store clarify extract use delete destroy",
    data: ALL,
    collects: { order: ALL },
  },
  {
    purpose: "contract",
    clause: "itsectr-privacy/4.1.4",
    operations: "record store clarify extract use transfer provide delete destroy",
    data: "name phone email company",
    collects: {},
  },
  {
    purpose: "research",
    clause: "itsectr-privacy/4.1.5",
    operations: "systematise store extract use",
    data: "",
    collects: {},
  },
  {
    purpose: "fraud-prevention",
    clause: "itsectr-privacy/4.1.6",
    operations: "record store extract use delete destroy",
    data: "email phone",
    collects: {},
  },
  {
    purpose: "newsletter",
    clause: "itsectr-privacy/4.1.7",
    operations: "record store clarify extract use delete destroy",
    data: "name email",
    collects: {},
  },
];

/** Through no form of ITSECTR's: such data come from what the person does about their own (152-FZ 14, 20). */
const BY_LAW: readonly Row[] = [
  {
    purpose: "rights",
    clause: "152-FZ 6(1)(2), 14, 20, 21",
    operations: "record store systematise clarify extract use provide block delete destroy link unlink",
    data: ALL,
    collects: { "": ALL },
  },
  {
    purpose: "security",
    clause: "152-FZ 6(1)(2), 18.1, 19, 21(3.1)",
    operations: "record store extract use provide block delete destroy",
    data: "name phone email",
    collects: { "": "name phone email" },
  },
  {
    purpose: "claims",
    clause: "152-FZ 6(1)(3), 6(1)(7), 17, 24",
    operations: "record store extract use provide destroy",
    data: ALL,
    collects: { "": ALL },
  },
  {
    purpose: "legal-compliance",
    clause: "152-FZ 6(1)(2), 21(7), 22",
    operations: "record store systematise extract use provide delete destroy",
    data: "name phone email company",
    collects: {},
  },
];

const ANNA = "0190a0a0-0000-7000-8000-000000000001";
const CLERK = "0190a0a0-0000-7000-8000-000000000002";
const OUTWARD: readonly string[] = [
  "transfer",
  "provide",
  "distribute",
  "grantAccess",
  "crossBorderTransfer",
];
const CHANNELS = ["", "feedback", "order", "newsletter", "registration"];
/** Beside the declared items one that nobody declared. */
const ATTRIBUTES = [...ALL.split(" "), "passport"];
/** Beside the two sets a purpose that stands in neither. */
const PURPOSES = [...SECTION_4, ...BY_LAW].map(({ purpose }) => purpose).concat("profiling");

let policy: CompiledPolicy;
let statutory: ReturnType<typeof statutoryPurposesOf>;

beforeAll(async () => {
  const rules = await readRulePacks("rules");
  policy = compileOperator(definition, rules);
  statutory = statutoryPurposesOf(rules, policy.operator.regimes);
});

/** The gate's answer to somebody who is authorised for everything, about a person who has consented to everything. */
function answer(
  compiled: CompiledPolicy,
  purpose: string,
  operation: ProcessingOperation,
  attribute: string,
  channel: string,
): string {
  const request: GateRequest = {
    actor: { kind: "staff", id: CLERK },
    purpose,
    operation,
    subjects: [ANNA],
    attributes: [attribute],
    ...(channel === "" ? {} : { channel }),
    // To whom section 5 lets them go; what lets data out to nobody named is refused by itself.
    ...(OUTWARD.includes(operation) ? { recipient: "delivery" } : {}),
  };
  const facts: Facts = {
    policy: { compiled, hash: "p1", version: 1 },
    actor: { authorisations: PURPOSES.map((held) => ({ purpose: held, operations: PROCESSING_OPERATIONS })) },
    subjects: new Map([[ANNA, { exists: true, blocked: [], consents: PURPOSES }]]),
    shown: {
      policy: "p1",
      document: "privacy-policy",
      language: "en",
      form: channel,
      at: 0,
      version: 1,
      expired: false,
    },
  };
  const decision = decide(request, facts, statutory);
  return decision.allowed ? decision.clause : "refused";
}

function written(
  purpose: string,
  operation: ProcessingOperation,
  attribute: string,
  channel: string,
): string {
  const row = [...SECTION_4, ...BY_LAW].find((item) => item.purpose === purpose);
  if (row === undefined) return "refused";
  const allowed =
    operation === "collect"
      ? words(row.collects[channel]).includes(attribute)
      : words(row.operations).includes(operation) && words(row.data).includes(attribute);
  return allowed ? row.clause : "refused";
}

function words(line = ""): string[] {
  return line.split(" ");
}

function disagreements(compiled: CompiledPolicy): string[] {
  return PURPOSES.flatMap((purpose) =>
    PROCESSING_OPERATIONS.flatMap((operation) =>
      ATTRIBUTES.flatMap((attribute) =>
        CHANNELS.filter(
          (channel) =>
            answer(compiled, purpose, operation, attribute, channel) !==
            written(purpose, operation, attribute, channel),
        ).map((channel) => `${purpose} ${operation} ${attribute} ${channel}`),
      ),
    ),
  );
}

describe("itsectr-privacy/6.2.1: data is used only for the purposes listed in section 4, and for those of the law", () => {
  test(
    "the whole table of data, channels, purposes and operations, written by hand, is the gate's",
    keeps("closed-purposes", "statutory-purposes", "itsectr-privacy/6.2.1"),
    () => {
      expect(PROCESSING_OPERATIONS).toHaveLength(19);
      expect(disagreements(policy)).toEqual([]);
    },
  );

  test(
    "one purpose, one operation or one item more than section 4 says is noticed",
    removes("closed-purposes"),
    () => {
      const wider = policy.purposes.map((purpose) =>
        purpose.code === "pre-contract"
          ? { ...purpose, operations: [...purpose.operations, "distribute" as const] }
          : purpose,
      );
      expect(disagreements({ ...policy, purposes: wider })).toHaveLength(5 * CHANNELS.length);
      const more = policy.purposes.map((purpose) =>
        purpose.code === "newsletter"
          ? { ...purpose, attributes: [...purpose.attributes, "phone"] }
          : purpose,
      );
      expect(disagreements({ ...policy, purposes: more })).toContain("newsletter use phone order");
      const [first] = policy.purposes;
      const profiling = { ...first, code: "profiling" } as CompiledPolicy["purposes"][number];
      expect(disagreements({ ...policy, purposes: [...policy.purposes, profiling] })).toContain(
        "profiling use message feedback",
      );
    },
  );

  test("every purpose of section 4 stands in the table, and nothing else does", () => {
    expect(policy.purposes.map(({ code }) => code)).toEqual(SECTION_4.map(({ purpose }) => purpose));
    expect(statutory.map(({ code }) => code)).toEqual(BY_LAW.map(({ purpose }) => purpose));
  });
});

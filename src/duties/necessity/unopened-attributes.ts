import type { Store } from "../../platform/store/index.ts";
import type { CompiledPolicy, Localised } from "../../policy/index.ts";
import { readDecisions } from "../../trust/journal/index.ts";

/** An item of data that a purpose has and nobody opened for it. */
export interface UnopenedAttribute {
  readonly purpose: string;
  readonly attribute: string;
  /** What the policy says it is needed for; null where it says nothing. */
  readonly necessity: Localised | null;
  readonly clause: string;
}

/** Decisions that one read takes. */
const PAGE = 500;

/**
 * Items of data that no operation opened under their purpose since `since` (ms), by the journal: what was kept all that
 * time and not once looked at may not be necessary (clause proit-privacy/3.1, 152-FZ 5(5), GDPR 25). Reading, providing
 * and transferring open a value, and so does a program's use of it; a colleague who closes a case opens nothing.
 */
export async function unopenedAttributes(
  store: Store,
  policy: CompiledPolicy,
  since: number,
): Promise<UnopenedAttribute[]> {
  const left = new Map<string, UnopenedAttribute>();
  for (const { code: purpose, attributes } of policy.purposes) {
    for (const attribute of attributes) {
      const declared = policy.attributes.find(({ code }) => code === attribute);
      if (declared === undefined) continue;
      const { necessity, clause } = declared;
      left.set(`${purpose} ${attribute}`, { purpose, attribute, necessity, clause });
    }
  }
  let before: number | undefined;
  while (left.size > 0) {
    const page = { since, limit: PAGE, ...(before === undefined ? {} : { before }) };
    const { decisions, next } = await store.read((reader) => readDecisions(reader, page));
    for (const { operation, actor, decision, purpose, attributes = [] } of decisions) {
      if (decision?.allowed !== true || !opens(operation, actor.kind)) continue;
      for (const attribute of attributes) left.delete(`${purpose} ${attribute}`);
    }
    if (next === null) break;
    before = next;
  }
  return [...left.values()];
}

function opens(operation: string | undefined, actor: string): boolean {
  if (operation === "use") return actor === "system";
  return operation === "extract" || operation === "provide" || operation === "transfer";
}

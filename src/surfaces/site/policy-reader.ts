import { refuse } from "../../platform/http/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { PolicyFact } from "../../trust/gate/index.ts";
import type { Operator } from "../operator.ts";
import { type ChangeNews, tellBeside } from "./change-news.ts";

/** How pages learn what is in force. */
export interface PolicyReader {
  /** The version in force at `at`, ms. Answers 503 when there is none. */
  read(at: number): Promise<PolicyFact>;
  /** The one that `read` gave last, for what stands around a page. */
  current(): CompiledPolicy;
}

/** Reads the policy in force at each request, so that a version takes effect on every page at its moment. */
export function policyReader(
  { publication }: Operator,
  first: CompiledPolicy,
  news: ChangeNews | null = null,
): PolicyReader {
  let latest = first;
  return {
    async read(at) {
      const fact = await publication.current(at);
      if (fact === null) return refuse("no-policy");
      latest = fact.compiled;
      tellBeside(fact, news);
      return fact;
    },
    current: () => latest,
  };
}

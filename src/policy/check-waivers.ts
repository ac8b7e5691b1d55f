import type { CompiledPolicy, Waiver } from "./compiled.ts";
import { type Finding, finding, FINDINGS } from "./finding.ts";

/**
 * Joins findings with the operator's public reasons to accept them. A warning may be waived, at the place that it names;
 * an error may not, and a waiver of nothing is found itself.
 */
export function joinWaivers(found: readonly Finding[], { waivers }: CompiledPolicy): Finding[] {
  const joined = found.map((one) => {
    const waiver = one.severity === "warning" ? waivers.find((given) => concerns(given, one)) : undefined;
    return waiver === undefined ? one : { ...one, waived: { reason: waiver.reason, on: waiver.on } };
  });
  return [...joined, ...waivers.flatMap((waiver) => checkWaiver(waiver, found))];
}

function checkWaiver(waiver: Waiver, found: readonly Finding[]): Finding[] {
  const where = `waivers.${waiver.finding}.${waiver.where}`;
  if (FINDINGS[waiver.finding].severity === "error") return [finding("waived-error", where)];
  return found.some((one) => concerns(waiver, one)) ? [] : [finding("waiver-without-finding", where)];
}

function concerns(waiver: Waiver, { code, where }: Finding): boolean {
  return waiver.finding === code && waiver.where === where;
}

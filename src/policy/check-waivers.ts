import type { CompiledPolicy, Waiver } from "./compiled.ts";
import { type Finding, type FindingCode, type FindingEntry, finding, FINDINGS } from "./finding.ts";

/**
 * Joins findings with the operator's public reasons to accept them. A warning may be waived, at the place that it names.
 * So may an error that was found by reading a text, since a reading can be wrong: it stops nothing any more. No other
 * error may, and a waiver of nothing is found itself.
 */
export function joinWaivers(found: readonly Finding[], { waivers }: CompiledPolicy): Finding[] {
  const joined = found.map((one) => {
    const waiver = isWaivable(one.code) ? waivers.find((given) => concerns(given, one)) : undefined;
    if (waiver === undefined) return one;
    const { reason, on } = waiver;
    return { ...one, severity: "warning" as const, waived: { reason, on } };
  });
  return [...joined, ...waivers.flatMap((waiver) => checkWaiver(waiver, found))];
}

function checkWaiver(waiver: Waiver, found: readonly Finding[]): Finding[] {
  const where = `waivers.${waiver.finding}.${waiver.where}`;
  if (!isWaivable(waiver.finding)) return [finding("waived-error", where)];
  return found.some((one) => concerns(waiver, one)) ? [] : [finding("waiver-without-finding", where)];
}

function isWaivable(code: FindingCode): boolean {
  const entry: FindingEntry = FINDINGS[code];
  return entry.severity === "warning" || entry.fromReading === true;
}

function concerns(waiver: Waiver, { code, where }: Finding): boolean {
  return waiver.finding === code && waiver.where === where;
}

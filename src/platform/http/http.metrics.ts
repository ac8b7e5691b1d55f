import { Counter, Histogram, type Registry } from "prom-client";

/** What is counted of requests: patterns, codes and durations, nothing of who asked. */
export interface HttpMetrics {
  readonly registry: Registry;
  answered(
    labels: { operator: string; method: string; route: string; status: number },
    seconds: number,
  ): void;
  refused(code: string): void;
  unknownHost(): void;
}

/** Registers this room's metrics. One registry takes them once. */
export function createHttpMetrics(registry: Registry): HttpMetrics {
  const registers = [registry];
  const durations = new Histogram({
    name: "upheld_http_request_duration_seconds",
    help: "Time from the head of a request to its answer.",
    labelNames: ["operator", "method", "route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const refusals = new Counter({
    name: "upheld_http_refusals_total",
    help: "Requests answered with an error, by its code.",
    labelNames: ["code"],
    registers,
  });
  const unknown = new Counter({
    name: "upheld_http_unknown_host_total",
    help: "Requests for a host that is not configured.",
    registers,
  });
  return {
    registry,
    answered: (labels, seconds) => durations.observe(labels, seconds),
    refused: (code) => refusals.inc({ code }),
    unknownHost: () => unknown.inc(),
  };
}

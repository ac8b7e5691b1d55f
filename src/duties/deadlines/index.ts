export { type CaseClock, clocksOf, rulingOf } from "./clocks-of.ts";
export { clocksOfEnquiries } from "./clocks-of-enquiries.ts";
export { deadlinesHolding } from "./deadlines-holding.ts";
export { deadlinesSchema } from "./deadline.table.ts";
export { queueRecomputing, recomputeDeadlines } from "./recompute-deadlines.ts";

export { announceDue } from "./announce-due.ts";
export { type CaseClock, clocksOf, rulingOf } from "./clocks-of.ts";
export { clocksOfEnquiries } from "./clocks-of-enquiries.ts";
export { deadlinesHolding } from "./deadlines-holding.ts";
export { deadlinesSchema } from "./deadline.table.ts";
export { queueRecomputing, recomputeDeadlines } from "./recompute-deadlines.ts";
export { type ClockedCase, startClocks } from "./start-clocks.ts";

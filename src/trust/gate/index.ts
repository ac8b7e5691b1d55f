export { type Decision, type Permission, type Refusal, REFUSALS, type RefusalCode } from "./decision.ts";
export type { ActorFact, Facts, FactSource, PolicyFact, ScopeFact, ShownFact, SubjectFact } from "./facts.ts";
export { decide } from "./decide.ts";
export { createGate, type GateParts } from "./ask.ts";
export type { Gate, Ruling } from "./gate.ts";
export type { Permit, PermitErrorCode, PermittedAct } from "./permit.ts";
export type { Actor, GateRequest } from "./request.ts";

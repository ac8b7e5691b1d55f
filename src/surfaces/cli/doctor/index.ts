export { doctor } from "./doctor.ts";
export type { Surroundings } from "./examination.ts";

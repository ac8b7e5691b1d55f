export type { HeldItem, Holding } from "./holding.ts";

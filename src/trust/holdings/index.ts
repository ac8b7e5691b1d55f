export type { HeldItem, Holding } from "./holding.ts";
export { type UndeclaredTable, undeclaredTables } from "./undeclared-tables.ts";

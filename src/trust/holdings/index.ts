export type { HeldItem, Holding } from "./holding.ts";
export { removeRowsOf } from "./remove-rows.ts";
export { type UndeclaredTable, undeclaredTables } from "./undeclared-tables.ts";

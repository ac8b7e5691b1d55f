import type { TableShape } from "../engine-store.ts";
import type { Unit } from "../unit.ts";

/** What PostgreSQL's catalogue says of a table of the connection's schema. */
export async function describePostgresTable(unit: Unit, table: string): Promise<TableShape | undefined> {
  const columns = await unit.execute(
    `select column_name, data_type, is_nullable from information_schema.columns
     where table_schema = current_schema() and table_name = $1`,
    [table],
  );
  if (columns.rows.length === 0) return undefined;
  const key = await unit.execute(
    `select k.column_name from information_schema.table_constraints c
     join information_schema.key_column_usage k using (constraint_schema, constraint_name, table_name)
     where c.constraint_schema = current_schema() and c.table_name = $1 and c.constraint_type = 'PRIMARY KEY'
     order by k.ordinal_position`,
    [table],
  );
  const checks = await unit.execute(
    `select constraint_name as name from information_schema.table_constraints
     where constraint_schema = current_schema() and table_name = $1 and constraint_type in ('CHECK', 'FOREIGN KEY')`,
    [table],
  );
  const indexes = await unit.execute(
    "select indexname as name from pg_indexes where schemaname = current_schema() and tablename = $1",
    [table],
  );
  return {
    columns: new Map(
      columns.rows.map((row) => [
        String(row["column_name"]),
        { type: String(row["data_type"]), nullable: row["is_nullable"] === "YES" },
      ]),
    ),
    primaryKey: key.rows.map((row) => String(row["column_name"])),
    checks: new Set(checks.rows.map((row) => String(row["name"]))),
    indexes: new Set(indexes.rows.map((row) => String(row["name"]))),
  };
}

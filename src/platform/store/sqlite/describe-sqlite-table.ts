import type { TableShape } from "../engine-store.ts";
import type { Unit } from "../unit.ts";

/** What SQLite's catalogue says of a table. */
export async function describeSqliteTable(unit: Unit, table: string): Promise<TableShape | undefined> {
  const [made] = (
    await unit.execute("select sql from sqlite_master where type = 'table' and name = ?", [table])
  ).rows;
  if (made === undefined) return undefined;
  const columns = await unit.execute(
    'select name, type, "notnull" as required, pk as place from pragma_table_xinfo(?)',
    [table],
  );
  const indexes = await unit.execute(
    "select name from sqlite_master where type = 'index' and tbl_name = ? and sql is not null",
    [table],
  );
  return {
    columns: new Map(
      columns.rows.map(({ name, type, required }) => [
        String(name),
        { type: String(type), nullable: required === 0 },
      ]),
    ),
    primaryKey: columns.rows
      .filter(({ place }) => place !== 0)
      .sort((a, b) => Number(a["place"]) - Number(b["place"]))
      .map(({ name }) => String(name)),
    checks: new Set(
      [...String(made["sql"]).matchAll(/constraint "(\w+)" (?:check|foreign key)/g)].map(([, name]) =>
        String(name),
      ),
    ),
    indexes: new Set(indexes.rows.map(({ name }) => String(name))),
  };
}

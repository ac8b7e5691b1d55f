import type { TableShape } from "../engine-store.ts";
import type { Unit } from "../unit.ts";

/**
 * The catalogue itself, and all tables by one question: the views of the information schema look up what the asking
 * user may see for each column, and take a hundred times as long.
 */
const SHAPES = `
  select c.relname as name,
    (select json_agg(json_build_array(a.attname, format_type(a.atttypid, null), not a.attnotnull))
       from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select json_agg(a.attname order by k.place)
       from pg_constraint p
       cross join unnest(p.conkey) with ordinality as k(number, place)
       join pg_attribute a on a.attrelid = p.conrelid and a.attnum = k.number
       where p.conrelid = c.oid and p.contype = 'p') as key,
    (select json_agg(p.conname) from pg_constraint p
       where p.conrelid = c.oid and p.contype in ('c', 'f')) as checks,
    (select json_agg(x.relname) from pg_index i join pg_class x on x.oid = i.indexrelid
       where i.indrelid = c.oid) as indexes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = current_schema() and c.relkind in ('r', 'p')
    and c.relname in (select json_array_elements_text($1::json))`;

/** What PostgreSQL's catalogue says of tables of the connection's schema, by name. */
export async function describePostgresTables(
  unit: Unit,
  tables: readonly string[],
): Promise<ReadonlyMap<string, TableShape>> {
  const { rows } = await unit.execute(SHAPES, [tables]);
  return new Map(
    rows.map(({ name, columns, key, checks, indexes }) => [
      String(name),
      {
        columns: new Map(
          (columns as [string, string, boolean][]).map(([column, type, nullable]) => [
            column,
            { type, nullable },
          ]),
        ),
        primaryKey: namesIn(key),
        checks: new Set(namesIn(checks)),
        indexes: new Set(namesIn(indexes)),
      },
    ]),
  );
}

function namesIn(list: unknown): string[] {
  return (list ?? []) as string[];
}

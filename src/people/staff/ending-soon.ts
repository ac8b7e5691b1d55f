import { prepare, type Reader, type Tables } from "../../platform/store/index.ts";
import type { apiKeyTable, staffAuthorisationTable } from "./staff.table.ts";

/** How much ends by its date within a period. */
export interface EndingSoon {
  readonly authorisations: number;
  readonly keys: number;
}

interface Period extends Record<string, unknown> {
  readonly from: number;
  readonly to: number;
}

const authorisations = prepare<Tables<typeof staffAuthorisationTable>, Period>()((db, param) =>
  db
    .selectFrom("staff_authorisation")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("until", ">", param("from"))
    .where("until", "<=", param("to")),
);

const keys = prepare<Tables<typeof apiKeyTable>, Period>()((db, param) =>
  db
    .selectFrom("api_key")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("revoked_at", "is", null)
    .where("expires_at", ">", param("from"))
    .where("expires_at", "<=", param("to")),
);

/** Counts what ends after `from` and not after `to`, both ms: so that work does not stop by surprise. Names nobody. */
export async function endingSoon(reader: Reader, from: number, to: number): Promise<EndingSoon> {
  const period = { from, to };
  return {
    authorisations: Number((await reader.first(authorisations, period))?.count ?? 0),
    keys: Number((await reader.first(keys, period))?.count ?? 0),
  };
}

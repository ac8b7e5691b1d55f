import { prepare, type Pseudonym, type Reader, type Tables } from "../../platform/store/index.ts";
import type { addressConfirmationTable } from "./subjects.table.ts";

/** A link that proves an address, as it stands. */
export interface AddressConfirmation {
  readonly subject: Pseudonym;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

const findConfirmation = prepare<Tables<typeof addressConfirmationTable>, { id: string }>()((db, param) =>
  db
    .selectFrom("address_confirmation")
    .select(["subject", "expires_at", "used_at"])
    .where("id", "=", param("id")),
);

/** Looks at a link without using it; null when there is none. Nothing of the person is opened. */
export async function readAddressConfirmation(
  reader: Reader,
  id: string,
): Promise<AddressConfirmation | null> {
  const row = await reader.first(findConfirmation, { id });
  return row === undefined ? null : { subject: row.subject, expiresAt: row.expires_at, usedAt: row.used_at };
}

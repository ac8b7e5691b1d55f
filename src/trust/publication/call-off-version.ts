import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Journal } from "../journal/index.ts";
import { PublicationError } from "./publication.errors.ts";
import {
  lockNewestVersion,
  newestStanding,
  publicationCallOff,
  versionByNumber,
} from "./publication.table.ts";

/**
 * Calls a version off before it enters into force. Only the newest that stands: the changes of a later one were found
 * against it, and would no longer be true (clause itsectr-privacy/9.1).
 * @throws PublicationError `version-unknown`, `called-off-already`, `version-in-force`, `later-version-stands`
 */
export async function callOffVersion(
  tx: Transaction,
  journal: Pick<Journal, "append">,
  { number, by }: { readonly number: number; readonly by: Pseudonym },
): Promise<void> {
  await tx.first(lockNewestVersion, {});
  const version = await tx.first(versionByNumber, { number });
  const about = `version ${number}`;
  if (version === undefined) throw new PublicationError("version-unknown", about);
  if (version.called_off_at !== null) throw new PublicationError("called-off-already", about);
  if (version.effective_from <= tx.at) throw new PublicationError("version-in-force", about);
  const newest = await tx.first(newestStanding, {});
  if (newest?.number !== number)
    throw new PublicationError("later-version-stands", `version ${newest?.number}`);

  await tx.insert(publicationCallOff, [{ version: number, called_off_at: tx.at, called_off_by: by }]);
  await journal.append(tx, {
    event: "policy-called-off",
    actor: { kind: "staff", id: by },
    details: { version: number, policy: version.policy },
  });
}

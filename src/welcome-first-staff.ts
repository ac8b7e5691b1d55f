import { CLI, hasStaff, makeSignInLink } from "./people/staff/index.ts";
import type { Log } from "./platform/log/index.ts";
import { handOverLink, type Terminal } from "./surfaces/cli/index.ts";
import type { Operator } from "./surfaces/operator.ts";

/**
 * While nobody works at an operator, each start makes a link by which the first member of staff signs in. The log says
 * that it did, never the link.
 * @param origin where the site is reached: scheme, host and port
 */
export async function welcomeFirstStaff(
  operator: Operator,
  around: { readonly log: Log; readonly terminal: Terminal; readonly origin: string },
): Promise<void> {
  const { store, clock, keyring } = operator;
  if (await store.read((reader) => hasStaff(reader, clock.now()))) return;
  const link = await store.transaction((tx) => makeSignInLink(tx, CLI, null, operator));
  const { printed, where } = await handOverLink(link, { ...around, keyring });
  around.log.event("staff.none", { operator: operator.id, link: link.id });
  around.terminal.err(
    printed
      ? `  nobody works here yet; become the first member of staff within 15 minutes: ${where}`
      : `  nobody works here yet; the link for the first member of staff, good for 15 minutes, is in ${where}`,
  );
}

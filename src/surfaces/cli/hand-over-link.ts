import { readdir, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LINK_LIFE, type SignInLink, signInPath } from "../../people/staff/index.ts";
import type { Keyring } from "../../trust/vault/index.ts";
import type { Terminal } from "./command.ts";

/** Named by the link's id, which begins with its time (RFC 9562, section 5.7); by nobody's name. */
const FILE = /^sign-in-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.txt$/u;

/**
 * Hands a sign-in link to whoever runs the machine: on a terminal that a person looks at it is printed, and nowhere
 * else, since a link in a log signs in whoever reads the log. Otherwise it goes into a file of mode 0600 in the
 * operator's key folder. Resolves with where it is, for people; that holds no secret unless it is for the terminal.
 * @param origin scheme, host and port at which the site is reached
 */
export async function handOverLink(
  link: SignInLink,
  around: { readonly keyring: Pick<Keyring, "folder">; readonly terminal: Terminal; readonly origin: string },
): Promise<{ readonly printed: boolean; readonly where: string }> {
  const address = `${around.origin}${signInPath(link.token)}`;
  if (around.terminal.forPeople === true) return { printed: true, where: address };
  const { folder } = around.keyring;
  await removeOutlived(folder, link.expiresAt - LINK_LIFE);
  const where = join(folder, `sign-in-${link.id}.txt`);
  // Whole or not there: somebody may be waiting for it.
  const partial = `${where}.new`;
  await writeFile(partial, `${address}\n`, { mode: 0o600, flag: "wx" });
  await rename(partial, where);
  return { printed: false, where };
}

/** Files of links that have expired by now. */
async function removeOutlived(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const id = FILE.exec(name)?.[1];
    if (id === undefined) continue;
    const madeAt = Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
    if (madeAt + LINK_LIFE <= now) await unlink(join(folder, name)).catch(() => {});
  }
}

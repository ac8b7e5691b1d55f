import { currentKey, KEY_LIFETIME } from "../../../trust/vault/index.ts";
import type { Operator } from "../../operator.ts";
import { type Finding, sound, warning, wrong } from "./examination.ts";

const DAY = 24 * 60 * 60 * 1000;

/** That the keyring opens was seen when the operator was opened; here its key-encryption key's age. */
export async function examineKeys({ store, clock }: Operator): Promise<Finding[]> {
  const key = await store.read(currentKey);
  if (key === null) return [wrong("keys", "No key-encryption key is in force.", "Run upheld keys rotate.")];
  const age = clock.now() - key.createdAt;
  const said = `Key version ${key.version} is in force, ${Math.max(0, Math.floor(age / DAY))} days old.`;
  return age > KEY_LIFETIME + DAY
    ? [
        warning(
          "keys",
          said,
          "It should have been changed after 30 days: see that upheld start runs, or run upheld keys rotate.",
        ),
      ]
    : [sound("keys", said)];
}

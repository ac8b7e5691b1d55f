import { cosignatureVerifier, type NoteVerifier, parseVerifierKey } from "../../trust/journal/index.ts";
import { type CommandInput, UsageError } from "./command.ts";

/** The witnesses that `--witness KEY` names, once each (C2SP tlog-cosignature). */
export function witnessesOf({ values }: CommandInput): NoteVerifier[] {
  const keys: unknown = values.witness;
  if (!Array.isArray(keys)) return [];
  return keys.map((key) => {
    try {
      return cosignatureVerifier(parseVerifierKey(String(key)));
    } catch {
      throw new UsageError(
        "--witness is not the key of a witness: name+hash+base64, of the cosignature kind.",
      );
    }
  });
}

import { rightsOf, StaffError } from "../../people/staff/index.ts";
import { type Random, uuidv7 } from "../../platform/random/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Localised } from "../../policy/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import { CHECK_CODES, type CheckCode } from "./check-codes.ts";
import { noteHash } from "./note-hash.ts";
import { namesSomebody } from "./personal-patterns.ts";
import { PromisesError } from "./promises.errors.ts";
import { promiseNote } from "./promises.table.ts";

/** UTF-16 units. */
const LONGEST_NOTE = 1000;
const LONGEST_POST = 100;

export interface Annotation {
  readonly check: string;
  readonly note: Localised;
  /** The post of whoever says it; no name. */
  readonly post: Localised;
}

/**
 * Says something in public about a check, for everybody to read beside what it found. It hides nothing: outcome and
 * history stay as they are, and the note itself stands in the journal by its hash. Needs the right to publish or to
 * operate.
 * @throws StaffError `right-missing`; PromisesError
 */
export async function annotatePromise(
  tx: Transaction,
  staff: Pseudonym,
  { check, note, post }: Annotation,
  { journal, random }: { readonly journal: Journal; readonly random: Random },
): Promise<void> {
  const rights = await rightsOf(tx, staff, tx.at);
  if (!rights.includes("publish") && !rights.includes("operate")) throw new StaffError("right-missing");
  if (!isCheck(check)) throw new PromisesError("check-unknown");
  const said = { note: trimmed(note), post: trimmed(post) };
  const texts = [said.note.en, said.note.ru, said.post.en, said.post.ru];
  if (texts.includes("")) throw new PromisesError("promise-note-incomplete");
  const tooLong = (text: Localised, most: number) => text.en.length > most || text.ru.length > most;
  if (tooLong(said.note, LONGEST_NOTE) || tooLong(said.post, LONGEST_POST)) {
    throw new PromisesError("note-too-long");
  }
  if (texts.some(namesSomebody)) throw new PromisesError("note-names-somebody");
  const id = uuidv7(tx.at, random);
  await tx.insert(promiseNote, [{ id, check_code: check, ...said, written_by: staff, at: tx.at }]);
  await journal.append(tx, {
    event: "promise-annotated",
    actor: { kind: "staff", id: staff },
    details: { check, record: id, sha256: noteHash(said) },
  });
}

function isCheck(word: string): word is CheckCode {
  return (CHECK_CODES as readonly string[]).includes(word);
}

function trimmed({ en, ru }: Localised): Localised {
  return { en: en.trim(), ru: ru.trim() };
}

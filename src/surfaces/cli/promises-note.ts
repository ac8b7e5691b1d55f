import { annotatePromise, CHECK_CODES } from "../../duties/promises/index.ts";
import { staffByLogin, StaffError } from "../../people/staff/index.ts";
import { journalRefusedAttempt } from "../journal-refused-attempt.ts";
import { type Command, EXIT, optional, required, UsageError } from "./command.ts";

export const promisesNote: Command = {
  name: "promises note",
  usage: "promises note CHECK --as LOGIN --note-en TEXT --note-ru TEXT --post-en POST --post-ru POST",
  summary:
    "Say something in public about what a live check found. It stands beside the finding and hides nothing.",
  help: `
  --as LOGIN       the member of staff whose act it is; needs the right to publish or to operate
  --note-en TEXT   what to say, for everybody to read; likewise --note-ru
  --post-en POST   who says it, by post and not by name; likewise --post-ru

The checks: ${CHECK_CODES.join(", ")}. A note cannot be taken back: the next one stands above it.`,
  options: {
    as: { type: "string" },
    "note-en": { type: "string" },
    "note-ru": { type: "string" },
    "post-en": { type: "string" },
    "post-ru": { type: "string" },
  },
  async run(input) {
    const [check, ...more] = input.positionals;
    if (check === undefined || more.length > 0) throw new UsageError("Name one check by its code.");
    const login = required(input, "as");
    const note = { en: required(input, "note-en"), ru: required(input, "note-ru") };
    const post = { en: required(input, "post-en"), ru: required(input, "post-ru") };
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const { store, vault } = operator;
      const { id } = await store.transaction((tx) => staffByLogin(tx, login, vault));
      try {
        await store.transaction((tx) => annotatePromise(tx, id, { check, note, post }, operator));
      } catch (error) {
        if (error instanceof StaffError) {
          await journalRefusedAttempt(operator, id, { right: "operate", code: error.code, via: "cli" });
        }
        throw error;
      }
      input.terminal.out("It stands on the page of promises.\n");
      return EXIT.done;
    });
  },
};

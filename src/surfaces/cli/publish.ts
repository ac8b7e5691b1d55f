import { requireRight } from "../../people/staff/index.ts";
import { instantOf } from "../../platform/clock/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";
import { type Draft, type DraftOrigin, PUBLICATION_ERRORS } from "../../trust/publication/index.ts";
import type { Operator } from "../operator.ts";
import { asPublisher } from "./as-publisher.ts";
import { type Command, type CommandInput, EXIT, optional, required, UsageError } from "./command.ts";
import { tellDraft } from "./tell-draft.ts";

export const publish: Command = {
  name: "publish",
  usage:
    "publish --as LOGIN [--restore NUMBER | --invalidate CLAUSE] [--at DATE] [--note-en TEXT --note-ru TEXT] [--preview] [--yes] [--json]",
  summary: "Publish the operator's policy as it stands in its folder, after showing what changes.",
  help: `
  --as LOGIN       the member of staff whose act it is; needs the right to publish
  --at DATE        when it takes effect: 2026-12-01 or 2026-12-01T09:00, where the operator is; otherwise now
  --note-en TEXT   what to say about it in the change log, for everybody to read; likewise --note-ru. Needed where a
                   changed document states another day than today as its date of update
  --restore NUMBER publish the content of an earlier version again instead, as it is stored
  --invalidate CLAUSE
                   publish the newest version with this clause marked as not holding any more, as in user-agreement/7.3;
                   only what hangs on it stops. With --reason-en and --reason-ru, for everybody to read, and from --on
                   DATE, otherwise from today. It stays marked until the folder gives the clause another text
  --preview        show what would be published, and stop
  --yes            do not ask; needed where nobody can be asked
  --json           the outcome as JSON on standard output

Exit 0 when it was published or previewed, 1 when it was refused, 2 when the command line was wrong.
upheld publish call-off NUMBER --as LOGIN takes back a version that is not in force yet.`,
  options: {
    as: { type: "string" },
    at: { type: "string" },
    "note-en": { type: "string" },
    "note-ru": { type: "string" },
    restore: { type: "string" },
    invalidate: { type: "string" },
    "reason-en": { type: "string" },
    "reason-ru": { type: "string" },
    on: { type: "string" },
    preview: { type: "boolean" },
    yes: { type: "boolean" },
    json: { type: "boolean" },
  },
  async run(input) {
    const { positionals, values, terminal, installation } = input;
    if (positionals.length > 0) throw new UsageError("It takes no words, only options.");
    const login = values.preview === true ? optional(input, "as") : required(input, "as");
    if (values.preview !== true && values.yes !== true && terminal.ask === undefined) {
      throw new UsageError("Nobody can be asked here: look with --preview, then publish with --yes.");
    }
    return installation.withOperator(optional(input, "operator"), async (operator) => {
      const effectiveFrom = await effectiveFromOf(input, operator);
      const staff = login === undefined ? null : await asPublisher(operator, login);
      const draft = await operator.publication.draft(originOf(input, operator.clock.now()));
      if (values.json !== true) tellDraft(draft, { at: operator.clock.now(), effectiveFrom, terminal });
      if (staff === null || values.preview === true) {
        if (values.json === true) tellJson(input, draft, null);
        return EXIT.done;
      }
      if (values.yes !== true && isPublishable(draft)) {
        const answer = (await terminal.ask?.("Publish this? Type yes: "))?.trim().toLowerCase();
        if (answer !== "yes") {
          terminal.err("Nothing was published.");
          return EXIT.refused;
        }
      }
      const published = await publishAs(staff, draft, effectiveFrom, input, operator);
      if (values.json === true) tellJson(input, draft, published);
      else terminal.out(`Published as version ${published.version}. SHA-256 ${published.hash}\n`);
      return EXIT.done;
    });
  },
};

/** What the draft is made from; undefined for the folder. */
function originOf(input: CommandInput, at: number): DraftOrigin | undefined {
  const [restore, invalidate] = [optional(input, "restore"), optional(input, "invalidate")];
  const [en, ru, on] = ["reason-en", "reason-ru", "on"].map((option) => optional(input, option));
  if (restore !== undefined && invalidate !== undefined) {
    throw new UsageError("--restore and --invalidate are two acts: do one after the other.");
  }
  if (invalidate === undefined && (en ?? ru ?? on) !== undefined) {
    throw new UsageError("--reason-en, --reason-ru and --on belong to --invalidate.");
  }
  if (restore !== undefined) {
    if (!/^[1-9]\d{0,8}$/u.test(restore)) throw new UsageError("--restore takes the number of a version.");
    return { restore: Number(restore), at };
  }
  if (invalidate === undefined) return undefined;
  if (on !== undefined && !isDay(on)) throw new UsageError("--on takes a day, as in 2026-12-01.");
  return {
    invalidate,
    reason: { en: en ?? "", ru: ru ?? "" },
    at,
    ...(on === undefined ? {} : { on }),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && instantOf(text, "UTC") !== null;
}

/** What would be refused anyway is not asked about. */
function isPublishable({ findings, base, changes, changedDocuments }: Draft): boolean {
  const isSame = base !== null && changes.length === 0 && changedDocuments.length === 0;
  return !isSame && !findings.some(({ severity }) => severity === "error");
}

async function publishAs(
  staff: Pseudonym,
  draft: Draft,
  effectiveFrom: number | undefined,
  input: CommandInput,
  { store, publication }: Operator,
) {
  const [en, ru] = [optional(input, "note-en"), optional(input, "note-ru")];
  return store.transaction(async (tx) => {
    await requireRight(tx, staff, "publish", tx.at);
    return publication.publishDraft(tx, {
      draft,
      previewed: draft.hash,
      publishedBy: staff,
      via: "cli",
      ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
      ...(en === undefined && ru === undefined ? {} : { note: { en: en ?? "", ru: ru ?? "" } }),
    });
  });
}

/** ms, never in the past; undefined for now. */
async function effectiveFromOf(input: CommandInput, { publication, clock }: Operator) {
  const text = optional(input, "at");
  if (text === undefined) return undefined;
  const timeZone = (await publication.current(clock.now()))?.compiled.operator.timeZone ?? "UTC";
  const at = instantOf(text, timeZone);
  if (at === null) throw new UsageError("--at takes 2026-12-01 or 2026-12-01T09:00.");
  if (at < clock.now()) {
    const moment = formatMoment(at, "en", timeZone);
    throw new UsageError(`${PUBLICATION_ERRORS["date-passed"].message.en} (${moment}, ${timeZone})`);
  }
  return at;
}

function tellJson(
  { terminal }: CommandInput,
  { base, hash, madeFrom, findings, changes, changedDocuments }: Draft,
  published: { readonly version: number; readonly hash: string } | null,
): void {
  const outcome = {
    published: published === null ? null : { version: published.version, policy: published.hash },
    draft: { hash, base, madeFrom, changedDocuments, findings, changes },
  };
  terminal.out(`${JSON.stringify(outcome, null, 2)}\n`);
}

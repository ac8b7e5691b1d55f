export { COMPILE_ERRORS, CompileError, type CompileErrorCode } from "./compile.errors.ts";
export { compileOperatorFolder, type CompileLimits } from "./compile-operator.ts";
export { createPublication, type PublicationOptions } from "./create-publication.ts";
export { type PreparedEdition, prepareEdition } from "./prepare-edition.ts";
export type { PolicySource } from "./prepare-draft.ts";
export type {
  DocumentAddress,
  Draft,
  DraftPublishing,
  Edition,
  Publication,
  PublishedVersion,
  RenderedDocument,
  StoredDocument,
  VersionChanges,
  WantedDocument,
} from "./publication.ts";
export { PUBLICATION_ERRORS, PublicationError, type PublicationErrorCode } from "./publication.errors.ts";
export type { DraftOrigin } from "./draft-origin.ts";
export type { MadeFrom } from "./publication.table.ts";
export { datedOtherwise } from "./publish-draft.ts";
export { policyFacts, shownFacts } from "./publication-facts.ts";
export { publicationSchema } from "./publication.table.ts";
export { INSTALLATION } from "./published-version.ts";
export { type DraftOutcome, readDraft } from "./read-draft.ts";
export { textKey } from "./read-document.ts";
export { readSources } from "./read-sources.ts";
export { readRulePacks } from "./read-rule-packs.ts";

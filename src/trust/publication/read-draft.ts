import { type Localised, POLICY_ERRORS, PolicyError } from "../../policy/index.ts";
import { COMPILE_ERRORS, CompileError } from "./compile.errors.ts";
import type { DraftOrigin } from "./draft-origin.ts";
import type { Draft, Publication } from "./publication.ts";

/** A draft, or why the policy file gives none: for whoever writes it, in their language. */
export type DraftOutcome = { readonly draft: Draft } | { readonly broken: Localised };

/** Makes the draft; a file that does not compile is something to show, not a failure of ours. */
export async function readDraft(
  publication: Pick<Publication, "draft">,
  origin?: DraftOrigin,
): Promise<DraftOutcome> {
  try {
    return { draft: await publication.draft(origin) };
  } catch (error) {
    const broken = whyBroken(error);
    if (broken === null) throw error;
    return { broken };
  }
}

/** The reason in both languages; what the file itself said, and where, stands as it is. */
function whyBroken(error: unknown): Localised | null {
  if (error instanceof CompileError) {
    const { code, detail, file, line } = error;
    const place = file === null ? "" : ` ${file}${line === null ? "" : `:${line}`}`;
    return detailed(COMPILE_ERRORS[code].message, detail, place);
  }
  // Rules that cannot be read are a fault of the installation, not of the policy.
  if (error instanceof PolicyError && error.code !== "wrong-rules") {
    return detailed(POLICY_ERRORS[error.code].message, error.detail, "");
  }
  return null;
}

function detailed({ en, ru }: Localised, detail: string, place: string): Localised {
  const rest = `${detail === "" ? "" : ` (${detail})`}${place}`;
  return { en: `${en}${rest}`, ru: `${ru}${rest}` };
}

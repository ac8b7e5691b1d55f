import type { Frame } from "../http/index.ts";
import { designAssets } from "./assets.ts";
import { uiWords } from "./ui.messages.ts";

export interface ProofFieldProps {
  readonly frame: Frame;
  /** Name of the hidden field that the solution is written to. */
  readonly name: string;
  /** An ALTCHA challenge (version 2), as JSON. */
  readonly challenge: string;
  /** A solution that was sent already, when the form is shown again. */
  readonly value?: string;
}

/**
 * Proof of work within a form: a hidden field, a line that says what goes on, and the script that finds the solution
 * from the first touch of the form. Without the script the field stays empty, and the form is sent all the same.
 */
export function ProofField({ frame, name, challenge, value = "" }: ProofFieldProps) {
  const words = uiWords(frame.language);
  return (
    <>
      <input type="hidden" name={name} value={value} data-proof-challenge={challenge} />
      <p
        class="form-progress"
        role="status"
        data-proof-status
        data-working={words.proofWorking}
        data-done={words.proofDone}
        data-sending={words.proofSending}
      ></p>
      <script type="module" src={designAssets().proofOfWork} nonce={frame.nonce()}></script>
    </>
  );
}

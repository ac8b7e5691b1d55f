/** What the vault refuses with. `status` is the HTTP status it becomes; 500 is an operator's matter, never a visitor's. */
export const VAULT_ERRORS = {
  "scope-unknown": { status: 500, message: "There is no such key scope, or it belongs to another person." },
  "scope-destroyed": {
    status: 410,
    message: "The key of these data was destroyed; nobody can read them any more.",
  },
  "scope-damaged": { status: 500, message: "A wrapped key in the database was changed and does not open." },
  "value-damaged": {
    status: 500,
    message: "A sealed value was changed, or stands where it does not belong.",
  },
  "value-malformed": { status: 422, message: "The text is not well-formed Unicode." },
  "value-too-large": { status: 413, message: "The text is longer than 256 KiB." },
  "key-missing": { status: 500, message: "The key-encryption key that this needs is not in the key folder." },
  "keyring-exists": {
    status: 500,
    message: "There are keys for this operator already; they are not made anew.",
  },
  "keyring-missing": { status: 500, message: "The database belongs to keys that are not in the key folder." },
  "keyring-differs": {
    status: 500,
    message: "The database belongs to other keys than those in the key folder.",
  },
  "key-file-missing": { status: 500, message: "A key file is missing." },
  "key-file-wrong": { status: 500, message: "A key file is damaged, or belongs to other keys." },
  "key-file-exposed": {
    status: 500,
    message:
      "A key file or folder can be read or written by others, or belongs to another user; it must be the service's alone (folders 0700, files 0600).",
  },
  "keys-beside-data": {
    status: 500,
    message:
      "The key folder and the data folder lie one inside the other; a copy of the one would hold both.",
  },
  "passphrase-needed": { status: 500, message: "The private key is under a passphrase, and none was given." },
  "passphrase-wrong": { status: 500, message: "The passphrase does not open the private key." },
  "passphrase-unused": {
    status: 500,
    message: "A passphrase was given, but the private key is not under one.",
  },
  "ledger-missing": {
    status: 500,
    message: "The ledger of destructions and withdrawals is missing from the key folder.",
  },
  "ledger-changed": {
    status: 500,
    message: "A line of the ledger of destructions and withdrawals was changed.",
  },
  "ledger-kind-unknown": {
    status: 500,
    message:
      "A newer version of the product wrote a line into the ledger that this one does not understand. Start that version.",
  },
  "ledger-unwritable": {
    status: 503,
    message:
      "It is done, but the ledger in the key folder could not record it, so that a restored copy would undo it. Do it again.",
  },
  "checkpoint-unwritable": {
    status: 503,
    message: "The key folder could not remember the journal's newest checkpoint.",
  },
} as const satisfies Record<string, { status: number; message: string }>;

export type VaultErrorCode = keyof typeof VAULT_ERRORS;

/** A failure of keys or sealing. `detail` names files, scopes and attributes; never a value or a key. */
export class VaultError extends Error {
  readonly code: VaultErrorCode;
  readonly detail: string | undefined;

  constructor(code: VaultErrorCode, detail?: string) {
    const { message } = VAULT_ERRORS[code];
    super(detail === undefined ? message : `${message} (${detail})`);
    this.name = "VaultError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return VAULT_ERRORS[this.code].status;
  }
}

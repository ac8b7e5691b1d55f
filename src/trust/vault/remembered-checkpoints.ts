import { readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Random } from "../../platform/random/index.ts";
import type { CheckpointMemory, RememberedNote } from "../journal/index.ts";
import { readKeyFile } from "./key-folder.ts";
import type { Keyring } from "./keyring.ts";
import { VaultError } from "./vault.errors.ts";
import { isNodeError, writeNewFile } from "./write-durably.ts";

/** A note, or the draft of one, by log and size. */
const NAME = /^(\.?)journal-checkpoint-([1-9][0-9]*)-([0-9]+)\.txt(\.[0-9a-f]+\.draft)?$/;

/**
 * The journal's newest signed checkpoint, in the key folder. Its file is named for its log and size and never written
 * twice: several processes need no lock, since each removes only what its own comes after, and a key folder that is
 * put back over this one takes nothing newer away.
 */
export class RememberedCheckpoints implements CheckpointMemory {
  readonly #folder: string;
  readonly #random: Random;

  constructor({ folder }: Pick<Keyring, "folder">, random: Random) {
    this.#folder = folder;
    this.#random = random;
  }

  /** @throws VaultError `key-file-exposed`, naming the file */
  async read(): Promise<RememberedNote[]> {
    for (;;) {
      const files = (await this.#files()).filter(({ draft }) => !draft).map(({ file }) => file);
      try {
        return files.map((file) => ({ file, note: readKeyFile(this.#folder, file).toString("utf8") }));
      } catch (error) {
        // Another process has remembered a newer one meanwhile, and removed this.
        if (!(error instanceof VaultError && error.code === "key-file-missing")) throw error;
      }
    }
  }

  /** @throws VaultError `checkpoint-unwritable` */
  async keep(log: number, size: number, note: string): Promise<void> {
    try {
      await this.#write(`journal-checkpoint-${log}-${size}.txt`, note);
      for (const { file, log: other, size: before } of await this.#files()) {
        if (other < log || (other === log && before < size)) await this.#remove(file);
      }
    } catch (error) {
      const files = await this.#files().catch(() => []);
      const later = files.some(
        (file) => !file.draft && (file.log > log || (file.log === log && file.size > size)),
      );
      // Whoever remembered a later one may have taken our draft for left behind.
      if (!later) throw new VaultError("checkpoint-unwritable", isNodeError(error) ? error.code : undefined);
    }
  }

  async #write(file: string, note: string): Promise<void> {
    try {
      await writeNewFile(join(this.#folder, file), note, this.#random);
    } catch (error) {
      if (!isNodeError(error) || error.code !== "EEXIST") throw error;
    }
  }

  async #remove(file: string): Promise<void> {
    try {
      await unlink(join(this.#folder, file));
    } catch (error) {
      if (!isNodeError(error) || error.code !== "ENOENT") throw error;
    }
  }

  async #files() {
    return (await readdir(this.#folder)).flatMap((file) => {
      const match = NAME.exec(file);
      if (match === null || (match[1] === ".") !== (match[4] !== undefined)) return [];
      return [{ file, log: Number(match[2]), size: Number(match[3]), draft: match[4] !== undefined }];
    });
  }
}

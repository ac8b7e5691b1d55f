import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  copyFileSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  ftruncateSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Why this machine cannot mount a file as a disk; null when it can. */
export function whyNoDisk(): string | null {
  if (process.getuid?.() !== 0) return "mounting takes root";
  for (const [program, argument] of [
    ["losetup", "--version"],
    ["mkfs.ext4", "-V"],
    ["cmp", "--version"],
  ] as const) {
    if (spawnSync(program, [argument]).error !== undefined) return `there is no ${program}`;
  }
  let disk: ImageDisk | undefined;
  try {
    disk = new ImageDisk(16);
    return null;
  } catch {
    return "the system does not let a file be mounted";
  } finally {
    disk?.remove();
  }
}

/** A disk in a file, with ext4 on it, mounted. Its power can be cut. */
export class ImageDisk {
  readonly folder: string;
  /** Where it is mounted. */
  readonly path: string;
  readonly #image: string;

  constructor(megabytes: number) {
    this.folder = mkdtempSync(join(tmpdir(), "upheld-disk-"));
    this.path = join(this.folder, "disk");
    this.#image = join(this.folder, "image");
    mkdirSync(this.path);
    // PostgreSQL runs as another user than root, and has to get through to its own folder.
    chmodSync(this.folder, 0o711);
    const file = openSync(this.#image, "w", 0o600);
    ftruncateSync(file, megabytes * 2 ** 20);
    closeSync(file);
    try {
      run("mkfs.ext4", "-q", "-F", this.#image);
      this.#mount();
    } catch (error) {
      rmSync(this.folder, { recursive: true });
      throw error;
    }
  }

  /** Syncs everything on it, as whoever installs programs there does. */
  settle(): void {
    run("sync", "-f", this.path);
  }

  /**
   * Takes the disk as it is at this moment, with nothing written that the system still held back. Every process that
   * writes to it stands still meanwhile; what the system itself writes is noticed, and the copy taken again.
   */
  cut(): void {
    const [one, two] = [`${this.#image}.one`, `${this.#image}.two`];
    do {
      for (const copy of [one, two]) copySparse(this.#image, copy);
    } while (spawnSync("cmp", ["-s", one, two]).status !== 0);
    rmSync(two);
  }

  /** Gives the power back: what the cut left is mounted in place of the disk, once nobody uses that any more. */
  restore(): void {
    run("umount", this.path);
    renameSync(`${this.#image}.one`, this.#image);
    this.#mount();
  }

  remove(): void {
    run("umount", this.path);
    rmSync(this.folder, { recursive: true });
  }

  #mount(): void {
    run("mount", "-o", "loop", this.#image, this.path);
  }
}

function copySparse(from: string, to: string): void {
  if (spawnSync("cp", ["--sparse=always", from, to]).status !== 0) {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

function run(program: string, ...parameters: string[]): void {
  execFileSync(program, parameters, { stdio: "pipe" });
}

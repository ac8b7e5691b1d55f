// Builds dist/ from src/: TypeScript to JavaScript without a type check (that is `npm run typecheck`),
// and the files that are not code (styles, pictures) beside it.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const lock = join(root, "dist.lock");

/** The newest change under src/, in ms; 0 when there is no src/ (an installed package). */
function newestSource() {
  let newest = 0;
  for (const file of globSync("src/**/*", { cwd: root })) {
    newest = Math.max(newest, statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  }
  return newest;
}

/** True when dist/ is missing or older than src/. */
function isStale() {
  const built = statSync(join(dist, ".built"), { throwIfNoEntry: false });
  const newest = newestSource();
  return newest > 0 && (built === undefined || newest > built.mtimeMs);
}

/**
 * Brings dist/ up to date, if it is not. Of several processes that find it stale one builds and the others wait, so
 * that nobody loads half of the old and half of the new. Throws with the compiler's words when it fails.
 */
export function buildWhenStale() {
  while (isStale()) {
    if (!takeLock()) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      continue;
    }
    try {
      if (isStale()) build();
    } finally {
      rmSync(lock, { force: true });
    }
  }
}

/** True when this process may build. A lock whose process is gone is nobody's. */
function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  try {
    process.kill(Number(readFileSync(lock, "utf8")) || process.pid, 0);
  } catch (error) {
    if (error.code === "ESRCH") rmSync(lock, { force: true });
  }
  return false;
}

/** Builds beside dist/ and puts the result in its place, whole or not at all. */
function build() {
  const started = new Date();
  const fresh = `${dist}-new`;
  rmSync(fresh, { recursive: true, force: true });
  const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
  const run = spawnSync(
    process.execPath,
    [join(typescript, "bin", "tsc"), "-p", join(root, "tsconfig.build.json"), "--outDir", fresh],
    { cwd: root, encoding: "utf8" },
  );
  if (run.status !== 0) throw new Error(`The build failed.\n${run.stdout}${run.stderr}`);
  for (const file of globSync("src/**/*.{css,svg,client.js}", { cwd: root })) {
    const target = join(fresh, file.slice("src/".length));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, file), target);
  }
  const stamp = join(fresh, ".built");
  writeFileSync(stamp, `${started.toISOString()}\n`);
  // What was saved while the compiler ran is newer than this, and so is built next time.
  utimesSync(stamp, started, started);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildWhenStale();

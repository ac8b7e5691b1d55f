// Builds dist/ from src/: TypeScript to JavaScript without a type check (that is `npm run typecheck`),
// and the files that are not code (styles, browser scripts) beside it.
import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "dist", ".built");

/** The newest change under src/, in ms; 0 when there is no src/ (an installed package). */
export function newestSource() {
  let newest = 0;
  for (const file of globSync("src/**/*", { cwd: root })) {
    newest = Math.max(newest, statSync(join(root, file)).mtimeMs);
  }
  return newest;
}

/** True when dist/ is missing or older than src/. */
export function isStale() {
  const built = statSync(stamp, { throwIfNoEntry: false });
  return built === undefined || newestSource() > built.mtimeMs;
}

/** Rebuilds dist/ whole. Throws with the compiler's words when it fails. */
export function build() {
  const started = new Date();
  const tsc = createRequire(import.meta.url).resolve("typescript/package.json");
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const run = spawnSync(
    process.execPath,
    [join(dirname(tsc), "bin", "tsc"), "-p", join(root, "tsconfig.build.json")],
    { cwd: root, encoding: "utf8" },
  );
  if (run.status !== 0) throw new Error(`The build failed.\n${run.stdout}${run.stderr}`);
  for (const file of globSync("src/**/*.{css,client.js,json}", { cwd: root })) {
    const target = join(root, "dist", file.slice("src/".length));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, file), target);
  }
  writeFileSync(stamp, `${started.toISOString()}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();

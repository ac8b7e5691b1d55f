#!/usr/bin/env node
// The command: checks Node's version, builds from source when this is a checkout, and hands over.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  process.stderr.write(
    `Upheld needs Node 24.12 or later; this is ${process.versions.node}. Run it by "npm start" or "npx upheld", which bring their own.\n`,
  );
  process.exit(1);
}
// A server is to stay small beside others: a young generation of 4 MB, an old one that is collected when it has grown by
// a fifth, and few pools of the C library's allocator. None of it can be set from inside a process, so it becomes
// another one, under the same process id; where that cannot be (Windows), it is larger and works the same.
const SMALL = ["--max-semi-space-size=4", "--heap-growing-percent=20"];
if (
  process.argv[2] === "start" &&
  process.platform !== "win32" &&
  process.execve !== undefined &&
  !process.execArgv.includes(SMALL[0])
) {
  process.execve(
    process.execPath,
    [process.execPath, ...SMALL, ...process.execArgv, ...process.argv.slice(1)],
    { MALLOC_ARENA_MAX: "2", ...process.env },
  );
}
const { buildWhenStale } = await import("./build.mjs");
buildWhenStale();
const { main } = await import("../dist/main.js");
process.exitCode = await main(process.argv.slice(2));

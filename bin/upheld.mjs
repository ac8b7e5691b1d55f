#!/usr/bin/env node
// The command: checks Node's version, builds from source when this is a checkout, and hands over.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  process.stderr.write(
    `Upheld needs Node 24.12 or later; this is ${process.versions.node}. Run it by "npm start" or "npx upheld", which bring their own.\n`,
  );
  process.exit(1);
}
const { buildWhenStale } = await import("./build.mjs");
buildWhenStale();
const { main } = await import("../dist/main.js");
process.exitCode = await main(process.argv.slice(2));

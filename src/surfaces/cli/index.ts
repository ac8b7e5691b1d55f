export { check } from "./check.ts";
export { EXIT, type Installation, type Terminal } from "./command.ts";
export { handOverLink } from "./hand-over-link.ts";
export { runCommand } from "./run-command.ts";

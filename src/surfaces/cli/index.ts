export { EXIT, type Installation, type Terminal } from "./command.ts";
export { runCommand } from "./run-command.ts";

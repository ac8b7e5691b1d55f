export { CONSOLE_ERRORS } from "./console.errors.ts";
export { consolePages } from "./console-pages.ts";

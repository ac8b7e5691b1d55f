const COLOUR: Readonly<Record<string, string>> = {
  debug: "\u001b[2m",
  info: "\u001b[36m",
  warn: "\u001b[33m",
  error: "\u001b[31m",
};
const PLAIN = "\u001b[0m";

/** One JSON line of the log as a person reads it: time of day, level, event, then its fields. */
export function terminalLine(json: string): string {
  const { level, time, event, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const at = new Date(Number(time)).toISOString().slice(11, 23);
  const rest = Object.entries(fields)
    .filter(([name]) => name !== "request" && name !== "id")
    .map(([name, value]) => (name === "ms" ? `${Number(value).toFixed(1)} ms` : `${name}=${String(value)}`))
    .join(" ");
  const colour = COLOUR[String(level)] ?? "";
  return `${at} ${colour}${String(level).padEnd(5)}${PLAIN} ${String(event)}${rest === "" ? "" : ` ${rest}`}\n`;
}

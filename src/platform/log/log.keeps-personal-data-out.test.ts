import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ManualClock } from "../clock/index.ts";
import { errorPlace } from "./error-place.ts";
import { EVENTS, type EventName } from "./events.ts";
import { createLog, type Log } from "./log.ts";

const PERSONAL = [
  "anna.petrova@example.org",
  "Анна Петрова",
  "Ivan",
  "ivanov",
  "anna-petrova",
  "+7 916 123-45-67",
  "79161234567",
  "9161234567",
  79161234567,
  9161234567,
  "192.0.2.17",
  "::ffff:192.0.2.17",
  "2001:db8::17",
  "112-233-445 95",
  "4509 123456",
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2ln",
  "kq3Zx0c9QmW1bS5tU7yHnA",
  "5f4dcc3b5aa765d61d8327deb882cf99",
  "https://example.org/reset?token=kq3Zx0c9&email=anna@example.org",
  "/feedback/?email=anna@example.org",
  "/people/anna.petrova@example.org/",
  "Mozilla/5.0 (X11; Linux x86_64)",
  "Please call me about my order",
  "src/platform/anna petrova.ts:1",
];

function logged(act: (log: Log) => void): string {
  const lines: string[] = [];
  const log = createLog({ clock: new ManualClock(1_764_000_000_000), write: (line) => lines.push(line) });
  log.admit("operator", ["itsectr"]);
  log.admit("route", ["/feedback/"]);
  act(log);
  return lines.join("");
}

/** As code that got round the types would call it. */
type Untyped = { event(name: EventName, fields: Record<string, unknown>): void };
const untyped = (log: Log): Untyped => log as Untyped;

describe("no personal-looking value reaches the log", () => {
  test.each(Object.keys(EVENTS) as EventName[])("through any declared field of %s", (name) => {
    const output = logged((log) => {
      for (const value of PERSONAL) {
        for (const field of Object.keys(EVENTS[name].fields)) untyped(log).event(name, { [field]: value });
      }
    });
    for (const value of PERSONAL) expect(output).not.toContain(String(value));
    if (Object.keys(EVENTS[name].fields).length > 0) expect(output).toContain("log.dropped");
  });

  test("through an undeclared field, nor through the name of one", () => {
    const output = logged((log) => {
      for (const value of PERSONAL) {
        untyped(log).event("http.request", { email: value });
        untyped(log).event("http.request", { [String(value)]: 1 });
      }
    });
    for (const value of PERSONAL) expect(output).not.toContain(String(value));
    expect(output).not.toContain("email");
    expect(output.match(/log\.dropped/g)).toHaveLength(PERSONAL.length * 2);
  });

  test("through an object, an array or an inherited field", () => {
    const output = logged((log) => {
      untyped(log).event("http.request", { route: { path: "anna@example.org" }, code: ["anna@example.org"] });
      untyped(log).event("http.request", { constructor: "anna@example.org" });
    });
    expect(output).not.toContain("anna");
  });

  test("whatever the text (property)", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, unit: "grapheme" }), (text) => {
        const marked = `Zq${text}`;
        const output = logged((log) =>
          untyped(log).event("http.failed", { request: marked, operator: marked, route: marked, at: marked }),
        );
        expect(output).not.toContain(JSON.stringify(marked).slice(1, -1));
      }),
    );
  });

  test("through an error's message, even one that imitates a stack frame", () => {
    const error = new Error("anna@example.org\n    at anna (/app/src/people/anna.ts:1:1)");
    const place = errorPlace(error);
    const output = logged((log) => log.event("http.failed", place));
    expect(output).not.toContain("anna");
    expect(place.at).toMatch(/^src\/platform\/log\/log\.keeps-personal-data-out\.test\.ts:\d+$/);
    expect(output).toContain(`"at":"${place.at}"`);
  });
});

describe("what is declared is written", () => {
  const event = (log: Log) =>
    log.event("http.request", {
      request: "0198c0de-0000-7000-8000-000000000001",
      operator: "itsectr",
      method: "GET",
      route: "/feedback/",
      status: 200,
      ms: 3.25,
    });

  test("as one JSON line with the clock's time", () => {
    expect(JSON.parse(logged(event))).toEqual({
      level: "info",
      time: 1_764_000_000_000,
      event: "http.request",
      request: "0198c0de-0000-7000-8000-000000000001",
      operator: "itsectr",
      method: "GET",
      route: "/feedback/",
      status: 200,
      ms: 3.25,
    });
  });

  test("as one line that a person can read, in a terminal", () => {
    const lines: string[] = [];
    const log = createLog({
      clock: new ManualClock(1_764_000_000_000),
      write: (line) => lines.push(line),
      terminal: true,
    });
    log.admit("operator", ["itsectr"]);
    log.admit("route", ["/feedback/"]);
    event(log);
    expect(lines).toEqual([
      "16:00:00.000 \u001b[36minfo \u001b[0m http.request operator=itsectr method=GET route=/feedback/ status=200 3.3 ms\n",
    ]);
  });

  test("and an undeclared field does not compile", () => {
    const output = logged((log) => {
      // @ts-expect-error `email` is not a field of this event.
      log.event("http.request", { status: 200, email: "anna@example.org" });
      const held = { status: 200, email: "anna@example.org" };
      // @ts-expect-error Nor does it when it arrives in a variable.
      log.event("http.request", held);
      // @ts-expect-error A number is not a code.
      log.event("http.request", { code: 5 });
    });
    expect(output).not.toContain("anna");
  });
});

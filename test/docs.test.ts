import { existsSync, globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readConfiguration } from "../src/configuration.ts";
import { KEY_LIFE, KEY_OVERLAP } from "../src/people/staff/api-keys.ts";
import { LINKS_WAITING } from "../src/people/staff/request-sign-in-link.ts";
import { LINK_LIFE } from "../src/people/staff/sign-in-link.ts";
import { SESSION_IDLE, SESSION_LIFE } from "../src/people/staff/staff-session.ts";
import { CONFIRMATION_LIFE } from "../src/people/subjects/start-address-confirmation.ts";
import { CONNECTION_LIMITS, REQUEST_LIMITS } from "../src/platform/http/limits.ts";
import { STORE_ERRORS } from "../src/platform/store/index.ts";
import { CONTROLS } from "../src/duties/promises/controls.ts";
import { PUBLIC_REQUISITES } from "../src/policy/compiled-profile.ts";
import {
  compileOperator,
  CONTROL_CODES,
  DEFAULT_SETTINGS,
  FINDINGS,
  LEGAL_BASES,
  PENDING_ROOMS,
  PROCESSING_OPERATIONS,
} from "../src/policy/index.ts";
import { DISCLOSURE_GROUNDS, SETTING_CODES, SIGNATURE_LEVELS, SOURCE_KINDS } from "../src/policy/settings.ts";
import { DATA_CATEGORIES } from "../src/policy/vocabulary/categories.ts";
import { CLAUSE_KINDS, ENFORCEABILITIES } from "../src/policy/vocabulary/clause-kinds.ts";
import { DOCUMENT_KINDS } from "../src/policy/vocabulary/document-kinds.ts";
import { END_EVENTS } from "../src/policy/vocabulary/end-events.ts";
import { FORM_KINDS } from "../src/policy/vocabulary/form-kinds.ts";
import { RIGHTS_REQUEST_TYPES } from "../src/policy/vocabulary/rights.ts";
import { LINK_REQUESTS_AN_HOUR } from "../src/services/intake/form-allowance.ts";
import { runCommand } from "../src/surfaces/cli/index.ts";
import { COMPILE_ERRORS } from "../src/trust/publication/compile.errors.ts";
import { RECEIPT_FINDINGS } from "../src/trust/journal/index.ts";
import { SHOWN_LIFETIME } from "../src/trust/publication/shown-token.ts";
import { VAULT_ERRORS } from "../src/trust/vault/index.ts";
import { smallDefinition } from "./small-policy.ts";
import { unopenedInstallation } from "./unopened-installation.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const pages = ["README.md", "ARCHITECTURE.md", ...readdirSync(join(root, "docs")).filter(isPage).map(inDocs)];
const everything = pages.map((page) => [page, read(page)] as const);

function isPage(name: string): boolean {
  return name.endsWith(".md");
}

function inDocs(name: string): string {
  return `docs/${name}`;
}

/** What is set as code: the lines of blocks, and spans. */
function codeOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```.*\n([\s\S]*?)^```$/gmu)].flatMap(([, block = ""]) =>
    block.split("\n"),
  );
  const spans = [...text.replaceAll(/^```[\s\S]*?^```$/gmu, "").matchAll(/`([^`\n]+)`/gu)];
  return [...blocks, ...spans.map(([, span = ""]) => span)];
}

/** The text around the code. */
function proseOf(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gmu, "").replaceAll(/`[^`\n]+`/gu, "code");
}

/** What the command itself says of `upheld WORDS --help`; null when there is no such command. */
async function helpOf(words: readonly string[]): Promise<string | null> {
  let help = "";
  const terminal = { out: (text: string) => void (help += text), err: () => {} };
  const code = await runCommand([...words, "--help"], terminal, unopenedInstallation);
  return code === 0 ? help : null;
}

describe("commands", () => {
  const written = everything.flatMap(([page, text]) =>
    codeOf(text).flatMap((line) => {
      const match = /^(?:npx )?upheld ([^>|;]+)/u.exec(line);
      return match === null ? [] : [[page, (match[1] ?? "").trim()] as const];
    }),
  );

  test("are found in the pages at all", () => {
    expect(written.length).toBeGreaterThan(10);
  });

  test.each(written)("%s names one that exists, with options that it takes: upheld %s", async (_, line) => {
    const words = line.replaceAll(/"[^"]*"/gu, "WORD").split(/\s+/u);
    const name = words.slice(0, 2).filter((word) => /^[a-z]+(?:-[a-z]+)*$/u.test(word));
    const help = await helpOf(name);
    expect(help, `upheld ${line}`).toContain(`Usage: upheld ${name.join(" ")}`);
    for (const option of words.filter((word) => word.startsWith("--"))) {
      expect(`${help} --help --operator`, `upheld ${line}`).toContain(option);
    }
  });

  test("each one is shown in the guide, or in operations", async () => {
    const overview = (await helpOf([])) ?? "";
    const names = [...overview.matchAll(/^ {2}([a-z-]+(?: [a-z-]+)?) {2,}/gmu)].map(([, name = ""]) => name);
    expect(names).toContain("journal verify");
    const shown = codeOf(read("docs/guide.md") + read("docs/operations.md")).join("\n");
    for (const name of names) expect(shown).toContain(`upheld ${name}`);
  });

  test("npm scripts are those of package.json", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    for (const [page, text] of everything) {
      for (const [, script = ""] of codeOf(text)
        .join("\n")
        .matchAll(/npm run ([a-z:]+)/gu)) {
        expect(Object.keys(scripts), page).toContain(script);
      }
    }
  });
});

describe("settings", () => {
  const source = globSync("src/**/*.ts", { cwd: root })
    .filter((path) => !path.endsWith(".test.ts"))
    .map(read)
    .join("\n");
  const readings = /(?:set|folder)\("([A-Z][A-Z_]+)"|process\.env(?:\.|\[")([A-Z][A-Z_]+)/gu;
  const known = new Set([...source.matchAll(readings)].map(([, asked, taken]) => asked ?? taken ?? ""));

  test("every one that the product reads has its row in operations.md", () => {
    expect([...known]).toContain("UPHELD_KEYS");
    const rows = [...read("docs/operations.md").matchAll(/^\| `([A-Z][A-Z_]+)` \|/gmu)].map(
      ([, name]) => name,
    );
    expect(rows.toSorted()).toEqual([...known].toSorted());
  });

  test.each(everything)("every one that %s names is read by the product or its tests", (_, text) => {
    const tests = globSync("{test,bench}/**/*.ts", { cwd: root }).map(read).join("\n");
    for (const [name] of text.matchAll(/\b(?:UPHELD|TEST)_[A-Z_]+\b|\b(?:DATABASE|SMTP)_URL\b/gu)) {
      expect(known.has(name) || tests.includes(name), name).toBe(true);
    }
  });

  test("defaults are the ones that configuration.ts has", () => {
    const { port, host, dataFolder, keysFolder, operatorsFolder } = readConfiguration({}, "/somewhere");
    const operations = read("docs/operations.md");
    for (const [name, value] of Object.entries({
      PORT: String(port),
      HOST: host,
      UPHELD_DATA: `./${relative("/somewhere", dataFolder)}`,
      UPHELD_KEYS: `./${relative("/somewhere", keysFolder)}`,
      UPHELD_OPERATORS: `./${relative("/somewhere", operatorsFolder)}`,
    })) {
      expect(operations).toContain(`| \`${name}\` | \`${value}\` |`);
    }
  });
});

describe("tables", () => {
  const language = read("docs/language.md");

  test("every finding of the language stands in language.md, word for word", () => {
    const rows = Object.entries(FINDINGS).map(
      ([code, { severity, message, remedy, ...more }]) =>
        `| \`${code}\` | ${severity} | ${message} | ${remedy} | ${"rule" in more ? more.rule : ""} |`,
    );
    const [, table = ""] = read("docs/language.md").split("## Findings");
    expect(table.split("\n").filter((line) => line.startsWith("| `"))).toEqual(rows);
  });

  test("every setting stands in language.md with its default and what it may be, and no other", () => {
    const [, table = ""] = language.split("| setting | default |");
    const rows = [...table.matchAll(/^\| `([a-zA-Z.]+)` \| `(.+?)` \|[^|]*\| [^|]+ \| (\w+) \|$/gmu)];
    expect(rows.map(([, code]) => code)).toEqual([...SETTING_CODES]);
    for (const [, code = "", value = "", today = ""] of rows) {
      expect(["enforced", "limited", "stated"], code).toContain(today);
      const shown = code
        .split(".")
        .reduce<unknown>((group, key) => (group as Record<string, unknown>)[key], DEFAULT_SETTINGS);
      expect(JSON.parse(value), code).toEqual(shown);
    }
  });

  test("every control stands in language.md with how it keeps, word for word", () => {
    const [, section = ""] = language.split("| control | how it keeps |");
    const [table = ""] = section.split("\n\n");
    const rows = CONTROL_CODES.map((code) => `| \`${code}\` | ${CONTROLS[code].how.en} |`);
    expect(table.split("\n").filter((line) => line.startsWith("| `"))).toEqual(rows);
  });

  test.each<[string, readonly string[]]>([
    ["categories", DATA_CATEGORIES],
    ["operations", PROCESSING_OPERATIONS],
    ["bases", LEGAL_BASES],
    ["rights", RIGHTS_REQUEST_TYPES],
    ["end events", END_EVENTS],
    ["kinds of clause", CLAUSE_KINDS],
    ["how far a clause can be kept", ENFORCEABILITIES],
    ["kinds of document", DOCUMENT_KINDS],
    ["kinds of form", FORM_KINDS],
    ["grounds of disclosure", DISCLOSURE_GROUNDS],
    ["kinds of source", SOURCE_KINDS],
    ["levels of signature", SIGNATURE_LEVELS],
    ["public requisites", PUBLIC_REQUISITES],
    ["rooms to wait for", PENDING_ROOMS],
  ])("none of the words of the language is missing in language.md: %s", (_, words) => {
    for (const word of words) expect(language, word).toContain(`\`${word}\``);
  });

  test("every fact that a text may ask for stands in language.md, and no other", () => {
    let facts: string[] = [];
    const clause = smallDefinition.texts["privacy-policy"]?.[0]?.clauses[0];
    if (clause === undefined) throw new Error("the small policy has a clause");
    const asks = (all: object) => ((facts = Object.keys(all)), "Text.");
    const clauses = [{ ...clause, text: { en: asks, ru: "Текст." } }];
    const section = { id: "1", title: { en: "All", ru: "Всё" }, clauses };
    compileOperator({ ...smallDefinition, texts: { "privacy-policy": [section] } }, []);
    const [, table = ""] = language.split("| fact | gives |");
    const told = [...(table.split("\n\n")[0] ?? "").matchAll(/^\| ([^|]+) \|/gmu)].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`([a-zA-Z]+)(?:\([a-z]+\))?`/gu)].map(([, name = ""]) => name),
    );
    expect([...new Set(told)].toSorted()).toEqual(facts.toSorted());
  });

  test("every reason for which a policy does not compile stands in language.md", () => {
    for (const code of Object.keys(COMPILE_ERRORS))
      expect(read("docs/language.md")).toContain(`| \`${code}\` |`);
  });

  test("every finding of a receipt stands in operations.md, word for word", () => {
    const rows = [
      ...read("docs/operations.md").matchAll(/^\| `(receipt-[a-z-]+)` \| ([^|]+) \| [^|]+ \|$/gmu),
    ];
    const told = rows.map(([, code, message]) => [code, message]);
    expect(told).toEqual(Object.entries(RECEIPT_FINDINGS).map(([code, { en }]) => [code, en]));
  });

  test("every error of keys and of the store stands in operations.md", () => {
    const [, refusals = ""] = read("docs/operations.md").split("## When the start refuses");
    const named = [...refusals.matchAll(/^\| (`[^|]+`) \|/gmu)].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`([a-z-]+)`/gu)].map(([, code]) => code),
    );
    const codes = [...Object.keys(VAULT_ERRORS), ...Object.keys(STORE_ERRORS)];
    expect(named.toSorted()).toEqual(codes.toSorted());
  });

  test("every event that is logged stands in operations.md", () => {
    const logged = globSync("src/**/*.{ts,tsx}", { cwd: root })
      .filter((path) => !/\.test\.tsx?$/u.test(path))
      .flatMap((path) =>
        [...read(path).matchAll(/log\.event\(\s*"([a-z.-]+)"/gu)].map(([, name = ""]) => name),
      );
    expect(logged).toContain("http.request");
    for (const name of logged) expect(read("docs/operations.md")).toContain(`\`${name}\``);
  });

  test("limits are those of the code", () => {
    const operations = read("docs/operations.md");
    const kib = (bytes: number) => `${bytes / 1024} KiB`;
    const seconds = (ms: number) => `${ms / 1000} s`;
    const count = (n: number) => n.toLocaleString("en");
    for (const [what, limit] of [
      ["body of a request", kib(REQUEST_LIMITS.body)],
      ["time for a body to arrive", seconds(REQUEST_LIMITS.bodyTime)],
      ["address with query", `${count(REQUEST_LIMITS.url)} characters`],
      ["header lines", count(REQUEST_LIMITS.headers)],
      ["request line and headers", kib(CONNECTION_LIMITS.headerBytes)],
      ["time for headers to arrive", seconds(CONNECTION_LIMITS.headerTime)],
      ["time for a whole request to arrive", seconds(CONNECTION_LIMITS.requestTime)],
      ["idle connection", seconds(CONNECTION_LIMITS.idle)],
      ["open connections", count(CONNECTION_LIMITS.connections)],
    ] as const) {
      expect(operations).toContain(`| ${what} | ${limit} |`);
    }
  });
});

describe("times and counts", () => {
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;

  test.each([
    ["a link to sign in", `${LINK_LIFE / MINUTE} minutes, once`],
    ["links to sign in by mail", `${LINKS_WAITING} that wait to be used, for each member of staff`],
    ["asking for links to sign in", `${LINK_REQUESTS_AN_HOUR} an hour from one network`],
    ["a session", `${SESSION_LIFE / HOUR} hours; ${SESSION_IDLE / MINUTE} minutes without a request`],
    ["an API key", `${KEY_LIFE / (365 * DAY)} year, unless it says otherwise`],
    ["the secret before a rotation", `${KEY_OVERLAP / HOUR} hours`],
    ["a form left open", `${SHOWN_LIFETIME / HOUR} hours`],
    ["a link to confirm an address", `${CONFIRMATION_LIFE / DAY} days`],
  ])("operations.md says how long is good, or how often: %s", (what, limit) => {
    expect(read("docs/operations.md")).toContain(`| ${what} | ${limit} |`);
  });

  const { forms } = readConfiguration({}, "/somewhere");
  test.each([
    ["UPHELD_FORMS_PER_HOUR", forms.perHour],
    ["UPHELD_FORMS_PER_HOUR_UNPROVEN", forms.perHourUnproven],
    ["UPHELD_FORMS_PER_HOUR_ALL", forms.perHourAll],
    ["UPHELD_FORM_SECONDS", forms.minimumAge / 1000],
    ["UPHELD_PROOF_DIGITS", forms.proofDigits],
  ])("the default of %s is the one that configuration.ts has, in both tables", (name, value) => {
    const operations = read("docs/operations.md");
    expect(operations).toContain(`| \`${name}\` | \`${value}\` |`);
    const brake = new RegExp(`^\\| [^|]+ \\| ([\\d,]+)(?: s)? \\| \`${name}\` \\|$`, "mu").exec(operations);
    expect(brake?.[1]).toBe(value.toLocaleString("en"));
  });

  test("security.md and guide.md state the same of sessions, links and floods", () => {
    const security = read("docs/security.md");
    const { perHour, perHourUnproven, perHourAll, minimumAge, proofDigits } = forms;
    for (const said of [
      `${LINK_REQUESTS_AN_HOUR} times an hour from one network`,
      `a link that works once, for ${LINK_LIFE / MINUTE} minutes`,
      `after ${SESSION_IDLE / MINUTE} minutes without a request and after ${SESSION_LIFE / HOUR} hours`,
      `One to confirm is good for ${CONFIRMATION_LIFE / DAY} days`,
      `${perHour} an hour with a proof, ${perHourUnproven} without, ${perHourAll.toLocaleString("en")} in all`,
      `open for ${minimumAge / 1000} seconds`,
      `the default of ${proofDigits} digits`,
    ]) {
      expect(security).toContain(said);
    }
    expect(read("docs/guide.md")).toContain(`open for ${minimumAge / 1000} seconds`);
    expect(read("docs/guide.md")).toContain(`The link is good for ${CONFIRMATION_LIFE / DAY} days`);
  });
});

describe("the map", () => {
  const map = read("ARCHITECTURE.md");

  test("shows every room", () => {
    const rooms = globSync("src/{trust,people,services,duties,surfaces}/*/", { cwd: root });
    expect(rooms.length).toBeGreaterThan(10);
    for (const room of rooms) expect(map).toMatch(new RegExp(`^ +${room.split("/")[2]}/ `, "mu"));
  });

  test("names no file that is not there", () => {
    const files = [...map.matchAll(/`([a-z/-]+\/[\w.-]+\.ts)`/gu)].map(([, file = ""]) => file);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      expect(existsSync(join(root, file)) || existsSync(join(root, "src", file)), file).toBe(true);
    }
  });
});

describe("pages", () => {
  test("the README opens with the two commands", () => {
    expect(/```sh\n([\s\S]*?)```/u.exec(read("README.md"))?.[1]).toBe("npm ci && npm start\n");
    expect(read("README.md").indexOf("```sh")).toBeLessThan(20);
  });

  /** As GitHub makes an anchor of a heading. */
  const anchorsOf = (text: string) =>
    [...text.matchAll(/^#{1,6} (.+)$/gmu)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    );

  test.each(everything)("every link of %s leads somewhere", (page, text) => {
    for (const [, target = ""] of proseOf(text).matchAll(/\]\(([^)\s]+)\)/gu)) {
      if (/^(?:https?|mailto):/u.test(target)) continue;
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? join(root, page) : join(root, dirname(page), path);
      expect(existsSync(file), target).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(readFileSync(file, "utf8")), target).toContain(anchor);
    }
  });

  test("every picture says what it shows, and is small enough to load", () => {
    for (const [page, text] of everything) {
      for (const [, words = "", path = ""] of proseOf(text).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/gu)) {
        expect(words.length, path).toBeGreaterThan(20);
        expect(statSync(join(root, dirname(page), path)).size, path).toBeLessThan(300_000);
      }
    }
  });
});

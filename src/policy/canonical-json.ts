import { PolicyError } from "./policy.errors.ts";

/** Deeper than anything of ours, shallow enough that no input exhausts the stack. */
const MAX_DEPTH = 128;

/**
 * The one text of a value: RFC 8785 narrowed to safe integers, so that equal values have equal bytes everywhere, and
 * their hash names them. Members are sorted by UTF-16 code units (3.2.3); strings are escaped as ECMAScript does
 * (3.2.2.2).
 * @throws PolicyError `not-canonical`, with the place, for a fraction, a number past 2^53, NaN, undefined, a function,
 *   a lone surrogate, a symbol, a class instance, a cycle, or more than 128 levels
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

type Path = (string | number)[];

function write(value: unknown, path: Path): string {
  switch (typeof value) {
    case "string":
      return text(value, path);
    case "number":
      return Number.isSafeInteger(value) ? JSON.stringify(value) : refuse(path);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (path.length > MAX_DEPTH) return refuse(path.slice(0, 3));
      return Array.isArray(value) ? list(value, path) : members(value, path);
    default:
      return refuse(path);
  }
}

function text(value: string, path: Path): string {
  return value.isWellFormed() ? JSON.stringify(value) : refuse(path);
}

function list(value: readonly unknown[], path: Path): string {
  const written: string[] = [];
  // Counted, so that a hole is visited too, as undefined, which is refused.
  for (let i = 0; i < value.length; i++) written.push(inside(path, i, value[i]));
  return `[${written.join(",")}]`;
}

function members(value: object, path: Path): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return refuse(path);
  if (Object.getOwnPropertySymbols(value).length > 0) return refuse(path);
  const names = Object.keys(value).sort();
  const written: string[] = [];
  for (const name of names) {
    written.push(`${text(name, path)}:${inside(path, name, (value as Record<string, unknown>)[name])}`);
  }
  return `{${written.join(",")}}`;
}

function inside(path: Path, step: string | number, value: unknown): string {
  path.push(step);
  const written = write(value, path);
  path.pop();
  return written;
}

function refuse(path: Path): never {
  const place = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  throw new PolicyError("not-canonical", `$${place}`);
}

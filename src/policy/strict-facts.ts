import { unknownCode } from "./find-by-code.ts";

/**
 * The same facts, but one that does not exist is refused where a text asks for it: without types it would be written
 * into the text as `undefined`. Lists stay as they are, and so do numbers and texts.
 * @throws PolicyError `unknown-code`, from the text that asks
 */
export function strictly<Facts extends object>(facts: Facts, place = "fact"): Facts {
  return new Proxy(facts, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof name === "symbol") return value;
      if (!(name in target)) return unknownCode(place, name);
      return strictValue(value, `${place} ${name}`);
    },
  });
}

function strictValue(value: unknown, place: string): unknown {
  if (Array.isArray(value)) return value;
  if (typeof value === "function") {
    return (...asked: unknown[]) => strictValue(Reflect.apply(value, undefined, asked), place);
  }
  return typeof value === "object" && value !== null ? strictly(value, place) : value;
}

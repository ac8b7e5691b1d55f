import { createSecretKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { LinkTokens } from "./link-tokens.ts";

const ID = "019a7b3c-1111-7222-8333-444455556666";
const key = (byte: number) => createSecretKey(Buffer.alloc(32, byte));
const links = new LinkTokens("itsectr", key(1));

describe("a link's token", () => {
  test("reads back the id that it was made for", () => {
    expect(links.read("confirm", links.sign("confirm", ID))).toBe(ID);
  });

  test("opens nothing of another kind, operator or key", () => {
    const token = links.sign("confirm", ID);
    expect(links.read("sign-in", token)).toBeNull();
    expect(new LinkTokens("img", key(1)).read("confirm", token)).toBeNull();
    expect(new LinkTokens("itsectr", key(2)).read("confirm", token)).toBeNull();
  });

  test("is refused with any character changed, cut, added or respelt", () => {
    const token = links.sign("confirm", ID);
    for (let place = 0; place < token.length; place++) {
      const other = token[place] === "A" ? "B" : "A";
      expect(links.read("confirm", token.slice(0, place) + other + token.slice(place + 1))).toBeNull();
    }
    for (const wrong of ["", token.slice(1), `${token}A`, `${token}=`, "?", "я"]) {
      expect(links.read("confirm", wrong)).toBeNull();
    }
  });

  test("is made for UUIDs alone", () => {
    expect(() => links.sign("confirm", "maria@example.org")).toThrow(TypeError);
  });
});

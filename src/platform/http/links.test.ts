import { expect, test } from "vitest";
import { readCookie, writeCookie } from "./cookies.ts";
import { createLinks, external, withFragment, withQuery } from "./links.ts";

const links = createLinks("https://site.example", "ru");

test("links come from the configured origin and the declared route", () => {
  expect(links.page("/form/")).toBe("/ru/form/");
  expect(links.in("en").page("/done/:reference/", { reference: "a/../b?c" })).toBe(
    "/en/done/a%2F..%2Fb%3Fc/",
  );
  expect(links.absolute(links.plain("/tile/:n", { n: "1" }))).toBe("https://site.example/tile/1");
  expect(() => createLinks("https://site.example/", "ru")).toThrow(TypeError);
  expect(() => links.page("//evil.example/")).toThrow(TypeError);
  // @ts-expect-error The parameter is missing.
  expect(() => links.page("/done/:reference/")).toThrow(TypeError);
});

test("a link's query carries codes, and nothing that somebody typed", () => {
  expect(withQuery(links.page("/form/"), { done: "closed", page: "2" })).toBe("/ru/form/?done=closed&page=2");
  expect(withQuery(links.page("/form/"), {})).toBe("/ru/form/");
  for (const typed of ["anna@example.org", "a b", "", "a&b=c", "//evil"]) {
    expect(() => withQuery(links.page("/form/"), { to: typed })).toThrow(TypeError);
  }
});

test.each([
  "javascript:alert(1)",
  " JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "/local",
  "file:///etc/passwd",
])("%j never stands in a page", (href) => {
  expect(() => external(href)).toThrow(TypeError);
});

test("https, mail and telephone do", () => {
  expect(external("https://example.org/a b")).toBe("https://example.org/a%20b");
  expect(external("mailto:a@example.org")).toBe("mailto:a@example.org");
});

test("a cookie is HttpOnly, of this host alone where served over https, and cannot be widened by its value", () => {
  expect(writeCookie({ name: "session", value: "abc", maxAge: 60, sameSite: "strict" }, true)).toBe(
    "__Host-session=abc; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=60",
  );
  expect(() => writeCookie({ name: "session", value: "a; Domain=evil" }, true)).toThrow(TypeError);
  expect(readCookie("a=1; __Host-session=abc", "session", true)).toBe("abc");
  expect(readCookie("session=planted", "session", true)).toBeNull();
  expect(readCookie("session=a; session=b", "session", false)).toBeNull();
});

test("a place within a page is named by an id alone", () => {
  const link = createLinks("https://site.example", "en").page("/privacy-policy/");
  expect(withFragment(link, "5.1.term")).toBe("/en/privacy-policy/#5.1.term");
  expect(() => withFragment(link, 'a"><script>')).toThrow(TypeError);
});

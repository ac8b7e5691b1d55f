import { expect, test } from "vitest";
import { hostName, hostOf, hostsOf } from "./hosts.ts";
import type { Site } from "./site.ts";

function siteAt(operator: string, origins: Site["origins"]): Site {
  return { operator, name: { en: operator, ru: operator }, origins, languages: ["en"], routes: [] };
}

const studio = siteAt("studio", ["https://studio.example:8443", "https://*.studio.example:8443"]);
const hosts = hostsOf([studio, siteAt("other", ["https://other.example"])]);
const found = (header: string) => hostOf(hosts, hostName(header) ?? "");

test.each([
  ["itself", "studio.example", "https://studio.example:8443"],
  ["one below it", "shop.studio.example", "https://shop.studio.example:8443"],
  ["one far below it", "a.b.c.studio.example", "https://a.b.c.studio.example:8443"],
  ["whatever its letters", "SHOP.Studio.EXAMPLE", "https://shop.studio.example:8443"],
  ["with its final dot", "shop.studio.example.", "https://shop.studio.example:8443"],
])("itsectr-agreement/2.1.1: a name that stands for every name below it covers %s", (_, header, origin) => {
  const host = found(header);
  expect(host).toMatchObject({ site: studio, origin, https: true });
  expect(host?.origins.has(origin)).toBe(true);
});

test.each([
  "studio.example.evil.example",
  "mystudio.example",
  "shop-studio.example",
  "example",
  "*.studio.example",
  ".studio.example",
  "shop.other.example",
])("itsectr-agreement/2.1.1: a name that only looks like it is not covered: %s", (header) => {
  expect(found(header)).toBeUndefined();
});

test("a page under one covered name is no page of another: its origin is not among theirs", () => {
  const origins = found("a.studio.example")?.origins;
  expect(origins?.has("https://b.studio.example:8443")).toBe(false);
});

test("two operators cannot share a name, nor can one lie below another's", () => {
  expect(() => hostsOf([studio, siteAt("second", ["https://studio.example"])])).toThrow(
    "Both studio and second are served at studio.example.",
  );
  expect(() => hostsOf([studio, siteAt("guest", ["https://guest.studio.example"])])).toThrow(
    "guest is served at guest.studio.example, and studio at *.studio.example.",
  );
  expect(() =>
    hostsOf([siteAt("guest", ["https://guest.studio.example", "https://*.b.studio.example"]), studio]),
  ).toThrow("guest is served at guest.studio.example");
});

import { expect, test } from "vitest";
import { HostClaims } from "./host-claims.ts";

test("a name belongs to one operator, and an operator may claim its own again", () => {
  const claims = new HostClaims();
  claims.claim("img", ["img.example", "img.localhost"]);
  claims.claim("img", ["img.example"]);
  expect(() => claims.claim("twin", ["twin.example", "img.localhost"])).toThrow(
    "img.localhost is img's already",
  );
});

test("a name that another operator's covers is that operator's, whichever came first", () => {
  const wide = ["studio.example", "*.studio.example"];
  const first = new HostClaims();
  first.claim("studio", wide);
  expect(() => first.claim("shop", ["deep.shop.studio.example"])).toThrow("by *.studio.example");
  const last = new HostClaims();
  last.claim("shop", ["shop.studio.example"]);
  expect(() => last.claim("studio", wide)).toThrow("shop's already");
});

test("names that only look alike are nobody's but their own", () => {
  const claims = new HostClaims();
  claims.claim("studio", ["studio.example", "*.studio.example"]);
  claims.claim("other", ["mystudio.example", "studio.example.org"]);
  expect(() => claims.claim("third", ["studio.localhost"])).not.toThrow();
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keeps, removes } from "../../../test/keeps.ts";
import { parseAddress, shownAddress } from "./address.ts";
import { originOf, trustedProxies } from "./trusted-proxies.ts";

describe("an address has one form, whatever text it came in (clause 1.1.7)", () => {
  test.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::FFFF:c000:0201", "192.0.2.1"],
    ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
    ["2001:db8::0:1", "2001:db8::1"],
    ["::", "::"],
    ["1::", "1::"],
    ["fe80::1%eth0", "fe80::1"],
    ["2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1"],
    ["2001:0:0:1:0:0:1:1", "2001::1:0:0:1:1"],
    ["64:ff9b::192.0.2.33", "64:ff9b::c000:221"],
  ])("%s is %s", keeps("network-address", "itsectr-privacy/1.1.7"), (text, form) => {
    expect(parseAddress(text)?.text).toBe(form);
  });

  test.each([
    "",
    "1.2.3",
    "01.2.3.4",
    "1.2.3.256",
    "1.2.3.4.5",
    "0x7f.1.1.1",
    ":::",
    "1::2::3",
    "12345::",
    "1:2:3:4:5:6:7",
    "::1.2.3",
    "unknown",
    "1.2.3.4:80",
  ])("%j is none", (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  test("any address reads back as itself (property)", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const first = parseAddress(text);
        expect(first).not.toBeNull();
        expect(parseAddress(first?.text ?? "")?.text).toBe(first?.text);
        expect(
          Buffer.from(parseAddress(first?.text ?? "")?.bytes ?? []).equals(Buffer.from(first?.bytes ?? [])),
        ).toBe(true);
      }),
    );
  });
});

describe("who looks at an address sees its network", () => {
  test.each([
    ["192.0.2.77", "192.0.2.0/24"],
    ["::ffff:192.0.2.77", "192.0.2.0/24"],
    ["2001:db8:12:3456::9", "2001:db8:12::/48"],
  ])(
    "%s is shown as %s, and whole for security",
    keeps("network-address", "itsectr-privacy/1.1.7"),
    (text, masked) => {
      const address = parseAddress(text);
      if (address === null) throw new Error(text);
      expect(shownAddress(address, "inquiry-handling")).toBe(masked);
      expect(shownAddress(address, "security")).toBe(address.text);
    },
  );

  test("all of one network look alike (property)", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 255 }), (text, last) => {
        const other = text.replace(/\d+$/u, String(last));
        const shown = [text, other].map((one) => {
          const address = parseAddress(one);
          return address === null ? null : shownAddress(address, "statistics");
        });
        expect(shown[0]).toBe(shown[1]);
      }),
    );
  });
});

describe("trusted proxies", () => {
  test.each([
    ["10.0.0.0/8", "10.255.0.1", true],
    ["10.0.0.0/8", "11.0.0.1", false],
    ["10.0.0.128/25", "10.0.0.127", false],
    ["::ffff:10.0.0.0/104", "10.1.2.3", true],
    ["2001:db8::/33", "2001:db8:7fff::1", true],
    ["2001:db8::/33", "2001:db8:8000::1", false],
    ["::1", "::1", true],
    ["0.0.0.0/0", "::1", false],
  ])("%s names %s: %s", (block, address, named) => {
    const parsed = parseAddress(address);
    expect(parsed !== null && trustedProxies([block])(parsed)).toBe(named);
  });

  test.each(["10.0.0.0/33", "nonsense", "10.0.0.1/8/8", "10.0.0.0/", "::/129", "::ffff:10.0.0.0/8"])(
    "%s is refused",
    (block) => {
      expect(() => trustedProxies([block])).toThrow(TypeError);
    },
  );

  test("whatever an untrusted sender claims, it stays who it is (property)", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.string(), fc.string(), (peer, forwardedFor, forwardedProto) => {
        const { client, proto } = originOf(peer, { forwardedFor, forwardedProto }, trustedProxies([]));
        expect([client?.text, proto]).toEqual([peer, null]);
      }),
    );
  });

  test("were everybody trusted, a forged header would be believed", removes("network-address"), () => {
    const forged = { forwardedFor: "192.0.2.1", forwardedProto: undefined };
    const told = (trusted: readonly string[]) =>
      originOf("203.0.113.7", forged, trustedProxies(trusted)).client?.text;
    expect([told([]), told(["0.0.0.0/0"])]).toEqual(["203.0.113.7", "192.0.2.1"]);
  });

  test("ports and brackets that proxies add are read", () => {
    const trusted = trustedProxies(["127.0.0.1"]);
    const client = (forwardedFor: string) =>
      originOf("::ffff:127.0.0.1", { forwardedFor, forwardedProto: undefined }, trusted).client?.text;
    expect([client("192.0.2.1:5000"), client("[2001:db8::1]:5000")]).toEqual(["192.0.2.1", "2001:db8::1"]);
  });
});

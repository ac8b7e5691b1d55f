import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { send, sendForm, sendRaw } from "../../../test/http-client.ts";
import { startSite, type TestSite } from "../../../test/http-site.ts";
import { endpoint, file, page, refuse } from "./index.ts";

let handled = 0;
const seen: (string | undefined)[] = [];

const routes = [
  page({
    path: "/form/",
    view: z.object({}),
    show: (exchange) => {
      seen.push(exchange.client?.text);
      return {};
    },
    form: {
      fields: z.object({ name: z.string().optional() }),
      submit: () => {
        handled++;
        return {};
      },
      again: () => ({}),
    },
    render: () => "<p></p>",
  }),
  endpoint({
    method: "POST",
    path: "/api/note",
    summary: "Take a note",
    request: { body: z.object({ text: z.string() }) },
    response: z.object({ ok: z.boolean() }),
    handle: () => {
      handled++;
      return { ok: true };
    },
  }),
  endpoint({
    method: "DELETE",
    path: "/api/note",
    summary: "Remove it",
    response: z.object({}),
    handle: () => {
      handled++;
      return {};
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/busy",
    summary: "Refuses",
    response: z.object({}),
    handle: () => refuse("example-busy"),
  }),
  endpoint({
    method: "GET",
    path: "/api/foreign-error",
    summary: "Throws what no table has",
    response: z.object({}),
    handle: () => {
      throw Object.assign(new Error("anna@example.org is locked"), { code: "elsewhere", status: 404 });
    },
  }),
  file({
    path: "/style.css",
    caching: "immutable",
    read: () => ({ type: "text/css; charset=utf-8", bytes: Buffer.from("a{}") }),
  }),
];

const SAME = { "Sec-Fetch-Site": "same-origin" };
const JSON_TYPE = { "Content-Type": "application/json" };
let site: TestSite;

beforeAll(async () => {
  site = await startSite(routes, {
    errors: [{ "example-busy": { status: 503, message: "Come back later." } }],
    trustedProxies: ["127.0.0.1", "10.0.0.0/8"],
    limits: { body: 1_000, bodyTime: 200 },
    connections: { headerTime: 300, requestTime: 600 },
  });
});
afterAll(() => site.served.close());

const code = (text: string): string => JSON.parse(text).error.code;
const post = (headers: Record<string, string>, body = "name=Anna", path = "/form/") =>
  send({ port: site.port, method: "POST", path, headers, body });

async function refusedBeforeTheHandler(
  act: () => Promise<{ status: number }>,
  status: number,
): Promise<void> {
  const before = handled;
  expect((await act()).status).toBe(status);
  expect(handled).toBe(before);
}

describe("cross-site request forgery", () => {
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  const refused: [string, Record<string, string>, string, string][] = [
    [
      "a form from another site",
      { ...form, "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" },
      "/form/",
      "a=b",
    ],
    [
      "a form from a sibling host",
      { ...form, "Sec-Fetch-Site": "same-site", Origin: "http://x.localhost" },
      "/form/",
      "a=b",
    ],
    ["a form from an opaque origin", { ...form, Origin: "null" }, "/form/", "a=b"],
    ["a form that says nothing of its origin", form, "/form/", "a=b"],
    ["a form that was `none`, without Origin", { ...form, "Sec-Fetch-Site": "none" }, "/form/", "a=b"],
    [
      "JSON from another site, where the framework's own guard looks at forms only",
      { ...JSON_TYPE, Origin: "https://evil.example" },
      "/api/note",
      '{"text":"a"}',
    ],
    [
      "JSON dressed as text",
      { "Content-Type": "text/plain", Origin: "https://evil.example" },
      "/api/note",
      '{"text":"a"}',
    ],
    ["JSON with a cookie and no origin", { ...JSON_TYPE, Cookie: "session=1" }, "/api/note", '{"text":"a"}'],
    ["another port of the same host", { ...form, Origin: "http://site.localhost:81" }, "/form/", "a=b"],
  ];
  test.each(refused)("%s is refused", async (_, headers, path, body) => {
    await refusedBeforeTheHandler(() => post(headers, body, path), 403);
  });
  test("a DELETE from nowhere is refused", async () => {
    await refusedBeforeTheHandler(() => send({ port: site.port, method: "DELETE", path: "/api/note" }), 403);
  });
  test("our own page, a configured origin, and a program without cookies pass", async () => {
    expect((await post({ ...form, ...SAME })).status).toBe(200);
    expect((await post({ ...form, Origin: "http://site.localhost", "Sec-Fetch-Site": "none" })).status).toBe(
      200,
    );
    expect((await post(JSON_TYPE, '{"text":"a"}', "/api/note")).status).toBe(200);
  });
});

describe("a forged header", () => {
  test("Host never chooses a site or a link: an unknown one gets 421, one count, and no line", async () => {
    const before = site.lines.length;
    for (const host of ["evil.example", "site.localhost.evil.example", "a@site.localhost", ""]) {
      const { status, text } = await send({ port: site.port, host, path: "/form/?email=anna@example.org" });
      expect(status).toBe(421);
      expect(text).not.toContain("evil");
    }
    expect(site.lines.length).toBe(before);
    expect(await site.metrics()).toMatch(/upheld_http_unknown_host_total 4/);
    expect((await send({ port: site.port, host: "SITE.localhost.:8080", path: "/form/" })).status).toBe(200);
  });

  test("two Host headers are refused", async () => {
    expect(
      await sendRaw(
        site.port,
        "GET /form/ HTTP/1.1\r\nHost: site.localhost\r\nHost: evil\r\nConnection: close\r\n\r\n",
      ),
    ).toMatch(/^HTTP\/1\.1 400 /);
  });

  test("an absolute request target is refused", async () => {
    expect(
      await sendRaw(
        site.port,
        "GET http://evil/form/ HTTP/1.1\r\nHost: site.localhost\r\nConnection: close\r\n\r\n",
      ),
    ).toMatch(/^HTTP\/1\.1 400 /);
  });

  test("X-Request-Id of the client is ignored", async () => {
    const { headers } = await send({ port: site.port, path: "/form/", headers: { "X-Request-Id": "mine" } });
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("X-Forwarded-For counts only as far as trusted proxies wrote it", async () => {
    const from = async (forwarded: string) => {
      await send({ port: site.port, path: "/form/", headers: { "X-Forwarded-For": forwarded } });
      return seen.at(-1);
    };
    expect(await from("192.0.2.1")).toBe("192.0.2.1");
    expect(await from("6.6.6.6, 192.0.2.1, 10.1.1.1")).toBe("192.0.2.1");
    expect(await from("nonsense")).toBe("127.0.0.1");
    const direct = await startSite(routes);
    await send({ port: direct.port, path: "/form/", headers: { "X-Forwarded-For": "6.6.6.6" } });
    expect(seen.at(-1)).toBe("127.0.0.1");
    await direct.served.close();
  });
});

describe("too much", () => {
  test("a long address: 414", async () => {
    expect((await send({ port: site.port, path: `/${"a".repeat(3_000)}` })).status).toBe(414);
  });
  test("long headers: 431", async () => {
    expect(
      await sendRaw(site.port, `GET / HTTP/1.1\r\nHost: site.localhost\r\nX: ${"a".repeat(20_000)}\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 431 /);
  });
  test("many headers: 431", async () => {
    const headers = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`X-${i}`, "a"]));
    expect((await send({ port: site.port, path: "/form/", headers })).status).toBe(431);
  });
  test("a large body, announced: 413 before it is sent", async () => {
    await refusedBeforeTheHandler(() => post(SAME, "a".repeat(2_000)), 415);
    await refusedBeforeTheHandler(
      () =>
        post({ ...SAME, "Content-Type": "application/x-www-form-urlencoded" }, `name=${"a".repeat(2_000)}`),
      413,
    );
  });
  test("a large body, in chunks: 413, read by the sender, then the connection ends", async () => {
    const chunk = `400\r\n${"a".repeat(1_024)}\r\n`;
    const answer = await sendRaw(
      site.port,
      "POST /form/ HTTP/1.1\r\nHost: site.localhost\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n",
      chunk.repeat(5),
      "0\r\n\r\n",
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/connection: close/i);
  });
  test("a compressed body: 415, since it may unpack to anything", async () => {
    const headers = { ...SAME, ...JSON_TYPE, "Content-Encoding": "gzip" };
    expect((await post(headers, "x", "/api/note")).status).toBe(415);
  });
  test("more connections than the bound: the last is closed at once", async () => {
    const small = await startSite(routes, { connections: { connections: 1, headerTime: 300 } });
    const held = sendRaw(small.port, "GET / HTTP/1.1\r\n");
    const results = await Promise.allSettled([held, sendRaw(small.port, "GET / HTTP/1.1\r\n")]);
    const answers = results.map((one) => (one.status === "fulfilled" ? one.value.slice(0, 12) : ""));
    expect(answers.sort()).toEqual(["", "HTTP/1.1 408"]);
    await small.served.close();
  });
});

describe("too slow", () => {
  const head =
    "POST /form/ HTTP/1.1\r\nHost: site.localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\n";
  test("headers that do not end: 408", async () => {
    expect(await sendRaw(site.port, "GET / HTTP/1.1\r\nHost: site.localhost\r\nX-Slow: ")).toMatch(
      /^HTTP\/1\.1 408 /,
    );
  });
  test("a body that does not end: 408, and the handler never ran", async () => {
    const before = handled;
    expect(await sendRaw(site.port, head, "name")).toMatch(/^HTTP\/1\.1 408 /);
    expect(handled).toBe(before);
  });
});

describe("bad text", () => {
  const form = (body: string | Uint8Array) =>
    send({
      port: site.port,
      method: "POST",
      path: "/form/",
      headers: { ...SAME, "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" },
      body,
    });
  const json = (body: string | Uint8Array) =>
    send({ port: site.port, method: "POST", path: "/api/note", headers: { ...SAME, ...JSON_TYPE }, body });

  test.each([
    ["bytes that are not UTF-8", Buffer.from([0x6e, 0x3d, 0xff])],
    ["an escape that is not UTF-8", "name=%FF"],
    ["a broken escape", "name=%4"],
    ["a surrogate half", "name=%ED%A0%80"],
    ["a NUL", "name=a%00b"],
    ["a field without a name", "=x"],
    ["too many fields", "a&".repeat(300)],
  ])("a form with %s: 400", async (_, body) => {
    await refusedBeforeTheHandler(() => form(body), 400);
  });
  test("JSON that is not UTF-8, or not JSON: 400 with its code, nothing quoted", async () => {
    expect(code((await json(Buffer.from([0x22, 0xff, 0x22]))).text)).toBe("body-not-utf8");
    const broken = await json('{"text": anna@example.org}');
    expect([broken.status, code(broken.text)]).toEqual([400, "json-malformed"]);
    expect(broken.text).not.toContain("anna");
  });
  test("another content type: 415; another charset: 415", async () => {
    expect((await post({ ...SAME, "Content-Type": "multipart/form-data; boundary=x" })).status).toBe(415);
    expect(
      (await post({ ...SAME, "Content-Type": "application/json; charset=koi8-r" }, "{}", "/api/note")).status,
    ).toBe(415);
  });
  test("an address that is not one: 400", async () => {
    for (const path of ["//evil.example/", "/a\\b", "/form/%FF<"]) {
      expect((await send({ port: site.port, path })).status).toBe(400);
    }
  });
  test("a request that is not HTTP: 400 and the end", async () => {
    expect(await sendRaw(site.port, "\u0000\u0001\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  });
  test("two lengths, as in request smuggling: 400", async () => {
    expect(
      await sendRaw(
        site.port,
        "POST /form/ HTTP/1.1\r\nHost: site.localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
      ),
    ).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe("a wrong door", () => {
  test("unknown: 404; another method: 405 with Allow; without its slash: 308 to it", async () => {
    expect((await send({ port: site.port, path: "/nowhere/" })).status).toBe(404);
    const wrong = await send({ port: site.port, method: "PUT", path: "/form/", headers: SAME });
    expect([wrong.status, wrong.headers.allow]).toEqual([405, "GET, POST, HEAD"]);
    const moved = await send({ port: site.port, path: "/ru/form?a=b" });
    expect([moved.status, moved.headers.location]).toEqual([308, "/ru/form/?a=b"]);
  });
  test("HEAD answers as GET without the body", async () => {
    const { status, text, headers } = await send({ port: site.port, method: "HEAD", path: "/style.css" });
    expect([status, text, headers["content-length"]]).toEqual([200, "", "3"]);
  });
  test("the error is a page for who reads pages and JSON for who does not, in their language", async () => {
    const read = (Accept: string) =>
      send({ port: site.port, path: "/nowhere/", headers: { Accept, "Accept-Language": "ru" } });
    const asPage = await read("text/html,application/xhtml+xml");
    expect(asPage.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(asPage.text).toContain("По этому адресу страницы нет.");
    expect(asPage.text).toContain(String(asPage.headers["x-request-id"]));
    const asJson = await read("application/json");
    expect(JSON.parse(asJson.text)).toEqual({
      error: {
        code: "not-found",
        message: "По этому адресу страницы нет.",
        kept: "unchanged",
        requestId: asJson.headers["x-request-id"],
      },
    });
  });
});

describe("errors", () => {
  test("of a registered table leave as their row", async () => {
    const { status, text, headers } = await send({ port: site.port, path: "/api/busy" });
    expect([status, headers["retry-after"], JSON.parse(text).error.message]).toEqual([
      503,
      "1",
      "Come back later.",
    ]);
  });
  test("of no table become 500 with an id and nothing else, whatever code and status they claim", async () => {
    const { status, text } = await send({ port: site.port, path: "/api/foreign-error" });
    expect(status).toBe(500);
    expect(text).not.toMatch(/anna|elsewhere|\.ts/);
    expect(site.lines.join("")).not.toContain("anna");
    expect(site.lines.join("")).toContain(
      '"error":"Error","at":"src/platform/http/guards.refuse-by-name.test.ts:',
    );
  });
});

test("an error page that fails itself is a plain 500, with its headers and no stack", async () => {
  const broken = await startSite(routes, {
    errorPage: () => {
      throw new Error("anna@example.org");
    },
  });
  const { status, text, headers } = await send({
    port: broken.port,
    path: "/nowhere/",
    headers: { Accept: "text/html" },
  });
  expect([status, text]).toEqual([500, "Something went wrong on our side."]);
  expect(headers["content-security-policy"]).toBeDefined();
  expect(broken.lines.join("")).not.toContain("anna");
  await broken.served.close();
});

describe("every answer", () => {
  test.each(["/form/", "/style.css", "/nowhere/", "/api/busy", "/healthz"])(
    "%s carries the security headers",
    async (path) => {
      const { headers } = await send({ port: site.port, path });
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["content-security-policy"]).not.toContain("unsafe");
      expect(headers).toMatchObject({
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": expect.stringContaining("camera=()"),
      });
      expect(headers["strict-transport-security"]).toBeUndefined();
      expect(headers["cache-control"]).toBeDefined();
    },
  );

  test("is logged by pattern, never by path or query", async () => {
    await sendForm({ port: site.port, path: "/ru/form/?email=anna@example.org" }, { name: "Anna" });
    await send({ port: site.port, path: "/people/anna@example.org/" });
    const log = site.lines.join("");
    expect(log).toContain('"route":"/ru/form/"');
    expect(log).not.toMatch(/anna|email/i);
    expect(log).not.toContain("log.dropped");
  });

  test("of an https site carries HSTS; where the proxy says http, reading moves and sending is refused", async () => {
    const secure = await startSite(routes, {
      origins: ["https://site.localhost"],
      trustedProxies: ["127.0.0.1"],
    });
    const https = await send({
      port: secure.port,
      path: "/form/",
      headers: { "X-Forwarded-Proto": "https" },
    });
    expect(https.headers["strict-transport-security"]).toBe("max-age=31536000");
    expect(https.headers["content-security-policy"]).toContain("upgrade-insecure-requests");
    const http = { "X-Forwarded-Proto": "http" };
    const moved = await send({ port: secure.port, path: "/form/?a=b", headers: http });
    expect([moved.status, moved.headers.location]).toEqual([308, "https://site.localhost/form/?a=b"]);
    expect((await sendForm({ port: secure.port, path: "/form/", headers: http }, {})).status).toBe(403);
    await secure.served.close();
  });
});

test("two operators run side by side, each under its own name; two under one name are refused", async () => {
  const one = (operator: string, origin: string, text: string) => ({
    operator,
    name: { en: operator, ru: operator },
    origins: [origin] as const,
    languages: ["en", "ru"] as const,
    routes: [page({ path: "/" as const, view: z.object({}), show: () => ({}), render: () => text })],
  });
  const sites = [one("first", "http://a.localhost", "A"), one("second", "http://b.localhost:3000", "B")];
  const both = await startSite([], { sites });
  expect((await send({ port: both.port, host: "a.localhost" })).text).toContain("A");
  expect((await send({ port: both.port, host: "b.localhost" })).text).toContain("B");
  await both.served.close();
  await expect(
    startSite([], { sites: [...sites, one("third", "http://a.localhost:1", "C")] }),
  ).rejects.toThrow("Both first and third");
});

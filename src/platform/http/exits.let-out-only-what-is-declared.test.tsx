import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { send, sendForm } from "../../../test/http-client.ts";
import { startSite, type TestSite } from "../../../test/http-site.ts";
import { cached, describeApi, endpoint, file, page, refuse, seeOther, shown } from "./index.ts";

const LEAK = "anna@example.org";
let renderings = 0;
const stored = new TextEncoder().encode("published text, as it was. ".repeat(100));

async function* enquiries() {
  yield { reference: "A-1", email: LEAK };
  yield { reference: "A-2", email: LEAK };
}

const routes = [
  endpoint({
    method: "GET",
    path: "/api/people/:id",
    summary: "One person",
    request: {
      params: z.object({ id: z.string().regex(/^\d+$/) }),
      query: z.object({ deep: z.string().max(3).optional() }),
    },
    response: z.object({
      id: z.string(),
      address: z.object({ city: z.string() }),
      tags: z.array(z.object({ name: z.string() })),
    }),
    handle: (_, { params }) => {
      const row = {
        id: params.id,
        email: LEAK,
        address: { city: "Perm", street: LEAK },
        tags: [{ name: "a", note: LEAK }],
      };
      return row;
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/wrong",
    summary: "A handler that breaks its promise",
    response: z.object({ count: z.number() }),
    handle: () => ({ count: LEAK }) as unknown as { count: number },
  }),
  endpoint({
    method: "POST",
    path: "/api/people",
    summary: "Add a person",
    request: { body: z.strictObject({ name: z.string().min(1).max(10) }) },
    response: z.object({ length: z.number() }),
    status: 201,
    handle: (_, { body }) => ({ length: body.name.length }),
  }),
  page({
    path: "/people/",
    view: z.object({ name: z.string() }),
    show: () => ({ name: "<b>Anna</b>", email: LEAK }),
    render: (view, frame) => (
      <html lang={frame.language}>
        <p>{view.name}</p>
        <p>{JSON.stringify(view)}</p>
      </html>
    ),
  }),
  page({
    path: "/nonce/",
    view: z.object({}),
    show: () => ({}),
    render: (_, frame) => <script nonce={frame.nonce()}>1</script>,
  }),
  page({
    path: "/document/",
    view: z.object({ text: z.string() }),
    show: () => cached("version 1", () => ({ text: "clause ".repeat(300) })),
    render: (view) => {
      renderings++;
      return <p>{view.text}</p>;
    },
  }),
  page({
    path: "/form/",
    view: z.object({ problems: z.array(z.string()), typed: z.record(z.string(), z.string()) }),
    show: () => ({ problems: [], typed: {} }),
    form: {
      fields: z.strictObject({ name: z.string().trim().min(1).max(5), topic: z.enum(["a", "b"]) }),
      submit: (exchange, { fields }) => {
        if (fields.name === "late") return shown({ problems: ["overtaken"], typed: {} }, 409);
        if (fields.name === "refus") return refuse("cross-origin", { field: "name", kept: "typed" });
        exchange.setCookie({ name: "seen", value: "1" });
        return seeOther(exchange.links.page("/done/:reference/", { reference: "A 1" }));
      },
      again: (_, { typed, problems }) => ({
        problems: problems.map((one) => `${one.field}:${one.problem}`),
        typed,
      }),
    },
    render: (view) => (
      <form method="post">
        <ul>
          {view.problems.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
        <input name="name" value={view.typed["name"] ?? ""} />
      </form>
    ),
  }),
  file({
    path: "/texts/:name",
    params: z.object({ name: z.string() }),
    caching: "immutable",
    read: (_, { name }) => (name === "one.txt" ? { type: "text/plain; charset=utf-8", bytes: stored } : null),
  }),
  file({
    path: "/export",
    caching: "personal",
    read: () => ({
      value: z.object({ reference: z.string() }),
      values: enquiries(),
      saveAs: "enquiries.ndjson",
    }),
  }),
  file({
    path: "/export-broken",
    caching: "personal",
    read: () => ({
      value: z.object({ reference: z.string().max(3) }),
      values: (async function* () {
        yield { reference: "A-1" };
        yield { reference: LEAK };
      })(),
    }),
  }),
];

let site: TestSite;
const get = (path: string, headers: Record<string, string> = {}) => send({ port: site.port, path, headers });

beforeAll(async () => {
  site = await startSite(routes);
});
afterAll(() => site.served.close());

describe("endpoint", () => {
  test("a field that is not declared does not leave, however deep", async () => {
    const { status, text, headers } = await get("/api/people/7");
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ id: "7", address: { city: "Perm" }, tags: [{ name: "a" }] });
    expect(text).not.toContain(LEAK);
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("a value that is not as declared becomes a 500 that says nothing of it", async () => {
    const { status, text } = await get("/api/wrong");
    expect(status).toBe(500);
    expect(text).not.toContain(LEAK);
    expect(JSON.parse(text).error).toMatchObject({ code: "unexpected", kept: "unchanged" });
    expect(site.lines.join("")).not.toContain(LEAK);
  });

  test("a schema that leaves something open is refused where it is declared", () => {
    const open = [
      z.any(),
      z.object({ a: z.unknown() }),
      z.looseObject({}),
      z.array(z.object({}).catchall(z.string())),
      z.object({ a: z.lazy(() => z.unknown()).optional() }),
      z.record(z.string(), z.any()),
    ];
    for (const response of open) {
      expect(() =>
        endpoint({
          method: "GET",
          path: "/api/open",
          summary: "",
          response: response as z.ZodObject,
          handle: () => ({}),
        }),
      ).toThrow(TypeError);
    }
  });

  test("a parameter that does not fit names nothing", async () => {
    expect((await get("/api/people/x")).status).toBe(404);
  });

  test("a query that does not fit is refused by field", async () => {
    const { status, text } = await get("/api/people/7?deep=very");
    expect([status, JSON.parse(text).error.field]).toEqual([400, "deep"]);
  });

  test("a body goes through its schema; an undeclared key is not quoted back", async () => {
    const post = (body: string) =>
      send({
        port: site.port,
        method: "POST",
        path: "/api/people",
        headers: { "Content-Type": "application/json" },
        body,
      });
    expect((await post('{"name":"Anna"}')).text).toBe('{"length":4}');
    const long = await post('{"name":"Anna Petrova"}');
    expect([long.status, JSON.parse(long.text).error]).toEqual([
      422,
      expect.objectContaining({ code: "body-invalid", field: "name", kept: "nothing" }),
    ]);
    const undeclared = await post(`{"name":"Anna","${LEAK}":1}`);
    expect(undeclared.status).toBe(422);
    expect(undeclared.text).not.toContain(LEAK);
  });

  test("the description is made of the schemas that are enforced", async () => {
    const described = await describeApi(routes, { title: "T", version: "1", origin: "https://site.example" });
    expect(described).toMatchObject({
      openapi: "3.1.0",
      paths: {
        "/api/people/{id}": {
          get: { parameters: expect.arrayContaining([expect.objectContaining({ name: "id" })]) },
        },
        "/api/people": {
          post: { requestBody: { content: { "application/json": { schema: { required: ["name"] } } } } },
        },
      },
    });
  });
});

describe("page", () => {
  test("its JSX sees the declared view alone, and escapes it", async () => {
    const { text, headers } = await get("/people/");
    expect(text).toBe(
      '<!DOCTYPE html><html lang="en"><p>&lt;b&gt;Anna&lt;/b&gt;</p><p>{&quot;name&quot;:&quot;&lt;b&gt;Anna&lt;/b&gt;&quot;}</p></html>',
    );
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("is served per language, and by preference at its stable address without redirect or cookie", async () => {
    const russian = await get("/ru/people/", { "Accept-Language": "en" });
    expect(russian.text).toContain('lang="ru"');
    expect(russian.headers["content-language"]).toBe("ru");
    expect(russian.headers.vary).toBeUndefined();
    const stable = await get("/people/", { "Accept-Language": "ru-RU,ru" });
    expect([stable.status, stable.headers["content-language"], stable.headers.vary]).toEqual([
      200,
      "ru",
      "Accept-Language",
    ]);
    expect(stable.headers["set-cookie"]).toBeUndefined();
    expect((await get("/de/people/")).status).toBe(404);
  });

  test("answers a good form with 303, a cookie of ours and an encoded link in the form's language", async () => {
    const { status, headers } = await sendForm(
      { port: site.port, path: "/ru/form/" },
      { name: " Anna ", topic: "a" },
    );
    expect([status, headers.location]).toEqual([303, "/ru/done/A%201/"]);
    expect(headers["set-cookie"]).toEqual(["seen=1; Path=/; HttpOnly; SameSite=Lax"]);
  });

  test("shows a bad form again with what was typed, and nothing that was not declared", async () => {
    const { status, text } = await sendForm(
      { port: site.port, path: "/form/" },
      { name: "<Anna Petrova>", topic: "c", email: LEAK },
    );
    expect(status).toBe(422);
    expect(text).toContain('value="&lt;Anna Petrova&gt;"');
    expect(text).toContain("<li>name:too-long</li><li>topic:not-allowed</li><li>:not-allowed</li>");
    expect(text).not.toContain(LEAK);
    const missing = await sendForm({ port: site.port, path: "/form/" }, { name: " " });
    expect(missing.text).toContain("<li>name:required</li>");
  });

  test("may answer under a status of its own, or with an error that says what was kept", async () => {
    expect((await sendForm({ port: site.port, path: "/form/" }, { name: "late", topic: "a" })).status).toBe(
      409,
    );
    const refused = await sendForm({ port: site.port, path: "/form/" }, { name: "refus", topic: "a" });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("What you typed is still in the form.");
  });

  test("that is the same for all is rendered once, compressed, tagged, and answered 304 to who has it", async () => {
    const before = renderings;
    const first = await get("/en/document/");
    const again = await get("/en/document/", { "Accept-Encoding": "gzip" });
    expect(renderings).toBe(before + 1);
    expect(again.headers["content-encoding"]).toBe("gzip");
    expect(again.bytes.length).toBeLessThan(first.bytes.length / 4);
    const known = await get("/en/document/", { "If-None-Match": String(first.headers.etag) });
    expect([known.status, known.text]).toEqual([304, ""]);
  });

  test("that asks for a nonce gets a fresh one, in its policy too; one that does not may run no script", async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { text, headers } = await get("/nonce/");
        const nonce = /nonce="([\w-]{22})"/.exec(text)?.[1];
        expect(headers["content-security-policy"]).toContain(`script-src 'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    expect((await get("/people/")).headers["content-security-policy"]).toContain("script-src 'none'");
  });
});

describe("file", () => {
  test("gives stored bytes exactly, immutable, compressed for who reads that, 304 for who has them", async () => {
    const plain = await get("/texts/one.txt");
    expect(plain.bytes.equals(stored)).toBe(true);
    expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const zipped = await get("/texts/one.txt", { "Accept-Encoding": "br, gzip;q=0.5" });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(
      (await get("/texts/one.txt", { "Accept-Encoding": "gzip;q=0" })).headers["content-encoding"],
    ).toBeUndefined();
    expect((await get("/texts/one.txt", { "If-None-Match": `"x", ${plain.headers.etag}` })).status).toBe(304);
    expect((await get("/texts/two.txt")).status).toBe(404);
  });

  test("streams values through their schema", async () => {
    const { text, headers } = await get("/export");
    expect(text).toBe('{"reference":"A-1"}\n{"reference":"A-2"}\n');
    expect(headers["content-disposition"]).toBe('attachment; filename="enquiries.ndjson"');
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("a stream that fails midway is cut, never passed off as whole", async () => {
    await expect(get("/export-broken")).rejects.toThrow(/aborted|hang up|ECONNRESET/);
    expect(site.lines.join("")).toContain('"event":"http.failed"');
    expect(site.lines.join("")).not.toContain(LEAK);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendEnquiry } from "../../../test/sent-enquiry.ts";
import { send } from "../../../test/http-client.ts";
import { startSite, type TestSite } from "../../../test/http-site.ts";
import { type StaffedInstallation, staffedInstallation } from "../../../test/staffed.ts";
import { addStaff, CLI, createApiKey, revokeApiKey, STAFF_ERRORS } from "../../people/staff/index.ts";
import type { ProcessingOperation } from "../../policy/index.ts";
import { INTAKE_ERRORS } from "../../services/intake/index.ts";
import { REFUSALS } from "../../trust/gate/index.ts";
import { apiRoutes } from "./index.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let at: StaffedInstallation;
  let site: TestSite;
  let keeper: { readonly kind: "staff"; readonly id: string };
  let reference: string;

  beforeAll(async () => {
    at = await staffedInstallation(engine);
    site = await startSite(apiRoutes(at.operator, { origin: "http://site.localhost" }), {
      errors: [STAFF_ERRORS, INTAKE_ERRORS, REFUSALS],
    });
    const added = await at.unit((tx) =>
      addStaff(
        tx,
        CLI,
        {
          login: "keeper",
          name: "Keys Example",
          authorisations: ["inquiry-handling", "offers"].map((purpose) => ({
            purpose,
            operations: ["extract", "use"] as const,
          })),
          rights: ["manage-keys"],
        },
        at.operator,
      ),
    );
    if ("refusal" in added) throw new Error(added.refusal.code);
    keeper = { kind: "staff", id: added.staff };
    reference = await sendEnquiry(at.operator);
  });
  afterAll(async () => {
    await site?.served.close();
    await at?.remove();
  });

  const key = (purpose: string, operations: ProcessingOperation[]) =>
    at.unit((tx) =>
      createApiKey(
        tx,
        keeper,
        { label: "Help desk", authorisations: [{ purpose, operations }] },
        at.operator,
      ),
    );
  const get = (path: string, secret?: string) =>
    send({
      port: site.port,
      path,
      ...(secret === undefined ? {} : { headers: { Authorization: `Bearer ${secret}` } }),
    });
  const json = (text: string) => JSON.parse(text) as Record<string, unknown>;
  const code = (text: string) => (json(text).error as { code: string }).code;

  test("4.1.1: a program reads an enquiry under its purpose; the reading is journalled with the key as the actor", async () => {
    const { id, secret } = await key("inquiry-handling", ["extract"]);
    const listed = await get("/api/enquiries", secret);
    expect(listed.status).toBe(200);
    expect(json(listed.text).enquiries).toMatchObject([{ reference, form: "feedback", status: "open" }]);
    expect(listed.text).not.toContain("Maria");

    const { status, text, headers } = await get(`/api/enquiries/${reference}`, secret);
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(json(text)).toMatchObject({ reference, purpose: "inquiry-handling", status: "open" });
    expect(json(text).values).toEqual(
      expect.arrayContaining([expect.objectContaining({ attribute: "name", value: "Maria Example" })]),
    );
    const entries = await at.journalled("decision", id);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toContain('"operation":"extract"');
    expect(entries[0]).toContain('"purpose":"inquiry-handling"');
  });

  test("6.2.1: outside its purpose or operation a key gets nothing, and the attempt is on record", async () => {
    const other = await key("offers", ["extract"]);
    const refused = await get(`/api/enquiries/${reference}`, other.secret);
    expect([refused.status, code(refused.text)]).toEqual([403, "not-authorised"]);
    expect(refused.text).not.toContain("Maria");
    expect(await at.journalled("decision", other.id)).toHaveLength(1);
    expect(json((await get("/api/enquiries", other.secret)).text).enquiries).toEqual([]);

    const blind = await key("inquiry-handling", ["use"]);
    for (const path of ["/api/enquiries", `/api/enquiries/${reference}`]) {
      const answer = await get(path, blind.secret);
      expect([answer.status, code(answer.text)]).toEqual([403, "not-authorised"]);
    }
  });

  test("without a key, with a forged one or a revoked one, the door says how to get in and nothing else", async () => {
    const revoked = await key("inquiry-handling", ["extract"]);
    await at.unit((tx) => revokeApiKey(tx, keeper, revoked.id, at.operator));
    const fake = `upheld_itsectr_${"A".repeat(43)}`;
    for (const path of ["/api/enquiries", `/api/enquiries/${reference}`, "/api/enquiries/AAAA-AAAA"]) {
      for (const [secret, expected] of [
        [undefined, "key-missing"],
        [fake, "key-unknown"],
        ["", "key-unknown"],
        ["\u00e9\u00e9", "key-unknown"],
        [revoked.secret, "key-revoked"],
      ] as const) {
        const answer = await get(path, secret);
        expect([answer.status, code(answer.text)], `${path} ${expected}`).toEqual([401, expected]);
        expect(answer.headers["www-authenticate"]).toBe("Bearer");
        expect(answer.text).not.toContain("Maria");
      }
    }
  });

  test("what is sent wrong is a clear 4xx, never a 5xx", async () => {
    const { secret } = await key("inquiry-handling", ["extract"]);
    for (const [path, status] of [
      ["/api/enquiries?limit=0", 400],
      ["/api/enquiries?limit=x", 400],
      ["/api/enquiries?limit=10&limit=20", 400],
      ["/api/enquiries?before=x", 400],
      ["/api/enquiries?colour=red", 400],
      ["/api/enquiries?status=forged", 400],
      ["/api/enquiries/%00", 404],
      ["/api/enquiries/AAAA-AAAA", 404],
      [`/api/enquiries/${"A".repeat(400)}`, 404],
      ["/api/nothing", 404],
    ] as const) {
      const answer = await get(path, secret);
      expect(answer.status, `${path} ${answer.text}`).toBe(status);
    }
    const sent = await send({
      port: site.port,
      path: "/api/enquiries",
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${secret}` },
      body: "{}",
    });
    expect(sent.status).toBe(405);
  });

  test("pages follow each other without gap or repetition", async () => {
    const { secret } = await key("inquiry-handling", ["extract"]);
    const all = [reference];
    for (let i = 0; i < 4; i++) {
      at.clock.advance(1);
      all.push(await sendEnquiry(at.operator));
    }
    const seen: string[] = [];
    let path = "/api/enquiries?limit=2";
    for (let page = 0; page < 5; page++) {
      const body = json((await get(path, secret)).text);
      seen.push(...(body.enquiries as { reference: string }[]).map((one) => one.reference));
      if (body.next === null) break;
      path = `/api/enquiries?limit=2&before=${String(body.next)}`;
    }
    expect(seen).toEqual(all.toReversed());
  });

  test("the description is public, names every endpoint, and says that a key is needed", async () => {
    const { status, text } = await get("/api/openapi.json");
    expect(status).toBe(200);
    const described = json(text);
    expect(described.openapi).toMatch(/^3\.1/u);
    expect(Object.keys(described.paths as object)).toEqual(["/api/enquiries", "/api/enquiries/{reference}"]);
    expect(text).toContain('"scheme":"bearer"');
    expect(text).toContain('"security":[{"key":[]}]');
  });
});

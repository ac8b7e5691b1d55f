import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { send } from "../../../test/http-client.ts";
import { startSite, type TestSite } from "../../../test/http-site.ts";

let storeReady = true;
let site: TestSite;

beforeAll(async () => {
  site = await startSite([], {
    metricsToken: "a-long-enough-token",
    readiness: [
      { name: "store", ready: () => storeReady },
      {
        name: "keys",
        ready: () => {
          if (!storeReady) throw new Error("gone");
          return true;
        },
      },
    ],
  });
});
afterAll(() => site.served.close());

test("/healthz answers on any host, and says 503 when a part is not ready, or its check throws", async () => {
  const healthy = await send({ port: site.port, host: "10.0.0.5:8080", path: "/healthz" });
  expect([healthy.status, healthy.text]).toEqual([200, '{"ready":true,"checks":{"store":true,"keys":true}}']);
  storeReady = false;
  const sick = await send({ port: site.port, host: "10.0.0.5:8080", path: "/healthz" });
  expect([sick.status, sick.text]).toEqual([503, '{"ready":false,"checks":{"store":false,"keys":false}}']);
  storeReady = true;
});

describe("/metrics", () => {
  const status = async (headers: Record<string, string>, host = "127.0.0.1") =>
    (await send({ port: site.port, host, path: "/metrics", headers })).status;

  test("is read from this machine, or by token", async () => {
    expect(await status({})).toBe(200);
    expect(await status({ Authorization: "Bearer a-long-enough-token" }, "site.localhost")).toBe(200);
  });
  test("is not read by a wrong token, through a proxy, or by a page whose name was rebound to this machine", async () => {
    expect(await status({ Authorization: "Bearer wrong" })).toBe(403);
    expect(await status({ Authorization: "Bearer " })).toBe(403);
    expect(await status({ "X-Forwarded-For": "192.0.2.1" })).toBe(403);
    expect(await status({}, "evil.example")).toBe(403);
    const proxied = await startSite([], { trustedProxies: ["127.0.0.1"] });
    expect((await send({ port: proxied.port, host: "127.0.0.1", path: "/metrics" })).status).toBe(403);
    await proxied.served.close();
  });
  test("counts by route and status, and names nobody", async () => {
    await send({ port: site.port, path: "/people/anna@example.org/" });
    const metrics = await site.metrics();
    expect(metrics).toContain('operator="example",method="GET",route="none",status="404"');
    expect(metrics).not.toContain("anna");
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { send, sendRaw } from "../../../test/http-client.ts";
import { startSite } from "../../../test/http-site.ts";
import { selfSigned } from "../../../test/self-signed.ts";
import { endpoint } from "./index.ts";

/** An endpoint that says when it has begun, and ends when it is told to. */
function gated() {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const route = endpoint({
    method: "GET",
    path: "/api/work",
    summary: "Works until told to stop",
    response: z.object({ done: z.boolean() }),
    handle: async () => {
      begin();
      await ended;
      return { done: true };
    },
  });
  return { route, begun, end };
}

test("stopping takes no new connection, finishes the request that runs, and only then resolves", async () => {
  const { route, begun, end } = gated();
  const site = await startSite([route]);
  const idle = connect(site.port, "127.0.0.1");
  const idleEnded = new Promise((resolve) => idle.once("close", resolve));
  idle.write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  await new Promise((resolve) => idle.once("data", resolve));
  const running = send({ port: site.port, path: "/api/work" });
  await begun;
  let stopped = false;
  const closing = site.served.close().then(() => {
    stopped = true;
  });
  await idleEnded;
  await expect(send({ port: site.port, path: "/healthz" })).rejects.toThrow("ECONNREFUSED");
  expect(stopped).toBe(false);
  end();
  const { text, headers } = await running;
  expect([text, headers.connection]).toEqual(['{"done":true}', "close"]);
  await closing;
  expect(site.lines.at(-1)).toContain('"event":"http.stopped","cut":0');
});

test("a request that does not end within the grace is cut, counted, and stopping resolves", async () => {
  const { route, begun, end } = gated();
  const site = await startSite([route], { connections: { grace: 50 } });
  const running = sendRaw(site.port, "GET /api/work HTTP/1.1\r\nHost: site.localhost\r\n\r\n");
  await begun;
  await site.served.close();
  expect(await running).toBe("");
  expect(site.lines.some((line) => line.includes('"event":"http.stopped","cut":1'))).toBe(true);
  end();
});

test("a port that is taken is an error, not a silence", async () => {
  const site = await startSite([]);
  await expect(startSite([], { port: site.port })).rejects.toThrow("EADDRINUSE");
  await site.served.close();
});

test("over TLS by key and certificate files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "upheld-tls-"));
  const { cert, key } = selfSigned("site.localhost");
  const [certFile, keyFile] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  writeFileSync(certFile, cert);
  writeFileSync(keyFile, key, { mode: 0o600 });
  const site = await startSite([], { origins: ["https://site.localhost"], tls: { certFile, keyFile } });
  const protocol = await new Promise<string | null>((resolve, reject) => {
    request(
      {
        host: "127.0.0.1",
        port: site.port,
        path: "/healthz",
        servername: "site.localhost",
        ca: cert,
        agent: false,
      },
      (response) => {
        const { socket } = response;
        response
          .resume()
          .on("end", () =>
            resolve("getProtocol" in socket ? (socket as import("node:tls").TLSSocket).getProtocol() : null),
          );
      },
    )
      .on("error", reject)
      .end();
  });
  expect(protocol).toBe("TLSv1.3");
  await site.served.close();
  rmSync(folder, { recursive: true });
});

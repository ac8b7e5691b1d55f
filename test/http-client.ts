import { type Agent, type IncomingHttpHeaders, request as httpRequest } from "node:http";
import { connect } from "node:net";

export interface Sent {
  readonly port: number;
  /** The `Host` header: Node does not resolve `*.localhost`, so tests connect to 127.0.0.1 and name the host. */
  readonly host?: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** Keeps connections open between requests. */
  readonly agent?: Agent;
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

/** One real request over loopback, on a connection of its own unless an agent keeps some. */
export function send({
  port,
  host = "site.localhost",
  method = "GET",
  path = "/",
  headers = {},
  body,
  agent,
}: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: "127.0.0.1",
        port,
        method,
        path,
        agent: agent ?? false,
        headers: { Host: host, ...headers } as Record<string, string>,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const bytes = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text: bytes.toString(),
          });
        });
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

/** Sends a form as a browser on `origin` does. */
export function sendForm(
  { port, host = "site.localhost", path = "/", headers = {} }: Sent,
  fields: Readonly<Record<string, string>>,
): Promise<Received> {
  return send({
    port,
    host,
    path,
    method: "POST",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "Sec-Fetch-Site": "same-origin",
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });
}

/** Writes bytes to the port and gives all that comes back until the other side closes. */
export function sendRaw(port: number, ...parts: readonly (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => {
      for (const part of parts) socket.write(part);
    });
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      // A reset after the answer is how a server ends a connection that still has something to say.
      if (chunks.length === 0) reject(error);
    });
  });
}

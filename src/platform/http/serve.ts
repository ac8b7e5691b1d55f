import { readFileSync } from "node:fs";
import type { Server, ServerOptions } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { HttpApp } from "./http-app.ts";
import { CONNECTION_LIMITS, type ConnectionLimits } from "./limits.ts";
import { createServer } from "./node-http.ts";

export interface ServeOptions {
  readonly app: HttpApp;
  /** 0: any free one. */
  readonly port: number;
  /** Address to listen on. Left out, this machine alone: 127.0.0.1. */
  readonly host?: string;
  /** PEM files. Left out, plain HTTP, for development or behind a proxy. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
  readonly limits?: Partial<ConnectionLimits>;
}

export interface Served {
  readonly port: number;
  /**
   * Stops: takes no new connection, lets the requests that run finish within the grace, breaks those that do not,
   * then resolves. Calling it again gives the same promise.
   */
  close(): Promise<void>;
}

/** Puts the application on a port. Resolves once it listens; rejects when it cannot (port taken, key unreadable). */
export async function serve({
  app,
  port,
  host = "127.0.0.1",
  tls,
  limits: given,
}: ServeOptions): Promise<Served> {
  const limits = { ...CONNECTION_LIMITS, ...given };
  const options: ServerOptions = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headerTime,
    requestTimeout: limits.requestTime,
    keepAliveTimeout: limits.idle,
    connectionsCheckingInterval: Math.min(1_000, limits.headerTime),
    requireHostHeader: true,
    insecureHTTPParser: false,
  };
  const server: Server =
    tls === undefined
      ? createServer(options)
      : createTlsServer({
          ...options,
          minVersion: "TLSv1.2",
          cert: readFileSync(tls.certFile),
          key: readFileSync(tls.keyFile),
        });
  server.maxConnections = limits.connections;
  // Node drops headers beyond this in silence; the application's own, lower limit refuses before it comes to that.
  server.maxHeadersCount = 1_000;

  let running = 0;
  let closing: Promise<void> | null = null;
  server.on("request", (request, response) => {
    running++;
    response.once("close", () => {
      running--;
      if (closing !== null) server.closeIdleConnections();
    });
    void app.handle(request, response);
  });
  server.on("clientError", answerBrokenRequest);

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  app.log.event("http.listening", { port: address.port, tls: tls !== undefined });

  const stop = async (): Promise<void> => {
    const started = app.clock.monotonic();
    app.stop();
    let cut = 0;
    const ended = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    const deadline = setTimeout(() => {
      cut = running;
      server.closeAllConnections();
    }, limits.grace);
    server.closeIdleConnections();
    await ended;
    clearTimeout(deadline);
    app.log.event("http.stopped", { cut, ms: app.clock.monotonic() - started });
  };
  return {
    port: address.port,
    close: () => {
      closing ??= stop();
      return closing;
    },
  };
}

const BROKEN: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Content Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** What never became a request is answered by hand, since there is nothing to route: one line, then the end. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket & { bytesWritten: number }): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = BROKEN[error.code ?? ""] ?? "400 Bad Request";
  const body = `${status}\n`;
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n` +
      `Content-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

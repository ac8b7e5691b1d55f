import { request as overHttps } from "node:https";
import { isIP } from "node:net";
import type { Visit } from "./duties/promises/index.ts";
import { request as overHttp } from "./platform/http/index.ts";

/** How long an answer may take, ms, and how long it may be, bytes. */
const PATIENCE = 10_000;
const LONGEST = 10_000_000;

/** Where this process listens. */
export interface Listening {
  /** As configured: an address or a name of this machine. */
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/**
 * Asks this process's own port for a page, under a host's name, as a visitor would: over the network, without cookie or
 * script. The certificate is not looked at; that it fits its host is the business of `doctor`.
 */
export function visitOwnSite(where: Listening): Visit {
  return async (host, path) => {
    const { tls, port } = where;
    const address = where.host === "0.0.0.0" ? "127.0.0.1" : where.host === "::" ? "::1" : where.host;
    const settings = {
      host: address,
      port,
      path,
      headers: { Host: host },
      timeout: PATIENCE,
      agent: false as const,
    };
    return new Promise((resolve, reject) => {
      const asking = tls
        ? overHttps({
            ...settings,
            rejectUnauthorized: false,
            ...(isIP(host) === 0 ? { servername: host } : {}),
          })
        : overHttp(settings);
      asking.on("response", (answer) => {
        const parts: Buffer[] = [];
        let size = 0;
        answer.on("data", (part: Buffer) => {
          parts.push(part);
          size += part.length;
          if (size > LONGEST) asking.destroy(new Error("The page is too long."));
        });
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString("utf8") }),
        );
        answer.on("error", reject);
      });
      asking.on("timeout", () => asking.destroy(new Error("The page did not come in time.")));
      asking.on("error", reject);
      asking.end();
    });
  };
}

import { gzipSync } from "node:zlib";
import type { EngineName } from "../src/platform/store/index.ts";
import type { Figure } from "./figure.ts";
import { HOST } from "./form-visitors.ts";
import { requestOf, sendAll } from "./http-load.ts";
import type { Measurement } from "./measurement.ts";
import { startOfProduct } from "./product-start.ts";
import { interleave } from "./rounds.ts";
import { type ServedProcess, startProcess } from "./served-process.ts";

const PATH = "/en/privacy-policy/";
const CONNECTIONS = [10, 64] as const;
/** Pages a second. */
const TARGET = 3000;
const PAGES = 3000;

/** The limit: Node's own HTTP server with the same bytes in memory, and without a single header of ours. */
const BARE = `const page = Buffer.from(process.env.PAGE, "base64");
require("node:http").createServer((asked, answer) => {
  answer.writeHead(200, { "Content-Encoding": "gzip", "Content-Length": page.length });
  answer.end(page);
}).listen(process.env.PORT, "127.0.0.1");`;

/** The policy as a browser asks for it, on a connection that lasts: compressed, in the version in force at the moment. */
export function measurePage(engine: EngineName): Measurement {
  return {
    name: `http page ${engine}`,
    async measure(bench) {
      const { environment } = await bench.place(engine);
      const product = await startProcess(startOfProduct(), { host: HOST, environment });
      bench.atEnd(() => product.stop());
      const page = gzipSync(await product.ask(PATH)).toString("base64");
      const bare = await startProcess(["-e", BARE], { host: HOST, environment: { PAGE: page } });
      bench.atEnd(() => bare.stop());
      const request = requestOf(`GET ${PATH}`, {
        Host: HOST,
        "Accept-Language": "en",
        "Accept-Encoding": "gzip, deflate, br",
      });
      const requests = Array.from({ length: bench.quick ? PAGES / 10 : PAGES }, () => request);
      const figures: Figure[] = [];
      for (const connections of CONNECTIONS) {
        bench.progress(`page, ${engine}, ${connections} connections`);
        const rate = async ({ port }: ServedProcess) => (await sendAll(port, requests, { connections })).rate;
        figures.push({
          ...(await interleave(bench.rounds, { ours: () => rate(product), rival: () => rate(bare) })),
          name: `the policy's page, ${connections} connections`,
          engine,
          beside: "Node's bare HTTP server with the same bytes",
          unit: "pages/s",
          better: "more",
          target: engine === "sqlite" && !bench.quick ? TARGET : null,
        });
      }
      return figures;
    },
  };
}

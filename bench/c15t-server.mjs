// c15t's backend in a process of its own, as its documentation sets it up: Kysely on PostgreSQL, a pool, its own
// migrations, no logging. Plain JavaScript, because c15t brings types of another Kysely.
import { createServer } from "node:http";
import { c15tInstance } from "@c15t/backend";
import { kyselyAdapter } from "@c15t/backend/db/adapters/kysely";
import { migrator } from "@c15t/backend/db/migrator";
import { DB } from "@c15t/backend/db/schema";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";

const { PORT, DATABASE_URL, POOL = "20" } = process.env;

const db = new Kysely({
  dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: DATABASE_URL, max: Number(POOL) }) }),
});
const adapter = kyselyAdapter({ db, provider: "postgresql" });
const migration = await migrator({ db: DB.client(adapter), schema: "latest" });
await migration.execute();

const c15t = c15tInstance({
  adapter,
  trustedOrigins: ["https://example.com"],
  logger: { disabled: true },
  openapi: { enabled: false },
});

createServer((asked, answer) => {
  const chunks = [];
  asked.on("data", (chunk) => chunks.push(chunk));
  asked.on("end", () => {
    const request = new Request(`http://${asked.headers.host}${asked.url}`, {
      method: asked.method,
      headers: asked.headers,
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    c15t.handler(request).then(
      async (response) => {
        const body = Buffer.from(await response.arrayBuffer());
        answer.writeHead(response.status, {
          ...Object.fromEntries(response.headers),
          "content-length": body.length,
        });
        answer.end(body);
      },
      () => answer.writeHead(500).end(),
    );
  });
}).listen(Number(PORT), "127.0.0.1");

import type { TestProject } from "vitest/node";
import { PostgresServer } from "./postgres-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The PostgreSQL that this run's tests use. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run: the one that `TEST_DATABASE_URL` names, or one of our own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env["TEST_DATABASE_URL"];
  if (named !== undefined) {
    project.provide("postgresUrl", named);
    return async () => {};
  }
  const server = await PostgresServer.create();
  project.provide("postgresUrl", server.url);
  return () => server.remove();
}

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LINK_REQUESTS_AN_HOUR } from "../src/services/intake/index.ts";
import { deskAt, startConsole } from "./console-site.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    site = await startConsole(operator);
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  const requests = () =>
    operator.store.read(async (reader) => {
      const { n } = await reader
        .query<{ sign_in_request: { id: string } }>()
        .selectFrom("sign_in_request")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      return Number(n);
    });

  test("links to sign in are asked for so many times an hour from one network, known and unknown logins alike", async () => {
    const desk = deskAt(site, null);
    const ask = (login: string) => desk.post("/en/console/sign-in/", { login });
    const answers = await Promise.all(
      Array.from({ length: LINK_REQUESTS_AN_HOUR + 4 }, (_, i) => ask(`nobody-${i}`)),
    );
    const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
    expect([count(200), count(429)]).toEqual([LINK_REQUESTS_AN_HOUR, 4]);
    expect(await requests()).toBe(LINK_REQUESTS_AN_HOUR);

    const refused = await ask("anna");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(60);
    expect(refused.text).toContain("Nothing was sent");
    expect(refused.text).toContain("npx upheld staff link");
    expect(refused.text).toContain('value="anna"');
    expect(await requests()).toBe(LINK_REQUESTS_AN_HOUR);
  });

  test("what is used up for asking for links is none of the forms' allowance", async () => {
    expect((await deskAt(site, null).get("/en/feedback/")).status).toBe(200);
    const rows = await operator.store.read((reader) =>
      reader
        .query<{ form_allowance: { network: string } }>()
        .selectFrom("form_allowance")
        .select("network")
        .execute(),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("127.0.0.1");
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { send } from "./http-client.ts";
import { temporaryInstallation, type TestInstallation } from "./installation.ts";
import { type RunningProduct, runUpheld, startProduct } from "./running-product.ts";

describe("upheld demo", () => {
  let installation: TestInstallation;
  let product: RunningProduct;

  beforeAll(async () => {
    installation = await temporaryInstallation("sqlite");
    product = await startProduct(installation);
  });
  afterAll(async () => {
    await product.stop();
    await installation.remove();
  });

  test("fills an empty installation while it runs, and hands its link to nobody but a file", async () => {
    const { code, out, err } = await runUpheld(installation, "demo");
    expect([code, err]).toEqual([0, expect.stringContaining("people who do not exist")]);
    const file = out.trim();
    expect(readFileSync(file, "utf8")).toContain("/console/sign-in/");
    expect(out + err).not.toContain("/console/sign-in/");
  });

  test("leaves something to look at: enquiries in every state, and mail that went out", async () => {
    const list = async (status: string) => {
      const { out } = await runUpheld(installation, "enquiries", "--as", "boris", "--status", status);
      return out.trim().split("\n").length;
    };
    expect(await list("open")).toBeGreaterThan(2);
    for (const status of ["answered", "closed", "unconfirmed"]) expect(await list(status)).toBeGreaterThan(0);
    await expect
      .poll(
        async () => {
          const { text } = await send({
            port: product.port,
            host: product.host,
            path: "/en/development/mailbox/",
          });
          return text.match(/<a href="[^"]*\/development\/mailbox\/[0-9a-f-]{36}\//gu)?.length ?? 0;
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(10);
  });

  test("is refused among real records, and changes nothing there", async () => {
    const before = readdirSync(join(installation.keys, "itsectr")).length;
    const { code, err } = await runUpheld(installation, "demo");
    expect([code, err]).toEqual([1, expect.stringContaining("empty installation")]);
    expect(readdirSync(join(installation.keys, "itsectr")).length).toBe(before);
  });

  test("leaves a journal that is sound", async () => {
    expect((await runUpheld(installation, "journal", "verify")).code).toBe(0);
  });
});

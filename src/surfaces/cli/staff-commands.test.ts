import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, temporaryInstallation } from "../../../test/installation.ts";
import { type RunningProduct, runUpheld, startProduct } from "../../../test/running-product.ts";
import { send } from "../../../test/http-client.ts";
import { systemRandom, uuidv7 } from "../../platform/random/index.ts";
import { LINK_LIFE, type SignInLink } from "../../people/staff/index.ts";
import { handOverLink } from "./hand-over-link.ts";

let installation: TestInstallation;
let product: RunningProduct;
const keys = () => join(installation.keys, "itsectr");
const linkFiles = () => readdirSync(keys()).filter((name) => name.startsWith("sign-in-"));
const upheld = (...argv: string[]) => runUpheld(installation, ...argv);
const token = (address: string) => /\/console\/sign-in\/([\w-]{64})\/\n$/u.exec(address)?.[1] ?? "";

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  product = await startProduct(installation);
});
afterAll(async () => {
  await product?.stop();
  await installation.remove();
});

describe("a start where nobody works yet", () => {
  test("puts the first link into a file of the owner's alone, and no secret into what it prints", async () => {
    // It is told after the server is ready.
    await expect.poll(() => product.output()).toContain('"event":"staff.none"');
    await expect.poll(() => product.output()).toContain("is in ");
    const [file = ""] = linkFiles();
    const path = join(keys(), file);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const secret = token(readFileSync(path, "utf8"));
    expect(secret).not.toBe("");
    expect(product.output()).toContain(`is in ${path}`);
    expect(product.output()).not.toContain(secret);
  });

  test("by that link the first member of staff gets in, and after that it is dead", async () => {
    const secret = token(readFileSync(join(keys(), linkFiles()[0] ?? ""), "utf8"));
    const { port, host } = product;
    const at = { port, host, path: `/en/console/sign-in/${secret}/` };
    for (let i = 0; i < 2; i++) expect((await send(at)).status).toBe(200);
    const post = () =>
      send({
        ...at,
        method: "POST",
        headers: {
          "Content-Type": "application/x-www-form-urlencoded",
          "Sec-Fetch-Site": "same-origin",
        },
        body: new URLSearchParams({ name: "Vera Example", login: "vera", email: "" }).toString(),
      });
    const entered = await post();
    expect(entered.status).toBe(303);
    const [cookie = ""] = entered.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/u);
    expect((await post()).status).toBeGreaterThanOrEqual(400);
    expect(product.output()).not.toContain(secret);
    expect((await upheld("staff", "link")).code).toBe(1);
    const listed = JSON.parse((await upheld("staff", "list", "--json")).out) as { login: string }[];
    expect(listed.map(({ login }) => login)).toEqual(["vera"]);
  });
});

describe("staff by command", () => {
  test("invited, granted, revoked, ended; the link goes to no pipe", async () => {
    const before = linkFiles().length;
    const invite = await upheld("staff", "invite", "boris", "--name", "Boris Example", "--purpose", "offers");
    expect(invite.code).toBe(0);
    const path = invite.out.trim();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(path).not.toContain("boris");
    const secret = token(readFileSync(path, "utf8"));
    expect(secret).not.toBe("");
    expect(invite.out + invite.err).not.toContain(secret);
    expect(linkFiles()).toHaveLength(before + 1);
    expect((await upheld("staff", "link", "boris")).code).toBe(0);

    const until = ["--until", "2090-01-01"];
    expect((await upheld("staff", "grant", "boris", "--purpose", "inquiry-handling", ...until)).code).toBe(0);
    expect((await upheld("staff", "grant", "boris", "--right", "operate")).code).toBe(0);
    expect((await upheld("staff", "list")).out).toContain("boris  Boris Example  [operate]");
    expect((await upheld("staff", "list")).out).toContain("until 2090-01-01");
    expect((await upheld("staff", "revoke", "boris", "--purpose", "offers")).code).toBe(0);
    expect((await upheld("staff", "revoke", "boris", "--purpose", "offers")).code).toBe(1);
    expect((await upheld("staff", "end", "boris")).code).toBe(0);
    expect((await upheld("enquiries", "--as", "boris")).code).toBe(1);
    expect((await upheld("staff", "link", "boris")).code).toBe(1);
    const last = await upheld("staff", "end", "vera");
    expect(last.code).toBe(1);
    expect(last.err).toContain("Somebody has to manage staff");
  });

  test("invited with an address, they get the link by mail, and get in by it", async () => {
    const scope = ["--purpose", "offers", "--email", "olga@itsectr.example"];
    const invite = await upheld("staff", "invite", "olga", "--name", "Olga Example", ...scope);
    expect([invite.code, invite.out]).toEqual([0, ""]);
    const { port, host } = product;
    const get = async (path: string) => (await send({ port, host, path })).text;
    const links = async () => {
      const mails = (await get("/en/development/mailbox/")).matchAll(/\/development\/mailbox\/[\w-]+\//gu);
      const texts = await Promise.all(
        [...new Set([...mails].map(([path]) => path))].map((path) => get(`/en${path}`)),
      );
      return texts.flatMap((text) => text.match(/\/(?:en|ru)\/console\/sign-in\/[\w-]{64}\//u) ?? []);
    };
    await expect.poll(links, { timeout: 10_000 }).toHaveLength(1);
    const [path = ""] = await links();
    const press = () =>
      send({
        port,
        host,
        path,
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" },
        body: "",
      });
    const pressed = await Promise.all([press(), press(), press()]);
    expect(
      pressed.filter(({ headers }) => headers["set-cookie"]?.[0]?.startsWith("staff=") === true),
    ).toHaveLength(1);
  });

  test.each([
    ["no login", ["staff", "invite", "--name", "N", "--purpose", "offers"], 2],
    ["no purpose", ["staff", "invite", "olga", "--name", "N"], 2],
    ["an unknown right", ["staff", "grant", "vera", "--right", "everything"], 2],
    ["an unknown operation", ["staff", "grant", "vera", "--purpose", "offers", "--operation", "spy"], 2],
    ["nothing to grant", ["staff", "grant", "vera"], 2],
    ["no date", ["staff", "grant", "vera", "--purpose", "offers", "--until", "soon"], 2],
    ["a day that is over", ["staff", "grant", "vera", "--purpose", "offers", "--until", "2020-01-01"], 1],
    [
      "an address that is none",
      ["staff", "invite", "olga", "--name", "N", "--purpose", "offers", "--email", "x"],
      1,
    ],
    ["a key of no id", ["api-key", "revoke", "first", "--as", "vera"], 2],
    [
      "a key that is not there",
      ["api-key", "revoke", "0190a0a0-0000-7000-8000-000000000009", "--as", "vera"],
      1,
    ],
  ] as const)("%s is refused in a line", async (_, argv, code) => {
    const done = await upheld(...argv);
    expect([done.code, done.out]).toEqual([code, ""]);
    expect(done.err).not.toMatch(/\bat \S+:\d+:\d+/u);
  });
});

test("an API key's secret alone is on standard output, and works at once", async () => {
  const scope = ["--purpose", "inquiry-handling", "--operation", "extract"];
  const made = await upheld("api-key", "create", "--as", "vera", "--label", "Help desk", ...scope);
  expect(made.code).toBe(0);
  const secret = made.out.trim();
  expect(secret).toMatch(/^upheld_itsectr_[\w-]{43}$/u);
  const get = async (bearer: string) => {
    const headers = { Authorization: `Bearer ${bearer}` };
    return (await send({ port: product.port, host: product.host, path: "/api/enquiries", headers })).status;
  };
  expect(await get(secret)).toBe(200);
  const [key] = JSON.parse((await upheld("api-key", "list", "--as", "vera", "--json")).out) as {
    id: string;
    label: string;
    lastUsedAt: number | null;
  }[];
  expect(key?.label).toBe("Help desk");
  expect(key?.lastUsedAt).not.toBeNull();
  const rotated = (await upheld("api-key", "rotate", key?.id ?? "", "--as", "vera")).out.trim();
  expect([await get(secret), await get(rotated)]).toEqual([200, 200]);
  expect((await upheld("api-key", "revoke", key?.id ?? "", "--as", "vera")).code).toBe(0);
  expect([await get(secret), await get(rotated)]).toEqual([401, 401]);
  expect((await upheld("api-key", "list", "--as", "vera")).out).toContain("revoked");
  expect(product.output()).not.toContain(secret);
});

test.each([
  ["end with them", [], 401],
  ["are kept with --keep-keys", ["--keep-keys"], 200],
] as const)("the keys of somebody who leaves %s", async (_, options, status) => {
  const login = `leaver-${status}`;
  const named = [
    login,
    "--name",
    "Leaver Example",
    "--purpose",
    "inquiry-handling",
    "--right",
    "manage-keys",
  ];
  expect((await upheld("staff", "invite", ...named)).code).toBe(0);
  const scope = ["--purpose", "inquiry-handling", "--operation", "extract"];
  const made = await upheld("api-key", "create", "--as", login, "--label", `Of ${login}`, ...scope);
  const get = async () => {
    const headers = { Authorization: `Bearer ${made.out.trim()}` };
    return (await send({ port: product.port, host: product.host, path: "/api/enquiries", headers })).status;
  };
  expect(await get()).toBe(200);
  const ended = await upheld("staff", "end", login, ...options);
  expect([ended.code, ended.err.includes(`Revoked the key Of ${login} (`)]).toEqual([0, status === 401]);
  expect(await get()).toBe(status);
});

describe("a link is handed over", () => {
  const link = (at: number): SignInLink => ({
    id: uuidv7(at, systemRandom),
    token: "T".repeat(64),
    expiresAt: at + LINK_LIFE,
  });
  const around = (forPeople?: boolean) => ({
    keyring: { folder: installation.folder },
    origin: "http://itsectr.localhost",
    terminal: { out: () => {}, err: () => {}, ...(forPeople === undefined ? {} : { forPeople }) },
  });
  const files = () => readdirSync(installation.folder).filter((name) => name.startsWith("sign-in-"));

  test("on a terminal that somebody looks at, by printing it; there is no file", async () => {
    const { printed, where } = await handOverLink(link(1_000_000), around(true));
    expect([printed, where]).toEqual([true, `http://itsectr.localhost/console/sign-in/${"T".repeat(64)}/`]);
    expect(files()).toEqual([]);
  });

  test("anywhere else, in a file; files of dead links are removed", async () => {
    const first = link(1_000_000);
    await handOverLink(first, around(false));
    await handOverLink(link(1_000_000 + LINK_LIFE - 1), around());
    expect(files()).toHaveLength(2);
    await handOverLink(link(1_000_000 + LINK_LIFE), around());
    expect(files()).toHaveLength(2);
    expect(files()).not.toContain(`sign-in-${first.id}.txt`);
    await handOverLink(link(10_000_000), around());
    expect(files()).toHaveLength(1);
  });
});

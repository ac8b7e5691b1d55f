import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Received, type Sent, send } from "./http-client.ts";
import { type TestInstallation, temporaryInstallation } from "./installation.ts";
import { solve } from "./proofs.ts";
import { type RunningProduct, runUpheld, startProduct } from "./running-product.ts";

let installation: TestInstallation;
let product: RunningProduct;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  product = await startProduct(installation);
  const purposes = ["--purpose", "inquiry-handling", "--purpose", "rights"];
  const anna = ["anna", "--name", "Anna Example", ...purposes];
  const { code, err } = await runUpheld(installation, "staff", "invite", ...anna);
  expect(code, err).toBe(0);
});
afterAll(async () => {
  await product.stop();
  await installation.remove();
});

const request = (sent: Partial<Sent>): Promise<Received> =>
  send({ port: product.port, host: product.host, path: "/en/feedback/", ...sent });

/** Posts as a browser on the form's own page does. */
const post = (body: string | Uint8Array, headers: Record<string, string> = {}, path = "/en/feedback/") =>
  request({
    method: "POST",
    path,
    body,
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "Sec-Fetch-Site": "same-origin",
      Origin: product.origin,
      ...headers,
    },
  });

const FIELDS = { name: "Anna", email: "anna@example.org", message: "Hello" };
const encode = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

/** What a page with the form carries: its token, and the proof of work that its challenge asks for. */
async function freshForm(path = "/en/feedback/"): Promise<{ shown: string; proof: string }> {
  const { text } = await request({ path });
  const challenge = /data-proof-challenge="([^"]+)"/u.exec(text)?.[1] ?? "";
  return {
    shown: /name="shown" value="([^"]+)"/u.exec(text)?.[1] ?? "",
    proof: await solve(challenge.replaceAll("&quot;", '"')),
  };
}

async function freshToken(): Promise<string> {
  return (await freshForm()).shown;
}

/** Everything that staff could ever see, confirmed or not. */
async function stored(): Promise<number> {
  const lists = [[], ["--status", "unconfirmed"]].map(async (status) => {
    const { code, out, err } = await runUpheld(
      installation,
      "enquiries",
      "--as",
      "anna",
      "--json",
      ...status,
    );
    expect(code, err).toBe(0);
    return out === "" ? 0 : (JSON.parse(out) as unknown[]).length;
  });
  return (await Promise.all(lists)).reduce((sum, count) => sum + count, 0);
}

describe("each fault of a sender has its own answer, and nothing is stored", () => {
  const cases: [string, number, RegExp, () => Promise<Received>][] = [
    [
      "an undeclared field (itsectr-privacy/3.2)",
      422,
      /“salary”/u,
      async () => post(encode({ ...FIELDS, salary: "1", shown: await freshToken() })),
    ],
    [
      "a missing required field",
      422,
      /E-mail address: please fill this in/u,
      async () => post(encode({ name: "Anna", message: "Hello", shown: await freshToken() })),
    ],
    [
      "an over-long value",
      422,
      /at most 200 characters/u,
      async () => post(encode({ ...FIELDS, name: "x".repeat(201), shown: await freshToken() })),
    ],
    ["no token", 409, /shown with the policy in force/u, () => post(encode(FIELDS))],
    [
      "a forged token",
      409,
      /shown with the policy in force/u,
      () => post(encode({ ...FIELDS, shown: "AAAA.BBBB" })),
    ],
    [
      "a wrong type: the same field twice",
      422,
      /sent twice/u,
      async () => post(`${encode({ ...FIELDS, shown: await freshToken() })}&name=Boris`),
    ],
    [
      "a consent that the form does not ask for (tension T03)",
      422,
      /“consent-everything”/u,
      async () => post(encode({ ...FIELDS, "consent-everything": "on", ...(await freshForm()) })),
    ],
    [
      "a field that people do not see",
      422,
      /trap-filled/u,
      async () => post(encode({ ...FIELDS, website: "https://spam.example", ...(await freshForm()) })),
    ],
    [
      "a forged proof",
      422,
      /proof-forged/u,
      async () => post(encode({ ...FIELDS, shown: await freshToken(), proof: "bm90IGEgcHJvb2Y" })),
    ],
    [
      "a proof that served another form",
      422,
      /proof-of-another-form/u,
      async () => {
        const { proof } = await freshForm();
        return post(encode({ ...FIELDS, shown: await freshToken(), proof }));
      },
    ],
    [
      "a form that this browser has closed (itsectr-privacy/2.2)",
      403,
      /This form is closed/u,
      async () => post(encode({ ...FIELDS, ...(await freshForm()) }), { Cookie: "policy-choice=declined" }),
    ],
    ["20 MB", 413, /./u, () => post(`message=${"x".repeat(20 * 1024 * 1024)}`)],
    ["what is not UTF-8", 400, /./u, () => post(new Uint8Array([...Buffer.from("name="), 0xff, 0xfe]))],
    ["a broken escape", 400, /./u, () => post("name=%zz")],
    [
      "another site's origin",
      403,
      /./u,
      () => post(encode(FIELDS), { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" }),
    ],
    ["a type that is not a form's", 415, /./u, () => post("{}", { "Content-Type": "application/json" })],
    [
      "a method that the address lacks",
      405,
      /./u,
      () =>
        request({ method: "DELETE", headers: { Origin: product.origin, "Sec-Fetch-Site": "same-origin" } }),
    ],
    ["an unknown address", 404, /./u, () => request({ path: "/en/nowhere/" })],
    ["a version that never was", 404, /./u, () => request({ path: "/en/privacy-policy/versions/99/" })],
    [
      "a host that the policy does not name (itsectr-privacy/preamble.scope)",
      421,
      /./u,
      () => request({ host: "evil.example" }),
    ],
    ["a header too long", 431, /.*/u, () => request({ headers: { "X-Long": "x".repeat(40_000) } })],
  ];

  test.each(cases)("%s: %i", async (_, status, says, act) => {
    const answer = await act();
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(says);
    expect(answer.text).not.toMatch(/\bat \S+\.(?:ts|js):\d+/u);
  });

  test("after all of them nothing is held, and the log says no more than codes", async () => {
    expect(await stored()).toBe(0);
    expect(product.output()).not.toMatch(/anna@example|salary|(?:evil|spam)\.example|xxxxx/u);
  });
});

test("the same token and body get the first reference; another body is a conflict", async () => {
  const form = await freshForm();
  const reference = (answer: Received) =>
    /<strong>([0-9A-Z]{4}-[0-9A-Z]{4})<\/strong>/u.exec(answer.text)?.[1];
  const first = await post(encode({ ...FIELDS, ...form }));
  expect(first.status).toBe(200);
  expect(first.text).toContain("upheld-receipt/1");
  expect(reference(first)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
  expect(reference(await post(encode({ ...FIELDS, ...form })))).toBe(reference(first));
  expect((await post(encode({ ...FIELDS, message: "Other", ...form }))).status).toBe(409);
  expect(await stored()).toBe(1);
});

test("itsectr-privacy/2.2: whoever declined finds the form closed, with a way out, and open for their own data", async () => {
  const declined = { headers: { Cookie: "policy-choice=declined" } };
  const { status, text } = await request(declined);
  expect(status).toBe(200);
  expect(text).toContain("This form is closed");
  expect(text).toContain("/en/policy-choice/");
  expect(text).not.toContain('name="message"');
  expect(text).toContain("/en/letter/");
  const before = await stored();
  const sent = { email: "anna@example.org", letter: "What do you hold?", topic: "my-data" };
  const letter = { ...sent, ...(await freshForm("/en/letter/")) };
  const { Cookie } = declined.headers;
  expect((await post(encode(letter), { Cookie }, "/en/letter/")).status).toBe(200);
  expect(await stored()).toBe(before + 1);
});

test("without a proof it is received, and waits for the address to be confirmed", async () => {
  const before = await stored();
  const answer = await post(encode({ ...FIELDS, shown: await freshToken() }));
  expect(answer.status).toBe(200);
  expect(answer.text).toContain("Please confirm your address");
  expect(await stored()).toBe(before + 1);
  const { out } = await runUpheld(installation, "enquiries", "--as", "anna", "--status", "unconfirmed");
  expect(out).toContain("unconfirmed");
});

describe("with limits as they are by default", () => {
  let limited: RunningProduct;
  let tight: TestInstallation;
  beforeAll(async () => {
    tight = await temporaryInstallation("sqlite");
    const settings = { UPHELD_FORMS_PER_HOUR: "2", UPHELD_FORM_SECONDS: "3" };
    limited = await startProduct({ ...tight, environment: { ...tight.environment, ...settings } });
  });
  afterAll(async () => {
    await limited.stop();
    await tight.remove();
  });

  const at = { path: "/en/feedback/" };
  const submit = (fields: Record<string, string>) =>
    send({
      port: limited.port,
      host: limited.host,
      ...at,
      method: "POST",
      body: encode(fields),
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "Sec-Fetch-Site": "same-origin",
        Origin: limited.origin,
      },
    });
  const open = async () => {
    const { text } = await send({ port: limited.port, host: limited.host, ...at });
    const challenge = (/data-proof-challenge="([^"]+)"/u.exec(text)?.[1] ?? "").replaceAll("&quot;", '"');
    return {
      shown: /name="shown" value="([^"]+)"/u.exec(text)?.[1] ?? "",
      proof: await solve(challenge),
    };
  };

  test("what comes without a proof faster than a person types is told to wait, and keeps its words", async () => {
    const { shown } = await open();
    const answer = await submit({ ...FIELDS, shown });
    expect(answer.status).toBe(429);
    expect(answer.text).toContain("too-fast");
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    expect(answer.text).toContain('value="anna@example.org"');
    expect(answer.text).toContain(`name="shown" value="${shown}"`);
  });

  test("one more than an hour's allowance is told when to come again, by any of the pages", async () => {
    for (let sent = 0; sent < 2; sent++) {
      expect((await submit({ ...FIELDS, ...(await open()) })).status).toBe(200);
    }
    const form = await open();
    const answer = await submit({ ...FIELDS, ...form });
    expect(answer.status).toBe(429);
    expect(answer.text).toContain("too-many");
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    // Nothing was stored of it: its token is still unused, and another body under it is no conflict.
    expect((await submit({ ...FIELDS, message: "Other", ...form })).text).toContain("too-many");
    expect(limited.output()).not.toMatch(/127\.0\.0\.1[^:]/u);
  });
});

test("what was typed stands in the form again when only the token is at fault", async () => {
  const answer = await post(encode({ ...FIELDS, shown: "AAAA.BBBB" }));
  expect(answer.text).toContain('value="anna@example.org"');
  expect(/name="shown" value="([^"]+)"/u.exec(answer.text)?.[1]).not.toBe("AAAA.BBBB");
});

test("the public part of the journal is what C2SP says, and shows nobody", async () => {
  const checkpoint = await request({ path: "/journal/checkpoint" });
  const [origin, size] = checkpoint.text.split("\n");
  expect(origin).toBe("itsectr.upheld/journal");
  const tile = await request({ path: `/journal/tile/0/000.p/${size}` });
  expect(tile.status).toBe(200);
  expect(tile.bytes).toHaveLength(32 * Number(size));
  expect((await request({ path: "/journal/tile/0/000" })).status).toBe(404);
  expect((await request({ path: "/journal/tile/entries/000" })).status).toBe(404);
});

test("health and metrics answer on this machine", async () => {
  expect((await request({ path: "/healthz", host: "anything.example" })).status).toBe(200);
  expect((await request({ path: "/metrics", host: "127.0.0.1" })).text).toContain("upheld_http_request");
  expect((await request({ path: "/metrics", host: "evil.example" })).status).not.toBe(200);
});

test("the development mailbox does not show itself to visitors of a proxy on this machine, or to a rebound name", async () => {
  const status = async (sent: Partial<Sent>) =>
    (await request({ path: "/en/development/mailbox/", ...sent })).status;
  expect(await status({})).toBe(200);
  expect(await status({ headers: { "X-Forwarded-For": "192.0.2.1" } })).toBe(404);
  expect(await status({ headers: { "X-Real-IP": "192.0.2.1" } })).toBe(404);
  expect(await status({ headers: { Via: "1.1 proxy" } })).toBe(404);
  expect(await status({ host: "itsectr.example" })).toBe(404);
  expect(await status({ host: "evil.example" })).toBe(421);
});

test("Ctrl-C ends it in order", async () => {
  expect(await product.stop("SIGINT")).toBe(0);
});

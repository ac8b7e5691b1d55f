import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { sendEnquiry } from "../../../test/sent-enquiry.ts";
import { runCommand } from "./run-command.ts";

let installation: TestInstallation;
let operator: OpenedOperator;
beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  await sendEnquiry(operator);
});
afterAll(() => installation.remove());

async function dataUnopened(...options: string[]) {
  const said = { out: "", err: "" };
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  const code = await runCommand(["data", "unopened", ...options], terminal, {
    start: () => Promise.reject(new Error("It starts nothing.")),
    rules: () => Promise.resolve(operator.rules),
    get surroundings(): never {
      throw new Error("It looks at nothing else.");
    },
    withOperator: (_, act) => act(operator, "http://site.localhost"),
  });
  return { code, ...said };
}

test("what nobody opened is listed by purpose and clause, with nothing of a person", async () => {
  const { code, out } = await dataUnopened();
  expect(code).toBe(0);
  expect(out).toMatch(/^inquiry-handling {2}message {2}clause 3\.2\.5/mu);
  expect(out).not.toMatch(/maria/iu);
  const list = JSON.parse((await dataUnopened("--months", "12", "--json")).out) as unknown[];
  expect(list).toContainEqual(expect.objectContaining({ purpose: "inquiry-handling", attribute: "message" }));
});

test.each(["--months=0", "--months=121", "--months=six", "now"])("%s is refused", async (option) => {
  const { code, err } = await dataUnopened(option);
  expect(code).toBe(2);
  expect(err).toContain("Usage: upheld data unopened");
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { checkPolicy } from "../src/policy/index.ts";
import { isReservedPath } from "../src/policy/reserved-paths.ts";
import { operatorSite } from "../src/surfaces/site/index.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { smallPolicy, smallRules } from "./small-policy.ts";

let installation: TestInstallation;
let operator: OpenedOperator;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
});
afterAll(() => installation.remove());

test("no policy can take an address at which the product itself answers", async () => {
  const addresses = await operator.store.read((reader) => operator.publication.addresses(reader));
  const { policy } = operator;
  const { routes } = operatorSite(operator, policy, {
    origins: ["http://site.localhost"],
    mailbox: null,
    desk: null,
    addresses,
  });
  const own = [...policy.documents, ...policy.forms, ...policy.services].map(({ path }) => path);
  const ofTheProduct = routes
    .map(({ path }) => path)
    .filter((path) => path !== "/" && !path.includes(".") && !own.some((page) => path.startsWith(page)));
  expect(ofTheProduct.length).toBeGreaterThan(20);
  for (const path of ofTheProduct) expect(isReservedPath(path), path).toBe(true);
  expect(own.filter(isReservedPath)).toEqual([]);
});

test.each(["/letter/", "/promises/", "/console/sign-in/", "/services/", "/en/feedback/"])(
  "a form at %s is found before it is published",
  (path) => {
    const forms = smallPolicy().forms.map((form) => ({ ...form, path }));
    expect(checkPolicy(smallPolicy({ forms }), smallRules)).toContainEqual(
      expect.objectContaining({ code: "same-path", where: path, severity: "error" }),
    );
  },
);

// The limit of the form: the same server with the same guards, the same reading and checking of the same body, and the
// same page as answer; only what it would store, sign and send is thrown away. From dist/, as the product runs.
import { fileURLToPath } from "node:url";
import { Registry } from "prom-client";
import { readConfiguration } from "../dist/configuration.js";
import { openOperator } from "../dist/open-operator.js";
import { systemClock } from "../dist/platform/clock/index.js";
import { createHttpApp, createHttpMetrics, serve } from "../dist/platform/http/index.js";
import { createLog } from "../dist/platform/log/index.js";
import { systemRandom } from "../dist/platform/random/index.js";
import { ErrorPage } from "../dist/platform/ui/index.js";
import { INTAKE_ERRORS } from "../dist/services/intake/index.js";
import { operatorSite } from "../dist/surfaces/site/index.js";
import { readRulePacks } from "../dist/trust/publication/index.js";

const [clock, random] = [systemClock, systemRandom];
const configuration = readConfiguration(process.env, process.cwd());
const opened = await openOperator("itsectr", {
  configuration,
  clock,
  random,
  rules: await readRulePacks(fileURLToPath(new URL("../rules", import.meta.url))),
});

const reference = "7K4Q-X9M2";
const leaf = new Uint8Array(32).fill(7);
const text = await opened.journal.receipt({ reference, receivedAt: clock.now(), leaf });
const { store } = opened;
const operator = {
  ...opened,
  journal: { receipt: async () => text },
  store: {
    operator: store.operator,
    read: (query) => store.read(query),
    dataVersion: () => store.dataVersion(),
    // In place of the unit of work: nothing is decided, stored or journalled.
    transaction: async () => ({
      reference,
      receivedAt: clock.now(),
      repeated: false,
      held: false,
      entry: { id: "thrown-away", leaf },
    }),
  },
};

const app = createHttpApp({
  sites: [
    operatorSite(operator, opened.policy, {
      origins: [`http://itsectr.localhost:${configuration.port}`],
      mailbox: null,
      desk: null,
      addresses: await store.read((reader) => opened.publication.addresses(reader)),
    }),
  ],
  errors: [INTAKE_ERRORS],
  errorPage: ErrorPage,
  clock,
  random,
  log: createLog({ clock, write: (line) => process.stdout.write(line) }),
  metrics: createHttpMetrics(new Registry()),
  trustedProxies: configuration.trustedProxies,
});
const served = await serve({ app, port: configuration.port });
process.once("SIGTERM", async () => {
  await served.close();
  await opened.close();
});

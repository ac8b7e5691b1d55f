import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What the environment says. Every setting has a default that works on a fresh machine. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly keysFolder: string;
  readonly operatorsFolder: string;
  /** Law as data: one folder a regime. */
  readonly rulesFolder: string;
  readonly databaseUrl: string | undefined;
  readonly keysPassphrase: string | undefined;
  /** Without one, mail goes to a mailbox in memory that is read in the browser: development. */
  readonly smtp: SmtpConfiguration | undefined;
  readonly metricsToken: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly tls: { readonly certificateFile: string; readonly keyFile: string } | undefined;
  /** True until TLS or a public scheme is set: hosts that need no DNS come first. */
  readonly development: boolean;
  /** Where people reach the operators: scheme and port; the host is each policy's own. */
  readonly publicScheme: "http" | "https";
  readonly publicPort: number | undefined;
  /** What forms demand of their senders. */
  readonly forms: FormsConfiguration;
  /** How often each live check on the promises is made, ms. */
  readonly checkInterval: number;
}

export interface FormsConfiguration {
  readonly perHour: number;
  readonly perHourUnproven: number;
  readonly perHourAll: number;
  /** ms */
  readonly minimumAge: number;
  readonly proofDigits: number;
}

export interface SmtpConfiguration {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user?: string;
  readonly password?: string;
}

/** A setting that cannot be used. Names the variable, never its value. */
export class ConfigurationError extends Error {
  readonly code = "configuration";

  constructor(variable: string, wanted: string) {
    super(`${variable} ${wanted}.`);
    this.name = "ConfigurationError";
  }
}

/** The law that the product ships, beside the code. */
const SHIPPED_RULES = fileURLToPath(new URL("../rules", import.meta.url));

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings; relative folders are taken from `directory`.
 * @throws ConfigurationError on the first that cannot be used
 */
export function readConfiguration(environment: Environment, directory: string): Configuration {
  const set = (name: string) => (environment[name] === "" ? undefined : environment[name]);
  const folder = (name: string, otherwise: string) => resolve(directory, set(name) ?? otherwise);
  const port = portOf("PORT", set("PORT") ?? "8080");
  const tls = tlsOf(set("UPHELD_TLS_CERTIFICATE"), set("UPHELD_TLS_KEY"));
  const publicScheme = schemeOf(set("UPHELD_PUBLIC_SCHEME"), tls !== undefined);
  const publicPort = set("UPHELD_PUBLIC_PORT");
  return {
    port,
    host: set("HOST") ?? "127.0.0.1",
    dataFolder: folder("UPHELD_DATA", "data"),
    keysFolder: folder("UPHELD_KEYS", "keys"),
    operatorsFolder: folder("UPHELD_OPERATORS", "operators"),
    rulesFolder: folder("UPHELD_RULES", SHIPPED_RULES),
    databaseUrl: databaseOf(set("DATABASE_URL")),
    keysPassphrase: set("UPHELD_KEYS_PASSPHRASE"),
    smtp: smtpOf(set("SMTP_URL")),
    metricsToken: set("UPHELD_METRICS_TOKEN"),
    trustedProxies: (set("UPHELD_TRUSTED_PROXIES") ?? "")
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean),
    tls,
    development: tls === undefined && set("UPHELD_PUBLIC_SCHEME") === undefined,
    publicScheme,
    publicPort: publicPort === undefined ? undefined : portOf("UPHELD_PUBLIC_PORT", publicPort),
    forms: formsOf(set),
    checkInterval: countOf("UPHELD_CHECK_MINUTES", set("UPHELD_CHECK_MINUTES") ?? "15", [1, 1440]) * 60_000,
  };
}

function portOf(variable: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/u.test(text) || port > 65_535)
    throw new ConfigurationError(variable, "must be a port, 0 to 65535");
  return port;
}

function formsOf(set: (name: string) => string | undefined): FormsConfiguration {
  const many = 3_600_000;
  return {
    perHour: countOf("UPHELD_FORMS_PER_HOUR", set("UPHELD_FORMS_PER_HOUR") ?? "20", [1, many]),
    perHourUnproven: countOf("UPHELD_FORMS_PER_HOUR_UNPROVEN", set("UPHELD_FORMS_PER_HOUR_UNPROVEN") ?? "5", [
      1,
      many,
    ]),
    perHourAll: countOf("UPHELD_FORMS_PER_HOUR_ALL", set("UPHELD_FORMS_PER_HOUR_ALL") ?? "1000", [1, many]),
    minimumAge: countOf("UPHELD_FORM_SECONDS", set("UPHELD_FORM_SECONDS") ?? "3", [0, 60]) * 1000,
    proofDigits: countOf("UPHELD_PROOF_DIGITS", set("UPHELD_PROOF_DIGITS") ?? "4", [1, 6]),
  };
}

function countOf(variable: string, text: string, [least, most]: readonly [number, number]): number {
  const count = Number(text);
  if (!/^\d+$/u.test(text) || count < least || count > most) {
    throw new ConfigurationError(variable, `must be a whole number, ${least} to ${most}`);
  }
  return count;
}

function tlsOf(certificateFile: string | undefined, keyFile: string | undefined) {
  if (certificateFile === undefined && keyFile === undefined) return undefined;
  if (certificateFile === undefined || keyFile === undefined) {
    throw new ConfigurationError("UPHELD_TLS_CERTIFICATE and UPHELD_TLS_KEY", "must be given together");
  }
  return { certificateFile, keyFile };
}

function schemeOf(text: string | undefined, tls: boolean): "http" | "https" {
  if (text === undefined) return tls ? "https" : "http";
  if (text === "http" || text === "https") return text;
  throw new ConfigurationError("UPHELD_PUBLIC_SCHEME", "must be http or https");
}

function databaseOf(text: string | undefined): string | undefined {
  if (text === undefined || /^postgres(?:ql)?:\/\//u.test(text)) return text;
  throw new ConfigurationError("DATABASE_URL", "must start with postgres://");
}

function smtpOf(text: string | undefined): SmtpConfiguration | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/u.test(url.protocol) || url.hostname === "") {
    throw new ConfigurationError("SMTP_URL", "must look like smtp://user:password@host:587 or smtps://…");
  }
  const secure = url.protocol === "smtps:";
  const fallback = secure ? 465 : 587;
  return {
    host: url.hostname,
    port: url.port === "" ? fallback : Number(url.port),
    secure,
    ...(url.username === "" ? {} : { user: decodeURIComponent(url.username) }),
    ...(url.password === "" ? {} : { password: decodeURIComponent(url.password) }),
  };
}

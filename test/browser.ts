import { createReadStream } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress, createBrotliDecompress } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const packageFile = createRequire(import.meta.url)
  .resolve("@sparticuz/chromium")
  .replace(/build\/index\.js$/, "package.json");

/**
 * Headless Chromium out of its npm package, with web security on: the package's own arguments switch it off, and
 * are not used. Runs as root and as anybody. Names other than `localhost` and `*.localhost` do not resolve, so that
 * nothing can leave the machine; what tried to is in `hosts` of `openPage`.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: [
      "--no-sandbox",
      "--headless=shell",
      "--disable-gpu",
      "--font-render-hinting=none",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1",
    ],
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: folder,
      LD_LIBRARY_PATH: join(folder, "lib"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
  });
}

export interface OpenOptions {
  /** Default true. */
  readonly javaScript?: boolean;
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce" | "no-preference";
  /** Also the browser's `Accept-Language`: `ru-RU`. */
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Host names, without port, of every request that the page tried. */
  readonly hosts: ReadonlySet<string>;
  /** What the browser complained of: errors in scripts, breaches of the content security policy. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A fresh profile with one page. */
export async function openPage(
  browser: Browser,
  {
    javaScript = true,
    colorScheme = "light",
    reducedMotion = "reduce",
    locale = "en-GB",
    viewport,
  }: OpenOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    colorScheme,
    reducedMotion,
    locale,
    viewport: viewport ?? { width: 1280, height: 900 },
  });
  const hosts = new Set<string>();
  const complaints: string[] = [];
  context.on("request", (request) => hosts.add(new URL(request.url()).hostname));
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  const page = await context.newPage();
  return { page, context, hosts, complaints, close: () => context.close() };
}

/** The folder of the unpacked browser, made once a version and user, whole or not at all. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(packageFile, "utf8")) as { version: string };
  const folder = join(tmpdir(), `upheld-chromium-${version}-${userInfo().uid}`);
  if (await isOurs(folder)) return folder;
  const partial = await mkdtemp(`${folder}-`);
  const packed = join(dirname(packageFile), "bin");
  await Promise.all([
    unpackFile(join(packed, "chromium.br"), join(partial, "chromium")),
    unpackTar(join(packed, "al2023.tar.br"), partial),
    unpackTar(join(packed, "fonts.tar.br"), join(partial, "fonts")),
  ]);
  await writeFile(join(partial, "fonts", "fonts.conf"), fontsIn(folder));
  await rename(partial, folder).catch(async (error: unknown) => {
    // Another process was first.
    await rm(partial, { recursive: true });
    if (!(await isOurs(folder))) throw error;
  });
  return folder;
}

async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  return found !== null && found.uid === userInfo().uid;
}

async function unpackFile(from: string, to: string): Promise<void> {
  await writeFile(to, createReadStream(from).pipe(createBrotliDecompress()));
  await chmod(to, 0o700);
}

/** The package's own settings look for fonts where its cloud puts them; without one the browser dies. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

const BLOCK = 512;

/** Reads a ustar archive (POSIX.1-1988): files, folders and links are all that these hold. */
async function unpackTar(from: string, into: string): Promise<void> {
  const tar = await promisify(brotliDecompress)(await readFile(from));
  const text = (start: number, length: number) =>
    tar.toString("utf8", start, start + length).replace(/\0.*$/s, "");
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const prefix = text(at + 345, 155);
    const name = normalize(prefix === "" ? text(at, 100) : `${prefix}/${text(at, 100)}`);
    const size = Number.parseInt(text(at + 124, 12).trim() || "0", 8);
    const kind = text(at + 156, 1);
    const target = join(into, name);
    if (name.startsWith("..")) throw new Error("The archive points outside itself.");
    await mkdir(kind === "5" ? target : dirname(target), { recursive: true });
    if (kind === "2") await symlink(text(at + 157, 100), target);
    else if (kind !== "5")
      await writeFile(target, tar.subarray(at + BLOCK, at + BLOCK + size), { mode: 0o700 });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

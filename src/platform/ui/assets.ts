import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { createLinks, type FileType, file, type Link, type Route, type StoredBytes } from "../http/index.ts";
import type { Language } from "../i18n/index.ts";
import { FONT_FILES, fontFace, readFont } from "./fonts.ts";

const STYLES = [
  "tokens.css",
  "base.css",
  "parts.css",
  "form.css",
  "document.css",
  "promises.css",
  "console.css",
  "print.css",
];

/** The mark: a text with its margin, and the margin ticked. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#0a5568"/><path d="M6 9h11M6 16h11M6 23h7" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><path d="M19 20l3.5 3.5L28 14" fill="none" stroke="#9fdbe8" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** The design system's files under addresses that name their content, so that they may be kept for ever. */
export interface DesignAssets {
  readonly stylesheet: Link;
  readonly icon: Link;
  /** The script that solves a form's proof of work. */
  readonly proofOfWork: Link;
  readonly preloads: Readonly<Record<Language, readonly Link[]>>;
  readonly files: ReadonlyMap<string, StoredBytes>;
}

let made: DesignAssets | null = null;

/** Read, hashed and laid out once, at the first call. Throws when a font package is not installed. */
export function designAssets(): DesignAssets {
  made ??= makeAssets();
  return made;
}

function makeAssets(): DesignAssets {
  const links = createLinks("http://localhost", "en");
  const files = new Map<string, StoredBytes>();
  const add = (name: string, extension: string, type: FileType, bytes: Uint8Array): Link => {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    const address = `${name}.${hash}.${extension}`;
    files.set(address, { type, bytes });
    return links.plain("/assets/:name", { name: address });
  };
  const preloads: Record<Language, Link[]> = { en: [], ru: [] };
  const faces = FONT_FILES.map((font) => {
    const link = add(font.name, "woff2", "font/woff2", readFont(font));
    if (font.preload !== null) preloads[font.preload].push(link);
    return fontFace(font, link);
  });
  const styles = STYLES.map((name) => readFileSync(new URL(name, import.meta.url), "utf8"));
  const stylesheet = add(
    "upheld",
    "css",
    "text/css; charset=utf-8",
    Buffer.from([...faces, ...styles].join("\n")),
  );
  const icon = add("mark", "svg", "image/svg+xml", Buffer.from(ICON));
  const script = readFileSync(new URL("proof-of-work.client.js", import.meta.url));
  const proofOfWork = add("proof-of-work", "js", "text/javascript; charset=utf-8", script);
  return { stylesheet, icon, proofOfWork, preloads, files };
}

/** The route that every site carries for the design system's files. */
export function assetRoutes(): Route[] {
  return [
    file({
      path: "/assets/:name",
      params: z.object({ name: z.string().max(100) }),
      caching: "immutable",
      read: (_, { name }) => designAssets().files.get(name) ?? null,
    }),
  ];
}

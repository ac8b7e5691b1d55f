import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Language } from "../i18n/index.ts";

/** One file of a font: a script of a family. Latin and Cyrillic are all that the product's languages need. */
export interface FontFile {
  /** `golos-text-cyrillic`. */
  readonly name: string;
  readonly family: string;
  readonly style: "normal" | "italic";
  readonly weights: string;
  readonly unicodeRange: string;
  /** In the npm package that carries it. */
  readonly source: string;
  /** Read first on pages of this language, so fetched before the styles ask for it. */
  readonly preload: Language | null;
}

const LATIN =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const CYRILLIC = "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116";

const SCRIPTS = [
  { script: "latin", unicodeRange: LATIN, language: "en" },
  { script: "cyrillic", unicodeRange: CYRILLIC, language: "ru" },
] as const;

const FACES = [
  { slug: "golos-text", family: "Golos Text Variable", style: "normal", weights: "400 900" },
  { slug: "source-serif-4", family: "Source Serif 4 Variable", style: "normal", weights: "200 900" },
  { slug: "source-serif-4", family: "Source Serif 4 Variable", style: "italic", weights: "200 900" },
] as const;

export const FONT_FILES: readonly FontFile[] = FACES.flatMap(({ slug, family, style, weights }) =>
  SCRIPTS.map(({ script, unicodeRange, language }) => ({
    name: style === "normal" ? `${slug}-${script}` : `${slug}-${script}-italic`,
    family,
    style,
    weights,
    unicodeRange,
    source: `@fontsource-variable/${slug}/files/${slug}-${script}-wght-${style}.woff2`,
    preload: style === "normal" ? language : null,
  })),
);

const { resolve } = createRequire(import.meta.url);

/** The file's bytes, from the installed package. */
export function readFont({ source }: FontFile): Uint8Array {
  return readFileSync(resolve(source));
}

/** The `@font-face` rule of a file served at `href`. */
export function fontFace({ family, style, weights, unicodeRange }: FontFile, href: string): string {
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weights};font-display:swap;src:url(${href}) format("woff2");unicode-range:${unicodeRange}}`;
}

import { z } from "zod";
import { file, type Route, type StoredBytes } from "../../platform/http/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import {
  type DocumentEdition,
  type Press,
  writeJson,
  writeLinkedData,
  writeMarkdown,
  writePaper,
} from "../../duties/documents/index.ts";
import type { Operator } from "../operator.ts";
import type { DocumentPlace } from "./document-place.ts";
import type { PolicyReader } from "./policy-reader.ts";

/** What a document's text can be taken away as. `html` is the published bytes themselves, of which the page tells the hash. */
const FORMATS = {
  html: { type: "text/html; charset=utf-8", inEachLanguage: true },
  pdf: { type: "application/pdf", inEachLanguage: true },
  md: { type: "text/markdown; charset=utf-8", inEachLanguage: true },
  json: { type: "application/json", inEachLanguage: false },
  jsonld: { type: "application/ld+json", inEachLanguage: false },
} as const;

export type DocumentFormat = keyof typeof FORMATS;
export const DOCUMENT_FORMATS = Object.keys(FORMATS) as readonly DocumentFormat[];

/** The file's name beside the page: `document.ru.pdf`; data has every language in one. */
export function documentFileName(format: DocumentFormat, language: Language): string {
  return FORMATS[format].inEachLanguage ? `document.${language}.${format}` : `document.${format}`;
}

/**
 * A document in every other format, of the version in force beside its page and of each version beside its own, all
 * written from the one published policy (clauses itsectr-privacy/9.1, 9.3; img-privacy/8.3).
 */
export function documentFiles(
  place: DocumentPlace,
  languages: readonly Language[],
  operator: Operator,
  policies: PolicyReader,
): Route[] {
  const { press } = operator;
  return DOCUMENT_FORMATS.flatMap((format) =>
    (FORMATS[format].inEachLanguage ? languages : languages.slice(0, 1)).flatMap((language) => {
      const name = documentFileName(format, language);
      const write = (found: Found | null) =>
        found === null ? null : writeAs(format, found, language, press);
      return [
        file({
          path: `${place.path}${name}`,
          caching: "revalidate",
          async read({ at, links }) {
            const { version } = await policies.read(at);
            return write(await find(place, version, language, operator, links.absolute(links.plain("/"))));
          },
        }),
        file({
          path: `${place.path}versions/:number/${name}`,
          params: z.object({ number: z.coerce.number().int().min(1).max(1_000_000) }),
          caching: "revalidate",
          read: async ({ links }, { number }) =>
            write(await find(place, number, language, operator, links.absolute(links.plain("/")))),
        }),
      ];
    }),
  );
}

/** A version's document, and the bytes that were published of it. */
interface Found extends DocumentEdition {
  readonly published: Uint8Array;
}

async function find(
  { code }: DocumentPlace,
  number: number,
  language: Language,
  { store, publication }: Operator,
  root: string,
): Promise<Found | null> {
  return store.read(async (reader) => {
    const fact = await publication.policyOf(reader, number);
    const version = (await publication.timeline(reader)).find((one) => one.number === number);
    const document = fact?.compiled.documents.find((one) => one.code === code);
    const stored = await publication.document(reader, { code, language, version: number, at: 0 });
    if (fact === null || version === undefined || document === undefined || stored === null) return null;
    const { publishedAt, effectiveFrom } = version;
    return {
      policy: fact.compiled,
      document,
      version: { number, policy: fact.hash, publishedAt, effectiveFrom },
      origin: new URL(root).origin,
      published: stored.bytes,
    };
  });
}

async function writeAs(
  format: DocumentFormat,
  edition: Found,
  language: Language,
  press: Press,
): Promise<StoredBytes> {
  const { type } = FORMATS[format];
  if (format === "html") return { type, bytes: edition.published };
  if (format === "pdf") {
    const key = `${edition.version.policy} ${edition.version.number} ${edition.document.code} ${language}`;
    return { type, bytes: await press.print(key, () => writePaper(edition, language)) };
  }
  return { type, bytes: new TextEncoder().encode(textOf(format, edition, language)) };
}

function textOf(
  format: Exclude<DocumentFormat, "pdf" | "html">,
  edition: DocumentEdition,
  language: Language,
): string {
  if (format === "md") return writeMarkdown(edition, language);
  const data = format === "json" ? writeJson(edition) : writeLinkedData(edition);
  return `${JSON.stringify(data, null, 2)}\n`;
}

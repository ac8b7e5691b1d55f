import { createHash } from "node:crypto";
import type { Reader } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { CountedTables } from "./counted-tables.ts";

/** A version as its row says it, in the order of numbers. */
export interface VersionRow {
  readonly number: number;
  /** Hash of its canonical bytes, as the row claims. */
  readonly policy: string;
  readonly updatedOn: Readonly<Record<string, string>>;
  readonly publishedAt: number;
  readonly effectiveFrom: number;
  readonly calledOffAt: number | null;
}

/** What was published, read from its rows; texts are parsed once, and only if they are what their hash says. */
export class PublishedPolicies {
  readonly #parsed = new Map<string, CompiledPolicy | null>();

  /** Every version, oldest first. */
  async versions(reader: Reader): Promise<VersionRow[]> {
    return reader
      .query<CountedTables>()
      .selectFrom("publication_version as version")
      .leftJoin("publication_call_off as off", "off.version", "version.number")
      .select([
        "version.number as number",
        "version.policy as policy",
        "version.updated_on as updatedOn",
        "version.published_at as publishedAt",
        "version.effective_from as effectiveFrom",
        "off.called_off_at as calledOffAt",
      ])
      .orderBy("number")
      .execute();
  }

  /** What a version enforces; null when there is none of this hash, or its bytes are others. */
  async compiled(reader: Reader, hash: string): Promise<CompiledPolicy | null> {
    const known = this.#parsed.get(hash);
    if (known !== undefined) return known;
    const row = await reader
      .query<CountedTables>()
      .selectFrom("publication_version")
      .select("compiled")
      .where("policy", "=", hash)
      .limit(1)
      .executeTakeFirst();
    const isGenuine = row !== undefined && sha256(row.compiled) === hash;
    const compiled = isGenuine
      ? (JSON.parse(Buffer.from(row.compiled).toString("utf8")) as CompiledPolicy)
      : null;
    // A row that is not what it says may be put right; what is right stays so.
    if (compiled !== null) this.#parsed.set(hash, compiled);
    return compiled;
  }
}

/** The version in force at an instant: of those not called off the one with the greatest number (clause 9.1). */
export function inForceAt(versions: readonly VersionRow[], at: number): VersionRow | null {
  return (
    versions.findLast(({ effectiveFrom, calledOffAt }) => calledOffAt === null && effectiveFrom <= at) ?? null
  );
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

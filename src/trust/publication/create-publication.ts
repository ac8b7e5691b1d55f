import type { KeyObject } from "node:crypto";
import type { Random } from "../../platform/random/index.ts";
import type { Store } from "../../platform/store/index.ts";
import type { Journal } from "../journal/index.ts";
import { PolicyInForce } from "./policy-in-force.ts";
import type { Publication } from "./publication.ts";
import { allVersions } from "./publication.table.ts";
import { publishVersion } from "./publish-version.ts";
import { publishedVersion } from "./published-version.ts";
import { readDocument } from "./read-document.ts";
import { SHOWN_LIFETIME, ShownTokens } from "./shown-token.ts";

export interface PublicationOptions {
  readonly store: Store;
  readonly journal: Pick<Journal, "append">;
  readonly random: Random;
  /** A 256-bit key of the operator's, for shown-version tokens alone. */
  readonly tokenKey: KeyObject;
  /** How long a form may stay open, ms. Default a day. */
  readonly formLifetime?: number;
}

/** The publication of one operator, over its store. */
export function createPublication(options: PublicationOptions): Publication {
  const { store, journal, random, tokenKey, formLifetime = SHOWN_LIFETIME } = options;
  const inForce = new PolicyInForce(store);
  const tokens = new ShownTokens(store.operator, tokenKey, random, formLifetime);
  return {
    async publish(tx, edition) {
      const fact = await publishVersion(tx, journal, edition);
      inForce.forget();
      tx.afterCommit(() => inForce.forget());
      return fact;
    },
    inForce: (reader, at) => inForce.at(reader, at),
    document: readDocument,
    versions: async (reader) => (await reader.all(allVersions, {})).map(publishedVersion),
    shownToken: (shown) => tokens.sign(shown),
    readShownToken: (token, expected) => tokens.read(token, expected),
  };
}

import { relative } from "node:path";
import type { OpenedOperator } from "./open-operator.ts";
import { check, type Installation, type Terminal } from "./surfaces/cli/index.ts";
import type { DraftDesk } from "./surfaces/site/index.ts";
import { readDraft } from "./trust/publication/index.ts";
import { watchFolder } from "./watch-folder.ts";

export interface DevelopingParts {
  readonly operator: Pick<OpenedOperator, "store" | "publication">;
  /** The operator's own. */
  readonly folder: string;
  readonly installation: Installation;
  readonly terminal: Terminal;
}

/**
 * The draft of whoever writes a policy: each saved edit is compiled anew and its findings are told at the terminal, as
 * `upheld check` tells them. It is shown in the browser, and published by nothing that happens here (design invariant
 * 12).
 */
export function developDraft(parts: DevelopingParts): DraftDesk & { stop(): Promise<void> } {
  const { operator, folder, installation, terminal } = parts;
  const { store, publication } = operator;
  let latest: { readonly after: number; readonly read: ReturnType<DraftDesk["read"]> } | null = null;
  let telling: Promise<void> = Promise.resolve();
  let waiting = false;

  const tell = async () => {
    waiting = false;
    const shown: Terminal = {
      out: (text) => terminal.err(text.trimEnd()),
      err: (text) => terminal.err(text),
    };
    const named = relative(process.cwd(), folder);
    terminal.err(`${named}: saved. The draft is at /development/draft/; saving publishes nothing.`);
    await check.run({ values: {}, positionals: [named], terminal: shown, installation });
  };
  const watching = watchFolder(folder, () => {
    latest = null;
    if (waiting) return;
    waiting = true;
    // What fails here fails as well where it is looked at, and says so there.
    telling = telling.then(tell).catch((error: unknown) => terminal.err(String(error)));
  });
  return {
    async read() {
      // What it is compared with changes too: by a publication, a calling off, or another process's.
      const versions = await store.read((reader) => publication.timeline(reader));
      const after = versions
        .filter(({ calledOffAt }) => calledOffAt === null)
        .reduce((n, one) => Math.max(n, one.number), 0);
      if (latest?.after !== after) latest = { after, read: readDraft(publication) };
      const { read } = latest;
      return read.catch((error: unknown) => {
        if (latest?.read === read) latest = null;
        throw error;
      });
    },
    async stop() {
      watching.stop();
      await telling;
    },
  };
}

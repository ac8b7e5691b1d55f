import { watch } from "node:fs";

/** Editors write a file in several steps; what follows within this counts as one save, ms. */
const SETTLED = 150;
/** How soon a folder that went away is looked for again, ms. */
const LOOK_AGAIN = 1000;

/** Calls `onSaved` after each burst of changes in a folder and below; goes on when the folder is replaced. */
export function watchFolder(folder: string, onSaved: () => void): { stop(): void } {
  let stopped = false;
  let settling: NodeJS.Timeout | undefined;
  let returning: NodeJS.Timeout | undefined;
  let close = () => {};

  const begin = () => {
    if (stopped) return;
    try {
      const watcher = watch(folder, { recursive: true }, () => {
        clearTimeout(settling);
        settling = setTimeout(onSaved, SETTLED);
      });
      close = () => watcher.close();
      watcher.on("error", () => {
        watcher.close();
        returning = setTimeout(begin, LOOK_AGAIN);
      });
    } catch {
      returning = setTimeout(begin, LOOK_AGAIN);
    }
  };
  begin();
  return {
    stop() {
      stopped = true;
      clearTimeout(settling);
      clearTimeout(returning);
      close();
    },
  };
}

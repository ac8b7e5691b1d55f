/**
 * Runs something one at a time, however many ask: whoever comes while it runs shares the run after it with all the
 * others, so that nobody gets what was begun before they asked. A run that fails fails for those who share it alone.
 */
export function oneAtATime<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  let waiting: Promise<T> | null = null;
  const start = (): Promise<T> => {
    waiting = null;
    const started = run();
    running = started;
    const over = () => {
      running = null;
    };
    // Before any who wait: they find the place free.
    started.then(over, over);
    return started;
  };
  return () => {
    if (running === null) return start();
    waiting ??= running.then(start, start);
    return waiting;
  };
}

const FRAME = /(?:\/|^)((?:src|dist|bin)\/[^():\s]+):(\d+):\d+\)?$/;

/** What of an error may be logged: its class name and the line of our own code nearest to it. Never its message. */
export interface ErrorPlace {
  readonly error: string;
  readonly at: string | undefined;
}

/** The class and place of anything thrown. The message may quote a person's data and is not looked at. */
export function errorPlace(thrown: unknown): ErrorPlace {
  if (!(thrown instanceof Error)) return { error: "Error", at: undefined };
  const { constructor } = thrown;
  return { error: constructor.name === "" ? "Error" : constructor.name, at: placeOf(thrown) };
}

function placeOf(thrown: Error): string | undefined {
  // The stack begins with the message, which may imitate a frame: only what follows it counts.
  const stack = thrown.stack ?? "";
  const start = stack.indexOf(thrown.message);
  const frames = stack.slice(start < 0 ? 0 : start + thrown.message.length).split("\n");
  for (const frame of frames) {
    if (frame.includes("node_modules")) continue;
    const found = FRAME.exec(frame.trim());
    if (found !== null) return `${found[1]}:${found[2]}`;
  }
  return undefined;
}

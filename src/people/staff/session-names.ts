interface Held {
  readonly name: string;
  readonly until: number;
}

/**
 * Names of those who are signed in, by session, in memory and nowhere else: a page shows who is signed in without
 * opening the name each time. Forgotten with the session, and at the latest with its absolute end.
 */
export class SessionNames {
  readonly #names = new Map<string, Held>();

  /** @param until ms; when the session ends whatever happens */
  keep(session: string, name: string, until: number): void {
    this.#names.set(session, { name, until });
  }

  /** Forgets all whose time is over, and gives the name of this session as far as it is known. */
  of(session: string, at: number): string | null {
    for (const [other, { until }] of this.#names) if (until <= at) this.#names.delete(other);
    return this.#names.get(session)?.name ?? null;
  }

  forget(sessions: readonly string[]): void {
    for (const session of sessions) this.#names.delete(session);
  }
}

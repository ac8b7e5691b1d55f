/** Who is served under which name, over all operators of one process: a name belongs to one of them. */
export class HostClaims {
  readonly #owners = new Map<string, string>();

  /**
   * Notes the names of an operator's policy.
   * @throws Error where another operator has one of them, or one that lies above or below, saying who and what to do
   */
  claim(operator: string, hosts: readonly string[]): void {
    for (const host of hosts) {
      for (const [taken, owner] of this.#owners) {
        if (owner === operator || !(covers(taken, host) || covers(host, taken))) continue;
        const elsewhere = taken === host ? "" : ` by ${taken}`;
        throw new Error(
          `${host} is ${owner}'s already${elsewhere}: a host belongs to one operator. Take it out of "hosts" in one of the two policies.`,
        );
      }
    }
    for (const host of hosts) this.#owners.set(host, operator);
  }
}

/** `*.studio.example` stands for every name below that one. */
function covers(name: string, host: string): boolean {
  return name === host || (name.startsWith("*.") && host.endsWith(name.slice(1)));
}

import type { Operator } from "../../operator.ts";
import { examineClock } from "./examine-clock.ts";
import { examineDisk } from "./examine-disk.ts";
import { examineDns } from "./examine-dns.ts";
import { examineJournal } from "./examine-journal.ts";
import { examineKeys } from "./examine-keys.ts";
import { examineMachine } from "./examine-machine.ts";
import { examineMail } from "./examine-mail.ts";
import { examineTls } from "./examine-tls.ts";
import { type Finding, note, sound, type Surroundings, wrong } from "./examination.ts";

/** What all operators share: the machine, its disk, the way out for mail. */
export async function examineInstallation(around: Surroundings): Promise<Finding[]> {
  return [...(await examineMachine(around)), ...examineDisk(around), ...(await examineMail(around))];
}

/** One operator, opened: what is in force, its keys, journal, clock, names and certificate. */
export async function examineOperator(
  operator: Operator,
  around: Surroundings,
  nameServer?: string,
): Promise<Finding[]> {
  const { store, publication, clock } = operator;
  const now = clock.now();
  const policy = await store.read((reader) => publication.inForce(reader, now));
  if (policy === null) {
    return [wrong("operator", "No policy is in force.", "Publish one: upheld publish.")];
  }
  const { compiled, version } = policy;
  const { email } = compiled.operator;
  // Of one that stands for every name below it there is no name to look up.
  const hosts = compiled.hosts.filter((host) => !host.startsWith("*."));
  const names = {
    hosts,
    mailDomain: email.slice(email.lastIndexOf("@") + 1),
    ...(nameServer === undefined ? {} : { server: nameServer }),
  };
  return [
    sound("operator", `The store opens, and version ${version} of the policy is in force.`),
    ...(await examineKeys(operator)),
    ...(await examineJournal(operator)),
    ...(await examineClock(operator)),
    ...(await examineDns(names)),
    ...examineTls(around, hosts, now),
  ];
}

/** What opening failed with, in the words of whatever refused: those say what to do. */
export function unopened(error: unknown): Finding {
  const message = error instanceof Error ? error.message : "It cannot be opened.";
  return message.startsWith("There is no installation here yet")
    ? note("operator", "Not started yet: upheld start makes its keys and its store.")
    : wrong("operator", message, "See docs/operations.md, “What a refused start means”.");
}

import { join } from "node:path";
import { closeAll } from "./close-all.ts";
import type { Configuration } from "./configuration.ts";
import { clocksOfEnquiries } from "./duties/deadlines/index.ts";
import { Press } from "./duties/documents/index.ts";
import { createPromises } from "./duties/promises/index.ts";
import { consentSource, ledgeredConsents, scopeFacts } from "./people/consents/index.ts";
import { actorFacts, SessionNames } from "./people/staff/index.ts";
import { subjectFacts } from "./people/subjects/index.ts";
import type { Clock } from "./platform/clock/index.ts";
import { LinkTokens } from "./platform/crypto/index.ts";
import { createJobQueue } from "./platform/jobs/index.ts";
import type { Random } from "./platform/random/index.ts";
import { openStore } from "./platform/store/index.ts";
import {
  formsOf,
  type CompiledPolicy,
  type Finding,
  packsFor,
  type RulePack,
  statutoryPurposesOf,
} from "./policy/index.ts";
import { SCHEMAS } from "./schemas.ts";
import { createFreeTextScan, ProofOfWork, shippedFreeTextRules } from "./services/intake/index.ts";
import type { Operator } from "./surfaces/operator.ts";
import { oweAnnouncement } from "./services/messages/index.ts";
import { SYSTEM_ACTORS } from "./system-actors.ts";
import { createGate } from "./trust/gate/index.ts";
import { AnonymousRefusals, type Continued, createJournal, type Trouble } from "./trust/journal/index.ts";
import {
  compileOperatorFolder,
  createPublication,
  INSTALLATION,
  policyFacts,
  prepareEdition,
  shownFacts,
} from "./trust/publication/index.ts";
import {
  createVault,
  type Reconciliation,
  reconcileLedger,
  refuseKeysBesideData,
  RememberedCheckpoints,
  unlockKeyring,
  WithdrawalLedger,
} from "./trust/vault/index.ts";

export interface OpeningParts {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly random: Random;
  /** Every regime's law. */
  readonly rules: readonly RulePack[];
  readonly onTrouble?: (operator: string, trouble: Trouble) => void;
  /** Called when the store turned out older than what its journal is known to have signed, and the next log was opened. */
  readonly onContinued?: (operator: string, continued: Continued) => void;
  /** Called when the store turned out older than the ledger: what had to be destroyed and withdrawn once more. */
  readonly onLedgerApplied?: (
    operator: string,
    applied: Pick<Reconciliation, "destroyedAgain" | "withdrawnAgain">,
  ) => void;
  /**
   * Called with the policy that will be enforced and served, before a first version of it is published; what it throws
   * ends the opening, and nothing is published.
   */
  readonly admit?: (policy: CompiledPolicy) => void;
  /** Called when the first start published a policy, with what its check warns of. */
  readonly onFirstVersion?: (operator: string, warnings: readonly Finding[]) => void;
}

export interface OpenedOperator extends Operator {
  /** The policy in force. */
  readonly policy: CompiledPolicy;
  /** Places what is pending in the journal, and releases store and lease. Idempotent. */
  close(): Promise<void>;
}

/**
 * Opens an operator: store, keys, ledger, journal, publication and gate, introduced to each other. An empty
 * installation gets keys, and version 1 of the operator's policy as `installation` (design invariant 12: that is the
 * only start that publishes).
 * @throws VaultError, StoreError, PublicationError, CompileError: each says what to do
 */
export async function openOperator(id: string, parts: OpeningParts): Promise<OpenedOperator> {
  const { configuration, clock, random, rules } = parts;
  const { keysFolder, dataFolder, databaseUrl, keysPassphrase } = configuration;
  refuseKeysBesideData(keysFolder, dataFolder);
  const opened: (() => Promise<void>)[] = [];
  const store = await openStore({ operator: id, databaseUrl, dataFolder, clock, random, schemas: SCHEMAS });
  opened.push(() => store.close());
  try {
    const keyring = await unlockKeyring(
      store,
      { keys: keysFolder, ...(keysPassphrase === undefined ? {} : { passphrase: keysPassphrase }) },
      random,
    );
    const journal = createJournal({
      operator: id,
      store,
      clock,
      random,
      origin: `${id}.upheld/journal`,
      key: keyring.keys.journal,
      memory: new RememberedCheckpoints(keyring, random),
      onTrouble: (trouble) => parts.onTrouble?.(id, trouble),
      onContinued: (continued) => parts.onContinued?.(id, continued),
    });
    const consents = ledgeredConsents({ journal, random });
    const reconciled = await reconcileLedger(store, { keyring, journal, consents });
    if (reconciled.destroyedAgain + reconciled.withdrawnAgain > 0) parts.onLedgerApplied?.(id, reconciled);
    opened.push(() => journal.sequencer.stop());
    await journal.sequencer.start();
    const folder = join(configuration.operatorsFolder, id);
    const jobs = createJobQueue({ random });
    const publication = createPublication({
      store,
      journal,
      random,
      tokenKey: keyring.keys.token,
      onPublished: (tx, version) => oweAnnouncement(tx, version, { jobs }),
      source: { compile: () => compileOperatorFolder(folder, rules), rules },
    });
    const vault = createVault({ keyring, random, journal });
    const policy = await policyOf(id, parts, { store, publication });
    // A regime whose law is not here would run without its clocks and its purposes.
    packsFor(rules, policy.operator.regimes);
    const statutory = statutoryPurposesOf(rules, policy.operator.regimes);
    const gate = createGate({
      journal,
      statutory,
      sources: [
        policyFacts(publication),
        shownFacts(publication),
        actorFacts(SYSTEM_ACTORS, async (tx) => {
          const fact = await publication.inForce(tx, tx.at);
          return fact === null ? [] : formsOf(fact.compiled).map(({ purpose }) => purpose);
        }),
        subjectFacts(consentSource(publication)),
        scopeFacts(publication),
      ],
    });
    const links = new LinkTokens(id, keyring.keys.token);
    const { forms } = configuration;
    const proofs = new ProofOfWork(id, keyring.keys.token, forms.proofDigits);
    const scan = createFreeTextScan(shippedFreeTextRules());
    const refusals = new AnonymousRefusals(clock);
    const promises = createPromises({ operator: id, store, clock, journal, keysFolder });
    // A database that is away keeps nothing here open: what is pending there is placed by the next start.
    const release = () =>
      closeAll([...opened, () => journal.sequencer.drain(), () => refusals.flush(store, journal)]);
    let released: Promise<void> | undefined;
    const close = () => (released ??= release());
    return {
      id,
      store,
      keyring,
      vault,
      journal,
      publication,
      gate,
      statutory,
      rules,
      jobs,
      links,
      withdrawals: new WithdrawalLedger(keyring),
      names: new SessionNames(),
      forms,
      proofs,
      scan,
      press: new Press(),
      clocks: clocksOfEnquiries({ rules, random, journal }),
      refusals,
      promises,
      clock,
      random,
      policy,
      close,
    };
  } catch (error) {
    // What closing fails with says less than what opening failed with.
    await closeAll(opened).catch(() => {});
    throw error;
  }
}

/** The policy in force; on an empty installation, the operator's own, published as its first version. */
async function policyOf(
  id: string,
  parts: OpeningParts,
  { store, publication }: Pick<Operator, "store" | "publication">,
): Promise<CompiledPolicy> {
  const { configuration, clock, rules } = parts;
  const inForce = await store.read((reader) => publication.inForce(reader, clock.now()));
  if (inForce !== null) {
    parts.admit?.(inForce.compiled);
    return inForce.compiled;
  }
  const compiled = await compileOperatorFolder(join(configuration.operatorsFolder, id), rules);
  parts.admit?.(compiled);
  const { edition, warnings } = prepareEdition(compiled, rules, {
    effectiveFrom: clock.now(),
    publishedBy: INSTALLATION,
  });
  await store.transaction((tx) => publication.publish(tx, edition));
  parts.onFirstVersion?.(id, warnings);
  return compiled;
}

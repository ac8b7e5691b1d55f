import { z } from "zod";
import { acceptedBefore } from "../../people/consents/index.ts";
import { type Addressable, provenAddresses } from "../../people/subjects/index.ts";
import { type BoundHandler, defineJob, handle, type JobQueue } from "../../platform/jobs/index.ts";
import type { Random } from "../../platform/random/index.ts";
import type { Transaction } from "../../platform/store/index.ts";
import type { Gate, PolicyFact } from "../../trust/gate/index.ts";
import type { Publication } from "../../trust/publication/index.ts";
import { queueMessage } from "./queue-message.ts";

/** Writes to people that a version took effect, where the operator's notice of changes is by e-mail (tension T13). */
export const ANNOUNCER = { kind: "system", id: "job:announce-version" } as const;

/** People to a unit of work, unless `AnnouncingParts` say otherwise. */
const BATCH = 50;

const announceJob = defineJob(
  "announce-version",
  z.strictObject({
    version: z.number().int().positive(),
    since: z.number().int(),
    after: z.uuid().nullable(),
  }),
);

/** Owes the notice of a version from the unit that publishes it, for the moment at which it takes effect. */
export async function oweAnnouncement(
  tx: Transaction,
  version: {
    readonly version: number;
    readonly effectiveFrom: number;
    readonly compiled: PolicyFact["compiled"];
  },
  { jobs }: { readonly jobs: JobQueue },
): Promise<void> {
  if (version.compiled.settings.versioning.notice !== "e-mail" || version.version === 1) return;
  const { effectiveFrom: since } = version;
  await jobs.enqueue(tx, announceJob, {
    payload: { version: version.version, since, after: null },
    when: { at: since },
  });
}

export interface AnnouncingParts {
  readonly gate: Gate;
  readonly publication: Pick<Publication, "inForce" | "texts">;
  readonly jobs: JobQueue;
  readonly random: Random;
  /** People to a unit of work. Default 50. */
  readonly batch?: number;
}

/**
 * Queues a letter to each person with a proven address who accepted an older text, a batch to a unit, each under a
 * decision of its own that is journalled. Nobody who declined has accepted, and nobody who is blocked is written to. A
 * version that was called off, or replaced meanwhile, is not announced: the one that replaced it is.
 */
export function announceVersions(parts: AnnouncingParts): BoundHandler {
  const { batch = BATCH } = parts;
  return handle(announceJob, (job) =>
    job.store.transaction(async (tx) => {
      const { version, since, after } = job.payload;
      const inForce = await parts.publication.inForce(tx, tx.at);
      if (inForce?.version === version && inForce.compiled.settings.versioning.notice === "e-mail") {
        const people = await provenAddresses(tx, { after, limit: batch });
        for (const person of people) await announce(tx, person, { inForce, since }, parts);
        const last = people.at(-1);
        if (people.length === batch && last !== undefined) {
          await parts.jobs.enqueue(tx, announceJob, { payload: { version, since, after: last.id } });
        }
      }
      await job.done(tx);
    }),
  );
}

async function announce(
  tx: Transaction,
  { subject, shardKey, language, blocked }: Addressable,
  { inForce, since }: { readonly inForce: PolicyFact; readonly since: number },
  parts: AnnouncingParts,
): Promise<void> {
  if (blocked) return;
  const documents = await acceptedBefore(tx, subject, inForce, parts.publication);
  if (documents.length === 0) return;
  const purpose = "legal-compliance";
  const ruling = await parts.gate.ask(tx, {
    actor: ANNOUNCER,
    purpose,
    operation: "use",
    subjects: [subject],
    attributes: ["email"],
    details: { version: inForce.version },
  });
  if (!ruling.allowed) return;
  const facts = { version: inForce.version, since, documents: documents.join(" ") };
  await queueMessage(
    tx,
    ruling.permit,
    {
      subject,
      shardKey,
      template: "version-announced",
      purpose,
      language: language === "ru" ? "ru" : "en",
      facts,
    },
    parts,
  );
}

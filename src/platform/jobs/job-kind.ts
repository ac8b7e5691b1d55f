import type { ZodType } from "zod";
import { JobError } from "./jobs.errors.ts";
import { requireCodesOnly } from "./payload.ts";

/** A kind of job: its name, what it carries, and how often it is tried. Declared once, by the room whose work it is. */
export interface JobKind<P = unknown> {
  /** `send-acknowledgement`. Never changed while such jobs may be queued. */
  readonly name: string;
  readonly payload: ZodType<P>;
  /** How many attempts before it is dead. */
  readonly attempts: number;
  /** The longest first wait after a failure, ms; it doubles up to `longestWait`. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** How long one attempt may take, ms. */
  readonly timeout: number;
}

type Limits = Partial<Pick<JobKind, "attempts" | "firstWait" | "longestWait" | "timeout">>;

const NAME = /^[a-z][a-z0-9-]{0,63}$/;

/**
 * Declares a kind of job. By default it is tried 12 times, over two to three hours, a minute each at most.
 * @throws JobError `job-kind`
 */
export function defineJob<P>(name: string, payload: ZodType<P>, limits: Limits = {}): JobKind<P> {
  const kind = { attempts: 12, firstWait: 5000, longestWait: 3_600_000, timeout: 60_000, ...limits };
  const positive = Object.values(kind).every((limit) => Number.isInteger(limit) && limit > 0);
  if (!NAME.test(name) || !positive) throw new JobError("job-kind", name);
  return { name, payload, ...kind };
}

/** A payload as it is kept. @throws ZodError; JobError `job-payload` */
export function payloadOf<P>(kind: JobKind<P>, payload: P): P {
  const parsed = kind.payload.parse(payload);
  requireCodesOnly(parsed, kind.name);
  return parsed;
}

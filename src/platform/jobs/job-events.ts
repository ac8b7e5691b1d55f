interface AboutJob {
  readonly kind: string;
  readonly id: string;
  readonly attempt: number;
}

/** What a worker tells whoever listens. Closed; codes and identifiers alone. */
export type JobEvent =
  | ({ readonly event: "job-done" } & AboutJob)
  /** `wait` in ms until it is tried again. */
  | ({ readonly event: "job-failed"; readonly code: string; readonly wait: number } & AboutJob)
  | ({ readonly event: "job-dead"; readonly code: string } & AboutJob)
  /** Taken over by another worker, or cancelled, while it ran here. */
  | ({ readonly event: "job-lost" } & AboutJob)
  /** `by` in ms, negative when the clock was set back. */
  | { readonly event: "clock-jumped"; readonly by: number }
  /** The store could not be reached for claiming, renewing or settling; nothing is lost by it. */
  | { readonly event: "worker-failed"; readonly code: string };

export type ReportJobEvent = (event: JobEvent) => void;

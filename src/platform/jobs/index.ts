export { cancelJobsOf } from "./cancel-jobs.ts";
export { countJobs, type OwedJobs } from "./count-jobs.ts";
export {
  type DeadJob,
  type DeadJobReference,
  discardDeadJob,
  listDeadJobs,
  retryDeadJob,
} from "./dead-jobs.ts";
export { type BoundHandler, handle, type JobContext, type JobHandler } from "./handler.ts";
export { jobsSchema, jobTable } from "./job.table.ts";
export type { JobEvent, ReportJobEvent } from "./job-events.ts";
export { defineJob, type JobKind } from "./job-kind.ts";
export { createJobQueue, type JobQueue, type NewJob } from "./job-queue.ts";
export { JOB_ERRORS, JobError, type JobErrorCode, JobFailure } from "./jobs.errors.ts";
export { createWorker, type Worker, type WorkerOptions } from "./worker.ts";

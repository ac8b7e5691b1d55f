export { type Address, parseAddress } from "./address.ts";
export { createHttpApp, type HttpApp, type HttpAppOptions } from "./http-app.ts";
export type { Cookie } from "./cookies.ts";
export { describeApi } from "./describe-api.ts";
export { endpoint, type EndpointOptions } from "./endpoint.ts";
export type { ErrorPage, ErrorView } from "./error-answer.ts";
export type { Exchange, Frame, ReadableHeader } from "./exchange.ts";
export type { FieldProblem } from "./field-problems.ts";
export { file, type FileOptions, type FileType, type Records, type StoredBytes } from "./file.ts";
export {
  type ErrorRow,
  type ErrorTable,
  type HttpErrorCode,
  type Kept,
  type RefusalDetail,
  refuse,
} from "./http.errors.ts";
export { createHttpMetrics, type HttpMetrics } from "./http.metrics.ts";
export type { ConnectionLimits, RequestLimits } from "./limits.ts";
export {
  createLinks,
  external,
  type ExternalLink,
  type Link,
  type Links,
  withFragment,
  withQuery,
} from "./links.ts";
export type { Readiness } from "./operations.ts";
export { request } from "./node-http.ts";
export { page, type PageForm, type PageInput, type PageOptions, type Rendered, type Typed } from "./page.ts";
export { cached, type PageAnswer, seeOther, shown } from "./page-answer.ts";
export type { Route } from "./route.ts";
export { type Served, serve, type ServeOptions } from "./serve.ts";
export type { Site } from "./site.ts";

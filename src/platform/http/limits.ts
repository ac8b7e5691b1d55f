/** What one request may take up. Every limit has its answer, and its test. */
export interface RequestLimits {
  /** Characters of path and query; beyond it 414. */
  readonly url: number;
  /** Header lines; beyond it 431. */
  readonly headers: number;
  /** Bytes of a body, unless the route says otherwise; beyond it 413. */
  readonly body: number;
  /** Milliseconds from the first look at a body to its end; beyond it 408. */
  readonly bodyTime: number;
}

export const REQUEST_LIMITS: RequestLimits = { url: 2_048, headers: 64, body: 65_536, bodyTime: 10_000 };

/** What connections may take up. */
export interface ConnectionLimits {
  /** Open connections; beyond it new ones are closed at once. */
  readonly connections: number;
  /** Bytes of a request's line and headers; beyond it 431. */
  readonly headerBytes: number;
  /** Milliseconds for the headers to arrive; beyond it 408. */
  readonly headerTime: number;
  /** Milliseconds for the whole request to arrive; beyond it 408. */
  readonly requestTime: number;
  /** Milliseconds that an idle connection is held open. Behind a proxy, set it above the proxy's own. */
  readonly idle: number;
  /** Milliseconds that running requests get to finish when the server stops. */
  readonly grace: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  connections: 1_024,
  headerBytes: 16_384,
  headerTime: 10_000,
  requestTime: 30_000,
  idle: 10_000,
  grace: 10_000,
};

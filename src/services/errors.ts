/** What a verb can refuse with. The union is closed: each transport maps every code once, in a total record. */

export const SERVICE_ERROR_CODES = [
  "invalid-request",
  "unauthorized",
  "skill-not-found",
  "profile-not-found",
  "unknown-profile",
  "unreadable-job",
  "database-unavailable",
] as const;
export type ServiceErrorCode = (typeof SERVICE_ERROR_CODES)[number];

/** The part of a request a fault lies in. */
export type FaultPlace = "body" | "query" | "path" | "header";

/** One field at fault. `pointer` is a JSON Pointer (RFC 6901) into that part; details never quote what was sent. */
export interface Fault {
  readonly in: FaultPlace;
  readonly pointer: string;
  readonly detail: string;
}

/** Thrown by verbs and adapters. `detail` is shown to the caller, so it never quotes a document. */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  readonly faults: readonly Fault[];

  constructor(code: ServiceErrorCode, detail: string, options: { faults?: readonly Fault[]; cause?: unknown } = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "ServiceError";
    this.code = code;
    this.faults = options.faults ?? [];
  }
}

/** Errors as RFC 9457 `application/problem+json`: one closed list of codes, each mapped once. */
import { STATUS_CODES } from "node:http";
import type { Fault, ServiceErrorCode } from "../services/errors.ts";

/** Codes that only the transport can tell; the others come from the verbs. */
type TransportCode =
  | "malformed-request"
  | "invalid-json"
  | "route-not-found"
  | "method-not-allowed"
  | "not-acceptable"
  | "request-timeout"
  | "body-too-large"
  | "uri-too-long"
  | "unsupported-media-type"
  | "headers-too-large"
  | "internal-error"
  | "overloaded";

export type ProblemCode = ServiceErrorCode | TransportCode;

/** Total: a new code does not compile until it has a status and a title. */
export const PROBLEMS: { readonly [Code in ProblemCode]: { readonly status: number; readonly title: string } } = {
  "malformed-request": { status: 400, title: "The request is not proper HTTP" },
  "invalid-json": { status: 400, title: "The body is not JSON" },
  "invalid-request": { status: 400, title: "The request breaks the rules of the schema" },
  unauthorized: { status: 401, title: "An API key is needed" },
  "route-not-found": { status: 404, title: "There is nothing at this address" },
  "skill-not-found": { status: 404, title: "There is no such skill" },
  "profile-not-found": { status: 404, title: "There is no such profile" },
  "method-not-allowed": { status: 405, title: "This address does not answer to this method" },
  "not-acceptable": { status: 406, title: "None of the formats asked for can be sent" },
  "request-timeout": { status: 408, title: "The request took too long to arrive" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "uri-too-long": { status: 414, title: "The address is too long" },
  "unsupported-media-type": { status: 415, title: "This kind of body is not read" },
  "unknown-profile": { status: 422, title: "A profile asked for does not exist" },
  "unreadable-job": { status: 422, title: "No demands were recognised in the job post" },
  "headers-too-large": { status: 431, title: "The headers are too large" },
  "internal-error": { status: 500, title: "Something went wrong here" },
  "database-unavailable": { status: 503, title: "The database does not answer" },
  overloaded: { status: 503, title: "Too much work at the moment" },
};

export const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];

/** Media type of every error. */
export const PROBLEM_TYPE = "application/problem+json";

/** Seconds after which a 503 is worth another try. */
export const RETRY_AFTER_SECONDS = 2;

/** Thrown by the transport itself. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly faults: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: string,
    options: { faults?: readonly Fault[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.name = "HttpProblem";
    this.code = code;
    this.faults = options.faults ?? [];
    this.headers = options.headers ?? {};
  }
}

/** The body of an error, its keys always in this order. */
export function problemBody(
  code: ProblemCode,
  detail: string,
  requestId: string,
  faults: readonly Fault[] = [],
): string {
  const { status, title } = PROBLEMS[code];
  const body = { type: `urn:skills-matcher:problem:${code}`, title, status, detail, code, requestId };
  return JSON.stringify(faults.length === 0 ? body : { ...body, errors: faults });
}

/** A whole HTTP/1.1 answer for a connection whose request could not even be read. */
export function rawProblem(
  code: ProblemCode,
  detail: string,
  requestId: string,
  headers: Readonly<Record<string, string>>,
): string {
  const { status } = PROBLEMS[code];
  const body = problemBody(code, detail, requestId);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "connection: close",
    "",
    body,
  ].join("\r\n");
}

import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import { type ProblemCode, rawProblem } from "../problem.ts";
import { standardHeaders } from "./headers.ts";

const CODES: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ["request-timeout", "The request took too long to arrive."],
  HPE_HEADER_OVERFLOW: ["headers-too-large", "The headers together may have 16 KiB at most."],
};

/** Answers connections whose bytes are no request; those that are gone already are let go. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const [code, detail] = CODES[error.code ?? ""] ?? ["malformed-request", "The request is not proper HTTP/1.1."];
  const requestId = randomUUID();
  if (socket.writable)
    socket.end(rawProblem(code, detail, requestId, standardHeaders(requestId)), () => socket.destroy());
  else socket.destroy();
}

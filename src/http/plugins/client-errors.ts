/** Connections that no route hears of: Node would close them without a word, or with a status alone. */
import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import { type ProblemCode, rawProblem } from "../problem.ts";
import { standardHeaders } from "./headers.ts";

const CODES: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ["request-timeout", "The request took too long to arrive."],
  HPE_HEADER_OVERFLOW: ["headers-too-large", "The headers together may have 16 KiB at most."],
};

/** Answers connections whose bytes are no request; those that are gone already are let go. */
export function answerClientError(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  refuse(socket, ...(CODES[error.code ?? ""] ?? ["malformed-request", "The request is not proper HTTP/1.1."]));
}

export function registerClientErrors(app: FastifyInstance): void {
  app.server.on("connect", (_, socket) =>
    refuse(socket, "malformed-request", "This is no proxy: CONNECT leads nowhere."),
  );
  // Node answers `100-continue` itself. Whatever else is expected may be passed over (RFC 9110, 10.1.1).
  app.server.on("checkExpectation", (request, response) => app.server.emit("request", request, response));
}

function refuse(socket: Duplex, code: ProblemCode, detail: string): void {
  const requestId = randomUUID();
  if (socket.writable)
    socket.end(rawProblem(code, detail, requestId, standardHeaders(requestId)), () => socket.destroy());
  else socket.destroy();
}

/** One line per answer with a fixed message; nothing of a document, a name or an address can get into any line. */
import type { FastifyInstance, FastifyServerOptions } from "fastify";
import { LogController } from "fastify";

export interface LogTarget {
  readonly level: string;
  readonly stream?: { write(line: string): void };
}

/** Options for Fastify's own logger: its request lines are off, and errors are told by name, code and place alone. */
export function loggerOptions(target: false | LogTarget): Pick<FastifyServerOptions, "logger" | "logController"> {
  const logController = new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" });
  if (target === false) return { logger: false, logController };
  const serializers = {
    req: ({ method = "" }: { method?: string }) => ({ method }),
    res: ({ statusCode = 0 }: { statusCode?: number }) => ({ statusCode }),
    err: describeError,
  };
  const logger = { level: target.level, serializers, base: null, ...(target.stream && { stream: target.stream }) };
  return { logger, logController };
}

/** Messages of errors may quote what was sent (a parser's, a database's), so they are left out, the causes' as well. */
export function describeError(error: unknown): {
  type: string;
  message: string;
  stack: string;
  [key: string]: unknown;
} {
  if (!(error instanceof Error)) return { type: typeof error, message: "", stack: "" };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: "",
    stack: framesOf(error),
    ...(typeof code === "string" && { code }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

function framesOf(error: Error): string {
  const lines = (error.stack ?? "").replace(error.message, "").split("\n");
  return lines.filter((line) => /^ {4}at .*(:\d+:\d+|<anonymous>|native)\)?$/.test(line)).join("\n");
}

export function registerLog(app: FastifyInstance): void {
  app.decorateRequest("apiKeyId", null);
  app.decorateRequest("problemCode", null);
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        code: request.problemCode,
        key: request.apiKeyId,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      "answered",
    );
  });
}

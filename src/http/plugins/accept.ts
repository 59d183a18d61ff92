import type { FastifyInstance, FastifyRequest } from "fastify";
import { operationOf } from "../operation.ts";
import { HttpProblem } from "../problem.ts";

/** Refuses requests of this scope whose Accept header leaves nothing that their route could send. */
export function requireAcceptable(scope: FastifyInstance): void {
  scope.addHook("onRequest", async (request, reply) => {
    const offered = offeredBy(request);
    if (offered.length > 1) reply.header("vary", "Accept");
    if (preferredType(request, offered) === null)
      throw new HttpProblem("not-acceptable", `Answers can be had as ${offered.join(", ")}.`);
  });
}

/** The media types a route describes its good answer in, the one for callers without a wish first. */
function offeredBy(request: FastifyRequest): readonly string[] {
  const good = operationOf(request.routeOptions)?.response["200"];
  return good !== undefined && "content" in good ? Object.keys(good.content ?? {}) : ["application/json"];
}

/** The offered media type that the caller likes best, the first of equals; null where all are refused. */
export function preferredType<Type extends string>(request: FastifyRequest, offered: readonly Type[]): Type | null {
  const header = request.headers.accept;
  if (header === undefined || header.trim() === "") return offered[0] ?? null;
  const ranges = header.split(",").map(parseRange);
  let best: { type: Type; quality: number } | null = null;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > 0 && (best === null || quality > best.quality)) best = { type, quality };
  }
  return best?.type ?? null;
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

function parseRange(text: string): Range {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = q === undefined ? 1 : Number(q.slice(2));
  return { type, quality: Number.isFinite(quality) ? quality : 0 };
}

/** The most specific range decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  for (const range of [type, `${type.split("/")[0]}/*`, "*/*"]) {
    const found = ranges.find((one) => one.type === range);
    if (found) return found.quality;
  }
  return 0;
}

import underPressure from "@fastify/under-pressure";
import type { FastifyInstance } from "fastify";

/** Milliseconds the event loop may lag, on average over a second, before new work is turned away. */
export const MAX_LAG_MS = 1500;

/** Answers 503 with Retry-After while the process cannot keep up, in this scope. */
export async function registerOverload(scope: FastifyInstance, maxLagMs: number): Promise<void> {
  await scope.register(underPressure, { maxEventLoopDelay: maxLagMs });
}

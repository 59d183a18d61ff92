import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { checkHealth } from "../../services/health/check-health.ts";
import type { Context } from "../../services/ports.ts";
import type { Operation } from "../operation.ts";
import { problemResponses } from "../wire/problem.ts";

const Live = z
  .object({ status: z.literal("live").meta({ description: "Always the same." }) })
  .meta({ id: "Live", description: "The process answers." });
const Ready = z
  .object({
    status: z.literal("ready").meta({ description: "Always the same." }),
    taxonomyVersion: z.string().meta({ description: "Content hash of the skills in force." }),
  })
  .meta({ id: "Ready", description: "The service can score." });

const live = {
  operationId: "healthLive",
  tags: ["Health"],
  summary: "Is the process alive?",
  description: "Answers as long as the process can answer at all; asks nobody else. Needs no key.",
  security: [],
  response: {
    200: { description: "It is.", content: { "application/json": { schema: Live } } },
    ...problemResponses("malformed-request"),
  },
} satisfies Operation;

const ready = {
  operationId: "healthReady",
  tags: ["Health"],
  summary: "Can it score?",
  description: "Answers 200 when the skills are loaded and the database answers. Needs no key.",
  security: [],
  response: {
    200: { description: "It can.", content: { "application/json": { schema: Ready } } },
    ...problemResponses("malformed-request", "database-unavailable"),
  },
} satisfies Operation;

export function registerHealth(app: FastifyInstance, context: Context): void {
  app.get("/health/live", { schema: live }, async () => ({ status: "live" as const }));
  app.get("/health/ready", { schema: ready }, async () => ({
    status: "ready" as const,
    ...(await checkHealth(context)),
  }));
}

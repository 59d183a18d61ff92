/** The HTTP face: `buildApp` puts plugins and routes together and never listens by itself. */
import { randomUUID } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import type { Context } from "../services/ports.ts";
import { requireAcceptable } from "./plugins/accept.ts";
import { requireApiKey } from "./plugins/authentication.ts";
import { BODY_LIMIT, registerBodyParsers } from "./plugins/body-parsers.ts";
import { answerClientError, registerClientErrors } from "./plugins/client-errors.ts";
import { answerFrameworkError, MAX_PART_LENGTH, registerErrors } from "./plugins/errors.ts";
import { registerHeaders } from "./plugins/headers.ts";
import { type LogTarget, loggerOptions, registerLog } from "./plugins/log.ts";
import { registerOpenapi } from "./plugins/openapi.ts";
import { MAX_LAG_MS, registerOverload } from "./plugins/overload.ts";
import { registerRouteTable } from "./plugins/route-table.ts";
import { requireSingleHeaders } from "./plugins/single-headers.ts";
import { registerValidation } from "./plugins/validation.ts";
import { registerHealth } from "./routes/health.ts";
import { registerOpenapiDocument } from "./routes/openapi.ts";
import { registerExtract } from "./routes/v1/extract.ts";
import { registerMatch } from "./routes/v1/match.ts";
import { registerProfiles } from "./routes/v1/profiles.ts";
import { registerSkills } from "./routes/v1/skills.ts";

export interface AppOptions {
  /** `false` for silence, else the lowest level that is written and where lines go (standard output when absent). */
  readonly logger: false | LogTarget;
  /** Believe `X-Forwarded-*` of a proxy in front; off unless there is one. */
  readonly trustProxy?: boolean;
  /** Milliseconds a whole request may take to arrive; 30 000 when absent. */
  readonly requestTimeoutMs?: number;
  /** Milliseconds the event loop may lag before 503 is answered; null for as long as it likes. */
  readonly maxLagMs?: number | null;
}

export async function buildApp(context: Context, options: AppOptions): Promise<FastifyInstance> {
  const requestTimeout = options.requestTimeoutMs ?? 30_000;
  const app = fastify({
    ...loggerOptions(options.logger),
    trustProxy: options.trustProxy ?? false,
    genReqId: () => randomUUID(),
    requestTimeout,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: MAX_PART_LENGTH },
    http: {
      headersTimeout: requestTimeout,
      connectionsCheckingInterval: Math.min(5000, requestTimeout),
      // Node's own answer to a missing Host is empty; see `requireSingleHeaders`.
      requireHostHeader: false,
    },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerFrameworkError,
  }) as unknown as FastifyInstance;

  registerRouteTable(app);
  registerHeaders(app);
  registerLog(app);
  registerErrors(app);
  registerClientErrors(app);
  requireSingleHeaders(app);
  registerBodyParsers(app);
  registerValidation(app);
  await registerOpenapi(app);

  registerOpenapiDocument(app);
  registerHealth(app, context);
  await app.register(async (v1) => {
    const { maxLagMs = MAX_LAG_MS } = options;
    if (maxLagMs !== null) await registerOverload(v1, maxLagMs);
    requireApiKey(v1, context);
    requireAcceptable(v1);
    registerMatch(v1, context);
    registerExtract(v1, context);
    registerProfiles(v1, context);
    registerSkills(v1, context);
  });
  return app;
}

import type { FastifyInstance } from "fastify";
import { authenticate } from "../../services/api-keys/authenticate.ts";
import type { Context } from "../../services/ports.ts";
import { HttpProblem } from "../problem.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Id of the key that was presented and found; null before that and at open addresses. */
    apiKeyId: string | null;
  }
}

const BEARER = /^bearer +([^\s]+) *$/i;

/** Asks every request of this scope for its API key, before anything of the body is read. */
export function requireApiKey(scope: FastifyInstance, context: Context): void {
  scope.addHook("onRequest", async (request) => {
    const header = request.headers.authorization;
    const key = header === undefined ? undefined : BEARER.exec(header)?.[1];
    if (key === undefined)
      throw new HttpProblem(
        "unauthorized",
        header === undefined
          ? "Send the header Authorization: Bearer <key>."
          : "Authorization is read as Bearer <key> only.",
        { headers: { "www-authenticate": 'Bearer realm="skills-matcher"' } },
      );
    request.apiKeyId = (await authenticate(context, { key })).id;
  });
}

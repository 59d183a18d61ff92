import type { FastifyInstance } from "fastify";

/** `/openapi.json`, and the way from the bare address to Swagger UI. Open to everybody: they hold no data. */
export function registerOpenapiDocument(app: FastifyInstance): void {
  let document: string | null = null;
  app.get("/openapi.json", { schema: { hide: true } }, async (_request, reply) => {
    document ??= JSON.stringify(app.swagger());
    return reply.type("application/json; charset=utf-8").send(document);
  });
  app.get("/", { schema: { hide: true } }, async (_request, reply) => reply.redirect("/docs"));
}

import type { FastifyInstance } from "fastify";

interface RouteEntry {
  readonly pattern: RegExp;
  readonly methods: string[];
}

declare module "fastify" {
  interface FastifyInstance {
    /** Every address and the methods it answers to; what 405 and its Allow header are told from. */
    routeTable: RouteEntry[];
  }
}

export function registerRouteTable(app: FastifyInstance): void {
  const byUrl = new Map<string, RouteEntry>();
  app.decorate("routeTable", []);
  app.addHook("onRoute", ({ url, method }) => {
    const entry = byUrl.get(url) ?? { pattern: patternOf(url), methods: [] };
    for (const one of [method].flat()) if (!entry.methods.includes(one)) entry.methods.push(one);
    if (byUrl.has(url)) return;
    byUrl.set(url, entry);
    app.routeTable.push(entry);
  });
}

/** `/v1/skills/:id` as a pattern over whole paths. */
function patternOf(url: string): RegExp {
  const parts = url.split("/").map((part) => {
    if (part.startsWith(":")) return "[^/]+";
    return part === "*" ? ".*" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("/")}$`);
}

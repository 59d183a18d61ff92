import type { FastifyInstance } from "fastify";
import type { Fault } from "../../services/errors.ts";
import { HttpProblem } from "../problem.ts";

/** Headers that say one thing. Of two, Node takes the first without a word, where a proxy in front may go by the other. */
const SINGLE = ["host", "authorization", "content-type"] as const;

export function requireSingleHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async ({ raw }) => {
    const names = raw.rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
    const faults = SINGLE.filter((name) => names.indexOf(name) !== names.lastIndexOf(name)).map(
      (name): Fault => ({ in: "header", pointer: `/${name}`, detail: "may be sent only once" }),
    );
    if (raw.httpVersion === "1.1" && !names.includes("host"))
      faults.push({ in: "header", pointer: "/host", detail: "is required" });
    if (faults.length > 0)
      throw new HttpProblem("malformed-request", "The headers are not proper HTTP/1.1.", { faults });
  });
}

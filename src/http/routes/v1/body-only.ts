import { HttpProblem } from "../../problem.ts";

/** Refuses query parameters that are there for plain text, where the body has fields of its own for them. */
export function bodyOnly(query: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const faults = names
    .filter((name) => query[name] !== undefined)
    .map((name) => ({
      in: "query" as const,
      pointer: `/${name}`,
      detail: "belongs in the body; here it is for text/plain",
    }));
  if (faults.length > 0) throw new HttpProblem("invalid-request", "Some of the query belongs in the body.", { faults });
}

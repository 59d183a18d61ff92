/** What the calls have in common that a document is sent to. */
import type { z } from "zod";
import { formExamples, textExamples } from "../../examples.ts";
import type { Media } from "../../operation.ts";
import { HttpProblem, type ProblemCode } from "../../problem.ts";
import { PlainText } from "../../wire/document.ts";
import { v1Problems } from "./problems.ts";

/** A document as JSON, as it is, or as a form. */
export function documentBody(json: Media, form: z.ZodType) {
  return {
    content: {
      "application/json": json,
      "text/plain": { schema: PlainText, examples: textExamples() },
      "application/x-www-form-urlencoded": { schema: form, examples: formExamples() },
    },
  };
}

export function documentProblems(...codes: readonly ProblemCode[]) {
  return v1Problems("invalid-json", "body-too-large", "unsupported-media-type", ...codes);
}

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

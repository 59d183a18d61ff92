import type { ProblemCode } from "../../problem.ts";
import { problemResponses } from "../../wire/problem.ts";

/** The errors that every address below /v1 may answer (the key is looked up in the database), and those of its own. */
export function v1Problems(...codes: readonly ProblemCode[]) {
  return problemResponses(
    "invalid-request",
    "unauthorized",
    "not-acceptable",
    "database-unavailable",
    "overloaded",
    ...codes,
  );
}

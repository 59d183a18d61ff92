/** Errors on the wire, and the error answers of an operation. */
import { z } from "zod";
import { PROBLEM_CODES, PROBLEM_TYPE, PROBLEMS, type ProblemCode } from "../problem.ts";

const FieldFault = z
  .object({
    in: z.enum(["body", "query", "path", "header"]).meta({ description: "The part of the request." }),
    pointer: z.string().meta({
      description: "JSON Pointer to the field within that part; empty for the whole.",
      example: "/subject/kind",
    }),
    detail: z.string().meta({ description: "What is wrong with it. Never quotes what was sent." }),
  })
  .meta({ id: "Fault", description: "One field at fault." });

export const Problem = z
  .object({
    type: z.string().meta({ description: "The code as a URN.", example: "urn:skills-matcher:problem:invalid-request" }),
    title: z.string().meta({ description: "The kind of error, the same each time." }),
    status: z.int().meta({ description: "The HTTP status, repeated.", example: 400 }),
    detail: z.string().meta({ description: "What went wrong this time." }),
    code: z
      .enum(PROBLEM_CODES as [ProblemCode, ...ProblemCode[]])
      .meta({ description: "For programs: one of a closed list." }),
    requestId: z.string().meta({ description: "Finds the request in the log; also in the header `X-Request-Id`." }),
    errors: z.array(FieldFault).optional().meta({ description: "Every field at fault, all at once." }),
  })
  .meta({ id: "Problem", description: "An error, as RFC 9457 has it." });

/** The error answers of an operation, by status, from the codes it may give. */
export function problemResponses(...codes: readonly ProblemCode[]) {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      {
        description: [...new Set(same.map((code) => PROBLEMS[code].title))].join(", or: ").concat("."),
        content: { [PROBLEM_TYPE]: { schema: Problem, examples: examplesOf(same) } },
      },
    ]),
  );
}

function examplesOf(codes: readonly ProblemCode[]) {
  return Object.fromEntries(codes.map((code) => [code, { summary: PROBLEMS[code].title, value: exampleOf(code) }]));
}

function exampleOf(code: ProblemCode): z.infer<typeof Problem> {
  const { title, status } = PROBLEMS[code];
  const requestId = "5a2f0e0c-6d2b-4f0e-9a51-3c8f7f0f6a11";
  const problem = { type: `urn:skills-matcher:problem:${code}`, title, status, detail: `${title}.`, code, requestId };
  const fault = FAULT_EXAMPLES[code];
  return fault ? { ...problem, detail: "One field is at fault.", errors: [fault] } : problem;
}

const FAULT_EXAMPLES: { readonly [Code in ProblemCode]?: z.infer<typeof FieldFault> } = {
  "invalid-request": { in: "body", pointer: "/subject/kind", detail: "has to be one of resume, job" },
  "unknown-profile": { in: "body", pointer: "/profiles/0", detail: "is no published profile" },
};

import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import { extract } from "../../../services/matches/extract.ts";
import type { Context } from "../../../services/ports.ts";
import { extractExamples } from "../../examples.ts";
import type { Operation } from "../../operation.ts";
import { ExtractForm, ExtractQuery, ExtractRequest } from "../../wire/document.ts";
import { ExtractAnswer, toExtractAnswer } from "../../wire/match.ts";
import { bodyOnly, documentBody, documentProblems } from "./documents.ts";

const schema = {
  operationId: "extract",
  tags: ["Score"],
  summary: "Find the skills a document speaks of",
  description:
    "Reads a document and lists the skills it speaks of, each with every place that says so, how it is meant there, the months it was " +
    "used and how far it is shown. No profile is involved, and nothing is stored.",
  querystring: ExtractQuery,
  body: documentBody({ schema: ExtractRequest, examples: extractExamples() }, ExtractForm),
  response: {
    200: { description: "The skills that were found.", content: { "application/json": { schema: ExtractAnswer } } },
    ...documentProblems(),
  },
} satisfies Operation;

type Query = z.infer<typeof ExtractQuery>;
type Body = z.infer<typeof ExtractRequest> | string;

export function registerExtract(scope: FastifyInstance, context: Context): void {
  scope.post("/v1/extract", { schema }, async (request) => {
    const query = request.query as Query;
    const body = request.body as Body;
    if (typeof body !== "string") bodyOnly(query, ["kind", "asOf"]);
    const sent =
      typeof body === "string" ? { kind: query.kind ?? ("resume" as const), text: body, asOf: query.asOf } : body;
    const answer = extract(context, { subject: { kind: sent.kind, text: sent.text }, asOf: sent.asOf ?? null });
    return toExtractAnswer(answer, query.offsets);
  });
}

import type { FastifyInstance } from "fastify";
import { type Against, match } from "../../../services/matches/match.ts";
import type { Subject } from "../../../services/matches/subject.ts";
import type { Context } from "../../../services/ports.ts";
import { matchExamples } from "../../examples.ts";
import type { Operation } from "../../operation.ts";
import { PAGE_CONTENT, sendPage } from "../../pages/send-page.ts";
import { preferredType } from "../../plugins/accept.ts";
import { MatchForm, MatchQuery, MatchRequest, toSubject } from "../../wire/document.ts";
import { MatchAnswer, toMatchAnswer } from "../../wire/match.ts";
import { bodyOnly, documentBody, documentProblems } from "./documents.ts";

const schema = {
  operationId: "match",
  tags: ["Score"],
  summary: "Score a resume or a job post",
  description:
    "Reads a document and says how far it shows what each profile asks for, with the place in the document behind every " +
    "point. Nothing is stored.\n\n" +
    "Send a resume as it is by choosing `text/plain` and pasting it: nothing has to be escaped. `application/json` takes the same with " +
    "more choices, JSON Resume and a job post to score against among them.\n\n" +
    "A score is a reading of a document, not of a person. “Not found” means not found in the document.\n\n" +
    "**As a page to read or print:** under *Responses* choose `text/html` (or `text/markdown`) as media type, press *Execute*, then " +
    "*Download* below the answer and open the file. With curl: `-H 'Accept: text/html' -o match.html`.",
  querystring: MatchQuery,
  body: documentBody({ schema: MatchRequest, examples: matchExamples() }, MatchForm),
  response: {
    200: {
      description: "The explained scores: as data, or as a page for people.",
      content: { "application/json": { schema: MatchAnswer }, ...PAGE_CONTENT },
    },
    ...documentProblems("unknown-profile", "unreadable-job"),
  },
} satisfies Operation;

const ANSWERS = Object.keys(schema.response[200].content) as (keyof (typeof schema.response)[200]["content"])[];

export function registerMatch(scope: FastifyInstance, context: Context): void {
  scope.post("/v1/match", { schema }, async (request, reply) => {
    const query = request.query as MatchQuery;
    const input = toInput(request.body as MatchRequest | MatchForm | string, query);
    const matched = await match(context, input);
    const type = preferredType(request, ANSWERS) ?? "application/json";
    return type === "application/json" ? toMatchAnswer(matched, query) : sendPage(reply, type, matched, query.view);
  });
}

interface Input {
  readonly subject: Subject;
  readonly against: Against;
  readonly asOf: string | null;
}

function toInput(body: MatchRequest | MatchForm | string, query: MatchQuery): Input {
  if (typeof body === "string")
    return {
      subject: { kind: query.kind ?? "resume", text: body },
      against: toAgainst(query),
      asOf: query.asOf ?? null,
    };
  bodyOnly(query, ["kind", "profiles", "asOf"]);
  const subject = "subject" in body ? toSubject(body.subject) : { kind: body.kind, text: body.text };
  return { subject, against: toAgainst(body), asOf: body.asOf ?? null };
}

function toAgainst({ profiles, jobText }: { profiles?: string[] | undefined; jobText?: string | undefined }): Against {
  if (jobText !== undefined) return { jobText };
  return profiles === undefined ? "standard" : { profiles };
}

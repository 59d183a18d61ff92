import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Context } from "../../../services/ports.ts";
import { getSkill } from "../../../services/skills/get-skill.ts";
import { searchSkills } from "../../../services/skills/search-skills.ts";
import type { Operation } from "../../operation.ts";
import { nextLink, pageRequest, toCursor } from "../../wire/paging.ts";
import { problemResponses } from "../../wire/problem.ts";
import { SkillAnswer, SkillList, SkillSearch, toSkillAnswer } from "../../wire/skill.ts";
import { LinkHeader } from "./link-header.ts";

const search = {
  operationId: "searchSkills",
  tags: ["Skills"],
  summary: "Look skills up",
  description:
    "The taxonomy: every skill the service knows, how it is written, and what follows from it. A skill that is not in here is not found " +
    "in any document.",
  querystring: SkillSearch,
  response: {
    200: {
      description: "A page of skills, by id.",
      headers: LinkHeader,
      content: { "application/json": { schema: SkillList } },
    },
    ...problemResponses("invalid-request", "unauthorized", "not-acceptable", "database-unavailable", "overloaded"),
  },
} satisfies Operation;

const get = {
  operationId: "getSkill",
  tags: ["Skills"],
  summary: "One skill",
  description:
    "A skill with its spellings and the rules that tell them from other meanings, and its relations with their reasons.",
  params: z.object({ id: z.string().meta({ description: "Public id of the skill.", example: "kubernetes" }) }),
  response: {
    200: { description: "The skill.", content: { "application/json": { schema: SkillAnswer } } },
    ...problemResponses(
      "invalid-request",
      "unauthorized",
      "skill-not-found",
      "not-acceptable",
      "database-unavailable",
      "overloaded",
    ),
  },
} satisfies Operation;

export function registerSkills(scope: FastifyInstance, context: Context): void {
  scope.get("/v1/skills", { schema: search }, async (request, reply) => {
    const query = request.query as z.infer<typeof SkillSearch>;
    const { q = null, kind = null, area = null } = query;
    const page = await searchSkills(context, { q, kind, area, ...pageRequest(query) });
    const nextCursor = page.next === null ? null : toCursor(page.next);
    if (nextCursor !== null) reply.header("link", nextLink(request.url, nextCursor));
    return { items: page.items.map(toSkillAnswer), nextCursor };
  });

  scope.get("/v1/skills/:id", { schema: get }, async (request) => {
    const { id } = request.params as z.infer<typeof get.params>;
    return toSkillAnswer(await getSkill(context, { id }));
  });
}

import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Context } from "../../../services/ports.ts";
import { getSkill } from "../../../services/skills/get-skill.ts";
import { searchSkills } from "../../../services/skills/search-skills.ts";
import type { Operation } from "../../operation.ts";
import { NoQuery } from "../../wire/common.ts";
import { pageRequest } from "../../wire/paging.ts";
import { SkillAnswer, SkillList, SkillSearch, toSkillAnswer } from "../../wire/skill.ts";
import { answerPage, LinkHeader } from "./answer-page.ts";
import { v1Problems } from "./problems.ts";

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
    ...v1Problems(),
  },
} satisfies Operation;

const get = {
  operationId: "getSkill",
  tags: ["Skills"],
  summary: "One skill",
  description:
    "A skill with its spellings and the rules that tell them from other meanings, and its relations with their reasons.",
  querystring: NoQuery,
  params: z.object({ id: z.string().meta({ description: "Public id of the skill.", example: "kubernetes" }) }),
  response: {
    200: { description: "The skill.", content: { "application/json": { schema: SkillAnswer } } },
    ...v1Problems("skill-not-found"),
  },
} satisfies Operation;

export function registerSkills(scope: FastifyInstance, context: Context): void {
  scope.get("/v1/skills", { schema: search }, async (request, reply) => {
    const query = request.query as z.infer<typeof SkillSearch>;
    const { q = null, kind = null, area = null } = query;
    const page = await searchSkills(context, { q, kind, area, ...pageRequest(query) });
    return answerPage(request, reply, page, toSkillAnswer);
  });

  scope.get("/v1/skills/:id", { schema: get }, async (request) => {
    const { id } = request.params as z.infer<typeof get.params>;
    return toSkillAnswer(await getSkill(context, { id }));
  });
}

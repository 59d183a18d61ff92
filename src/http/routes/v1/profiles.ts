import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Context } from "../../../services/ports.ts";
import { getProfile } from "../../../services/profiles/get-profile.ts";
import { listProfiles } from "../../../services/profiles/list-profiles.ts";
import type { Operation } from "../../operation.ts";
import { NoQuery } from "../../wire/common.ts";
import { pageRequest } from "../../wire/paging.ts";
import { ProfileAnswer, ProfileList, ProfileQuery, toProfileAnswer, toProfileSummary } from "../../wire/profile.ts";
import { answerPage, LinkHeader } from "./answer-page.ts";
import { v1Problems } from "./problems.ts";

const list = {
  operationId: "listProfiles",
  tags: ["Profiles"],
  summary: "The profiles there are",
  description:
    "What documents can be scored against: the roles, each with its published version. The standard ones are used when none is named.",
  querystring: ProfileQuery,
  response: {
    200: {
      description: "A page of profiles, by slug.",
      headers: LinkHeader,
      content: { "application/json": { schema: ProfileList } },
    },
    ...v1Problems(),
  },
} satisfies Operation;

const get = {
  operationId: "getProfile",
  tags: ["Profiles"],
  summary: "One profile",
  description:
    "A profile with everything it asks for: the requirements of its published version, their importance, their weight as written, and " +
    "what that weight makes of the whole.",
  querystring: NoQuery,
  params: z.object({ slug: z.string().meta({ description: "Public id of the profile.", example: "devops-engineer" }) }),
  response: {
    200: { description: "The profile.", content: { "application/json": { schema: ProfileAnswer } } },
    ...v1Problems("profile-not-found"),
  },
} satisfies Operation;

export function registerProfiles(scope: FastifyInstance, context: Context): void {
  scope.get("/v1/profiles", { schema: list }, async (request, reply) => {
    const page = await listProfiles(context, pageRequest(request.query as z.infer<typeof ProfileQuery>));
    return answerPage(request, reply, page, toProfileSummary);
  });

  scope.get("/v1/profiles/:slug", { schema: get }, async (request) => {
    const { slug } = request.params as z.infer<typeof get.params>;
    const { profile, skillNames } = await getProfile(context, { slug });
    return toProfileAnswer(profile, skillNames);
  });
}

import { ServiceError } from "../errors.ts";
import type { Context, SkillRecord } from "../ports.ts";
import { isSlug } from "../slug.ts";

/** One skill with its spellings and relations. Throws `skill-not-found`. */
export async function getSkill(context: Pick<Context, "skills">, input: { readonly id: string }): Promise<SkillRecord> {
  const skill = isSlug(input.id) ? await context.skills.find(input.id) : null;
  if (!skill)
    throw new ServiceError("skill-not-found", "There is no skill with this id; GET /v1/skills finds them by name.");
  return skill;
}

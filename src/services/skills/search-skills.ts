import type { Context, Page, SkillQuery, SkillRecord } from "../ports.ts";

/** One page of the taxonomy, ordered by id. */
export function searchSkills(context: Pick<Context, "skills">, input: SkillQuery): Promise<Page<SkillRecord>> {
  return context.skills.search(input);
}

import type { Skill } from "../../engine/index.ts";
import type { Page, SkillQuery, SkillRecord, SkillStore } from "../../services/ports.ts";
import { taxonomyVersion } from "../content-hash.ts";
import type { Database } from "./client.ts";
import type { Prisma, SkillKind } from "./generated/client.ts";
import { toPage } from "./page.ts";
import { skillParts, toSkillRecord } from "./skill-rows.ts";

/**
 * Every skill, in the engine's own shape, by one statement: one snapshot, so that a change is seen whole or not at all, and
 * ten times as fast as through Prisma (2,600 skills with 23,000 spellings).
 */
const WHOLE_TAXONOMY = `
  SELECT json_build_object(
      'id', s.slug, 'name', s.name, 'kind', s.kind, 'area', ar.slug,
      'aliases', coalesce(a.aliases, '[]'),
      'implies', coalesce(r.implies, '[]'), 'substitutes', coalesce(r.substitutes, '[]'),
      'broader', coalesce(r.broader, '[]'), 'notImplies', coalesce(r.not_implies, '[]'),
      'deprecated', s.deprecated_at IS NOT NULL
    ) AS skill
  FROM skills s
  JOIN skill_areas ar ON ar.id = s.area_id
  LEFT JOIN (
    SELECT skill_id, json_agg(jsonb_build_object('text', text) || coalesce(rule, '{}') ORDER BY origin, position) AS aliases
    FROM skill_aliases GROUP BY skill_id
  ) a ON a.skill_id = s.id
  LEFT JOIN (
    SELECT from_id,
      json_agg(json_build_object('to', t.slug, 'reason', reason) ORDER BY t.slug) FILTER (WHERE type = 'implies') AS implies,
      json_agg(json_build_object('to', t.slug, 'reason', reason, 'factor', factor) ORDER BY t.slug) FILTER (WHERE type = 'substitutes') AS substitutes,
      json_agg(json_build_object('to', t.slug, 'reason', reason) ORDER BY t.slug) FILTER (WHERE type = 'broader') AS broader,
      json_agg(json_build_object('to', t.slug, 'reason', reason) ORDER BY t.slug) FILTER (WHERE type = 'not_implies') AS not_implies
    FROM skill_relations JOIN skills t ON t.id = to_id GROUP BY from_id
  ) r ON r.from_id = s.id
  ORDER BY s.slug`;

type LoadedSkill = Omit<Skill, "deprecated"> & { readonly deprecated: boolean };

export function createSkillStore({ prisma, pool }: Pick<Database, "prisma" | "pool">): SkillStore {
  return {
    async loadTaxonomy() {
      const { rows } = await pool.query<{ skill: LoadedSkill }>(WHOLE_TAXONOMY);
      const skills = rows.map(
        ({ skill: { deprecated, ...skill } }): Skill => ({ ...skill, ...(deprecated && { deprecated }) }),
      );
      return { version: taxonomyVersion(skills), skills };
    },

    async search(query): Promise<Page<SkillRecord>> {
      const rows = await prisma.skill.findMany({
        where: whereOf(query),
        include: skillParts,
        orderBy: { slug: "asc" },
        take: query.limit + 1,
      });
      return toPage(rows.map(toSkillRecord), query.limit, (skill) => skill.id);
    },

    async find(id) {
      const row = await prisma.skill.findUnique({ where: { slug: id }, include: skillParts });
      return row && toSkillRecord(row);
    },
  };
}

/** A few thousand rows are searched by ILIKE in a millisecond or two: no extension is asked of the server. */
function whereOf({ q, kind, area, after }: SkillQuery): Prisma.SkillWhereInput {
  const text = q === null ? null : { contains: escapeLike(q), mode: "insensitive" as const };
  return {
    ...(after !== null && { slug: { gt: after } }),
    ...(kind !== null && { kind: kind.replace("-", "_") as SkillKind }),
    ...(area !== null && { area: { slug: area } }),
    ...(text && { OR: [{ name: text }, { aliases: { some: { text } } }] }),
  };
}

/** `%` and `_` in a search are letters like any other. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

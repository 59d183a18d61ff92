/** Rows of the taxonomy become domain values here. */
import type { Alias, Relation, Skill, Substitution } from "../../engine/index.ts";
import type { SkillRecord } from "../../services/ports.ts";
import type { Prisma } from "./generated/client.ts";

export const skillParts = {
  area: { select: { slug: true } },
  aliases: { orderBy: [{ origin: "asc" }, { position: "asc" }] },
  relations: { include: { to: { select: { slug: true } } }, orderBy: { to: { slug: "asc" } } },
} satisfies Prisma.SkillInclude;

export type SkillRow = Prisma.SkillGetPayload<{ include: typeof skillParts }>;

export function toSkillRecord(row: SkillRow): SkillRecord {
  return { ...toSkill(row), origin: row.origin, createdAt: row.createdAt, updatedAt: row.updatedAt };
}

function toSkill(row: SkillRow): Skill {
  const related = (type: SkillRow["relations"][number]["type"]) =>
    row.relations.filter((relation) => relation.type === type);
  return {
    id: row.slug,
    name: row.name,
    kind: row.kind === "soft_skill" ? "soft-skill" : row.kind,
    area: row.area.slug,
    aliases: row.aliases.map(toAlias),
    implies: related("implies").map(toRelation),
    substitutes: related("substitutes").map(
      (relation): Substitution => ({ ...toRelation(relation), factor: relation.factor ?? 0 }),
    ),
    broader: related("broader").map(toRelation),
    notImplies: related("not_implies").map(toRelation),
    ...(row.deprecatedAt && { deprecated: true }),
  };
}

/** The table's check says that a rule has the shape of an alias without its text. */
function toAlias({ text, rule }: SkillRow["aliases"][number]): Alias {
  return { text, ...(rule as Omit<Alias, "text"> | null) };
}

function toRelation({ to, reason }: SkillRow["relations"][number]): Relation {
  return { to: to.slug, reason };
}

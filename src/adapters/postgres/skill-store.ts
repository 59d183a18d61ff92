import type { Page, SkillQuery, SkillRecord, SkillStore } from "../../services/ports.ts";
import { taxonomyVersion } from "../content-hash.ts";
import type { Database } from "./client.ts";
import type { Prisma, SkillKind } from "./generated/client.ts";
import { toPage } from "./page.ts";
import { skillParts, toSkill, toSkillRecord } from "./skill-rows.ts";

export function createSkillStore({ prisma }: Pick<Database, "prisma">): SkillStore {
  return {
    async loadTaxonomy() {
      // Several queries: one snapshot, so that a change in between is seen whole or not at all.
      const [rows] = await prisma.$transaction([prisma.skill.findMany({ include: skillParts, orderBy: { slug: "asc" } })], {
        isolationLevel: "RepeatableRead",
      });
      const skills = rows.map(toSkill);
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

import type { Requirement } from "../../engine/index.ts";
import type { ProfileRecord, ProfileStore, ProfileVersionRecord } from "../../services/ports.ts";
import type { Database } from "./client.ts";
import type { Prisma } from "./generated/client.ts";
import { toPage } from "./page.ts";

/** With the version in force: the highest published one. */
const withPublished = {
  versions: {
    where: { publishedAt: { not: null } },
    orderBy: { version: "desc" },
    take: 1,
    include: {
      requirements: {
        orderBy: { position: "asc" },
        include: { members: { orderBy: { position: "asc" }, include: { skill: { select: { slug: true } } } } },
      },
    },
  },
} satisfies Prisma.ProfileInclude;

type ProfileRow = Prisma.ProfileGetPayload<{ include: typeof withPublished }>;
type VersionRow = ProfileRow["versions"][number];

export function createProfileStore({ prisma }: Pick<Database, "prisma">): ProfileStore {
  return {
    async list({ limit, after }) {
      const rows = await prisma.profile.findMany({
        where: after === null ? {} : { slug: { gt: after } },
        include: withPublished,
        orderBy: { slug: "asc" },
        take: limit + 1,
      });
      return toPage(rows.map(toProfileRecord), limit, (profile) => profile.slug);
    },

    async find(slug) {
      const row = await prisma.profile.findUnique({ where: { slug }, include: withPublished });
      return row && toProfileRecord(row);
    },

    async findPublished(slugs) {
      const rows = await prisma.profile.findMany({ where: { slug: { in: [...slugs] } }, include: withPublished });
      const bySlug = new Map(rows.map((row) => [row.slug, toPublished(row)]));
      return slugs.map((slug) => bySlug.get(slug)).filter((version) => version != null);
    },

    async standard() {
      const rows = await prisma.profile.findMany({
        where: { standard: true },
        include: withPublished,
        orderBy: [{ position: "asc" }, { slug: "asc" }],
      });
      return rows.map(toPublished).filter((version) => version !== null);
    },
  };
}

function toProfileRecord(row: ProfileRow): ProfileRecord {
  const { slug, name, summary, standard, origin, createdAt, updatedAt } = row;
  return { slug, name, summary, standard, origin, published: toPublished(row), createdAt, updatedAt };
}

function toPublished(row: ProfileRow): ProfileVersionRecord | null {
  const [version] = row.versions;
  if (!version) return null;
  const { name, contentHash, publishedAt } = version;
  const requirements = version.requirements.map(toRequirement);
  return {
    profile: { slug: row.slug, version: version.version, name, requirements },
    contentHash,
    publishedAt,
  };
}

function toRequirement(row: VersionRow["requirements"][number]): Requirement {
  return {
    id: row.slug,
    label: row.label,
    axis: row.axis,
    importance: row.importance,
    weight: row.weight,
    minMonths: row.minMonths,
    members: row.members.map(({ skill, factor }) => ({ skillId: skill.slug, factor })),
    mustGroup: row.mustGroup,
  };
}

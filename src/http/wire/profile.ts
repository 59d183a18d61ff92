/** Profiles on the wire. */
import { z } from "zod";
import type { Profile, Requirement } from "../../engine/index.ts";
import type { ProfileRecord } from "../../services/ports.ts";
import { AxisName, Importance, ratio, SkillId, SkillName, Slug } from "./common.ts";
import { Cursor, Limit, NextCursor } from "./paging.ts";
import { Stamps } from "./skill.ts";

const summaryFields = {
  slug: Slug.meta({ description: "Public id of the profile; it never changes.", example: "devops-engineer" }),
  name: z.string().meta({ description: "The role in words.", example: "DevOps engineer" }),
  summary: z.string().meta({ description: "What it asks for, in a sentence or two." }),
  standard: z.boolean().meta({ description: "Scored against when a request names no profile." }),
  version: z
    .int()
    .min(1)
    .nullable()
    .meta({ description: "The published version, never changed afterwards; null while there are only drafts." }),
  contentHash: z.string().nullable().meta({ description: "SHA-256 (hex) of that version's content." }),
  publishedAt: z.iso.datetime().nullable().meta({ description: "When that version was published, UTC." }),
  ...Stamps,
};

export const ProfileSummary = z
  .object(summaryFields)
  .meta({ id: "ProfileSummary", description: "A profile without its requirements." });

export const ProfileList = z
  .object({
    items: z.array(ProfileSummary).meta({ description: "The profiles of this page." }),
    nextCursor: NextCursor,
  })
  .meta({ id: "ProfileList", description: "A page of profiles." });

const MemberAnswer = z
  .object({
    skillId: SkillId,
    name: SkillName,
    factor: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: "The part of the requirement this skill can earn, 0 to 1.", example: 1 }),
  })
  .meta({ id: "ProfileMember", description: "One way to meet a requirement." });

const RequirementOfProfile = z
  .object({
    id: Slug.meta({ description: "Id of the requirement within its profile.", example: "container-orchestration" }),
    label: z.string().meta({ description: "The requirement in words.", example: "Container orchestration" }),
    importance: Importance,
    axis: AxisName,
    weight: z.number().positive().meta({ description: "As its author gave it; any positive number.", example: 9 }),
    share: z.number().min(0).max(1).meta({ description: "What the weight makes of the whole, 0 to 1.", example: 0.09 }),
    minMonths: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: "Months from which it counts in full; null where none are asked." }),
    mustGroup: Slug.nullable().meta({
      description: "Musts of one group are one must between them: one met is enough.",
    }),
    anyOf: z.array(MemberAnswer).meta({ description: "Either/or: the best of these counts, once." }),
  })
  .meta({ id: "ProfileRequirement", description: "One thing a profile asks for." });

export const ProfileAnswer = z
  .object({
    ...summaryFields,
    requirements: z.array(RequirementOfProfile).meta({ description: "Everything it asks for, in its author's order." }),
  })
  .meta({ id: "Profile", description: "A profile with the requirements of its published version." });

export const ProfileQuery = z.strictObject({ limit: Limit, cursor: Cursor });

export function toProfileSummary(record: ProfileRecord): z.infer<typeof ProfileSummary> {
  return {
    slug: record.slug,
    name: record.name,
    summary: record.summary,
    standard: record.standard,
    version: record.published?.profile.version ?? null,
    contentHash: record.published?.contentHash ?? null,
    publishedAt: record.published?.publishedAt?.toISOString() ?? null,
    origin: record.origin,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}

export function toProfileAnswer(
  record: ProfileRecord,
  skillNames: ReadonlyMap<string, string>,
): z.infer<typeof ProfileAnswer> {
  const profile = record.published?.profile;
  return { ...toProfileSummary(record), requirements: profile ? toRequirements(profile, skillNames) : [] };
}

function toRequirements(profile: Profile, skillNames: ReadonlyMap<string, string>) {
  const total = profile.requirements.reduce((sum, requirement) => sum + requirement.weight, 0);
  return profile.requirements.map((requirement) => toRequirement(requirement, total, skillNames));
}

function toRequirement(
  requirement: Requirement,
  total: number,
  skillNames: ReadonlyMap<string, string>,
): z.infer<typeof RequirementOfProfile> {
  return {
    id: requirement.id,
    label: requirement.label,
    importance: requirement.importance,
    axis: requirement.axis,
    weight: requirement.weight,
    share: Math.round((requirement.weight / total) * 100_000) / 100_000,
    minMonths: requirement.minMonths,
    mustGroup: requirement.mustGroup,
    anyOf: requirement.members.map(({ skillId, factor }) => ({
      skillId,
      name: skillNames.get(skillId) ?? skillId,
      factor: ratio(factor),
    })),
  };
}

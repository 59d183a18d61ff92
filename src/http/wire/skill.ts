/** Skills of the taxonomy on the wire. */
import { z } from "zod";
import type { Alias, Relation, Substitution } from "../../engine/index.ts";
import type { SkillRecord } from "../../services/ports.ts";
import { ratio, SkillId, SkillKind, SkillName, Slug } from "./common.ts";
import { Cursor, Limit, NextCursor } from "./paging.ts";

const Area = Slug.meta({ description: "The field a skill belongs to.", example: "containers" });
const Origin = z.enum(["seed", "user"]).meta({
  id: "Origin",
  description: "`seed`: came with the service. `user`: somebody wrote it through the API; upgrades leave it alone.",
});

export const Stamps = {
  origin: Origin,
  createdAt: z.iso.datetime().meta({ description: "When it was made, UTC." }),
  updatedAt: z.iso.datetime().meta({ description: "When it was last changed, UTC." }),
};

const Words = z.array(z.string()).optional();

const AliasAnswer = z
  .object({
    text: z.string().meta({ description: "A way the skill is written.", example: "k8s" }),
    case: z
      .enum(["any", "exact", "upper", "capital"])
      .optional()
      .meta({ description: "Which letters it must have; any when absent." }),
    notBefore: Words.meta({ description: "It does not count when one of these follows directly." }),
    notAfter: Words.meta({ description: "It does not count when one of these stands directly before." }),
    unless: Words.meta({ description: "It does not count when one of these stands in the same clause." }),
    needs: z
      .object({
        list: z.boolean().optional().meta({ description: "It stands in a list beside a skill that counts." }),
        words: Words.meta({ description: "One of these words stands in the same clause." }),
        near: Words.meta({
          description: "A skill with one of these ids, or of one of these areas, stands in the same clause.",
        }),
        document: Words.meta({ description: "… or anywhere in the document." }),
      })
      .optional()
      .meta({ description: "It counts only with one of these supports nearby." }),
  })
  .meta({ id: "Alias", description: "A spelling, with the rule that tells it from its other meanings." });

const RelationAnswer = z
  .object({ id: SkillId, reason: z.string().meta({ description: "Why it holds." }) })
  .meta({ id: "Relation", description: "A relation to another skill." });

const SubstituteAnswer = z
  .object({
    id: SkillId,
    factor: z.number().min(0).max(1).meta({ description: "The part that is earned, 0 to 1.", example: 0.5 }),
    reason: z.string().meta({ description: "Why it holds." }),
  })
  .meta({ id: "Substitute", description: "A skill that earns a part of another." });

export const SkillAnswer = z
  .object({
    id: SkillId,
    name: SkillName,
    kind: SkillKind,
    area: Area,
    aliases: z
      .array(AliasAnswer)
      .meta({ description: "How it is written. Case, hyphens, spaces and plurals are folded." }),
    implies: z.array(RelationAnswer).meta({ description: "Who shows this skill has shown those, too." }),
    substitutes: z.array(SubstituteAnswer).meta({ description: "Who shows one of those earns a part of this one." }),
    broader: z.array(RelationAnswer).meta({ description: "Wider terms, for browsing; they carry no credit." }),
    notImplies: z.array(RelationAnswer).meta({ description: "What looks likely to follow and does not." }),
    deprecated: z.boolean().meta({ description: "No longer looked for in new documents." }),
    ...Stamps,
  })
  .meta({ id: "Skill", description: "One entry of the taxonomy." });

export const SkillList = z
  .object({ items: z.array(SkillAnswer).meta({ description: "The skills of this page." }), nextCursor: NextCursor })
  .meta({ id: "SkillList", description: "A page of skills." });

export const SkillSearch = z.strictObject({
  q: z.string().max(100).optional().meta({
    description: "Part of a name or spelling, in any case. All skills when absent.",
    example: "kube",
  }),
  kind: SkillKind.optional().meta({ description: "Only skills of this kind." }),
  area: Slug.optional().meta({ description: "Only skills of this area.", example: "containers" }),
  limit: Limit,
  cursor: Cursor,
});

export function toSkillAnswer(skill: SkillRecord): z.infer<typeof SkillAnswer> {
  return {
    id: skill.id,
    name: skill.name,
    kind: skill.kind,
    area: skill.area,
    aliases: skill.aliases.map(toAlias),
    implies: skill.implies.map(toRelation),
    substitutes: skill.substitutes.map(toSubstitute),
    broader: skill.broader.map(toRelation),
    notImplies: skill.notImplies.map(toRelation),
    deprecated: skill.deprecated ?? false,
    origin: skill.origin,
    createdAt: skill.createdAt.toISOString(),
    updatedAt: skill.updatedAt.toISOString(),
  };
}

function toAlias({ text, case: letters, notBefore, notAfter, unless, needs }: Alias): z.infer<typeof AliasAnswer> {
  return {
    text,
    ...(letters && { case: letters }),
    ...(notBefore && { notBefore: [...notBefore] }),
    ...(notAfter && { notAfter: [...notAfter] }),
    ...(unless && { unless: [...unless] }),
    ...(needs && {
      needs: {
        ...(needs.list !== undefined && { list: needs.list }),
        ...(needs.words && { words: [...needs.words] }),
        ...(needs.near && { near: [...needs.near] }),
        ...(needs.document && { document: [...needs.document] }),
      },
    }),
  };
}

function toRelation({ to, reason }: Relation): z.infer<typeof RelationAnswer> {
  return { id: to, reason };
}

function toSubstitute({ to, factor, reason }: Substitution): z.infer<typeof SubstituteAnswer> {
  return { id: to, factor: ratio(factor), reason };
}

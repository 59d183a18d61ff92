/** The shipped taxonomy and profiles: readable YAML in, validated domain values out. Every fault is named with its file and path. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Alias, AXES, IMPORTANCES, type Requirement, SKILL_KINDS, type Skill } from "../../engine/index.ts";
import { findCollisions, findUndoneRules, isRuled, isUnreadable, spellingKey, spellingsOf } from "./collisions.ts";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a slug is lower-case letters, digits and single hyphens");
const words = z.array(z.string().min(1)).min(1);
const reasons = z.record(slug, z.string().min(3)).default({});

const aliasRule = z.strictObject({
  text: z.string().min(1),
  case: z.enum(["any", "exact", "upper", "capital"]).optional(),
  notBefore: words.optional(),
  notAfter: words.optional(),
  unless: words.optional(),
  needs: z
    .strictObject({
      list: z.boolean().optional(),
      words: words.optional(),
      near: z.array(slug).min(1).optional(),
      document: z.array(slug).min(1).optional(),
    })
    .refine((needs) => Object.keys(needs).length > 0, "names at least one support")
    .optional(),
});

const skillEntry = z.strictObject({
  id: slug,
  name: z.string().min(1),
  kind: z.enum(SKILL_KINDS),
  aliases: z.array(z.union([z.string().min(1), aliasRule])).default([]),
  implies: reasons,
  substitutes: z.record(slug, z.tuple([z.number().gt(0).lt(1), z.string().min(3)])).default({}),
  broader: reasons,
  notImplies: reasons,
  deprecated: z.boolean().optional(),
});

const skillFile = z.strictObject({ area: slug, title: z.string().min(1), skills: z.array(skillEntry).min(1) });

const member = z.union([slug, z.strictObject({ skill: slug, factor: z.number().gt(0).lte(1) })]);

const profileFile = z.strictObject({
  slug,
  name: z.string().min(1),
  standard: z.boolean(),
  summary: z.string().min(10),
  requirements: z
    .array(
      z.strictObject({
        id: slug,
        label: z.string().min(1),
        axis: z.enum(AXES),
        importance: z.enum(IMPORTANCES),
        weight: z.number().gt(0),
        minMonths: z.number().int().min(1).max(60).optional(),
        mustGroup: slug.optional(),
        anyOf: z.array(member).min(1),
      }),
    )
    .min(1),
});

/** A profile as shipped: its first published version. */
export interface SeedProfile {
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly standard: boolean;
  readonly requirements: readonly Requirement[];
}

export interface Seeds {
  /** Ordered by id. */
  readonly skills: readonly Skill[];
  /** Area slug → title. */
  readonly areas: ReadonlyMap<string, string>;
  /** Standard ones first, then by slug. */
  readonly profiles: readonly SeedProfile[];
}

/** Reads and validates every seed file under `dir` (`skills/*.yaml`, `profiles/*.yaml`). Throws one Error that lists every fault. */
export function readSeeds(dir: string): Seeds {
  const { seeds, faults } = inspectSeeds(dir);
  if (faults.length > 0) throw new Error(`the seeds have ${faults.length} faults:\n  ${faults.join("\n  ")}`);
  return seeds;
}

/** What can be read of the seeds, beside everything that is wrong with them. */
export function inspectSeeds(dir: string): { readonly seeds: Seeds; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const areas = new Map<string, string>();
  const skills: Skill[] = [];
  for (const [file, body] of readFolder(join(dir, "skills"), skillFile, faults)) {
    if (`${body.area}.yaml` !== file) faults.push(`skills/${file}: area "${body.area}" is not the file's name`);
    areas.set(body.area, body.title);
    for (const entry of body.skills) skills.push(toSkill(entry, body.area));
  }
  const profiles: SeedProfile[] = [];
  for (const [file, body] of readFolder(join(dir, "profiles"), profileFile, faults)) {
    if (`${body.slug}.yaml` !== file) faults.push(`profiles/${file}: slug "${body.slug}" is not the file's name`);
    profiles.push({ ...body, requirements: body.requirements.map(toRequirement) });
  }
  skills.sort(byKey((skill) => skill.id));
  profiles.sort(byKey((profile) => `${profile.standard ? 0 : 1}${profile.slug}`));
  faults.push(...findFaults(skills, areas, profiles));
  return { seeds: { skills, areas, profiles }, faults };
}

function readFolder<T>(dir: string, shape: z.ZodType<T>, faults: string[]): [string, T][] {
  const bodies: [string, T][] = [];
  for (const file of readdirSync(dir)
    .filter((name) => name.endsWith(".yaml"))
    .sort()) {
    const where = `${basename(dir)}/${file}`;
    try {
      const checked = shape.safeParse(parse(readFileSync(join(dir, file), "utf8")));
      if (checked.success) bodies.push([file, checked.data]);
      else for (const issue of checked.error.issues) faults.push(`${where}: ${issue.path.join(".")}: ${issue.message}`);
    } catch (error) {
      faults.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return bodies;
}

function toSkill(entry: z.infer<typeof skillEntry>, area: string): Skill {
  const written = entry.aliases.map((alias) => (typeof alias === "string" ? { text: alias } : alias)) as Alias[];
  const aliases = written.some((alias) => holdsName(alias, entry.name)) ? written : [{ text: entry.name }, ...written];
  return {
    id: entry.id,
    name: entry.name,
    kind: entry.kind,
    area,
    aliases,
    implies: toRelations(entry.implies),
    substitutes: Object.entries(entry.substitutes).map(([to, [factor, reason]]) => ({
      to,
      reason,
      factor: Math.round(factor * 1000),
    })),
    broader: toRelations(entry.broader),
    notImplies: toRelations(entry.notImplies),
    ...(entry.deprecated && { deprecated: true }),
  };
}

/** Whether the name needs no entry of its own: it has one, or there is a rule on it or on its singular. */
function holdsName(alias: Alias, name: string): boolean {
  if (!isRuled(alias)) return alias.text.toLowerCase() === name.toLowerCase();
  const spelt = new Set(spellingsOf(alias));
  const key = spellingKey(name);
  return spelt.has(key) || (alias.case !== "exact" && spelt.has(key.replace(/s$/, "")));
}

function toRelations(record: Record<string, string>) {
  return Object.entries(record).map(([to, reason]) => ({ to, reason }));
}

function toRequirement(entry: z.infer<typeof profileFile>["requirements"][number]): Requirement {
  return {
    id: entry.id,
    label: entry.label,
    axis: entry.axis,
    importance: entry.importance,
    weight: entry.weight,
    minMonths: entry.minMonths ?? null,
    mustGroup: entry.mustGroup ?? null,
    members: entry.anyOf.map((one) =>
      typeof one === "string"
        ? { skillId: one, factor: 1000 }
        : { skillId: one.skill, factor: Math.round(one.factor * 1000) },
    ),
  };
}

function findFaults(
  skills: readonly Skill[],
  areas: ReadonlyMap<string, string>,
  profiles: readonly SeedProfile[],
): string[] {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const skill of skills) {
    if (seen.has(skill.id)) faults.push(`skill ${skill.id}: the id is used twice`);
    seen.add(skill.id);
    if (areas.has(skill.id)) faults.push(`skill ${skill.id}: an area has the same name`);
    for (const relation of ["implies", "substitutes", "broader", "notImplies"] as const)
      for (const { to } of skill[relation]) {
        if (!byId.has(to)) faults.push(`skill ${skill.id}: ${relation} ${to}, which is no skill`);
        if (to === skill.id) faults.push(`skill ${skill.id}: ${relation} itself`);
      }
    const implied = impliedBy(skill, byId);
    if (implied.has(skill.id)) faults.push(`skill ${skill.id}: implies itself in a circle`);
    for (const { to } of skill.notImplies)
      if (implied.has(to)) faults.push(`skill ${skill.id}: implies ${to} and says that it does not`);
    for (const alias of skill.aliases)
      for (const name of [...(alias.needs?.near ?? []), ...(alias.needs?.document ?? [])])
        if (!byId.has(name) && !areas.has(name))
          faults.push(`skill ${skill.id}: alias "${alias.text}" needs ${name}, which is no skill or area`);
    for (const alias of skill.aliases)
      if (alias.text !== skill.name && spellingsOf(alias).every(isUnreadable))
        faults.push(
          `skill ${skill.id}: alias "${alias.text}" is found in no text, for one of its characters ends every name`,
        );
    faults.push(...findUndoneRules(skill));
  }
  faults.push(...findCollisions(skills));
  for (const profile of profiles) {
    const ids = new Set<string>();
    for (const requirement of profile.requirements) {
      if (ids.has(requirement.id)) faults.push(`profile ${profile.slug}: requirement ${requirement.id} stands twice`);
      ids.add(requirement.id);
      for (const { skillId } of requirement.members)
        if (!byId.has(skillId))
          faults.push(`profile ${profile.slug}: ${requirement.id} asks for ${skillId}, which is no skill`);
    }
  }
  return faults;
}

function impliedBy(skill: Skill, byId: ReadonlyMap<string, Skill>): Set<string> {
  const reached = new Set<string>();
  const open = skill.implies.map((relation) => relation.to);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const relation of byId.get(id)?.implies ?? []) open.push(relation.to);
  }
  return reached;
}

function byKey<T>(key: (item: T) => string) {
  return (a: T, b: T) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

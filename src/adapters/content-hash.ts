/** Hashes of content: equal content gives equal hashes, whatever the order of keys. */
import { createHash } from "node:crypto";
import type { Requirement, Skill } from "../engine/index.ts";

/** JSON with the keys of every object in order, and without those that are undefined. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}

/** SHA-256 of the canonical JSON, hex. */
export function contentHash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/** Content hash of a taxonomy: the version that receipts state. The same for the seeds and for a database made from them. */
export function taxonomyVersion(skills: readonly Skill[]): string {
  return contentHash([...skills].sort((a, b) => (a.id < b.id ? -1 : 1)).map(inOrder));
}

/** Content hash of a profile version. */
export function profileHash(profile: { readonly name: string; readonly requirements: readonly Requirement[] }): string {
  return contentHash({ name: profile.name, requirements: profile.requirements });
}

/** The order of aliases means something, that of relations does not. */
export function inOrder(skill: Skill): Skill {
  const byTarget = <T extends { readonly to: string }>(relations: readonly T[]) =>
    [...relations].sort((a, b) => (a.to < b.to ? -1 : 1));
  return {
    id: skill.id,
    name: skill.name,
    kind: skill.kind,
    area: skill.area,
    aliases: skill.aliases,
    implies: byTarget(skill.implies),
    substitutes: byTarget(skill.substitutes),
    broader: byTarget(skill.broader),
    notImplies: byTarget(skill.notImplies),
    ...(skill.deprecated && { deprecated: true }),
  };
}

/** Small seeds to change in tests. */

import { contentHash } from "../../src/adapters/content-hash.ts";
import type { SeedSource } from "../../src/adapters/postgres/install-seeds.ts";
import type { SeedProfile, Seeds } from "../../src/adapters/seeds/read-seeds.ts";
import type { Requirement, Skill } from "../../src/engine/index.ts";

export function skill(id: string, more: Partial<Skill> = {}): Skill {
  const name = id[0]?.toUpperCase() + id.slice(1);
  return {
    id,
    name,
    kind: "tool",
    area: "testing",
    aliases: [{ text: name }],
    implies: [],
    substitutes: [],
    broader: [],
    notImplies: [],
    ...more,
  };
}

export function requirement(id: string, skillIds: readonly string[], more: Partial<Requirement> = {}): Requirement {
  return {
    id,
    label: `Asks for ${id}`,
    axis: "devops",
    importance: "must",
    weight: 1,
    minMonths: null,
    members: skillIds.map((skillId) => ({ skillId, factor: 1000 })),
    mustGroup: null,
    ...more,
  };
}

export function profile(
  slug: string,
  requirements: readonly Requirement[],
  more: Partial<SeedProfile> = {},
): SeedProfile {
  return { slug, name: `Profile ${slug}`, summary: "For tests only.", standard: true, requirements, ...more };
}

export function seeds(skills: readonly Skill[], profiles: readonly SeedProfile[] = []): Seeds {
  return { skills, areas: new Map([["testing", "Testing"]]), profiles };
}

/** As a start would hand them over. */
export function source(what: Seeds): SeedSource {
  return { hash: contentHash({ ...what, areas: [...what.areas] }), read: () => what };
}

/** The shipped taxonomy and profiles, for what runs the engine without a service: evaluation, benchmarks, documents, tests. */
import { join } from "node:path";
import { inspectSeeds, type Seeds } from "../src/adapters/seeds/read-seeds.ts";
import { compileTaxonomy, type Matcher, type Profile } from "../src/engine/index.ts";

export const SEEDS = join(import.meta.dirname, "../prisma/seed");

export interface Shipped {
  readonly seeds: Seeds;
  readonly matcher: Matcher;
  readonly profiles: ReadonlyMap<string, Profile>;
}

/** Every profile is its first version. Throws an Error where the seeds have faults; `npm run seed:check` names them. */
export function loadShipped(): Shipped {
  const { seeds, faults } = inspectSeeds(SEEDS);
  if (faults.length > 0) throw new Error(`the seeds have ${faults.length} faults: npm run seed:check`);
  const profiles = seeds.profiles.map(({ slug, name, requirements }) => ({ slug, version: 1, name, requirements }));
  return {
    seeds,
    matcher: compileTaxonomy({ version: "seeds", skills: seeds.skills }),
    profiles: new Map(profiles.map((profile) => [profile.slug, profile])),
  };
}

/** How much the seeds hold, in a sentence. Relations that say what does not follow are none. */
export function sizeOf({ skills, areas, profiles }: Seeds): string {
  const aliases = skills.reduce((sum, skill) => sum + skill.aliases.length, 0);
  const relations = skills.reduce((sum, s) => sum + s.implies.length + s.substitutes.length + s.broader.length, 0);
  const n = (count: number) => count.toLocaleString("en");
  return `The seeds hold ${n(skills.length)} skills in ${areas.size} areas, with ${n(aliases)} spellings and ${n(relations)} relations, and ${profiles.length} profiles.`;
}

/** Validates prisma/seed and says how much it holds. */
import { join } from "node:path";
import { readSeeds } from "../src/adapters/seeds/read-seeds.ts";

try {
  const { skills, areas, profiles } = readSeeds(join(import.meta.dirname, "../prisma/seed"));
  const aliases = skills.reduce((sum, skill) => sum + skill.aliases.length, 0);
  const relations = skills.reduce(
    (sum, s) => sum + s.implies.length + s.substitutes.length + s.broader.length + s.notImplies.length,
    0,
  );
  console.log(
    `${skills.length} skills in ${areas.size} areas, ${aliases} spellings, ${relations} relations, ${profiles.length} profiles`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Validates prisma/seed: names every fault, or says how much it holds. */
import { readSeeds } from "../src/adapters/seeds/read-seeds.ts";
import { SEEDS, sizeOf } from "./shipped.ts";

try {
  console.log(sizeOf(readSeeds(SEEDS)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

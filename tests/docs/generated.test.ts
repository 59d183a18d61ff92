/** What the documents quote is what the code says. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { blocks, DAY, EXAMPLE_PROFILE, EXAMPLE_RESUME, exampleByHand, written } from "../../scripts/docs.ts";
import { inspectSeeds } from "../../src/adapters/seeds/read-seeds.ts";
import { compileTaxonomy, monthOf, read, score, weigh } from "../../src/engine/index.ts";

const { seeds } = inspectSeeds(join(import.meta.dirname, "../../prisma/seed"));

test.for(await blocks())("$file quotes its $name as it is (if not: npm run docs:write)", ({ file, name, text }) => {
  expect(written(file, name)).toBe(text);
});

test("the example worked out by hand is what the engine answers", () => {
  const matcher = compileTaxonomy({ version: "seeds", skills: seeds.skills });
  const reading = read({ kind: "resume", text: EXAMPLE_RESUME }, matcher);
  const result = score(reading, weigh(reading, matcher, monthOf(DAY)), EXAMPLE_PROFILE, matcher);
  const byHand = exampleByHand(matcher);
  expect(result.requirements.map(({ value }) => value)).toEqual([byHand.ansible, byHand.gitlab, 0]);
  expect((result.score ?? 0) / 1000).toBe(byHand.score);
  expect(result.meetsMustHaves).toBe(true);
});

/** What the documents quote is what the code says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { written } from "../../scripts/blocks.ts";
import { blocks, DAY, EXAMPLE_PROFILE, EXAMPLE_RESUME, exampleByHand } from "../../scripts/docs.ts";
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

/** file, the constant in it, how docs/scoring.md says it */
const SAID = [
  ["read.ts", "LEAST_WORDS", (n: number) => `fewer than ${n} words`],
  ["score/axes.ts", "SPOKEN_FROM", (n: number) => `when both are below ${n / 1000}`],
  ["score/axes.ts", "BOTH_WITHIN", (n: number) => `when they lie within ${n / 1000} points`],
  ["explain/explain.ts", "MOST_LEVERS", (n: number) => `up to ${["", "", "", "", "", "five"][n]} single skills`],
  ["explain/explain.ts", "LARGEST_SET", (n: number) => `one set of up to ${["", "", "", "three"][n]}`],
] as const;

test.for(SAID)("docs/scoring.md tells %s %s as it is", ([file, name, say]) => {
  const root = join(import.meta.dirname, "../..");
  const source = readFileSync(join(root, "src/engine", file), "utf8");
  const value = Number(new RegExp(`const ${name} = ([\\d_]+)`).exec(source)?.[1]?.replaceAll("_", ""));
  const page = readFileSync(join(root, "docs/scoring.md"), "utf8").replace(/\s+/g, " ");
  expect(page).toContain(say(value));
});

test("every constant of the published table is told", () => {
  const root = join(import.meta.dirname, "../..");
  const table = readFileSync(join(root, "src/engine/score/table.ts"), "utf8");
  const names = [...table.matchAll(/^export const ([A-Z_]+)/gm)].map(([, name = ""]) => name);
  const writer = readFileSync(join(root, "scripts/docs.ts"), "utf8");
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b[^,]`).test(writer))).toEqual([]);
});

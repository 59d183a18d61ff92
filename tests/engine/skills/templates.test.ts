import { describe, expect, test } from "vitest";
import { enterOutput, enterPhrase, newAutomaton } from "../../../src/engine/skills/automaton.ts";
import { scan } from "../../../src/engine/skills/scan.ts";
import { expandChoices, foldSpelling } from "../../../src/engine/skills/spellings.ts";
import { templateEnds } from "../../../src/engine/skills/templates.ts";
import { fold } from "../../../src/engine/text/fold.ts";

test.each([
  ["docker", ["docker"]],
  ["(a|b) c", ["a c", "b c"]],
  ["(a|b|) c", ["a c", "b c", "c"]],
  ["(deploy|deployed) (ml |)models", ["deploy ml models", "deploy models", "deployed ml models", "deployed models"]],
  ["(a|b)", ["a", "b"]],
  ["a (|b)", ["a", "a b"]],
  ["(dev|data)ops", ["devops", "dataops"]],
  ["(|)", []],
])("%s stands for its combinations", (template, expected) => {
  expect(expandChoices(template)).toEqual(expected);
});

const TEMPLATES = [
  "docker",
  "(a|b) c",
  "(a|b|) c",
  "(a|) (b|) (c|)",
  "(deploy|deploying|deployed) (ml |machine learning |)models",
  "(dev|data)ops",
  "pre(train|-train)ed",
  "ci(/| / |-)cd",
  "(a|b)&(c|d)",
  "(no|not) (any |)(experience|knowledge)",
  ".net (core|framework|)",
  "c(++|#)",
  "(node|vue).js",
  "(year's|years')",
  "x-(y|z)-w",
];

/** The phrase with nothing else, found from end to end. */
function spans(automaton: ReturnType<typeof newAutomaton>, text: string): string[] {
  const folded = fold(text);
  const raw = scan(automaton, folded.classes, folded.length);
  return Array.from({ length: raw.count }, (_, k) => `${raw.starts[k]}-${raw.ends[k]} ${raw.forms[k]}`).toSorted();
}

describe("a template entered with its choices finds what its strings would", () => {
  test.each(TEMPLATES)("%s", (template) => {
    const shared = newAutomaton();
    for (const node of templateEnds(shared, template)) enterOutput(shared, node, 0);
    const single = newAutomaton();
    const seen = new Set<string>();
    for (const text of expandChoices(template)) {
      const spelling = foldSpelling(text);
      if (!seen.has(spelling.join())) enterPhrase(single, spelling, 0);
      seen.add(spelling.join());
    }
    const texts = [
      ...TEMPLATES.flatMap(expandChoices),
      "a b c",
      "deployed machine learning models",
      "no any experience",
      "a",
      "b c b c",
      "devops dataops ops",
    ];
    for (const text of texts) expect([text, ...spans(shared, text)]).toEqual([text, ...spans(single, text)]);
  });
});

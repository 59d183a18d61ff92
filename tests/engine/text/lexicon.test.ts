import { expect, test } from "vitest";
import { CUES, JOB_HEADINGS, RESUME_HEADINGS } from "../../../src/engine/text/lexicon.ts";

const PHRASES = [
  ...Object.values(CUES).flat(),
  ...RESUME_HEADINGS.flatMap(([, list]) => list),
  ...JOB_HEADINGS.flatMap(([, list]) => list),
];

test("no choice stands inside another: templates do not know it, and the phrase would never be found", () => {
  expect(
    PHRASES.filter(
      (phrase) =>
        /\([^()]*\(/.test(phrase) || phrase.split("(").length !== phrase.split(")").length || /^[^(]*\|/.test(phrase),
    ),
  ).toEqual([]);
});

/** Paragraphs that stand in a post more than once. */
import type { Hit } from "../skills/find.ts";
import { isWord } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { type Outline, sectionAt } from "../text/sections.ts";
import type { Section } from "../types.ts";
import { type Clause, clauseOf } from "./cues.ts";

/**
 * Many posts repeat whole paragraphs word for word, and ask for a thing once: of the same sentences the one that stands where most is
 * asked counts, the earlier one where they stand alike. The others are answered here.
 */
export function repeatedSentences(folded: Folded, outlined: Outline, hits: readonly Hit[]): ReadonlySet<number> {
  const counted = new Map<string, { sentence: number; weight: number }>();
  const repeated = new Set<number>();
  let before = -1;
  for (const hit of hits) {
    const { sentence } = hit;
    if (sentence === before) continue;
    before = sentence;
    const clause = clauseOf(folded, hit);
    const text = wordsOf(folded, clause);
    const weight = ASKS[sectionAt(outlined, clause.start)] ?? 1;
    const known = counted.get(text);
    if (!known) counted.set(text, { sentence, weight });
    else if (weight > known.weight) {
      repeated.add(known.sentence);
      counted.set(text, { sentence, weight });
    } else repeated.add(sentence);
  }
  return repeated;
}

/** How much the parts of a post ask for; parts that are not named here: 1. */
const ASKS: Readonly<Partial<Record<Section, number>>> = {
  requirements: 4,
  responsibilities: 3,
  preferred: 2,
  company: 0,
  benefits: 0,
  legal: 0,
};

/** A clause as written, from its first word to its last. */
function wordsOf(folded: Folded, { start, end }: Clause): string {
  let from = start;
  let to = end;
  while (from < to && !isWord(folded.classes[from] as number)) from++;
  while (to > from && !isWord(folded.classes[to - 1] as number)) to--;
  return folded.text.slice(folded.at[from], folded.at[to]);
}

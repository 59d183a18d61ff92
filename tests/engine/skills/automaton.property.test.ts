/** The automaton against the four naive lines of its header comment. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { enterPhrase, newAutomaton } from "../../../src/engine/skills/automaton.ts";
import { scan } from "../../../src/engine/skills/scan.ts";
import { foldSpelling } from "../../../src/engine/skills/spellings.ts";
import { GAP, isWord } from "../../../src/engine/text/alphabet.ts";
import { fold } from "../../../src/engine/text/fold.ts";

/** Few letters and many marks, so that phrases meet, overlap and nest. */
const atom = fc.constantFrom(
  "a",
  "b",
  "ab",
  "as",
  "abbas",
  "x1",
  "xyz",
  "xyzs",
  "xyz2",
  "+",
  "#",
  ".",
  "/",
  "&",
  ",",
  " ",
  "-",
  "'",
  "(",
  "ß",
  "é",
);
const phrase = fc.array(atom, { minLength: 1, maxLength: 6 }).map((atoms) => atoms.join(""));
const lexicon = fc.array(phrase, { minLength: 1, maxLength: 25 });
const text = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: atom }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) }),
    { maxLength: 60 },
  )
  .map((atoms) => atoms.join(""));

interface Token {
  /** Its units; a mark behind a gap is another token than the same mark without. */
  readonly units: string;
  readonly behindGap: boolean;
  readonly start: number;
  readonly end: number;
}

/** Runs of letters and digits, and single marks; gaps are none. */
function tokens(classes: Uint8Array): Token[] {
  const list: Token[] = [];
  let gap = false;
  for (let i = 0; i < classes.length; ) {
    const value = classes[i] as number;
    let end = i + 1;
    if (isWord(value)) while (end < classes.length && isWord(classes[end] as number)) end++;
    if (value !== GAP)
      list.push({ units: classes.subarray(i, end).join(" "), behindGap: gap && !isWord(value), start: i, end });
    gap = value === GAP;
    i = end;
  }
  return list;
}

function isSame(word: Token, read: Token | undefined, first: boolean): boolean {
  return read !== undefined && word.units === read.units && (first || word.behindGap === read.behindGap);
}

function naive(phrases: readonly Token[][], words: readonly Token[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < words.length; from++)
    for (const [id, phrase] of phrases.entries())
      if (phrase.length > 0 && phrase.every((word, k) => isSame(word, words[from + k], k === 0)))
        found.push(`${id} ${words[from]?.start} ${words[from + phrase.length - 1]?.end}`);
  return found.toSorted();
}

test("finds what the naive matcher finds, and nothing else", () => {
  fc.assert(
    fc.property(lexicon, text, (written, read) => {
      const folded = fold(read);
      const spellings = written.map(foldSpelling);
      const automaton = newAutomaton();
      for (const [id, spelling] of spellings.entries()) enterPhrase(automaton, spelling, id);
      const raw = scan(automaton, folded.classes, folded.length);
      const found: string[] = [];
      for (let k = 0; k < raw.count; k++)
        if (raw.forms[k] === 0) found.push(`${raw.ids[k]} ${raw.starts[k]} ${raw.ends[k]}`);
      expect(found.toSorted()).toEqual(naive(spellings.map(tokens), tokens(folded.classes.slice(0, folded.length))));
    }),
    { numRuns: 500, seed: 20261124 },
  );
});

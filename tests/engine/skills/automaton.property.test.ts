/** The automaton against the four naive lines of its header comment. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { enterPhrase, newAutomaton, scan } from "../../../src/engine/skills/automaton.ts";
import { foldSpelling } from "../../../src/engine/skills/spellings.ts";
import { isWord } from "../../../src/engine/text/alphabet.ts";
import { fold } from "../../../src/engine/text/fold.ts";

/** Few letters and many marks, so that phrases meet, overlap and nest. */
const atom = fc.constantFrom("a", "b", "ab", "as", "abbas", "x1", "xyz", "xyzs", "xyz2", "+", "#", ".", "/", "&", ",", " ", "-", "'", "(", "ß", "é");
const phrase = fc.array(atom, { minLength: 1, maxLength: 6 }).map((atoms) => atoms.join(""));
const lexicon = fc.array(phrase, { minLength: 1, maxLength: 25 });
const text = fc.array(fc.oneof({ weight: 5, arbitrary: atom }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) }), { maxLength: 60 }).map((atoms) => atoms.join(""));

/** Runs of letters and digits, and single marks, as strings of classes. */
function tokens(classes: Uint8Array): string[] {
  const list: string[] = [];
  for (let i = 0; i < classes.length; ) {
    let end = i + 1;
    if (isWord(classes[i] as number)) while (end < classes.length && isWord(classes[end] as number)) end++;
    list.push(classes.subarray(i, end).join(" "));
    i = end;
  }
  return list;
}

function naive(phrases: readonly string[][], words: readonly string[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < words.length; from++)
    for (const [id, phrase] of phrases.entries())
      if (phrase.length > 0 && phrase.every((word, k) => word === words[from + k])) found.push(`${id} ${from} ${from + phrase.length}`);
  return found.toSorted();
}

test("finds what the naive matcher finds, and nothing else", () => {
  fc.assert(
    fc.property(lexicon, text, (written, read) => {
      const folded = fold(read);
      const spellings = written.map(foldSpelling);
      const automaton = newAutomaton();
      for (const [id, spelling] of spellings.entries()) enterPhrase(automaton, spelling, id);
      const units = folded.classes.slice(0, folded.length);
      const words = tokens(units);
      const startOf = new Map<number, number>();
      const endOf = new Map<number, number>();
      let at = 0;
      for (const [k, word] of words.entries()) {
        startOf.set(at, k);
        at += word.split(" ").length;
        endOf.set(at, k + 1);
      }
      const raw = scan(automaton, folded.classes, folded.length);
      const found: string[] = [];
      for (let k = 0; k < raw.count; k++) if (raw.forms[k] === 0) found.push(`${raw.ids[k]} ${startOf.get(raw.starts[k] as number)} ${endOf.get(raw.ends[k] as number)}`);
      expect(found.toSorted()).toEqual(naive(spellings.map(tokens), words));
    }),
    { numRuns: 1500, seed: 20261124 },
  );
});

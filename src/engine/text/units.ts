/** Small questions about folded units: what stands beside a place, and what stands in a stretch. */
import { GAP, isLetter, isWord, LETTER_A } from "./alphabet.ts";
import type { Folded } from "./fold.ts";

/** Index of what stands at `i`, or behind the gap there. */
export function pastGap(classes: Uint8Array, i: number): number {
  return classes[i] === GAP ? i + 1 : i;
}

/** Index of the last unit before `i`, a gap left out. */
export function beforeGap(classes: Uint8Array, i: number): number {
  return classes[i - 1] === GAP ? i - 2 : i - 1;
}

/** Index of the first unit of a word in `[from, to)`, or `to`. */
export function firstWord({ classes }: Folded, from: number, to: number): number {
  let i = from;
  while (i < to && !isWord(classes[i] as number)) i++;
  return i;
}

export function holdsWord(folded: Folded, from: number, to: number): boolean {
  return firstWord(folded, from, to) < to;
}

/** Whether the units stand at `from`. */
export function standsAt(classes: Uint8Array, from: number, units: Uint8Array): boolean {
  for (let i = 0; i < units.length; i++) if (classes[from + i] !== units[i]) return false;
  return true;
}

export function holdsMark({ classes }: Folded, mark: number, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (classes[i] === mark) return true;
  return false;
}

export function holdsLetter({ classes }: Folded, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLetter(classes[i] as number)) return true;
  return false;
}

/** Whether the unit was written as a capital letter. */
export function isCapital(folded: Folded, i: number): boolean {
  const char = folded.text.charAt(folded.at[i] as number);
  return char !== char.toLowerCase();
}

/** Where a sentence ends, half-open. */
export function sentenceEnd({ sentences, length }: Folded, sentence: number): number {
  return sentence + 1 < sentences.length ? (sentences[sentence + 1] as number) : length;
}

/** Where a line ends, half-open. */
export function lineEnd({ lines, length }: Folded, line: number): number {
  return line + 1 < lines.length ? (lines[line + 1] as number) : length;
}

const [LETTER_D, LETTER_N, LETTER_O, LETTER_R] = [LETTER_A + 3, LETTER_A + 13, LETTER_A + 14, LETTER_A + 17] as const;

/** Whether " and " or " or " begins at `i`. */
export function isAnd(classes: Uint8Array, i: number): boolean {
  if (classes[i] !== GAP) return false;
  if (classes[i + 1] === LETTER_O) return classes[i + 2] === LETTER_R && classes[i + 3] === GAP;
  return (
    classes[i + 1] === LETTER_A && classes[i + 2] === LETTER_N && classes[i + 3] === LETTER_D && classes[i + 4] === GAP
  );
}

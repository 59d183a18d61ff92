/** Whether names stand side by side in a list. */
import {
  AMPERSAND,
  CLOSE,
  COLON,
  COMMA,
  DOT,
  GAP,
  isDigit,
  isLetter,
  OPEN,
  OTHER,
  PLUS,
  SLASH,
} from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { BASE, NUMBER, wordNumbers } from "../text/word-numbers.ts";
import type { Hit } from "./find.ts";

/** How far apart neighbours may stand, in folded units. */
const LIST_REACH = 14;

/** Whether two hits are neighbours in a list: between them only commas, slashes, bullets, brackets, "and", "or", a version. */
export function isListed(folded: Folded, one: Hit, other: Hit): boolean {
  return one.start < other.start ? joins(folded, one.end, other.start) : joins(folded, other.end, one.start);
}

function joins({ classes }: Folded, from: number, to: number): boolean {
  if (from > to || to - from > LIST_REACH) return false;
  let word = 0;
  for (let i = from; i < to; i++) {
    const value = classes[i] as number;
    if (isLetter(value)) word = word * BASE + value;
    else if (isDigit(value) || value === PLUS) {
      if (word % BASE !== NUMBER) word = word * BASE + NUMBER;
    } else {
      if (word !== 0 && !JOINING.has(word)) return false;
      word = 0;
      if (IS_SEPARATOR[value] === 0) return false;
    }
  }
  return word === 0 || JOINING.has(word);
}

/** Whether the words in `[from, to)` are all of `words`, with nothing but gaps between. */
export function holdsOnly({ classes }: Folded, from: number, to: number, words: ReadonlySet<number>): boolean {
  let word = 0;
  for (let i = from; i < to; i++) {
    const value = classes[i] as number;
    if (isLetter(value)) word = word * BASE + value;
    else if (value !== GAP || (word !== 0 && !words.has(word))) return false;
    else word = 0;
  }
  return word === 0 || words.has(word);
}

/** "0" stands for a number: "Java 8 and", "Python 3.x", "v2". */
const JOINING = wordNumbers("and or andor n with in 0 0x v0 yr yrs year years");

const IS_SEPARATOR = new Uint8Array(256);
for (const mark of [GAP, COMMA, SLASH, AMPERSAND, OPEN, CLOSE, COLON, OTHER, DOT]) IS_SEPARATOR[mark] = 1;

/** Whether more than a gap stands between two neighbours. */
export function hasMark(folded: Folded, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (folded.classes[i] !== GAP) return true;
  return false;
}

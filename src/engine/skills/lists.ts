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
import { standsAt } from "../text/units.ts";
import { BASE, NUMBER, wordNumbers } from "../text/word-numbers.ts";
import type { Hit } from "./find.ts";
import type { Matcher } from "./matcher.ts";
import { foldSpelling } from "./spellings.ts";
import { CASED, isTool } from "./traits.ts";

/** How far apart neighbours may stand, in folded units. */
const LIST_REACH = 14;

/** Whether two hits are neighbours in a list: between them only commas, slashes, bullets, brackets, "and", "or", a version. */
export function isListed(folded: Folded, one: Hit, other: Hit): boolean {
  return one.start < other.start ? joins(folded, one.end, other.start) : joins(folded, other.end, one.start);
}

/** "from RDS to Aurora": the tool that is left behind and the one that is moved to. */
export function isMove({ classes }: Folded, one: Hit, other: Hit): boolean {
  if (!isTool(one) || !isTool(other)) return false;
  const [from, to] = one.start < other.start ? [one, other] : [other, one];
  return (
    to.start - from.end === MOVED_TO.length &&
    standsAt(classes, from.end, MOVED_TO) &&
    standsAt(classes, from.start - MOVED_FROM.length, MOVED_FROM)
  );
}

const MOVED_TO = foldSpelling("x to x").subarray(1, -1);
const MOVED_FROM = foldSpelling("from x").subarray(0, -1);

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

/** Whether the hits of a list, each in need of support, support one another. One name that is repeated vouches for nothing. */
export function vouches(matcher: Matcher, candidates: readonly Hit[], run: readonly number[], size: number): boolean {
  const hitAt = (n: number) => candidates[run[n] as number] as Hit;
  const skillAt = (n: number) => hitAt(n).skill;
  if (size === 2) return vouchInPair(matcher, hitAt(0), hitAt(1));
  const skills = new Set([skillAt(0), skillAt(1)]);
  for (let n = 2; n < size && skills.size < 3; n++) skills.add(skillAt(n));
  return skills.size >= 3;
}

function vouchInPair(matcher: Matcher, one: Hit, other: Hit): boolean {
  if (one.skill === other.skill) return false;
  if (matcher.areas[one.skill] === matcher.areas[other.skill]) return true;
  return asksFor(matcher, one, other.skill) && asksFor(matcher, other, one.skill);
}

/** Whether the rule of a name, no everyday word, takes the skill or its area for support. */
function asksFor({ aliases, areas }: Matcher, hit: Hit, skill: number): boolean {
  const rule = aliases.rules[hit.alias];
  if (!rule?.needs?.near || ((hit.traits & CASED) === 0 && !isTool(hit))) return false;
  return rule.needs.near.has(skill) || rule.needs.near.has(areas[skill] as number);
}

/**
 * Names that share a word said once: a family before its bracket ("Spring (Boot, Data)"), the first word of a pair ("feature selection
 * & engineering"), the last of a list ("unit, integration and system testing"). Only what the taxonomy knows by its full name is read,
 * and the mark stands on the word that completes it.
 */
import { AMPERSAND, CLOSE, COMMA, GAP, isLetter, isWord, OPEN, OTHER, SLASH } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { beforeGap, isAnd, isCapital, pastGap } from "../text/units.ts";
import { wordNumbers } from "../text/word-numbers.ts";
import type { DocumentKind } from "../types.ts";
import type { Found, Hit } from "./find.ts";
import { holdsOnly } from "./lists.ts";
import { type Matcher, OWNER, ROW, SIGN_BITS, SIGN_MASK, SKILL, TRAITS } from "./matcher.ts";
import { nodeOf } from "./scan.ts";
import { isAbstract, isOpen, isTool } from "./traits.ts";

/** How far behind its family's name a bracket is read, and how long one name in it may be, in folded units. */
const BRACKET_REACH = 160;
const MOST_ITEM = 30;
/** How many words before the shared one are looked at. */
const MOST_SHARING = 5;

interface Spread {
  readonly folded: Folded;
  readonly matcher: Matcher;
  readonly hits: readonly Hit[];
  /** What was found, by start but for families within families. */
  readonly names: Hit[];
}

/** Half-open, in folded units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Adds the names that share a word with a hit. In posts, where one demand counts once whatever its words, only families are read. */
export function withSpread(kind: DocumentKind, folded: Folded, matcher: Matcher, found: Found): Found {
  const { hits } = found;
  const spread: Spread = { folded, matcher, hits, names: [] };
  for (let k = 0; k < hits.length; k++) {
    const hit = hits[k] as Hit;
    if (isOpen(hit)) continue;
    if (isTool(hit)) {
      if (folded.classes[pastGap(folded.classes, hit.end)] === OPEN) addFamily(spread, k);
    } else if (kind === "resume" && isAbstract(hit)) {
      addBefore(spread, k);
      addBehind(spread, k);
    }
  }
  return spread.names.length > 0 ? { ...found, hits: merged(hits, spread.names) } : found;
}

/** "Spring (Boot, MVC, Data)", "Azure (DevOps, Functions)". */
function addFamily(spread: Spread, k: number): void {
  const { folded, hits } = spread;
  const { classes } = folded;
  const family = hits[k] as Hit;
  const open = pastGap(classes, family.end);
  const to = Math.min(open + BRACKET_REACH, folded.length);
  for (let start = pastGap(classes, open + 1); start < to; ) {
    const end = itemEnd(classes, start, to);
    if (end >= to) return;
    const isName = isLetter(classes[start] as number) && end - start <= MOST_ITEM;
    if (isName && !holdsTool(hits, k + 1, start, end)) add(spread, family, family, { start, end });
    const behind = classes[pastGap(classes, end)];
    if (behind === CLOSE || behind === OPEN || behind === OTHER) return;
    start = pastJoint(classes, end);
  }
}

/** Where one name of a list ends: before a comma, slash, bracket or "and". */
function itemEnd(classes: Uint8Array, from: number, to: number): number {
  let i = from;
  while (i < to && (isWord(classes[i] as number) || (classes[i] === GAP && !isAnd(classes, i)))) i++;
  return i > from && classes[i - 1] === GAP ? i - 1 : i;
}

/** Index behind one joint: commas, slashes, gaps, an "and"; behind any other mark where there is none. */
function pastJoint(classes: Uint8Array, from: number): number {
  let i = from;
  while (IS_JOINT[classes[i] as number] === 1 && !isAnd(classes, i)) i++;
  if (isAnd(classes, i)) i += classes[i + 3] === GAP ? 4 : 5;
  return i > from ? i : from + 1;
}

const IS_JOINT = new Uint8Array(256);
for (const mark of [GAP, COMMA, SLASH, AMPERSAND]) IS_JOINT[mark] = 1;

/** Whether a tool is read in `[from, to)` already; what is general ("MVC", "IAM") gives way to the full name. */
function holdsTool(hits: readonly Hit[], k: number, from: number, to: number): boolean {
  for (let at = k; at < hits.length && (hits[at] as Hit).start < to; at++) {
    const hit = hits[at] as Hit;
    if (hit.end > from && isTool(hit)) return true;
  }
  return false;
}

/** "feature selection & engineering": the words before the last are shared with the word behind. */
function addBehind(spread: Spread, k: number): void {
  const { folded, hits } = spread;
  const { classes } = folded;
  const hit = hits[k] as Hit;
  if (!isAnd(classes, hit.end) && classes[hit.end] !== SLASH && classes[hit.end] !== AMPERSAND) return;
  const last = lastWord(classes, hit);
  if (last === hit.start) return;
  const start = pastJoint(classes, hit.end);
  const end = wordEnd(classes, start);
  const next = hits[k + 1];
  if (end === start || (next && next.start < end && !(next.end === end && isAbstract(next)))) return;
  if (!endsName(folded, end)) return;
  add(spread, hit, { start: hit.start, end: last - 1 }, { start, end });
}

/** Whether no further noun follows: a "feature selection & engineering effort" is another thing. */
function endsName(folded: Folded, end: number): boolean {
  const { classes } = folded;
  if (classes[end] !== GAP) return !isWord(classes[end] as number);
  return holdsOnly(folded, end + 1, wordEnd(classes, end + 1), BEHIND_A_NAME);
}

const BEHIND_A_NAME = wordNumbers("and or of in on with using for to by from via at as skills experience techniques");

/** "unit, integration and system testing": the last word is shared with the words before. */
function addBefore(spread: Spread, k: number): void {
  const { folded, hits, names } = spread;
  const { classes } = folded;
  const hit = hits[k] as Hit;
  let end = beforeJoint(classes, hit.start, true);
  if (end === hit.start) return;
  const last = lastWord(classes, hit);
  if (last === hit.start) return;
  const shared = { start: last, end: hit.end };
  const before = k > 0 ? (hits[k - 1] as Hit).end : 0;
  const first = names.length;
  for (let n = 0; n < MOST_SHARING; n++) {
    let start = end;
    while (start > before && isLetter(classes[start - 1] as number)) start--;
    if (start === end || (start > 0 && isWord(classes[start - 1] as number))) break;
    if (holdsOnly(folded, start, end, OF_THEIR_OWN) || isOddPair(classes, end, hit)) break;
    if (!add(spread, hit, shared, { start, end })) break;
    end = beforeJoint(classes, start, false);
    if (end === start) break;
  }
  for (let i = first, j = names.length - 1; i < j; i++, j--) [names[i], names[j]] = [names[j] as Hit, names[i] as Hit];
}

/** "one unit and performed system testing": a noun shares nothing with a name that begins with a verb. */
function isOddPair(classes: Uint8Array, end: number, hit: Hit): boolean {
  return isVerb(classes, wordEnd(classes, hit.start)) && !isVerb(classes, end);
}

/** Whether the word that ends here ends in "ed" or "ing". */
function isVerb(classes: Uint8Array, end: number): boolean {
  const [third, second, last] = [classes[end - 3], classes[end - 2], classes[end - 1]];
  return (second === LETTER_E && last === LETTER_D) || (third === LETTER_I && second === LETTER_N && last === LETTER_G);
}

const [LETTER_D, LETTER_E, LETTER_G, LETTER_I, LETTER_N] = [4, 5, 7, 9, 14] as const;

/** Things that want no further noun: "UAT and production support", "the code and unit testing". */
const OF_THEIR_OWN = wordNumbers("code build uat qa sit dev");

/** Where the word before a joint ends; `at` where there is no joint. Nearest to the shared word a comma alone is none. */
function beforeJoint(classes: Uint8Array, at: number, nearest: boolean): number {
  if (classes[at - 1] === SLASH || classes[at - 1] === AMPERSAND) return at - 1;
  const and = isAnd(classes, at - 5) ? at - 5 : isAnd(classes, at - 4) ? at - 4 : -1;
  if (and > 0) return classes[and - 1] === COMMA ? and - 1 : and;
  const comma = beforeGap(classes, at);
  return !nearest && classes[comma] === COMMA ? comma : at;
}

/** Where the last word of a hit begins; the hit's start where it has one word alone. */
function lastWord(classes: Uint8Array, { start, end }: Hit): number {
  let i = end;
  while (i > start && isLetter(classes[i - 1] as number)) i--;
  return i > start && classes[i - 1] === GAP ? i : start;
}

function wordEnd(classes: Uint8Array, from: number): number {
  let i = from;
  while (isLetter(classes[i] as number)) i++;
  return i;
}

const composed = new Uint8Array(128);

/** Reads the shared words and `own`, in their order, as one name. False where the taxonomy has none by that name, or that of `hit`. */
function add({ folded, matcher, names }: Spread, hit: Hit, shared: Span, own: Span): boolean {
  const alias = fullName(folded, matcher, shared.start < own.start ? [shared, own] : [own, shared]);
  if (alias < 0) return false;
  const named = { traits: matcher.aliases.rows[ROW * alias + TRAITS] as number };
  const skill = matcher.aliases.rows[ROW * alias + OWNER] as number;
  if (skill === hit.skill || !(isAbstract(named) || (isTool(named) && isCapital(folded, own.start)))) return false;
  names.push({ alias, skill, traits: named.traits, start: own.start, end: own.end, sentence: hit.sentence });
  return true;
}

/** The alias that is written just as the two pieces with a gap between and has no rule to be kept, or -1. */
function fullName({ classes }: Folded, matcher: Matcher, [one, other]: readonly [Span, Span]): number {
  const joint = one.end - one.start;
  const size = joint + 1 + other.end - other.start;
  if (size >= composed.length) return -1;
  for (let i = 0; i < joint; i++) composed[i] = classes[one.start + i] as number;
  composed[joint] = GAP;
  for (let i = joint + 1; i < size; i++) composed[i] = classes[other.start + i - joint - 1] as number;
  composed[size] = OTHER;
  const { firstOutput, outputs } = matcher.automaton;
  const node = nodeOf(matcher.automaton, composed, size);
  for (let at = node === 0 ? -1 : (firstOutput[node] as number); at !== -1; at = outputs[at + 1] as number) {
    const sign = outputs[at] as number;
    const alias = sign >> SIGN_BITS;
    if ((sign & SIGN_MASK) === SKILL && matcher.aliases.rules[alias] === null) return alias;
  }
  return -1;
}

/** Both by start; a general word inside a full name gives way to it. */
function merged(hits: readonly Hit[], names: readonly Hit[]): readonly Hit[] {
  const ordered = names.toSorted((a, b) => a.start - b.start);
  const all: Hit[] = [];
  let n = 0;
  let end = -1;
  for (const hit of hits) {
    for (; n < ordered.length && (ordered[n] as Hit).start <= hit.start; n++) {
      const name = ordered[n] as Hit;
      if (name.start >= end) all.push(name);
      end = Math.max(end, name.end);
    }
    if (hit.end > end || isOpen(hit)) all.push(hit);
  }
  for (; n < ordered.length; n++) all.push(ordered[n] as Hit);
  return all;
}

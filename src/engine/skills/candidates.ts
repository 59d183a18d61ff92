/** Sorts what the automaton finds in a text into candidates, cues, context words and headings. */
import { GAP, isDigit } from "../text/alphabet.ts";
import { endOf, type Folded } from "../text/fold.ts";
import type { CueKind } from "../text/lexicon.ts";
import { beforeGap, pastGap } from "../text/units.ts";
import type { Spans } from "../text/windows.ts";
import { isInAddress, type Token } from "./addresses.ts";
import { takenEnd } from "./boundaries.ts";
import type { Hit } from "./find.ts";
import {
  CUE,
  CUE_KINDS,
  HEAD,
  JOB_HEADING,
  type Matcher,
  NOT_AFTER,
  NOT_BEFORE,
  OWNER,
  RESUME_HEADING,
  ROW,
  SIGN_BITS,
  SIGN_MASK,
  SKILL,
  TAIL,
  TRAITS,
  WORD,
} from "./matcher.ts";
import { caseHolds, follows, precedes, type Rule, unitBit } from "./rules.ts";
import { AS_IS, PLURAL, scan } from "./scan.ts";
import { BOUND, CASED } from "./traits.ts";

/** Words a phrase with a hole may span, and units. */
const HOLE_WORDS = 5;
const HOLE_UNITS = 60;

/** Words that rules ask for, by start. */
interface ContextWords {
  starts: Int32Array;
  ends: Int32Array;
  numbers: Int32Array;
  count: number;
}

/** What was found of a text, before the rules that look further off. */
export interface Search {
  readonly folded: Folded;
  readonly matcher: Matcher;
  /** Ascending by start, the longer first. */
  readonly candidates: Hit[];
  readonly cues: Record<CueKind, Spans>;
  readonly words: ContextWords;
  readonly resumeHeadings: number[];
  readonly jobHeadings: number[];
  /** The last head of each phrase with a hole: where it starts, and one more than where it ends. */
  readonly heads: Int32Array;
  readonly token: Token;
}

function newContext(size: number): ContextWords {
  return { starts: new Int32Array(size), ends: new Int32Array(size), numbers: new Int32Array(size), count: 0 };
}

/** Work space, used again from text to text. */
const scratch = { heads: new Int32Array(0), words: newContext(1 << 10) };

/** All zeros, and at least so large. */
export function cleared(room: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  return room.length < size ? new Int32Array(size) : room.fill(0);
}

/** Of most kinds a text has none: they share one list, and get their own with the first cue. */
const NONE: Spans = [];
const NO_CUES = Object.fromEntries(CUE_KINDS.map((kind) => [kind, NONE])) as Record<CueKind, Spans>;

function newSearch(folded: Folded, matcher: Matcher): Search {
  scratch.words.count = 0;
  scratch.heads = cleared(scratch.heads, 2 * matcher.open.length);
  return {
    folded,
    matcher,
    candidates: [],
    cues: { ...NO_CUES },
    words: scratch.words,
    resumeHeadings: [],
    jobHeadings: [],
    heads: scratch.heads,
    token: { from: 0, to: 0, address: false },
  };
}

/** Everything the automaton finds, by what it is. What is collected is valid until the next text. */
export function collect(folded: Folded, matcher: Matcher): Search {
  const { sentences } = folded;
  const search = newSearch(folded, matcher);
  const { ids, starts, ends, forms, count } = scan(matcher.automaton, folded.classes, folded.length);
  let sentence = 0;
  for (let k = 0; k < count; k++) {
    const sign = ids[k] as number;
    const what = sign & SIGN_MASK;
    const start = starts[k] as number;
    const form = forms[k] as number;
    while (sentence + 1 < sentences.length && (sentences[sentence + 1] as number) <= start) sentence++;
    if (what === SKILL) addCandidate(search, sign >> SIGN_BITS, start, ends[k] as number, form, sentence);
    else if (form === AS_IS || (what === TAIL && form === PLURAL))
      addSign(search, what, sign >> SIGN_BITS, start, ends[k] as number, sentence);
  }
  return search;
}

function addSign(search: Search, what: number, ref: number, start: number, end: number, sentence: number): void {
  if (what === WORD) addWord(search.words, ref, start, end);
  else if (what === HEAD) {
    search.heads[2 * ref] = start;
    search.heads[2 * ref + 1] = end + 1;
  } else if (what === TAIL) addPhrase(search, ref, start, end, sentence);
  else if (what === CUE) addCue(search.cues, CUE_KINDS[ref] as CueKind, start, end);
  else if (what === RESUME_HEADING) search.resumeHeadings.push(start, end, ref);
  else if (what === JOB_HEADING) search.jobHeadings.push(start, end, ref);
}

function addWord(words: ContextWords, number: number, start: number, end: number): void {
  if (words.count === words.starts.length) {
    const longer = newContext(words.count * 2);
    longer.starts.set(words.starts);
    longer.ends.set(words.ends);
    longer.numbers.set(words.numbers);
    Object.assign(words, longer, { count: words.count });
  }
  const k = words.count++;
  words.starts[k] = start;
  words.ends[k] = end;
  words.numbers[k] = number;
}

/** Hits come by their starts; cues are kept by their ends. Phrases are short, so few have to move. */
function addCue(cues: Record<CueKind, Spans>, kind: CueKind, start: number, end: number): void {
  if (cues[kind] === NONE) cues[kind] = [];
  const spans = cues[kind];
  let at = spans.length;
  spans.push(start, end);
  while (at > 0 && (spans[at - 1] as number) > end) {
    spans[at] = spans[at - 2] as number;
    spans[at + 1] = spans[at - 1] as number;
    at -= 2;
  }
  spans[at] = start;
  spans[at + 1] = end;
}

/** The tail of a phrase with a hole: counts with the nearest head before it, a few words off, in the same sentence. */
function addPhrase(search: Search, ref: number, start: number, end: number, sentence: number): void {
  const from = search.heads[2 * ref] as number;
  const to = (search.heads[2 * ref + 1] as number) - 1;
  if (to < 0 || to >= start || start - to > HOLE_UNITS) return;
  const { classes, sentences } = search.folded;
  if (from < (sentences[sentence] as number)) return;
  let words = 0;
  for (let i = to; i < start; i++) if (classes[i] === GAP) words++;
  if (words > HOLE_WORDS + 1) return;
  const alias = search.matcher.open[ref] as number;
  const traits = search.matcher.aliases.rows[ROW * alias + TRAITS] as number;
  if (allows(search, alias, traits, from, end))
    insertInOrder(search.candidates, hitOf(search, alias, traits, from, end, sentence), false);
}

function addCandidate(search: Search, alias: number, start: number, end: number, form: number, sentence: number): void {
  const { folded, matcher } = search;
  const traits = matcher.aliases.rows[ROW * alias + TRAITS] as number;
  const stop = takenEnd(folded, traits, start, end, form);
  if (stop < 0 || !allows(search, alias, traits, start, stop) || isInAddress(folded, search.token, start, stop)) return;
  const numbered = form === AS_IS && stop === end && isDigit(folded.classes[end - 1] as number);
  insertInOrder(search.candidates, hitOf(search, alias, traits, start, stop, sentence), numbered);
}

function hitOf({ matcher }: Search, alias: number, traits: number, start: number, end: number, sentence: number): Hit {
  return { alias, skill: matcher.aliases.rows[ROW * alias + OWNER] as number, traits, start, end, sentence };
}

/**
 * Candidates come by their starts but for phrases with a hole, which are short: few have to move. Of two at the same place the one that
 * carries a number itself comes `first`, before the one with a version taken in: "Angular JS 2".
 */
function insertInOrder(list: Hit[], hit: Hit, first: boolean): void {
  let at = list.length;
  list.push(hit);
  for (; at > 0; at--) {
    const before = list[at - 1] as Hit;
    if (
      before.start < hit.start ||
      (before.start === hit.start && (first ? before.end > hit.end : before.end >= hit.end))
    )
      break;
    list[at] = before;
  }
  list[at] = hit;
}

/** Everything of a rule that needs neither another skill nor a word further off: case and neighbours. */
function allows({ folded, matcher }: Search, alias: number, traits: number, start: number, end: number): boolean {
  if ((traits & (BOUND | CASED)) === 0) return true;
  const { rows, rules } = matcher.aliases;
  const { text, at, classes } = folded;
  if ((traits & CASED) !== 0) {
    const rule = rules[alias] as Rule;
    if (!caseHolds(traits, rule, text, at[start] as number, endOf(folded, end - 1))) return false;
  }
  if (((rows[ROW * alias + NOT_BEFORE] as number) & unitBit(classes[pastGap(classes, end)] as number)) !== 0)
    for (const spelling of (rules[alias] as Rule).notBefore) if (follows(folded, end, spelling)) return false;
  const before = beforeGap(classes, start);
  if (before >= 0 && ((rows[ROW * alias + NOT_AFTER] as number) & unitBit(classes[before] as number)) !== 0)
    for (const spelling of (rules[alias] as Rule).notAfter) if (precedes(folded, start, spelling)) return false;
  return true;
}

/** Finds the skills a folded text names: every hit of the automaton, weighed by boundaries and context rules, longest first. */
import { GAP, isDigit } from "../text/alphabet.ts";
import { endOf, type Folded } from "../text/fold.ts";
import type { CueKind } from "../text/lexicon.ts";
import { beforeGap, holdsLetter, pastGap, sentenceEnd } from "../text/units.ts";
import { countBefore, lastNotAbove, type Spans } from "../text/windows.ts";
import { isInAddress, type Token } from "./addresses.ts";
import { takenEnd } from "./boundaries.ts";
import { hasMark, isListed, isMove, vouches } from "./lists.ts";
import { keepLongest, withoutEchoes } from "./longest.ts";
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
import { vetoSpeltOut } from "./spelt-out.ts";
import { withTails } from "./tails.ts";
import { BOUND, CASED, isAbstract, isFirm, isOpen, LISTED, VETOED } from "./traits.ts";

/** One reading of a piece of the text as a skill. Positions are folded units. */
export interface Hit {
  /** Number of the alias. */
  readonly alias: number;
  /** Number of the skill. */
  readonly skill: number;
  /** See `traits.ts`. */
  readonly traits: number;
  readonly start: number;
  readonly end: number;
  /** Index of the sentence it stands in. */
  readonly sentence: number;
}

export interface Found {
  /** Ascending by start, not overlapping but for phrases with a hole. */
  readonly hits: readonly Hit[];
  readonly cues: Readonly<Record<CueKind, Spans>>;
  /** `[start, end, section number, …]` of every heading phrase of either kind of document. */
  readonly resumeHeadings: readonly number[];
  readonly jobHeadings: readonly number[];
}

/** How far within a clause a rule looks, in folded units. Bounds the work on any input. */
const REACH = 240;
/** Words a phrase with a hole may span, and units. */
const HOLE_WORDS = 5;
const HOLE_UNITS = 60;

/** Words that rules ask for, by start. */
interface Words {
  starts: Int32Array;
  ends: Int32Array;
  numbers: Int32Array;
  count: number;
}

interface Search {
  readonly folded: Folded;
  readonly matcher: Matcher;
  /** Ascending by start, the longer first. */
  readonly candidates: Hit[];
  readonly cues: Record<CueKind, Spans>;
  readonly words: Words;
  readonly resumeHeadings: number[];
  readonly jobHeadings: number[];
  /** The last head of each phrase with a hole: where it starts, and one more than where it ends. */
  readonly heads: Int32Array;
  readonly token: Token;
}

export function findSkills(folded: Folded, matcher: Matcher): Found {
  const search: Search = {
    folded,
    matcher,
    candidates: [],
    cues: { ...NO_CUES },
    words: scratch.words,
    resumeHeadings: [],
    jobHeadings: [],
    heads: cleared("heads", 2 * matcher.open.length),
    token: { from: 0, to: 0, address: false },
  };
  collect(search);
  vetoByWords(search);
  vetoSpeltOut(folded, matcher, search.candidates);
  const firm = search.candidates.filter(isFirm);
  const certain = keepLongest(folded, firm);
  const kept = firm.length === search.candidates.length ? certain : keepLongest(folded, withSupport(search, certain));
  const hits = withoutEchoes(withTails(folded, kept));
  return { hits, cues: search.cues, resumeHeadings: search.resumeHeadings, jobHeadings: search.jobHeadings };
}

function newWords(size: number): Words {
  return { starts: new Int32Array(size), ends: new Int32Array(size), numbers: new Int32Array(size), count: 0 };
}

/** Work space, used again from text to text. */
const scratch = { heads: new Int32Array(0), named: new Int32Array(0), words: newWords(1 << 10) };

function cleared(key: "heads" | "named", size: number): Int32Array {
  if (scratch[key].length < size) scratch[key] = new Int32Array(size);
  else scratch[key].fill(0);
  return scratch[key];
}

/** Of most kinds a text has none: they share one list, and get their own with the first cue. */
const NONE: Spans = [];
const NO_CUES = Object.fromEntries(CUE_KINDS.map((kind) => [kind, NONE])) as Record<CueKind, Spans>;

function collect(search: Search): void {
  const { folded, matcher } = search;
  const { sentences } = folded;
  search.words.count = 0;
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

function addWord(words: Words, number: number, start: number, end: number): void {
  if (words.count === words.starts.length) {
    const longer = newWords(words.count * 2);
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

// Context rules -------------------------------------------------------------------------------------------------------

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

/** Words that veto may stand behind a hit, too: asked when all words are known. */
function vetoByWords(search: Search): void {
  const { candidates } = search;
  const { rules } = search.matcher.aliases;
  let kept = 0;
  for (let k = 0; k < candidates.length; k++) {
    const hit = candidates[k] as Hit;
    const unless = (hit.traits & VETOED) === 0 ? null : rules[hit.alias]?.unless;
    if (!unless || !hasWord(search, unless, hit, isOpen(hit))) candidates[kept++] = hit;
  }
  candidates.length = kept;
}

/** Where the clause around a hit begins and ends, as far as rules look. */
function clauseStart({ sentences }: Folded, { start, sentence }: Hit): number {
  const from = sentences[sentence] as number;
  return from > start - REACH ? from : start - REACH;
}

function clauseEnd(folded: Folded, { end, sentence }: Hit): number {
  const to = sentenceEnd(folded, sentence);
  return to < end + REACH ? to : end + REACH;
}

/** Words inside the hit do not count, but for a phrase with a hole: "monitoring of business models". */
function hasWord(search: Search, wanted: ReadonlySet<number>, hit: Hit, inside = false): boolean {
  const { starts, ends, numbers, count } = search.words;
  const to = clauseEnd(search.folded, hit);
  for (let k = lastNotAbove(starts, clauseStart(search.folded, hit) - 1, count) + 1; k < count; k++) {
    const start = starts[k] as number;
    if (start >= to) return false;
    if (wanted.has(numbers[k] as number) && (inside || start >= hit.end || (ends[k] as number) <= hit.start))
      return true;
  }
  return false;
}

/** Adds the hits that count only with support: beside an accepted one in a list, near one, or with one in the document. */
function withSupport(search: Search, certain: readonly Hit[]): Hit[] {
  const { candidates, matcher } = search;
  const named = cleared("named", matcher.marks);
  for (const { skill } of certain) {
    named[skill] = 1;
    named[matcher.areas[skill] as number] = 1;
  }
  const starts = certain.map((hit) => hit.start);
  const accepted = candidates.map((hit) => isFirm(hit) || hasStanding(search, hit, certain, starts, named));
  vouchInThrees(search, accepted);
  // Lists pass acceptance on from member to member: once from the left, once from the right.
  passOn(search, accepted, 1);
  passOn(search, accepted, -1);
  return candidates.filter((_, k) => accepted[k]);
}

function passOn(search: Search, accepted: boolean[], step: 1 | -1): void {
  const { candidates } = search;
  let beside: Hit | null = null;
  for (let k = step === 1 ? 0 : candidates.length - 1; k >= 0 && k < candidates.length; k += step) {
    const hit = candidates[k] as Hit;
    if (!accepted[k] && beside && isVouchedFor(search, beside, hit)) accepted[k] = true;
    if (accepted[k] && !isOpen(hit)) beside = longer(beside, hit);
  }
}

/**
 * Practices and concepts with everyday names need a mark between: "Publishing APIs" is no list. A line of three names and no other word
 * is one without marks: "Banking Consulting DevOps".
 */
function isVouchedFor(search: Search, beside: Hit, hit: Hit): boolean {
  const { folded } = search;
  if ((hit.traits & LISTED) === 0) return false;
  if (!isListed(folded, beside, hit)) return isMove(folded, beside, hit);
  if (!isAbstract(hit) || isBareLine(search, hit.sentence)) return true;
  return beside.start < hit.start ? hasMark(folded, beside.end, hit.start) : hasMark(folded, hit.end, beside.start);
}

/** Whether a sentence holds three names or more and no other word. */
function isBareLine({ folded, candidates }: Search, sentence: number): boolean {
  let at = folded.sentences[sentence] as number;
  const end = sentenceEnd(folded, sentence);
  if (end - at > REACH) return false;
  let names = 0;
  const first = countBefore(candidates.length, (k) => (candidates[k] as Hit).start < at);
  for (let k = first; k <= candidates.length; k++) {
    const hit = candidates[k];
    const next = hit && hit.start < end ? hit : null;
    if (holdsLetter(folded, at, next?.start ?? end)) return false;
    if (!next) return names >= 3;
    if (next.end > at && !isOpen(next)) {
      if (next.start >= at) names++;
      at = next.end;
    }
  }
  return false;
}

/**
 * Three names in one list vouch for one another, though each alone could mean something else: "Go, Rust, Swift"; and so do two of one
 * area, or two that each ask for the other's: "SNS and SQS", "ML/DL", "from RDS to Aurora".
 */
function vouchInThrees({ candidates, folded, matcher }: Search, accepted: boolean[]): void {
  const run: number[] = [];
  let size = 0;
  for (let k = 0; k <= candidates.length; k++) {
    const hit = candidates[k];
    if (hit && (isOpen(hit) || !(accepted[k] || (hit.traits & LISTED) !== 0))) continue;
    const last = size > 0 ? candidates[run[size - 1] as number] : undefined;
    const listed = hit && last && isListed(folded, last, hit) && hasMark(folded, last.end, hit.start);
    if (!listed && !(hit && last && isMove(folded, last, hit))) {
      if (size > 1 && vouches(matcher, candidates, run, size))
        for (let n = 0; n < size; n++) accepted[run[n] as number] = true;
      size = 0;
    }
    run[size++] = k;
  }
}

/** Of two accepted hits at the same place the longer one speaks for the list. */
function longer(beside: Hit | null, hit: Hit): Hit {
  return beside && beside.start <= hit.start && beside.end >= hit.end ? beside : hit;
}

function hasStanding(
  search: Search,
  hit: Hit,
  certain: readonly Hit[],
  starts: readonly number[],
  named: Int32Array,
): boolean {
  const needs = search.matcher.aliases.rules[hit.alias]?.needs;
  if (!needs) return true;
  if (needs.document?.some((mark) => named[mark] === 1)) return true;
  if (needs.words && hasWord(search, needs.words, hit)) return true;
  return needs.near !== null && isNear(search, hit, certain, starts, needs.near);
}

function isNear(
  { folded, matcher }: Search,
  hit: Hit,
  certain: readonly Hit[],
  starts: readonly number[],
  marks: ReadonlySet<number>,
): boolean {
  const to = clauseEnd(folded, hit);
  for (let k = lastNotAbove(starts, clauseStart(folded, hit) - 1) + 1; k < certain.length; k++) {
    const { start, end, skill } = certain[k] as Hit;
    if (start >= to) return false;
    if ((end <= hit.start || start >= hit.end) && (marks.has(skill) || marks.has(matcher.areas[skill] as number)))
      return true;
  }
  return false;
}

/** Finds the skills a folded text names: every hit of the automaton, weighed by boundaries and context rules, longest first. */
import {
  AMPERSAND,
  APOSTROPHE,
  CLOSE,
  COLON,
  COMMA,
  DOT,
  GAP,
  isDigit,
  isLetter,
  isWord,
  LETTER_S,
  OPEN,
  OTHER,
  PLUS,
  SHARP,
  SLASH,
} from "../text/alphabet.ts";
import { endOf, type Folded } from "../text/fold.ts";
import type { CueKind } from "../text/lexicon.ts";
import { countBefore, lastNotAbove, type Spans } from "../text/windows.ts";
import { AS_IS, NUMBERED, PLURAL, scan } from "./automaton.ts";
import {
  type CompiledAlias,
  CUE,
  CUE_KINDS,
  HEAD,
  JOB_HEADING,
  type Matcher,
  RESUME_HEADING,
  type Sign,
  SKILL,
  TAIL,
  WORD,
} from "./matcher.ts";
import { caseHolds, type Rule } from "./rules.ts";
import { foldSpelling } from "./spellings.ts";

/** One reading of a piece of the text as a skill. Positions are folded units. */
export interface Hit {
  readonly alias: CompiledAlias;
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

interface Search {
  readonly folded: Folded;
  readonly matcher: Matcher;
  candidates: Hit[];
  readonly cues: Record<CueKind, Spans>;
  /** Context words by start, and which word each is. */
  readonly words: { readonly spans: number[]; readonly numbers: number[] };
  readonly resumeHeadings: number[];
  readonly jobHeadings: number[];
  readonly heads: Map<number, { start: number; end: number }>;
  /** The last run of characters without a space that was looked at, and whether it is an address or a path. */
  token: { from: number; to: number; address: boolean };
}

export function findSkills(folded: Folded, matcher: Matcher): Found {
  const search: Search = {
    folded,
    matcher,
    candidates: [],
    cues: Object.fromEntries(CUE_KINDS.map((kind) => [kind, []])) as unknown as Record<CueKind, Spans>,
    words: { spans: [], numbers: [] },
    resumeHeadings: [],
    jobHeadings: [],
    heads: new Map(),
    token: { from: 0, to: 0, address: false },
  };
  collect(search);
  vetoByWords(search);
  search.candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  const firm = search.candidates.filter((hit) => !hit.alias.rule?.needs);
  const certain = keepLongest(folded, firm);
  const hits = firm.length === search.candidates.length ? certain : keepLongest(folded, withSupport(search, certain));
  return { hits, cues: search.cues, resumeHeadings: search.resumeHeadings, jobHeadings: search.jobHeadings };
}

function collect(search: Search): void {
  const { folded, matcher } = search;
  const raw = scan(matcher.automaton, folded.classes, folded.length);
  for (let k = 0; k < raw.count; k++) {
    const { what, ref } = matcher.signs[raw.ids[k] as number] as Sign;
    const start = raw.starts[k] as number;
    const end = raw.ends[k] as number;
    const form = raw.forms[k] as number;
    if (what === SKILL) addCandidate(search, ref, start, end, form);
    else if (form === AS_IS || (what === TAIL && form === PLURAL)) addSign(search, what, ref, start, end);
  }
}

function addSign(search: Search, what: number, ref: number, start: number, end: number): void {
  if (what === CUE) insertByEnd(search.cues[CUE_KINDS[ref] as CueKind], start, end);
  else if (what === WORD) {
    search.words.spans.push(start, end);
    search.words.numbers.push(ref);
  } else if (what === HEAD) search.heads.set(ref, { start, end });
  else if (what === TAIL) addPhrase(search, ref, start, end);
  else if (what === RESUME_HEADING) search.resumeHeadings.push(start, end, ref);
  else if (what === JOB_HEADING) search.jobHeadings.push(start, end, ref);
}

/** Hits come by their starts; cues are kept by their ends. Phrases are short, so few have to move. */
function insertByEnd(spans: Spans, start: number, end: number): void {
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
function addPhrase(search: Search, ref: number, start: number, end: number): void {
  const head = search.heads.get(ref);
  if (!head || head.end >= start || start - head.end > HOLE_UNITS) return;
  const { classes, sentences } = search.folded;
  let words = 0;
  for (let i = head.end; i < start; i++) if (classes[i] === GAP) words++;
  const sentence = lastNotAbove(sentences, head.start);
  if (words > HOLE_WORDS + 1 || sentence !== lastNotAbove(sentences, start)) return;
  const alias = search.matcher.aliases[ref] as CompiledAlias;
  if (alias.rule && !allows(search, alias.rule, head.start, end)) return;
  search.candidates.push({ alias, start: head.start, end, sentence });
}

function addCandidate(search: Search, ref: number, start: number, end: number, form: number): void {
  const { folded, matcher } = search;
  const alias = matcher.aliases[ref] as CompiledAlias;
  const stop = takenEnd(folded, alias, start, end, form);
  if (stop < 0 || isInAddress(search, start, stop)) return;
  const sentence = lastNotAbove(folded.sentences, start);
  if (alias.rule && !allows(search, alias.rule, start, stop)) return;
  search.candidates.push({ alias, start, end: stop, sentence });
}

/** Where a hit ends once a version is taken in, or -1 where it is part of something larger ("java.util", "R&D", "C-level"). */
function takenEnd(folded: Folded, alias: CompiledAlias, start: number, end: number, form: number): number {
  const { classes } = folded;
  const size = end - start;
  if (form === PLURAL && (size < 4 || alias.rule?.case === "exact" || classes[end - 2] === LETTER_S)) return -1;
  if (form === NUMBERED && (!alias.versioned || size < 4)) return -1;
  if (isWord(classes[start] as number) && start > 0 && !opensWord(folded, start, size)) return -1;
  if (classes[start] === DOT && endsSentenceBefore(folded, start)) return -1;
  if (!isWord(classes[end - 1] as number)) return classes[end] === PLUS || classes[end] === SHARP ? -1 : end;
  const stop = form === NUMBERED ? skipVersion(classes, end) : end;
  if (!closesWord(folded, stop, size)) return -1;
  return form === AS_IS && alias.versioned ? spacedVersion(classes, end) : stop;
}

/** "… the year ended. Net profit rose": a full stop behind a word with a space behind it is no ".NET". */
function endsSentenceBefore({ classes }: Folded, dot: number): boolean {
  return dot > 0 && isWord(classes[dot - 1] as number) && classes[dot + 1] === GAP;
}

function opensWord(folded: Folded, start: number, size: number): boolean {
  const { classes } = folded;
  const before = classes[start - 1] as number;
  if (before === DOT && start > 1 && isWord(classes[start - 2] as number))
    return isCapitalAt(folded, start) && size > 1;
  if (size <= 2 && (before === PLUS || before === SHARP || before === APOSTROPHE)) return false;
  return !(size <= 2 && (before === GAP || before === AMPERSAND) && isTiedBefore(folded, start));
}

function closesWord(folded: Folded, end: number, size: number): boolean {
  const { classes } = folded;
  const after = classes[end] as number;
  if (after === DOT && isLetter(classes[end + 1] as number)) return isCapitalAt(folded, end + 1) && size > 1;
  if (size <= 2 && (after === PLUS || after === SHARP)) return false;
  if (size <= 1 && after === APOSTROPHE) return false;
  return !(size <= 2 && (after === GAP || after === AMPERSAND) && isTiedAfter(folded, end));
}

function isCapitalAt(folded: Folded, i: number): boolean {
  const code = folded.text.charCodeAt(folded.at[i] as number);
  return code >= 65 && code <= 90;
}

/** A short name tied to another word by a hyphen, an underscore or "&" is part of that word: "C-level", "e-R", "R&D"; not "C & C++". */
function isTiedBefore(folded: Folded, start: number): boolean {
  const { text, at } = folded;
  const offset = at[start] as number;
  const char = text[offset - 1];
  return (
    (char === "-" || char === "_" || char === "&") && offset > 1 && /[\p{L}\p{N}]/u.test(text[offset - 2] as string)
  );
}

function isTiedAfter(folded: Folded, end: number): boolean {
  const { text } = folded;
  const offset = endOf(folded, end - 1);
  const char = text[offset];
  return (
    (char === "-" || char === "_" || char === "&") &&
    offset + 1 < text.length &&
    /[\p{L}\p{N}]/u.test(text[offset + 1] as string)
  );
}

/** Digits and dots directly behind a name: "Python3.11", "Java8". */
function skipVersion(classes: Uint8Array, end: number): number {
  let i = end;
  while (isDigit(classes[i] as number) || (classes[i] === DOT && isDigit(classes[i + 1] as number))) i++;
  return i;
}

/** "Python 3.11", "Java 8": a short number after a space, unless it counts something ("Java 8 years"). */
function spacedVersion(classes: Uint8Array, end: number): number {
  if (classes[end] !== GAP || !isDigit(classes[end + 1] as number)) return end;
  const stop = skipVersion(classes, end + 1);
  const dotted = classes.subarray(end + 1, stop).includes(DOT);
  if (stop - end > (dotted ? 9 : 3)) return end;
  const after = classes[stop] as number;
  if (isWord(after) || after === PLUS || after === CLOSE) return end;
  if (after === GAP && !dotted && countsSomething(classes, stop + 1)) return end;
  return after === SLASH && isLetter(classes[stop + 1] as number)
    ? stop
    : after === GAP && isDigit(classes[stop + 1] as number)
      ? end
      : stop;
}

const UNITS: readonly Uint8Array[] = [
  "year",
  "years",
  "yr",
  "yrs",
  "y",
  "month",
  "months",
  "mos",
  "to",
  "weeks",
  "days",
  "people",
  "developers",
  "engineers",
  "projects",
  "certifications",
  "times",
  "hours",
  "hrs",
].map(foldSpelling);

/** Whether the number before `at` counts what stands there: "Java 8 years", "AWS 3 certifications". */
function countsSomething(classes: Uint8Array, at: number): boolean {
  return UNITS.some(
    (unit) => unit.every((value, i) => classes[at + i] === value) && !isWord(classes[at + unit.length] as number),
  );
}

/** URLs, e-mail addresses and file paths make no claims. */
function isInAddress(search: Search, start: number, end: number): boolean {
  const { text, at } = search.folded;
  const offset = at[start] as number;
  const token = search.token;
  if (offset < token.from || offset >= token.to) {
    token.from = edge(text, offset, -1);
    token.to = edge(text, offset, 1);
    token.address = isAddress(text.slice(token.from, token.to));
  }
  return token.address && (token.from < offset || token.to > endOf(search.folded, end - 1) + 1);
}

/** Longest run without a space that is looked at as one, in characters to either side. */
const TOKEN_REACH = 300;

function edge(text: string, offset: number, step: 1 | -1): number {
  let i = offset;
  for (let n = 0; n < TOKEN_REACH; n++) {
    const code = text.charCodeAt(step === 1 ? i : i - 1);
    if (!(code > 32) || code === 44 || code === 0xa0 || code === 0x2022 || code === 0x95 || code === 40 || code === 41)
      break;
    i += step;
  }
  return i;
}

const TOP_LEVEL = /[\w-]\.(?:com|org|net|io|edu|gov|dev|ai|co|info|me|us|uk|de|ca|in|fr|eu|app|tech)(?:[/:?#]|\b\.?$)/i;

function isAddress(token: string): boolean {
  if (token.length < 4) return false;
  if (token.includes("://") || /^["'<]?www\./i.test(token)) return true;
  const sign = token.indexOf("@");
  if (sign > 0 && token.indexOf(".", sign) > 0) return true;
  if (/^["'`]?(?:~|\.{0,2})\/[\w.]+|^[a-z]:\\|^\/[\w.-]+\//i.test(token)) return true;
  return TOP_LEVEL.test(token) && !/^(?:asp|vb|ado|c#)\.net\b/i.test(token);
}

// Context rules -------------------------------------------------------------------------------------------------------

/** Everything of a rule that needs neither another skill nor a word further off: case and neighbours. */
function allows(search: Search, rule: Rule, start: number, end: number): boolean {
  const { folded } = search;
  if (rule.case !== "any" && !caseHolds(rule, folded.text.slice(folded.at[start], endOf(folded, end - 1))))
    return false;
  for (const spelling of rule.notBefore) if (follows(folded, end, spelling)) return false;
  for (const spelling of rule.notAfter) if (precedes(folded, start, spelling)) return false;
  return true;
}

/** Words that veto may stand behind a hit, too: asked when all words are known. */
function vetoByWords(search: Search): void {
  const isVetoed = ({ alias, start, end, sentence }: Hit) =>
    alias.rule?.unless && hasWord(search, alias.rule.unless, start, end, sentence);
  if (search.candidates.some(isVetoed)) search.candidates = search.candidates.filter((hit) => !isVetoed(hit));
}

function follows(folded: Folded, end: number, spelling: Uint8Array): boolean {
  const { classes } = folded;
  const from = classes[end] === GAP ? end + 1 : end;
  for (let i = 0; i < spelling.length; i++) if (classes[from + i] !== spelling[i]) return false;
  if (!isWord(spelling[spelling.length - 1] as number)) return true;
  const after = classes[from + spelling.length] as number;
  return !isWord(after) && after !== PLUS && after !== SHARP; // "& C" does not stand in "& C++"
}

function precedes(folded: Folded, start: number, spelling: Uint8Array): boolean {
  const { classes } = folded;
  const to = start > 0 && classes[start - 1] === GAP ? start - 1 : start;
  const from = to - spelling.length;
  if (from < 0) return false;
  for (let i = 0; i < spelling.length; i++) if (classes[from + i] !== spelling[i]) return false;
  return !(from > 0 && isWord(spelling[0] as number) && isWord(classes[from - 1] as number));
}

/** Bounds of the clause around a hit, as far as rules look. */
function clause(folded: Folded, start: number, end: number, sentence: number): [number, number] {
  const from = folded.sentences[sentence] as number;
  const to = sentence + 1 < folded.sentences.length ? (folded.sentences[sentence + 1] as number) : folded.length;
  return [from > start - REACH ? from : start - REACH, to < end + REACH ? to : end + REACH];
}

function hasWord(search: Search, numbers: ReadonlySet<number>, start: number, end: number, sentence: number): boolean {
  const [from, to] = clause(search.folded, start, end, sentence);
  const { spans, numbers: found } = search.words;
  const first = countBefore(found.length, (k) => (spans[2 * k] as number) < from);
  for (let k = first; k < found.length && (spans[2 * k] as number) < to; k++)
    if (numbers.has(found[k] as number) && !((spans[2 * k] as number) < end && (spans[2 * k + 1] as number) > start))
      return true;
  return false;
}

/** Adds the hits that count only with support: beside an accepted one in a list, near one, or with one in the document. */
function withSupport(search: Search, certain: readonly Hit[]): Hit[] {
  const named = new Set<string>();
  for (const { alias } of certain) {
    named.add(alias.skill.id);
    named.add(alias.skill.area);
  }
  const isFirm = (hit: Hit) => !hit.alias.rule?.needs;
  const accepted = search.candidates.map((hit) => isFirm(hit) || hasStanding(search, hit, certain, named));
  vouchInThrees(search, accepted);
  // Lists pass acceptance on from member to member: once from the left, once from the right.
  const order = [...search.candidates.keys()];
  for (const sequence of [order, order.toReversed()]) {
    let beside: Hit | null = null;
    for (const k of sequence) {
      const hit = search.candidates[k] as Hit;
      if (!accepted[k] && beside && isVouchedFor(search.folded, beside, hit)) accepted[k] = true;
      if (accepted[k] && !hit.alias.open) beside = longer(beside, hit);
    }
  }
  return search.candidates.filter((_, k) => accepted[k]);
}

/** Practices and concepts with everyday names need a mark between: "Publishing APIs" is no list. */
function isVouchedFor(folded: Folded, beside: Hit, hit: Hit): boolean {
  if (!hit.alias.rule?.needs?.list || !isListed(folded, beside, hit)) return false;
  const { kind } = hit.alias.skill;
  if (kind !== "practice" && kind !== "concept") return true;
  return beside.start < hit.start ? hasMark(folded, beside.end, hit.start) : hasMark(folded, hit.end, beside.start);
}

/**
 * Three names in one list vouch for one another, though each alone could mean something else: "Go, Rust, Swift"; and so do two of one
 * area: "SNS and SQS".
 */
function vouchInThrees(search: Search, accepted: boolean[]): void {
  const { candidates, folded } = search;
  let run: number[] = [];
  for (let k = 0; k <= candidates.length; k++) {
    const hit = candidates[k];
    if (hit && (hit.alias.open || !(accepted[k] || hit.alias.rule?.needs?.list))) continue;
    const last = candidates[run[run.length - 1] ?? -1];
    if (hit && last && isListed(folded, last, hit) && hasMark(folded, last.end, hit.start)) run.push(k);
    else {
      if (namesOf(candidates, run) >= 3 || (run.length === 2 && isOfOneArea(candidates, run)))
        for (const member of run) accepted[member] = true;
      run = hit ? [k] : [];
    }
  }
}

/** How many different skills a run names: one that is repeated vouches for nothing. */
function namesOf(candidates: readonly Hit[], run: readonly number[]): number {
  return run.length < 3 ? run.length : new Set(run.map((k) => candidates[k]?.alias.skill.id)).size;
}

function isOfOneArea(candidates: readonly Hit[], run: readonly number[]): boolean {
  const [first, second] = run.map((k) => candidates[k]?.alias.skill);
  return first !== undefined && first !== second && first.area === second?.area;
}

/** Whether more than a gap stands between two neighbours. */
function hasMark(folded: Folded, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (folded.classes[i] !== GAP) return true;
  return false;
}

/** Of two accepted hits at the same place the longer one speaks for the list. */
function longer(beside: Hit | null, hit: Hit): Hit {
  return beside && beside.start <= hit.start && beside.end >= hit.end ? beside : hit;
}

function hasStanding(search: Search, hit: Hit, certain: readonly Hit[], named: ReadonlySet<string>): boolean {
  const needs = hit.alias.rule?.needs;
  if (!needs) return true;
  if (needs.document) for (const name of needs.document) if (named.has(name)) return true;
  if (needs.words && hasWord(search, needs.words, hit.start, hit.end, hit.sentence)) return true;
  return needs.near !== null && isNear(search.folded, hit, certain, needs.near);
}

function isNear(folded: Folded, hit: Hit, certain: readonly Hit[], names: ReadonlySet<string>): boolean {
  const [from, to] = clause(folded, hit.start, hit.end, hit.sentence);
  const first = countBefore(certain.length, (k) => (certain[k] as Hit).start < from);
  for (let k = first; k < certain.length && (certain[k] as Hit).start < to; k++) {
    const other = certain[k] as Hit;
    const apart = other.end <= hit.start || other.start >= hit.end;
    if (apart && (names.has(other.alias.skill.id) || names.has(other.alias.skill.area))) return true;
  }
  return false;
}

/** Whether two hits are neighbours in a list: between them only commas, slashes, bullets, brackets, "and", "or", a version. */
export function isListed(folded: Folded, one: Hit, other: Hit): boolean {
  const [left, right] = one.start < other.start ? [one, other] : [other, one];
  if (left.end > right.start || right.start - left.end > 14) return false;
  const { classes } = folded;
  let word = "";
  for (let i = left.end; i <= right.start; i++) {
    const value = i < right.start ? (classes[i] as number) : GAP;
    if (isLetter(value)) word += String.fromCharCode(96 + value);
    else if (isDigit(value) || value === PLUS) word += "0";
    else {
      if (word !== "" && !/^(?:and|or|andor|n|with|in|0+x?|v0+|yrs?|years?)$/.test(word)) return false;
      word = "";
      if (!SEPARATORS.has(value)) return false;
    }
  }
  return true;
}

const SEPARATORS: ReadonlySet<number> = new Set([GAP, COMMA, SLASH, AMPERSAND, OPEN, CLOSE, COLON, OTHER, DOT]);

/** Nouns behind a name that add nothing to it: "Agile environment", "AWS services". */
const EMPTY_TAILS: readonly Uint8Array[] = (
  "environment environments team teams process processes practices ceremonies framework frameworks methodology methodologies " +
  "services service platform platforms technologies technology tools tool systems cluster clusters experience skills"
)
  .split(" ")
  .map(foldSpelling);

/** Leftmost, longest, none inside another; phrases with a hole stand beside the rest. Expects hits by start, then length. */
function keepLongest(folded: Folded, hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  const openEnds = new Map<CompiledAlias, number>();
  let reached = -1;
  // A degree hides no field of study inside it: "degree in computer science" names both.
  let degreeEnd = -1;
  for (let k = 0; k < hits.length; k++) {
    const hit = hits[k] as Hit;
    const { kind } = hit.alias.skill;
    const before = hit.alias.open
      ? (openEnds.get(hit.alias) ?? -1)
      : kind === "concept" || reached > degreeEnd
        ? reached
        : degreeEnd;
    if (hit.start < before || (!hit.alias.open && isOutdone(folded, hits, k))) continue;
    kept.push(hit);
    if (hit.alias.open) openEnds.set(hit.alias, hit.end);
    else if (kind === "credential") degreeEnd = hit.end;
    else reached = hit.end;
  }
  return kept;
}

/** The name itself, not the empty noun behind it; and of "HTML and CSS" its two names, not the pair. */
function isOutdone(folded: Folded, hits: readonly Hit[], k: number): boolean {
  const hit = hits[k] as Hit;
  const { classes } = folded;
  let widest: Hit | null = null;
  for (let other = k + 1; other < hits.length && (hits[other] as Hit).start < hit.end; other++) {
    const inner = hits[other] as Hit;
    if (inner.alias.open || inner.end > hit.end) continue;
    if (inner.start === hit.start && inner.end < hit.end) {
      if (
        inner.alias.skill === hit.alias.skill &&
        EMPTY_TAILS.some((tail) => fills(classes, tail, inner.end + 1, hit.end))
      )
        return true;
      widest ??= inner;
    } else if (
      widest &&
      inner.end === hit.end &&
      JOINTS.some((joint) => fills(classes, joint, (widest as Hit).end, inner.start))
    )
      return true;
  }
  return false;
}

const JOINTS: readonly Uint8Array[] = ["x and x", "x or x", "x&x", "x,x", "x, x"].map((pair) =>
  foldSpelling(pair).subarray(1, -1),
);

/** Whether the units `[from, to)` are exactly `spelling`. */
function fills(classes: Uint8Array, spelling: Uint8Array, from: number, to: number): boolean {
  return to - from === spelling.length && spelling.every((value, i) => classes[from + i] === value);
}

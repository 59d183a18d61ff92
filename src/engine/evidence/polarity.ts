/** How a mention is meant: said of oneself, denied, hoped for, of somebody else; in job posts: demanded, welcome, ruled out. */

import type { Found, Hit } from "../skills/find.ts";
import { holdsOnly, isListed } from "../skills/lists.ts";
import { isOf, isOpen, isTool, ROLE } from "../skills/traits.ts";
import { AMPERSAND, CLOSE, COLON, COMMA, GAP, LETTER_S, OPEN, OTHER, SLASH } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { countBefore, lastEndingBy, type Spans, startsAt } from "../text/windows.ts";
import { wordNumbers } from "../text/word-numbers.ts";
import type { Polarity, Section } from "../types.ts";

/** How far a cue reaches at most, in folded units: clauses of lost line breaks run on for ever. */
const REACH = 170;

export interface Clause {
  readonly start: number;
  readonly end: number;
}

export function clauseOf(folded: Folded, hit: Hit): Clause {
  const { sentences } = folded;
  return {
    start: sentences[hit.sentence] as number,
    end: hit.sentence + 1 < sentences.length ? (sentences[hit.sentence + 1] as number) : folded.length,
  };
}

/** Resumes: the nearest cue decides; a contrast ("but", "strong in") ends its reach. */
export function resumePolarity(
  folded: Folded,
  found: Found,
  hit: Hit,
  clause: Clause,
  /** Whether a job title may be somebody else's: not at the head of a position, nor in a list. */
  loose: boolean,
  /** What is said of the position the hit stands in, without its head. */
  told: Clause | null,
): Polarity {
  const { cues } = found;
  const { classes } = folded;
  if (isDirectlyBefore(classes, cues.negationBefore, hit.start) && !covers(cues.negationFalse, hit.start - 1))
    return "negated";
  if (isDirectlyBehind(folded, cues.negationAfter, hit.end, clause.end)) return "negated";
  if (isDirectlyBehind(folded, cues.wishAfter, hit.end, clause.end)) return "aspirational";
  if (isDirectlyBehind(folded, cues.hedgeAfter, hit.end, clause.end)) return "hedged";
  const contrast = lastStart(cues.contrast, clause.start, hit.start);
  const denial = governing(cues.negation, clause.start, hit.start, contrast);
  if (denial >= 0 && !covers(cues.negationFalse, denial)) return "negated";
  if (isInstead(folded, found, hit, clause, contrast)) return "negated";
  if (governing(cues.wish, clause.start, hit.start, contrast) >= 0 || isSought(found, hit, clause, contrast))
    return "aspirational";
  if (isOf(ROLE, hit) ? loose && isRoleOfOthers(folded, found, hit, clause) : isOfOthers(folded, found, hit, clause))
    return "hearsay";
  if (told && isEmployers(cues, hit, clause, told)) return "hearsay";
  const hedge = governing(cues.hedge, clause.start, hit.start, contrast);
  if (hedge >= 0 && !covers(cues.hedgeFalse, hedge)) return "hedged";
  return isTried(folded, found, hit, clause, contrast) ? "hedged" : "asserted";
}

/** "Acme Inc is an American media company that …": a sentence on the employer, before any word of one's own work. */
function isEmployers(cues: Found["cues"], hit: Hit, clause: Clause, told: Clause): boolean {
  const from = Math.max(clause.start, told.start);
  return (
    hit.start >= from &&
    holds(cues.business, from, Math.min(clause.end, told.end, hit.end + REACH)) &&
    lastStart(cues.deepVerb, from, hit.start) < 0 &&
    lastStart(cues.lightVerb, from, hit.start) < 0
  );
}

const INSTEAD_REACH = 60;

/** "instead of Chef": up to a comma, an "and" or a verb. */
function isInstead(folded: Folded, { cues }: Found, hit: Hit, clause: Clause, contrast: number): boolean {
  const k = lastEndingBy(cues.instead, hit.start);
  const end = k < 0 ? -1 : (cues.instead[2 * k + 1] as number);
  if (k < 0 || (cues.instead[2 * k] as number) < clause.start || hit.start - end > INSTEAD_REACH || end <= contrast)
    return false;
  return (
    !holdsMark(folded, COMMA, end, hit.start) &&
    !holdsAnd(folded, end, hit.start) &&
    lastStart(cues.deepVerb, end, hit.start) < 0
  );
}

/** A job is looked for, and its title is not yet named. */
function isSought({ cues }: Found, hit: Hit, clause: Clause, contrast: number): boolean {
  const start = governing(cues.seeking, clause.start, hit.start, contrast);
  return start >= 0 && lastStart(cues.titleNoun, start, hit.start) < 0;
}

/** "evaluated Istio and Linkerd": tools named directly behind the word. */
function isTried(folded: Folded, { hits, cues }: Found, hit: Hit, clause: Clause, contrast: number): boolean {
  const k = lastEndingBy(cues.trial, hit.start);
  const end = k < 0 ? -1 : (cues.trial[2 * k + 1] as number);
  if (k < 0 || (cues.trial[2 * k] as number) < clause.start || hit.start - end > REACH || end <= contrast) return false;
  if (!isTool(hit)) return false;
  let first = hit;
  for (
    let at = countBefore(hits.length, (i) => (hits[i] as Hit).start < hit.start) - 1;
    at >= 0 && (hits[at] as Hit).start >= end;
    at--
  ) {
    const other = hits[at] as Hit;
    if (isOpen(other) || !isTool(other) || !isListed(folded, other, first)) return false;
    first = other;
  }
  return first.start - end <= 1 || holdsOnly(folded, end, first.start, OF_AN_OBJECT);
}

/** Words that may stand between "evaluated" and the tools. */
const OF_AN_OBJECT = wordNumbers(
  "a an the both new other some several various multiple different many few two three tool tools like such as product products platform platforms of using",
);

function holdsMark({ classes }: Folded, mark: number, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (classes[i] === mark) return true;
  return false;
}

/** Whether an "and" stands in `[from, to)`. */
function holdsAnd({ classes }: Folded, from: number, to: number): boolean {
  for (let i = from; i + 4 < to; i++) if (isAnd(classes, i)) return true;
  return false;
}

/** Whether " and " or " or " begins at `i`. */
function isAnd(classes: Uint8Array, i: number): boolean {
  if (classes[i] !== GAP) return false;
  if (classes[i + 1] === 15) return classes[i + 2] === 18 && classes[i + 3] === GAP;
  return classes[i + 1] === 1 && classes[i + 2] === 14 && classes[i + 3] === 4 && classes[i + 4] === GAP;
}

/** Start of the last cue that ends before the hit, within reach and behind the last contrast; -1 without one. */
function governing(spans: Spans, from: number, before: number, contrast: number): number {
  const k = lastEndingBy(spans, before);
  if (k < 0) return -1;
  const start = spans[2 * k] as number;
  const end = spans[2 * k + 1] as number;
  return start >= from && before - end <= REACH && end > contrast ? start : -1;
}

/** Start of the last cue in `[from, before)`, or -1. */
function lastStart(spans: Spans, from: number, before: number): number {
  const k = lastEndingBy(spans, before);
  if (k < 0) return -1;
  const start = spans[2 * k] as number;
  return start >= from ? start : -1;
}

/** Whether one of the spans covers `position`. */
function covers(spans: Spans, position: number): boolean {
  for (let k = lastEndingBy(spans, position) + 1; k < spans.length / 2 && k < lastEndingBy(spans, position) + 6; k++)
    if ((spans[2 * k] as number) <= position && (spans[2 * k + 1] as number) > position) return true;
  return false;
}

function isDirectlyBefore(classes: Uint8Array, spans: Spans, start: number): boolean {
  const k = lastEndingBy(spans, start);
  return k >= 0 && (spans[2 * k + 1] as number) >= start - 1 && classes[start - 1] === GAP;
}

/** "Go (basics)", "Kubernetes: none", "Rust - learning": only a bracket, colon or dash in between. */
function isDirectlyBehind(folded: Folded, spans: Spans, end: number, clauseEnd: number): boolean {
  const { classes } = folded;
  let from = end;
  let mark = false;
  while (from < end + 4) {
    const value = classes[from];
    if (value === OPEN || value === COLON || value === OTHER || (value === GAP && isSpacedHyphen(folded, from)))
      mark = true;
    else if (value !== GAP) break;
    from++;
  }
  return mark && from < clauseEnd && startsAt(spans, from);
}

function isSpacedHyphen(folded: Folded, i: number): boolean {
  if ((folded.at[i + 1] as number) - (folded.at[i] as number) < 3) return false;
  return /\s-+\s/.test(folded.text.slice(folded.at[i], folded.at[i + 1]));
}

/** How far a list of other people's trades may stretch before and behind a name, in folded units. */
const TRADE_REACH = 110;

/** "with the Kubernetes team", "escalated to Linux and network administrators": a trade of other people. */
function isOfOthers(folded: Folded, { cues }: Found, hit: Hit, clause: Clause): boolean {
  const beside = nearStart(cues.beside, clause.start, hit.start, TRADE_REACH) >= 0;
  if (!beside && !isServed(folded, cues, hit, clause)) return false;
  const k = lastEndingBy(cues.people, hit.end) + 1;
  if (2 * k >= cues.people.length) return false;
  const people = cues.people[2 * k] as number;
  const end = cues.people[2 * k + 1] as number;
  if (people < hit.end || end > clause.end || people - hit.end > TRADE_REACH) return false;
  return (
    (beside || (folded.classes[end - 1] === LETTER_S && !isSeparated(folded.classes, people))) &&
    leadsTo(folded, cues, hit.end, people)
  );
}

/** "for the Java teams", "for the testing and Java teams". */
function isServed(folded: Folded, cues: Found["cues"], hit: Hit, clause: Clause): boolean {
  if (nearStart(cues.serving, clause.start, hit.start, TRADE_REACH) < 0) return false;
  const end = cues.serving[2 * lastEndingBy(cues.serving, hit.start) + 1] as number;
  return (
    hit.start - end <= 1 || (isSeparated(folded.classes, hit.start) && isListOfNames(folded, cues, end, hit.start, 0))
  );
}

/** Whether a comma or an "and" stands directly before. */
function isSeparated(classes: Uint8Array, position: number): boolean {
  const before = classes[position - 1] === GAP ? position - 2 : position - 1;
  return before >= 0 && (classes[before] === COMMA || isAnd(classes, position - 5) || isAnd(classes, position - 4));
}

/** Start of the last cue in `[from, before)` that ends at most `reach` before its end, or -1. */
function nearStart(spans: Spans, from: number, before: number, reach: number): number {
  const k = lastEndingBy(spans, before);
  if (k < 0 || before - (spans[2 * k + 1] as number) > reach) return -1;
  const start = spans[2 * k] as number;
  return start >= from ? start : -1;
}

/** Directly, or over ", MLOps and data". */
function leadsTo(folded: Folded, cues: Found["cues"], from: number, to: number): boolean {
  return to - from <= 1 || isListOfNames(folded, cues, from, to, ITEM_WORDS);
}

const ITEM_WORDS = 2;

/** Whether only commas, "and" and names of few words stand in `[from, to)`, no verb; `words` are read of the first already. */
function isListOfNames({ classes }: Folded, cues: Found["cues"], from: number, to: number, words: number): boolean {
  for (let i = from; i < to; i++) {
    const value = classes[i] as number;
    if (value === OTHER || value === OPEN || value === CLOSE || value === COLON) return false;
    if (value === COMMA || value === SLASH || value === AMPERSAND || isAnd(classes, i)) words = -1;
    else if (value === GAP && i + 1 < to && ++words > ITEM_WORDS) return false;
  }
  return lastStart(cues.deepVerb, from, to) < 0 && lastStart(cues.lightVerb, from, to) < 0;
}

/** How near before a job title the words must stand that make it that of somebody else. */
const ROLE_REACH = 60;
const TITLE_REACH = 16;

/** A job title in prose is that of others in the plural, or behind "worked with". */
function isRoleOfOthers(folded: Folded, found: Found, hit: Hit, clause: Clause): boolean {
  if (isPlural(folded.classes, hit)) return nearStart(found.cues.ownRole, clause.start, hit.start, TITLE_REACH) < 0;
  return isBesideRole(folded, found, hit, clause);
}

function isBesideRole(folded: Folded, { cues }: Found, hit: Hit, clause: Clause): boolean {
  const own = lastStart(cues.ownRole, clause.start, hit.start);
  const contrast = Math.max(own, lastStart(cues.contrast, clause.start, hit.start));
  const beside = nearStart(cues.beside, clause.start, hit.start, ROLE_REACH);
  if (beside > contrast && !holdsMark(folded, OTHER, beside, hit.start)) return true;
  return nearStart(cues.helping, clause.start, hit.start, 1) > contrast;
}

/** "developers", "analysts", "DBAs"; not "operations", "systems", "DevOps". */
function isPlural(classes: Uint8Array, { start, end }: Hit): boolean {
  if (end - start < 4 || classes[end - 1] !== LETTER_S) return false;
  return PLURAL_ENDINGS[classes[end - 2] as number] === 1 && !(classes[end - 2] === 14 && classes[end - 3] === 15);
}

const PLURAL_ENDINGS = new Uint8Array(256);
for (const letter of "rtdna") PLURAL_ENDINGS[letter.charCodeAt(0) - 96] = 1;

// Job posts -------------------------------------------------------------------------------------------------------------

/** Job posts: what is said in the sentence outweighs what its heading says. */
export function jobPolarity(folded: Folded, found: Found, hit: Hit, clause: Clause, section: Section): Polarity {
  const { cues } = found;
  if (holds(cues.legalese, clause.start, clause.end)) return "background";
  const spoken = isSpokenTo(found, hit, clause);
  if (section === "company" || section === "benefits" || section === "legal")
    return section === "company" && spoken ? "named" : "background";
  if (isDirectlyBefore(folded.classes, cues.negationBefore, hit.start) && !covers(cues.negationFalse, hit.start - 1))
    return "excluded";
  const bracket = bracketOf(folded, hit, clause);
  if (
    bracket &&
    (holds(cues.welcome, bracket.start, bracket.end) || holds(cues.welcomeAhead, bracket.start, hit.start))
  )
    return "preferred";
  const contrast = lastStart(cues.contrast, clause.start, hit.start);
  const half = halfOf(found, hit, clause);
  const isWelcome = isWelcomeIn(folded, found, hit, half);
  if (governing(cues.exclusion, clause.start, hit.start, contrast) >= 0 && !isWelcome) return "excluded";
  if (isWelcome) return "preferred";
  if (isRoleOrTradeOfOthers(folded, found, hit, clause)) return "described";
  if (section === "preferred") return "preferred";
  if (section === "requirements") return "required";
  if (!spoken && holds(cues.praise, clause.start, clause.end)) return "described";
  return isDemanded(cues, hit, half) ? "required" : "named";
}

/** Whether the sentence, before the hit, says whom the firm hires or speaks to the one who is hired. */
function isSpokenTo({ cues }: Found, hit: Hit, clause: Clause): boolean {
  return (
    governing(cues.hiring, clause.start, hit.start, -1) >= 0 || lastStart(cues.addressed, clause.start, hit.start) >= 0
  );
}

function isRoleOrTradeOfOthers(folded: Folded, found: Found, hit: Hit, clause: Clause): boolean {
  return isOf(ROLE, hit) ? isBesideRole(folded, found, hit, clause) : isOfOthers(folded, found, hit, clause);
}

/** The part of a clause between the "but" before a hit and the one behind it. */
function halfOf({ cues: { turn } }: Found, hit: Hit, clause: Clause): Clause {
  const k = lastEndingBy(turn, hit.start);
  const before = k < 0 ? -1 : (turn[2 * k] as number);
  const after = 2 * (k + 1) < turn.length ? (turn[2 * (k + 1)] as number) : clause.end;
  return { start: Math.max(clause.start, before), end: Math.min(clause.end, after) };
}

/** Whether a word of demand stands in the half, none that tells what the work or the data need. */
function isDemanded(cues: Found["cues"], hit: Hit, half: Clause): boolean {
  const { demand, demandFalse } = cues;
  const from = Math.max(half.start, hit.start - CUE_REACH);
  const to = Math.min(half.end, hit.end + CUE_REACH);
  for (let k = lastEndingBy(demand, from) + 1; 2 * k < demand.length && (demand[2 * k] as number) < to; k++)
    if ((demand[2 * k] as number) >= from && !covers(demandFalse, demand[2 * k] as number)) return true;
  return false;
}

/** How far off a word of welcome or demand may stand, in folded units: sentences of lost line breaks run on for ever. */
const CUE_REACH = 400;

/** A cue in brackets touches only what stands in the same brackets, or directly before them: "Java, Kotlin (a plus)". */
function isWelcomeIn(folded: Folded, { cues }: Found, hit: Hit, half: Clause): boolean {
  const { welcome, welcomeAhead, welcomeFalse } = cues;
  if (governing(welcomeAhead, half.start, hit.start, -1) >= 0) return true;
  const from = Math.max(half.start, hit.start - CUE_REACH);
  const to = Math.min(half.end, hit.end + CUE_REACH);
  for (let k = lastEndingBy(welcome, from) + 1; 2 * k < welcome.length && (welcome[2 * k] as number) < to; k++) {
    const start = welcome[2 * k] as number;
    if (start < from || covers(welcomeFalse, start)) continue;
    if (!isBracketed(folded, start, half) || isBracketBehind(folded, hit, start, welcome[2 * k + 1] as number))
      return true;
  }
  return false;
}

/** Whether `[start, end)` fills the bracket that is the next mark behind the hit: "Java and Kotlin (a plus)". */
function isBracketBehind({ classes }: Folded, hit: Hit, start: number, end: number): boolean {
  if (start <= hit.end || start - hit.end > BRACKET_REACH || classes[start - 1] !== OPEN || classes[end] !== CLOSE)
    return false;
  for (let i = hit.end; i < start - 1; i++) {
    const value = classes[i];
    if (value === COMMA || value === OPEN || value === CLOSE || value === SLASH) return false;
  }
  return true;
}

function holds(spans: Spans, from: number, to: number): boolean {
  const k = lastEndingBy(spans, from) + 1;
  return 2 * k < spans.length && (spans[2 * k] as number) >= from && (spans[2 * k] as number) < to;
}

const BRACKET_REACH = 120;

function bracketOf(folded: Folded, hit: Hit, clause: Clause): Clause | null {
  const { classes } = folded;
  let start = -1;
  for (let i = hit.start - 1; i >= clause.start && i > hit.start - BRACKET_REACH; i--) {
    if (classes[i] === CLOSE) return null;
    if (classes[i] === OPEN) {
      start = i;
      break;
    }
  }
  if (start < 0) return null;
  for (let i = hit.end; i < clause.end && i < hit.end + BRACKET_REACH; i++)
    if (classes[i] === CLOSE) return { start, end: i };
  return null;
}

function isBracketed(folded: Folded, position: number, clause: Clause): boolean {
  const { classes } = folded;
  for (let i = position - 1; i >= clause.start && i > position - BRACKET_REACH; i--) {
    if (classes[i] === CLOSE) return false;
    if (classes[i] === OPEN) return classes[skipTo(classes, position)] !== COMMA;
  }
  return false;
}

function skipTo(classes: Uint8Array, position: number): number {
  return classes[position] === GAP ? position + 1 : position;
}

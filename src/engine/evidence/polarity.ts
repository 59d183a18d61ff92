/** How a mention in a resume is meant: said of oneself, denied, hoped for, tried out, of somebody else. */
import type { Found, Hit } from "../skills/find.ts";
import { holdsOnly, isListed } from "../skills/lists.ts";
import { isOf, isOpen, isTool, ROLE } from "../skills/traits.ts";
import { CLOSE, COLON, COMMA, OPEN } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { holdsMark } from "../text/units.ts";
import { countBefore, lastEndingBy, type Spans, startsAt } from "../text/windows.ts";
import { wordNumbers } from "../text/word-numbers.ts";
import type { Polarity } from "../types.ts";
import {
  type Clause,
  covers,
  directlyBehind,
  governing,
  holds,
  holdsAnd,
  isDirectlyBefore,
  lastStart,
  REACH,
} from "./cues.ts";
import { isOfOthers, isRoleOfOthers } from "./others.ts";

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
  const behind = whatIsSaid(folded, found, hit, clause);
  if (behind >= 0) {
    if (startsAt(cues.negationAfter, behind)) return "negated";
    if (startsAt(cues.wishAfter, behind)) return "aspirational";
    if (startsAt(cues.hedgeAfter, behind)) return "hedged";
  }
  const contrast = lastStart(cues.contrast, clause.start, hit.start);
  const denial = governs(folded, cues.negation, clause, hit, contrast);
  if (denial >= 0 && !covers(cues.negationFalse, denial)) return "negated";
  if (isInstead(folded, found, hit, clause, contrast)) return "negated";
  if (governs(folded, cues.wish, clause, hit, contrast) >= 0 || isSought(found, hit, clause, contrast))
    return "aspirational";
  if (isOf(ROLE, hit) ? loose && isRoleOfOthers(folded, found, hit, clause) : isOfOthers(folded, found, hit, clause))
    return "hearsay";
  if (told && isEmployers(cues, hit, clause, told)) return "hearsay";
  const hedge = governs(folded, cues.hedge, clause, hit, contrast);
  if (hedge >= 0 && !covers(cues.hedgeFalse, hedge)) return "hedged";
  return isTried(folded, found, hit, clause, contrast) ? "hedged" : "asserted";
}

/** Where what is said of a name behind it begins, or -1: "Go (basics)", and of all names of a bracket "(Go, Rust, Scala: basics)". */
function whatIsSaid(folded: Folded, { hits, cues }: Found, hit: Hit, clause: Clause): number {
  const behind = directlyBehind(folded, hit.end, clause.end);
  const to = Math.min(clause.end, hit.end + BRACKET_REACH);
  if (
    behind >= 0 ||
    !(
      holds(cues.hedgeAfter, hit.end, to) ||
      holds(cues.negationAfter, hit.end, to) ||
      holds(cues.wishAfter, hit.end, to)
    )
  )
    return behind;
  let last = hit;
  for (let k = countBefore(hits.length, (i) => (hits[i] as Hit).start < hit.end); k < hits.length; k++) {
    const next = hits[k] as Hit;
    if (next.end > to || isOpen(next) || !isListed(folded, last, next) || holdsEnd(folded, last.end, next.start)) break;
    last = next;
  }
  const said = last === hit ? -1 : directlyBehind(folded, last.end, clause.end);
  return said >= 0 && folded.classes[last.end] === COLON && closesBracket(folded, said, to) ? said : -1;
}

/** How far behind a name of a bracket that what is said of all may stand, in folded units. */
const BRACKET_REACH = 80;

function holdsEnd(folded: Folded, from: number, to: number): boolean {
  return holdsMark(folded, OPEN, from, to) || holdsMark(folded, CLOSE, from, to) || holdsMark(folded, COLON, from, to);
}

/** Whether a bracket closes before another opens. */
function closesBracket({ classes }: Folded, from: number, to: number): boolean {
  let i = from;
  while (i < to && classes[i] !== CLOSE && classes[i] !== OPEN) i++;
  return i < to && classes[i] === CLOSE;
}

/**
 * Start of the cue that governs the name, or -1. One in a bracket that is closed again says nothing of what stands behind it:
 * "(currently learning French), experience in Linux".
 */
function governs(folded: Folded, spans: Spans, clause: Clause, hit: Hit, contrast: number): number {
  const start = governing(spans, clause.start, hit.start, contrast);
  let open = 0;
  for (let i = start; i >= 0 && i < hit.start; i++) {
    if (folded.classes[i] === OPEN) open++;
    else if (folded.classes[i] === CLOSE && --open < 0) return -1;
  }
  return start;
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

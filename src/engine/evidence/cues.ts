/** Where words that say how something is meant stand to a name. Cues are spans in folded units, ascending by end. */
import type { Hit } from "../skills/find.ts";
import { COLON, GAP, OPEN, OTHER } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { isAnd, sentenceEnd } from "../text/units.ts";
import { lastEndingBy, type Spans } from "../text/windows.ts";

/** How far a cue reaches at most, in folded units: clauses of lost line breaks run on for ever. */
export const REACH = 170;

export interface Clause {
  readonly start: number;
  readonly end: number;
}

export function clauseOf(folded: Folded, hit: Hit): Clause {
  return {
    start: folded.sentences[hit.sentence] as number,
    end: sentenceEnd(folded, hit.sentence),
  };
}

/** Start of the last cue that ends before the hit, within reach and behind the last contrast; -1 without one. */
export function governing(spans: Spans, from: number, before: number, contrast: number): number {
  const k = lastEndingBy(spans, before);
  if (k < 0) return -1;
  const start = spans[2 * k] as number;
  const end = spans[2 * k + 1] as number;
  return start >= from && before - end <= REACH && end > contrast ? start : -1;
}

/** Start of the last cue in `[from, before)`, or -1. */
export function lastStart(spans: Spans, from: number, before: number): number {
  const k = lastEndingBy(spans, before);
  if (k < 0) return -1;
  const start = spans[2 * k] as number;
  return start >= from ? start : -1;
}

/** Start of the last cue in `[from, before)` that ends at most `reach` before its end, or -1. */
export function nearStart(spans: Spans, from: number, before: number, reach: number): number {
  const k = lastEndingBy(spans, before);
  if (k < 0 || before - (spans[2 * k + 1] as number) > reach) return -1;
  const start = spans[2 * k] as number;
  return start >= from ? start : -1;
}

/** End of the last span that starts at `from` or later and ends by `to`, or -1. */
export function lastEndWithin(spans: Spans, from: number, to: number): number {
  const k = lastEndingBy(spans, to);
  return k >= 0 && (spans[2 * k] as number) >= from ? (spans[2 * k + 1] as number) : -1;
}

/** Whether one of the spans covers `position`. */
export function covers(spans: Spans, position: number): boolean {
  for (let k = lastEndingBy(spans, position) + 1; k < spans.length / 2 && k < lastEndingBy(spans, position) + 6; k++)
    if ((spans[2 * k] as number) <= position && (spans[2 * k + 1] as number) > position) return true;
  return false;
}

export function holds(spans: Spans, from: number, to: number): boolean {
  const k = lastEndingBy(spans, from) + 1;
  return 2 * k < spans.length && (spans[2 * k] as number) >= from && (spans[2 * k] as number) < to;
}

export function isDirectlyBefore(classes: Uint8Array, spans: Spans, start: number): boolean {
  const k = lastEndingBy(spans, start);
  return k >= 0 && (spans[2 * k + 1] as number) >= start - 1 && classes[start - 1] === GAP;
}

/**
 * Where what is said directly behind a name begins: "Go (basics)", "Kubernetes: none", "Rust - learning". Only a bracket, colon or dash
 * may stand in between; -1 where none does.
 */
export function directlyBehind(folded: Folded, end: number, clauseEnd: number): number {
  const from = pastMark(folded, end, end + 4, isSpacedHyphen);
  return from < clauseEnd ? from : -1;
}

/** Index behind the brackets, colons, dashes and gaps that begin at `from`, `to` at most; -1 where they are nothing but gaps. */
export function pastMark(
  folded: Folded,
  from: number,
  to: number,
  isDash: (folded: Folded, i: number) => boolean,
): number {
  let i = from;
  let mark = false;
  for (; i < to; i++) {
    const value = folded.classes[i];
    if (value === OPEN || value === COLON || value === OTHER || (value === GAP && isDash(folded, i))) mark = true;
    else if (value !== GAP) break;
  }
  return mark ? i : -1;
}

function isSpacedHyphen(folded: Folded, i: number): boolean {
  if ((folded.at[i + 1] as number) - (folded.at[i] as number) < 3) return false;
  return /\s-+\s/.test(folded.text.slice(folded.at[i], folded.at[i + 1]));
}

/** How far before a name its verb may stand. */
const VERB_REACH = 140;

export function lastVerb(spans: number[], hit: Hit, clause: Clause): number {
  const k = lastEndingBy(spans, hit.start + 1);
  const start = k < 0 ? -1 : (spans[2 * k] as number);
  return start >= clause.start && hit.start - start <= VERB_REACH ? start : -1;
}

/** Whether an "and" stands in `[from, to)`. */
export function holdsAnd({ classes }: Folded, from: number, to: number): boolean {
  for (let i = from; i + 4 < to; i++) if (isAnd(classes, i)) return true;
  return false;
}

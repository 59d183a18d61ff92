/** Months stated in words: "5+ years of Kubernetes", "Kubernetes (3 yrs)", "AWS: 18 months". */
import type { Found, Hit } from "../skills/find.ts";
import { CLOSE, COLON, COMMA, DOT, GAP, isDigit, OPEN, OTHER, PLUS } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { lastEndingBy, type Spans } from "../text/windows.ts";
import type { Clause } from "./polarity.ts";

/** How far in front of a skill its years may be stated, in folded units. */
const BEFORE_REACH = 45;
const MOST_YEARS = 50;

/**
 * Months stated at a hit, or null. Behind it: only a bracket, colon or dash between, and it binds this one alone.
 * In front of it: no other skill between ("years" counts for the first that is named).
 */
export function statedMonths(
  folded: Folded,
  found: Found,
  hit: Hit,
  previous: Hit | null,
  clause: Clause,
): number | null {
  return (
    behind(folded, found.cues.years, 12, hit) ??
    behind(folded, found.cues.months, 1, hit) ??
    inFront(folded, found.cues.years, 12, hit, previous, clause) ??
    inFront(folded, found.cues.months, 1, hit, previous, clause)
  );
}

function behind(folded: Folded, units: Spans, months: number, hit: Hit): number | null {
  const { classes } = folded;
  let i = hit.end;
  let mark = false;
  while (i < hit.end + 4) {
    const value = classes[i];
    if (value === OPEN || value === COLON || value === OTHER || (value === GAP && isHyphen(folded, i))) mark = true;
    else if (value !== GAP) break;
    i++;
  }
  if (!mark) return null;
  const less = lessThan(folded, i);
  i += less;
  const number = readNumber(classes, i);
  if (!number) return null;
  const k = lastEndingBy(units, number.end) + 1;
  const start = units[2 * k];
  if (start === undefined || start < i || start > number.end + 2) return null;
  return less > 0 ? (number.value * months) / 2 : number.value * months;
}

function isHyphen(folded: Folded, i: number): boolean {
  return folded.text.slice(folded.at[i], folded.at[i + 1]).includes("-");
}

/** Units taken by "less than ", or 0. */
function lessThan(folded: Folded, i: number): number {
  return /^less than $/i.test(folded.text.slice(folded.at[i], (folded.at[i] as number) + 10)) ? 10 : 0;
}

function inFront(
  folded: Folded,
  units: Spans,
  months: number,
  hit: Hit,
  previous: Hit | null,
  clause: Clause,
): number | null {
  const k = lastEndingBy(units, hit.start);
  if (k < 0) return null;
  const start = units[2 * k] as number;
  const end = units[2 * k + 1] as number;
  if (start < clause.start || hit.start - end > BEFORE_REACH) return null;
  if (previous && previous.start < hit.start && previous.end > start) return null;
  const between = folded.text.slice(folded.at[end], folded.at[hit.start]);
  if (/[,;()]/.test(between) || !/\b(?:of|in|with|using|on|as|working|experience|exp)\b/i.test(between)) return null;
  const number = numberBefore(folded.classes, start);
  return number === null ? null : number * months;
}

interface Numeral {
  readonly value: number;
  readonly end: number;
}

/** "5", "5+", "2.5", "3-5" (the smaller): whole months are kept, halves of years rounded down. */
function readNumber(classes: Uint8Array, from: number): Numeral | null {
  let i = from;
  let value = 0;
  while (isDigit(classes[i] as number) && i - from < 3) value = value * 10 + (classes[i++] as number) - 27;
  if (i === from || value > MOST_YEARS) return null;
  if (classes[i] === DOT && isDigit(classes[i + 1] as number)) i += 2;
  if (classes[i] === GAP && isDigit(classes[i + 1] as number)) {
    i++;
    while (isDigit(classes[i] as number)) i++;
  }
  if (classes[i] === PLUS) i++;
  if (classes[i] === GAP) i++;
  return { value, end: i };
}

function numberBefore(classes: Uint8Array, before: number): number | null {
  let i = before;
  if (classes[i - 1] === GAP) i--;
  if (classes[i - 1] === PLUS) i--;
  if (classes[i - 1] === GAP) i--;
  if (classes[i - 1] === CLOSE || classes[i - 1] === COMMA) return null;
  let from = i;
  while (
    from > 0 &&
    i - from < 8 &&
    (isDigit(classes[from - 1] as number) ||
      classes[from - 1] === DOT ||
      (classes[from - 1] === GAP && isDigit(classes[from - 2] as number)))
  )
    from--;
  return readNumber(classes, from)?.value ?? null;
}

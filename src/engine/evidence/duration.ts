/** Months stated in words: "5+ years of Kubernetes", "Kubernetes (3 yrs)", "AWS: 18 months". */
import type { Found, Hit } from "../skills/find.ts";
import { isListed } from "../skills/lists.ts";
import { CLOSE, COLON, COMMA, DOT, GAP, isDigit, isWord, OPEN, PLUS } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { lastEndingBy, lastNotAbove, type Spans, startsAt } from "../text/windows.ts";
import { type Clause, pastMark } from "./cues.ts";

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
    counted(folded, found.cues.years, 12, hit) ??
    behind(folded, found.cues, hit) ??
    inFront(folded, found.cues.years, 12, hit, previous, clause) ??
    inFront(folded, found.cues.months, 1, hit, previous, clause)
  );
}

/**
 * Months of a hit whose neighbour before it in a list has `before`, stated in front of the list: "5 years in Linux, Windows and cloud
 * computing". Null where the two are no list.
 */
export function sharedMonths(folded: Folded, hit: Hit, previous: Hit, before: number | null): number | null {
  if (before === null || previous.sentence !== hit.sentence || !isListed(folded, previous, hit)) return null;
  for (let i = previous.end; i < hit.start; i++) if (ENDS_A_LIST[folded.classes[i] as number] === 1) return null;
  return before;
}

/** Marks behind which a list is another one: "5 years of AWS (EC2, S3)". */
const ENDS_A_LIST = new Uint8Array(256);
for (const mark of [OPEN, CLOSE, COLON]) ENDS_A_LIST[mark] = 1;
for (let digit = 0; digit < 256; digit++) if (isDigit(digit)) ENDS_A_LIST[digit] = 1;

/** "RHEL - 7 years": the number was taken for a version. */
function counted({ classes }: Folded, units: Spans, months: number, hit: Hit): number | null {
  if (!isDigit(classes[hit.end - 1] as number) || classes[hit.end] !== GAP || !startsAt(units, hit.end + 1))
    return null;
  let from = hit.end;
  while (isDigit(classes[from - 1] as number)) from--;
  const number = classes[from - 1] === GAP ? readNumber(classes, from) : null;
  return number === null ? null : number.value * months;
}

/** Behind ".x", or behind a version of its own: "Solaris 2.x - 13 years", "AIX 4.3.3 - 1 year". */
function behindVersion({ classes }: Folded, end: number): number {
  let i = end;
  if (classes[i] === GAP && isDigit(classes[i + 1] as number)) {
    i++;
    while (isDigit(classes[i] as number)) i++;
    if (classes[i] !== DOT) return end;
  }
  while (classes[i] === DOT && (isDigit(classes[i + 1] as number) || classes[i + 1] === LETTER_X)) {
    i++;
    while (isDigit(classes[i] as number) || classes[i] === LETTER_X) i++;
  }
  return i;
}

const LETTER_X = 24;

/** What the next line counts is its own. */
function isOnNextLine({ lines }: Folded, from: number, to: number): boolean {
  return lastNotAbove(lines, from) < lastNotAbove(lines, to);
}

function behind(folded: Folded, { years, months }: Found["cues"], hit: Hit): number | null {
  const { classes } = folded;
  const from = behindVersion(folded, hit.end);
  // "Python. (5 years)"
  const stopped = classes[from] === DOT && classes[from + 1] === GAP && classes[from + 2] === OPEN;
  const i = pastMark(folded, stopped ? from + 2 : from, from + 4, isHyphen);
  if (i < 0) return null;
  const less = classes[i] === LETTER_L ? lessThan(folded, i) : 0;
  const number = readNumber(classes, i + less);
  if (!number) return null;
  const unit = isCounted(folded, years, hit, i, number) ? 12 : isCounted(folded, months, hit, i, number) ? 1 : 0;
  return unit === 0 ? null : (number.value * unit) / (less > 0 ? 2 : 1);
}

/** Whether a unit of time stands directly behind the number that begins at `from`. */
function isCounted(folded: Folded, units: Spans, hit: Hit, from: number, number: Numeral): boolean {
  const start = units[2 * (lastEndingBy(units, number.end) + 1)];
  return start !== undefined && start >= from && start <= number.end + 2 && !isOnNextLine(folded, hit.end, start);
}

const LETTER_L = 12;

function isHyphen({ text, at }: Folded, i: number): boolean {
  const from = at[i] as number;
  const to = at[i + 1] as number;
  return to - from === 1 ? text.charCodeAt(from) === HYPHEN_MINUS : text.slice(from, to).includes("-");
}

const HYPHEN_MINUS = 45;

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
  if (isBoundBefore(folded, start)) return null;
  const number = numberBefore(folded.classes, start);
  return number === null ? null : number * months;
}

/** "Solaris - 5 years Linux": the number belongs to the name before its dash. */
function isBoundBefore(folded: Folded, unit: number): boolean {
  const { classes } = folded;
  let i = unit;
  while (
    i > 0 &&
    (isDigit(classes[i - 1] as number) || classes[i - 1] === PLUS || (i === unit && classes[i - 1] === GAP))
  )
    i--;
  return i > 1 && classes[i - 1] === GAP && isWord(classes[i - 2] as number) && isSpacedHyphen(folded, i - 1);
}

function isSpacedHyphen({ text, at }: Folded, i: number): boolean {
  return /\s[-\u2013]|-\s/.test(text.slice(at[i], at[i + 1]));
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

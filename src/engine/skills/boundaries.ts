/** Where a name ends, and whether it stands for itself: versions are taken in, parts of something larger are none. */
import {
  AMPERSAND,
  APOSTROPHE,
  CLOSE,
  DOT,
  GAP,
  isDigit,
  isLetter,
  isWord,
  LETTER_S,
  PLUS,
  SHARP,
  SLASH,
} from "../text/alphabet.ts";
import { endOf, type Folded } from "../text/fold.ts";
import { standsAt } from "../text/units.ts";
import { AS_IS, NUMBERED, PLURAL } from "./scan.ts";
import { foldSpelling } from "./spellings.ts";
import { EXACT, VERSIONED } from "./traits.ts";

/** Where a hit ends once a version is taken in, or -1 where it is part of something larger ("java.util", "R&D", "C-level"). */
export function takenEnd(folded: Folded, traits: number, start: number, end: number, form: number): number {
  const { classes } = folded;
  const size = end - start;
  if (form === PLURAL && (size < 4 || (traits & EXACT) !== 0 || classes[end - 2] === LETTER_S)) return -1;
  if (form === NUMBERED && ((traits & VERSIONED) === 0 || size < 4)) return -1;
  if (isWord(classes[start] as number) && start > 0 && !opensWord(folded, start, size)) return -1;
  if (classes[start] === DOT && endsSentenceBefore(folded, start)) return -1;
  if (!isWord(classes[end - 1] as number)) return classes[end] === PLUS || classes[end] === SHARP ? -1 : end;
  const stop = form === NUMBERED ? skipVersion(classes, end) : end;
  if (!closesWord(folded, stop, size)) return -1;
  return form === AS_IS && (traits & VERSIONED) !== 0 ? spacedVersion(classes, end) : stop;
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
  return UNITS.some((unit) => standsAt(classes, at, unit) && !isWord(classes[at + unit.length] as number));
}

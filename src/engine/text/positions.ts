/** Dated positions: which stretch of a resume belongs to which period of work. */
import type { Found, Hit } from "../skills/find.ts";
import { isOf, isTool, ROLE } from "../skills/traits.ts";
import type { Position } from "../types.ts";
import { AMPERSAND, CLOSE, COLON, COMMA, DOT, GAP, isDigit, isWord, OPEN, SLASH } from "./alphabet.ts";
import { type Folded, lineText } from "./fold.ts";
import { COMPANY_FORMS } from "./lexicon.ts";
import type { Period } from "./periods.ts";
import { type Outline, sectionAt } from "./sections.ts";
import { beforeGap, isCapital, pastGap } from "./units.ts";
import { countBefore, lastEndingBy, lastNotAbove, type Spans } from "./windows.ts";

/** A position in folded units. Title and company stand in `[start, body)` or in the first line of the body. */
export interface Stretch {
  readonly start: number;
  /** Where the date ends. */
  readonly body: number;
  readonly end: number;
  readonly position: Position;
}

/** How far before its date a title may begin, and how near words of study must stand to make a period one of study. */
const TITLE_UNITS = 110;
const STUDY_UNITS = 90;

interface Dated {
  readonly period: Period;
  readonly from: number;
  readonly to: number;
}

/** Periods of study, certificates and spare time are no positions, nor are versions of a product. */
export function findPositions(folded: Folded, outlined: Outline, periods: readonly Period[], found: Found): Stretch[] {
  const dated = periods.map((period) => ({ period, from: unitAt(folded, period.from), to: unitAt(folded, period.to) }));
  const work: Dated[] = [];
  for (const one of dated) {
    if (!isWork(folded, outlined, one.from, one.to, found.cues.study) || isVersion(folded, outlined, one, found))
      continue;
    const before = work[work.length - 1];
    if (!(before && isRepeated(before, one))) work.push(one);
  }
  const heads = work.map(({ from }, k) =>
    headOf(folded, outlined, from, k > 0 ? (work[k - 1] as { to: number }).to : 0, found),
  );
  return work.map(({ period, to }, k) => {
    const start = heads[k] as number;
    const next = k + 1 < work.length ? (heads[k + 1] as number) : folded.length;
    const end = sectionEnd(outlined, to, next);
    const position = {
      start: period.start,
      end: period.end,
      from: folded.at[start] as number,
      to: folded.at[end] as number,
    };
    return { start, body: to, end, position };
  });
}

/** How soon behind a period the same one may be written once more. */
const REPEAT_UNITS = 80;

function isRepeated(before: Dated, { period, from }: Dated): boolean {
  return from - before.to <= REPEAT_UNITS && period.start === before.period.start && period.end === before.period.end;
}

const VERSION_UNITS = 30;
/** "2005 through 2012". */
const YEARS_UNITS = 17;

/** "SQL Server 2016-17", "versions 2000 to 2012", and in the lines before all work "SQL Server 2005 thru 2012", "Linux (2000-2005)". */
function isVersion(folded: Folded, outlined: Outline, { from, to }: Dated, { hits }: Found): boolean {
  const k = countBefore(hits.length, (i) => (hits[i] as Hit).start <= from) - 1;
  const hit = hits[k];
  if (hit && hit.start < from && hit.end > from) return true;
  const before = folded.text.slice(folded.at[Math.max(0, from - VERSION_UNITS)], folded.at[from]);
  if (/\bversions?\b[^.;]*$/i.test(before)) return true;
  const yearsOnly =
    to - from <= YEARS_UNITS && isDigit(folded.classes[from] as number) && isDigit(folded.classes[from + 2] as number);
  const isBehindTool = hit !== undefined && hit.end + 1 === from && folded.classes[hit.end] === GAP && isTool(hit);
  if (!yearsOnly || !(isBehindTool || folded.classes[from - 1] === OPEN) || !outlined.sections.includes("experience"))
    return false;
  const section = sectionAt(outlined, from);
  return section === "header" || section === "summary";
}

export function unitAt(folded: Folded, offset: number): number {
  return lastNotAbove(folded.at, offset, folded.length + 1);
}

function isWork(folded: Folded, outlined: Outline, from: number, to: number, study: Spans): boolean {
  const section = sectionAt(outlined, from);
  if (section === "education" || section === "certifications" || section === "skills" || section === "other")
    return false;
  if (section === "experience") return true;
  const sentence = folded.sentences[lastNotAbove(folded.sentences, from)] as number;
  for (let k = 2 * (lastEndingBy(study, from - STUDY_UNITS) + 1); k < study.length; k += 2) {
    const at = study[k] as number;
    if (at > to + STUDY_UNITS) break;
    if (at >= from - STUDY_UNITS && (at >= sentence - STUDY_UNITS / 2 || at > from)) return false;
  }
  return true;
}

/** Title and company stand before their date: in its line and up to two short lines above, or just before it in a running text. */
function headOf(folded: Folded, outlined: Outline, date: number, floor: number, found: Found): number {
  let line = lastNotAbove(folded.lines, date);
  let start = folded.lines[line] as number;
  if (date - start > TITLE_UNITS) {
    start = runningHead(folded, outlined, date, found);
    return start > floor ? start : floor;
  }
  for (let up = 0; up < 2 && line > 0; up++) {
    const above = folded.lines[line - 1] as number;
    if (above < floor || opensSection(outlined, above, start) || !isTitleLine(folded, above, start)) break;
    start = above;
    line--;
  }
  return start > floor ? start : floor;
}

/**
 * In a running text: from the sentence's start, over "Title | Company | date", at most `TITLE_UNITS` back; but a title begins with its
 * own words, and no list of the position before belongs to it.
 */
function runningHead(folded: Folded, outlined: Outline, date: number, found: Found): number {
  const { sentences } = folded;
  let k = lastNotAbove(sentences, date);
  const least = Math.max(date - TITLE_UNITS, outlined.starts[lastNotAbove(outlined.starts, date)] as number);
  while (
    k > 0 &&
    (sentences[k] as number) > least &&
    /[|¦]/.test(folded.text[folded.at[(sentences[k] as number) - 1] as number] as string)
  )
    k--;
  const sentence = sentences[k] as number;
  const head = sentence >= least ? sentence : wordStart(folded, least);
  const noun = titleNoun(folded, found, head, date);
  const whole = head === sentence && !holdsList(folded, head, noun ?? date);
  if (whole) return head;
  const start = noun === null ? lastComma(folded, head, date) : titleStart(folded, head, noun);
  return start === head ? head : behindList(folded, found, start, noun);
}

/** A label or two commas make a list: "Environment: Java, Maven, Git Java Developer". */
function holdsList({ classes }: Folded, from: number, to: number): boolean {
  let commas = 0;
  for (let i = from; i < to; i++) {
    if (classes[i] === COLON || (classes[i] === COMMA && ++commas === 2)) return true;
    if (classes[i] === OPEN) i = behindBracket(classes, i, to);
  }
  return false;
}

/** Index of the bracket's end, or of its beginning where it is not closed. */
function behindBracket(classes: Uint8Array, open: number, to: number): number {
  for (let i = open + 1; i < to; i++) if (classes[i] === CLOSE) return i;
  return open;
}

/** Start of the last "Developer", "Engineer" … before the date, or null. */
function titleNoun(folded: Folded, { cues }: Found, head: number, date: number): number | null {
  const k = lastEndingBy(cues.titleNoun, date);
  const noun = k < 0 ? -1 : (cues.titleNoun[2 * k] as number);
  return noun >= head && isCapital(folded, noun) ? noun : null;
}

/** Most words of a title before the one that says what somebody is. */
const TITLE_WORDS = 6;

/** Where the capitalised words begin that end in the noun. */
function titleStart(folded: Folded, head: number, noun: number): number {
  let start = noun;
  for (let words = 0; words < TITLE_WORDS; words++) {
    const before = wordBefore(folded, start);
    if (before === null || before < head || !isCapital(folded, before)) break;
    start = before;
  }
  return start;
}

/** Start of the word before, over a gap, a slash or an ampersand, or the stop of "Sr."; null where another mark stands between. */
function wordBefore({ classes }: Folded, at: number): number | null {
  let i = at;
  while (i > 0 && (classes[i - 1] === GAP || classes[i - 1] === SLASH || classes[i - 1] === AMPERSAND)) i--;
  if (i === at || i === 0) return null;
  const stopped = classes[i - 1] === DOT;
  if (stopped) i--;
  const end = i;
  while (i > 0 && isWord(classes[i - 1] as number)) i--;
  return i === end || (stopped && end - i > 2) ? null : i;
}

/** How near before a date a comma is one of a place: "Pune, Maharashtra 2015". */
const PLACE_UNITS = 25;

/** Behind the last comma of a list, but for that of a place or a company's form; without one the head as it is. */
function lastComma({ classes, text, at }: Folded, head: number, date: number): number {
  let last = head;
  for (let i = head; i < date - PLACE_UNITS; i++) {
    if (classes[i] === OPEN) i = behindBracket(classes, i, date);
    else if (classes[i] === COMMA && !AFTER_NAME.test(text.slice(at[i], (at[i] as number) + AFTER_NAME_CHARS)))
      last = pastGap(classes, i + 1);
  }
  return last;
}

/** "Springfield, OH", "Acme, Inc", "Acme, a maker of …". */
const AFTER_NAME = new RegExp(`^,\\s?(?:[A-Z]{2}\\b|an?\\s|(?=[A-Z])(?i:${COMPANY_FORMS}|plc)\\b)`);
const AFTER_NAME_CHARS = 16;

/** A name that ends a list or a sentence right before a title or a company belongs to neither: "… using Terraform Software Engineer". */
function behindList(folded: Folded, { hits }: Found, start: number, noun: number | null): number {
  if (!endsProse(folded, start)) return start;
  const hit = hits[countBefore(hits.length, (i) => (hits[i] as Hit).start < start)];
  if (!hit || hit.start !== start || isOf(ROLE, hit) || (noun !== null && hit.end + 1 >= noun)) return start;
  return pastGap(folded.classes, hit.end);
}

/** Whether a comma or a small word stands directly before. */
function endsProse(folded: Folded, start: number): boolean {
  const before = wordBefore(folded, start);
  if (before !== null) return !isCapital(folded, before);
  return folded.classes[beforeGap(folded.classes, start)] === COMMA;
}

function wordStart(folded: Folded, at: number): number {
  let i = at;
  while (i < folded.length && isWord(folded.classes[i] as number)) i++;
  return i;
}

function opensSection(outlined: Outline, from: number, to: number): boolean {
  return (outlined.starts[lastNotAbove(outlined.starts, to - 1)] as number) >= (from > 1 ? from : 1);
}

/** A full stop that belongs to a company's name. */
const COMPANY_STOP = new RegExp(`\\b(?:${COMPANY_FORMS}|plc|co|bros|intl)\\.$`, "i");

/** A short line that is no bullet and does not end a sentence. */
function isTitleLine(folded: Folded, from: number, to: number): boolean {
  if (to - from > 90 || to - from < 4) return false;
  const raw = lineText(folded, from, to);
  return raw !== "" && !/^[-*•●▪·–o]\s|[.;:]$/.test(raw.replace(COMPANY_STOP, ""));
}

function sectionEnd(outlined: Outline, from: number, to: number): number {
  for (let k = lastNotAbove(outlined.starts, from) + 1; k < outlined.starts.length; k++) {
    const start = outlined.starts[k] as number;
    if (start >= to) return to;
    const section = outlined.sections[k];
    if (section !== "experience" && section !== "responsibilities" && section !== "projects") return start;
  }
  return to;
}

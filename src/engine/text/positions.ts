/** Dated positions: which stretch of a resume belongs to which period of work. */
import type { Position } from "../types.ts";
import { isWord } from "./alphabet.ts";
import { type Folded, lineText } from "./fold.ts";
import type { Period } from "./periods.ts";
import { type Outline, sectionAt } from "./sections.ts";
import { lastEndingBy, lastNotAbove, type Spans } from "./windows.ts";

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

/** Periods of study, certificates and spare time are no positions. */
export function findPositions(folded: Folded, outlined: Outline, periods: readonly Period[], study: Spans): Stretch[] {
  const dated = periods.map((period) => ({ period, from: unitAt(folded, period.from), to: unitAt(folded, period.to) }));
  const work = dated.filter(({ from, to }) => isWork(folded, outlined, from, to, study));
  const heads = work.map(({ from }, k) =>
    headOf(folded, outlined, from, k > 0 ? (work[k - 1] as { to: number }).to : 0),
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
function headOf(folded: Folded, outlined: Outline, date: number, floor: number): number {
  let line = lastNotAbove(folded.lines, date);
  let start = folded.lines[line] as number;
  if (date - start > TITLE_UNITS) {
    start = runningHead(folded, outlined, date);
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

/** In a running text: from the sentence's start, over "Title | Company | date", at most `TITLE_UNITS` back. */
function runningHead(folded: Folded, outlined: Outline, date: number): number {
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
  return sentence >= least ? sentence : wordStart(folded, least);
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
const COMPANY_END = /\b(?:inc|ltd|llc|corp|co|pvt|plc|llp|bros|intl)\.$/i;

/** A short line that is no bullet and does not end a sentence. */
function isTitleLine(folded: Folded, from: number, to: number): boolean {
  if (to - from > 90 || to - from < 4) return false;
  const raw = lineText(folded, from, to);
  return raw !== "" && !/^[-*•●▪·–o]\s|[.;:]$/.test(raw.replace(COMPANY_END, ""));
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

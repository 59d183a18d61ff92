/** Which part of the document a place belongs to. Headings are known by their words, and told from prose by how they stand. */
import type { DocumentKind, Section } from "../types.ts";
import { COLON, COMMA, DOT, GAP, isDigit, isWord, OTHER, SLASH } from "./alphabet.ts";
import type { Folded } from "./fold.ts";
import { SECTIONS } from "./lexicon.ts";
import { type Heading, postHeadings } from "./post-headings.ts";
import { beforeGap, firstWord, holdsWord, isCapital, lineEnd, pastGap } from "./units.ts";
import { lastNotAbove } from "./windows.ts";

/** Ascending starts (folded units) and what begins there. */
export interface Outline {
  readonly starts: readonly number[];
  readonly sections: readonly Section[];
  /** Whether the text came without line ends, as resumes often do. */
  readonly flat: boolean;
}

/** Headings that a running text without lines may hold as one word. */
const LONE: ReadonlySet<string> = new Set([
  "education",
  "skills",
  "links",
  "awards",
  "certifications",
  "summary",
  "publications",
  "groups",
  "patents",
  "assessments",
]);
/** In a running text "Tools:" or "Projects:" opens a list inside a position; only these words open a part of the document. */
const TITLE_WORDS =
  /skill|competenc|proficienc|expertise|summary|education|certif|licen|experience|employment|history|objective|profile|qualification|training|academic|awards|publications|interests|references/i;
/** A word before them that makes them part of a phrase. */
const BINDING: ReadonlySet<string> = new Set(
  "of in and the for to a with my our their his her your no or on at by & as is".split(" "),
);

export function outline(folded: Folded, kind: DocumentKind, phrases: readonly number[]): Outline {
  const flat = folded.lines.length === 1 || folded.lines.length * 300 < folded.length;
  const known = phrasesOf(phrases);
  const headings = kind === "job" ? jobHeadings(folded, known, flat) : resumeHeadings(folded, known, flat);
  const starts = [0];
  const sections: Section[] = [kind === "job" ? "other" : "header"];
  for (const heading of headings) {
    starts.push(heading.start);
    sections.push(heading.section);
  }
  return { starts, sections, flat };
}

export function sectionAt(outlined: Outline, position: number): Section {
  return outlined.sections[lastNotAbove(outlined.starts, position)] as Section;
}

/** Headings by start, the longest where several begin together, none inside another. */
function phrasesOf(phrases: readonly number[]): Heading[] {
  const list: Heading[] = [];
  for (let k = 0; k < phrases.length; k += 3)
    list.push({
      start: phrases[k] as number,
      end: phrases[k + 1] as number,
      section: SECTIONS[phrases[k + 2] as number] as Section,
    });
  list.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  return list.filter((heading) => {
    if (heading.start < reached) return false;
    reached = heading.end;
    return true;
  });
}

/** In a running text without line ends a heading of a post has a colon behind it. */
function jobHeadings(folded: Folded, known: readonly Heading[], flat: boolean): readonly Heading[] {
  if (!flat) return postHeadings(folded, known);
  return known.filter(
    (heading) => isInline(folded, heading) && folded.classes[pastGap(folded.classes, heading.end)] === COLON,
  );
}

function resumeHeadings(folded: Folded, known: readonly Heading[], flat: boolean): Heading[] {
  let current: Section = "header";
  return known.filter((heading) => {
    const alone =
      standsAlone(folded, heading) &&
      !(isListOpener(folded, heading) && (current === "experience" || current === "projects"));
    const opens = alone || (flat && (isInline(folded, heading) || endsStudies(folded, heading, current)));
    if (opens) current = heading.section;
    return opens;
  });
}

/** "Environment: …", "Tools: …": inside a position it is the position's own list. */
function isListOpener(folded: Folded, { start, end }: Heading): boolean {
  return (
    folded.classes[pastGap(folded.classes, end)] === COLON &&
    !TITLE_WORDS.test(folded.text.slice(folded.at[start], folded.at[end]))
  );
}

/** Bounds of the line a position stands in. */
function lineOf(folded: Folded, position: number): [number, number] {
  const line = lastNotAbove(folded.lines, position);
  return [folded.lines[line] as number, lineEnd(folded, line)];
}

/** How far marks may stand before a heading in its line. */
const MARK_UNITS = 20;

/** A line of its own, or the beginning of one with a colon behind it. */
function standsAlone(folded: Folded, { start, end }: Heading): boolean {
  const [from, to] = lineOf(folded, start);
  if (start - from > MARK_UNITS || holdsWord(folded, from, start)) return false;
  if (!holdsWord(folded, end, to)) return to < folded.length || from > 0;
  return isCapital(folded, start) && folded.classes[pastGap(folded.classes, end)] === COLON;
}

/** In a text without lines: capitals, neighbours and order make the heading. */
function isInline(folded: Folded, { start, end }: Heading): boolean {
  if (!isCapital(folded, start)) return false;
  const text = folded.text.slice(folded.at[start], folded.at[end]);
  const before = wordBefore(folded, start);
  if (BINDING.has(before.toLowerCase()) || folded.classes[start - 1] === SLASH) return false;
  const colon = folded.classes[pastGap(folded.classes, end)] === COLON;
  const words = text.trim().split(/[\s/]+/);
  if (words.length > 1) {
    const titled = words.every((word) => word.charAt(0) !== word.charAt(0).toLowerCase() || BINDING.has(word));
    if (colon && !TITLE_WORDS.test(text)) return false;
    return titled && (colon || nextIsCapital(folded, end) || folded.classes[end] === OTHER);
  }
  if (colon && !TITLE_WORDS.test(text)) return false;
  if (colon) return folded.sentences[lastNotAbove(folded.sentences, start)] === start || isBreakBefore(folded, start);
  if (isShouted(text) && TITLE_WORDS.test(text) && !isShouted(before) && nextIsCapital(folded, end)) return true;
  const next = folded.text.slice(folded.at[end], (folded.at[end] as number) + DEGREE_UNITS);
  if (text.trim() === "Education" && DEGREE.test(next)) return true;
  if (IN_A_JOB.test(next)) return false;
  if (!LONE.has(text.trim().toLowerCase()) || isListed(folded, start, end)) return false;
  const joined = before !== "" && before.charAt(0) !== before.charAt(0).toLowerCase() && !isBreakBefore(folded, start);
  return !joined && nextIsCapital(folded, end);
}

/** "… and JavaScript Education Master of Science": before a degree the word is a heading, whatever stands before it. */
const DEGREE =
  /^\s+(?:Bachelor|Master|Associate|Diploma|Doctor|Ph\.?\s?D|B\.?\s?(?:S|A|E|Sc|Tech|Com|C\.?A)\b|M\.?\s?(?:S|A|E|Sc|Tech|C\.?A|B\.?A)\b|High School|GED\b)/;
const DEGREE_UNITS = 24;
/** "Skills Used Python, SQL" closes a project inside a position. */
const IN_A_JOB = /^\s+(?:used|utilized|utilised|applied)\b/i;

/** What follows "Skills" within this many units is a list when two of its names end in commas or brackets. */
const LIST_REACH = 80;
const LIST = /^(?!\s+(?:in|include|includes|including|with|for|and|of)\b)[^.;•]{1,40}[,(][^.;•]{1,40}[,(]/;

/** "… State College - Springfield, OH Skills Docker (2 years), Linux": behind a school stands a place, and a list is no study. */
function endsStudies(folded: Folded, { start, end }: Heading, current: Section): boolean {
  if (current !== "education" || rawWord(folded, start, end) !== "Skills") return false;
  if (BINDING.has(wordBefore(folded, start).toLowerCase()) || isListed(folded, start, end)) return false;
  const next = folded.text.slice(folded.at[end], folded.at[Math.min(end + LIST_REACH, folded.length - 1)]);
  return LIST.test(next);
}

function rawWord(folded: Folded, start: number, end: number): string {
  return folded.text.slice(folded.at[start], folded.at[end]).trim();
}

/** "Users, Groups, Roles": with a comma beside it a lone word is one of a list. */
function isListed(folded: Folded, start: number, end: number): boolean {
  return (
    folded.classes[beforeGap(folded.classes, start)] === COMMA || folded.classes[pastGap(folded.classes, end)] === COMMA
  );
}

/** A word in capitals among words that are not: "Ada Beispiel EXPERIENCE Engineer". */
function isShouted(text: string): boolean {
  return /\p{Lu}{4}/u.test(text) && text === text.toUpperCase();
}

function isBreakBefore(folded: Folded, start: number): boolean {
  const before = folded.classes[start - 1];
  return (
    start === 0 ||
    before === OTHER ||
    before === DOT ||
    (before === GAP && start > 1 && !isWord(folded.classes[start - 2] as number)) ||
    isYearBefore(folded, start)
  );
}

function isYearBefore(folded: Folded, start: number): boolean {
  return start > 1 && folded.classes[start - 1] === GAP && isDigit(folded.classes[start - 2] as number);
}

function nextIsCapital(folded: Folded, end: number): boolean {
  const i = firstWord(folded, end, folded.length);
  return i < folded.length && (isCapital(folded, i) || isDigit(folded.classes[i] as number));
}

function wordBefore(folded: Folded, start: number): string {
  let to = start;
  while (to > 0 && folded.classes[to - 1] === GAP) to--;
  let from = to;
  while (from > 0 && to - from < 20 && isWord(folded.classes[from - 1] as number)) from--;
  return folded.text.slice(folded.at[from], folded.at[to]);
}

/** Headings of job posts, line by line: known by a phrase of the lexicon, else by how the line stands and which words it holds. */
import type { Section } from "../types.ts";
import { COLON } from "./alphabet.ts";
import { type Folded, lineText } from "./fold.ts";
import { headingByWords } from "./heading-words.ts";
import { firstWord, isCapital, lineEnd, pastGap } from "./units.ts";

export interface Heading {
  readonly start: number;
  readonly end: number;
  readonly section: Section;
}

const HEADING_UNITS = 70;
/** A line with the marks of a heading may be longer. */
const MARKED_UNITS = 100;
/** A paragraph of at least so many units behind this many bullets is no part of their list. */
const PROSE_UNITS = 100;
const LIST_BULLETS = 2;
/** What a line in bold is worth as a level of heading; headings with `#` come before it. */
const BOLD_LEVEL = 7;

/** How a line stands. */
interface Line {
  readonly from: number;
  readonly to: number;
  /** As written, without blanks around it. */
  readonly raw: string;
  readonly dressed: boolean;
  readonly bullet: boolean;
  readonly colon: boolean;
}

/**
 * Headings may be dressed ("### 🔍 What we're looking for"), and unknown ones end what was before, unless they stand below it
 * ("### Requirements", then "**Monitoring**"). A paragraph behind a list of demands ends it as well: firms speak of themselves there.
 */
export function postHeadings(folded: Folded, known: readonly Heading[]): readonly Heading[] {
  const headings: Heading[] = [];
  let next = 0;
  let level = 0;
  let list: List = { bullets: 0, left: null };
  for (let k = 0; k < folded.lines.length; k++) {
    const line = lineAt(folded, k);
    if (line.raw === "") continue;
    const { from, to } = line;
    while (next < known.length && (known[next] as Heading).start < from) next++;
    const inLine: Heading[] = [];
    for (let n = next; n < known.length && (known[n] as Heading).start < to; n++) inLine.push(known[n] as Heading);
    const before = headings[headings.length - 1] ?? null;
    const section = lineSection(folded, line, inLine);
    if (!section) {
      const goesOn = leaveOrResume(folded, line, before, list);
      if (goesOn) headings.push({ start: from, end: from, section: goesOn });
      continue;
    }
    const own = levelOf(line);
    if (section === "other" && before && isPartOf(before, from, inLine.length === 0 && own > level)) continue;
    list = { bullets: 0, left: null };
    level = own;
    headings.push({ start: from, end: to, section });
    if (section === "benefits" && isLabelled(folded, line, inLine[0]))
      headings.push({ start: to, end: to, section: "other" });
  }
  return headings;
}

/** The list below a heading: how many bullets it has so far, and what it asked where a paragraph has ended it. */
interface List {
  bullets: number;
  left: Section | null;
}

/** What a line that is no heading turns to: a paragraph leaves a list of demands, a further bullet goes on with it. */
function leaveOrResume(folded: Folded, line: Line, before: Heading | null, list: List): Section | null {
  if (line.bullet) {
    const { left } = list;
    list.bullets++;
    list.left = null;
    return left;
  }
  if (!before || list.bullets < LIST_BULLETS || !isDemanding(before.section) || !isParagraph(folded, line)) return null;
  list.left = before.section;
  return "other";
}

/** An unknown heading right under another is its second line; one of a lower level names a part of what is asked. */
function isPartOf(before: Heading, from: number, isBelow: boolean): boolean {
  return (before.section !== "other" && before.end === from) || (isBelow && isAsking(before.section));
}

function lineAt(folded: Folded, k: number): Line {
  const from = folded.lines[k] as number;
  const to = lineEnd(folded, k);
  const raw = lineText(folded, from, to);
  const dressed = /^#{1,6}\s|^\*\*[^*]+\*\*:?(?:\s*_?\([^)]*\):?_?)?$|^__[^_]+__:?$/.test(raw) && !/,[*_]*$/.test(raw);
  return {
    from,
    to,
    raw,
    dressed,
    bullet: !dressed && /^(?:[-*•+·]|\d+[.)])\s/.test(raw),
    colon: /:[*_]*$/.test(raw),
  };
}

function isDemanding(section: Section): boolean {
  return section === "requirements" || section === "preferred";
}

function isAsking(section: Section): boolean {
  return isDemanding(section) || section === "responsibilities";
}

/** How deep a heading stands: "##" over "###" over bold. */
function levelOf({ raw }: Line): number {
  return /^#+/.exec(raw)?.[0].length ?? BOLD_LEVEL;
}

/** A paragraph that begins so goes on with what is asked. */
const ASKS_ON =
  /^[^a-z]*(?:you\b|your\b|candidates?\b|applicants?\b|the (?:ideal|successful|right)\b|experience|knowledge|familiar|proficien|strong|must\b|ability|we (?:expect|require|need|look|want)|in addition|additionally)/i;

/** A long line of its own between blank lines that ends as a sentence does. */
function isParagraph(folded: Folded, { from, to, raw, colon }: Line): boolean {
  if (
    colon ||
    to - from < PROSE_UNITS ||
    ASKS_ON.test(raw) ||
    !/[.!?][)*_"”]*$/.test(raw) ||
    !opensWithCapital(folded, from, to)
  )
    return false;
  return /\n\s*\n/.test(folded.text.slice(folded.at[from - 1], folded.at[from]));
}

/** "Location: Remote": a label that speaks of its own line alone. */
function isLabelled(folded: Folded, { from, to, colon }: Line, first: Heading | undefined): boolean {
  if (!first || colon || first.start - from > 4) return false;
  const mark = pastGap(folded.classes, first.end);
  return folded.classes[mark] === COLON && to - mark > 3;
}

function lineSection(folded: Folded, line: Line, inLine: readonly Heading[]): Section | null {
  const { from, to, raw, dressed, bullet, colon } = line;
  const first = inLine[0];
  const short = to - from <= (dressed ? MARKED_UNITS : HEADING_UNITS) && !bullet;
  if (short && first) {
    const plain = isPlainHeading(folded, line, first);
    if (plain || dressed || colon) {
      // Deep in a longer line "our team" is no heading of its own.
      if (!plain && first.section === "company" && first.start - from > 8) return headingByWords(raw) ?? "other";
      return stackOr(leading(inLine, raw), raw);
    }
  }
  if (first && !bullet && first.start - from <= 4 && folded.classes[pastGap(folded.classes, first.end)] === COLON)
    return stackOr(first.section, raw);
  if (short && (dressed || (colon && opensWithCapital(folded, from, to)))) {
    const section = headingByWords(raw);
    if (section) return section;
  }
  return dressed && to - from <= MARKED_UNITS ? "other" : null;
}

/** "Our tech stack", "Technologies we use": what the work is done with, no list of demands. */
function stackOr(section: Section, raw: string): Section {
  const own =
    section === "requirements" &&
    /^[^a-z]*our\b|\bwe (?:use|build|work with|run)\b/i.test(raw) &&
    /stack|technolog|tools/i.test(raw);
  return own ? "responsibilities" : section;
}

/** Of several phrases in one heading, "preferred" and "benefits" outweigh the general words. */
function leading(inLine: readonly Heading[], raw: string): Section {
  for (const section of ["preferred", "legal", "benefits"] as const) {
    if (inLine.some((heading) => heading.section === section)) return section;
  }
  const { section } = inLine[0] as Heading;
  if (section !== "requirements" && section !== "responsibilities") return section;
  // "To succeed in this role you will need": the role is known, and the need is what the line says of it.
  const worded = headingByWords(raw);
  return worded === "preferred" || worded === "requirements" ? worded : section;
}

/** A short line of title words without a full stop, mostly made of the known phrase. */
function isPlainHeading(folded: Folded, { from, to, raw }: Line, first: Heading): boolean {
  if (/[.;,]$/.test(raw) || !opensWithCapital(folded, from, to)) return false;
  return (first.end - first.start) * 2 >= to - from - 4 || (first.start - from <= 6 && to - from <= 40);
}

function opensWithCapital(folded: Folded, from: number, to: number): boolean {
  const i = firstWord(folded, from, to);
  return i < to && isCapital(folded, i);
}

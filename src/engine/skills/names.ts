/** Names of people, streets and schools make no claims: "Ruby Jenkins", "12 Elm Row", "Rust College". Resumes only. */
import {
  AMPERSAND,
  CLOSE,
  COLON,
  COMMA,
  DOT,
  GAP,
  isDigit,
  isLetter,
  isWord,
  LETTER_A,
  OPEN,
  OTHER,
  SLASH,
} from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { type Stretch, unitAt } from "../text/positions.ts";
import { type Outline, sectionAt } from "../text/sections.ts";
import { beforeGap, holdsMark, isCapital, pastGap } from "../text/units.ts";
import { lastEndingBy, type Spans, startsAt } from "../text/windows.ts";
import type { Found, Hit } from "./find.ts";
import { CREDENTIAL, isAbstract, isOf, isOpen, LANGUAGE, ROLE, SOFT_SKILL } from "./traits.ts";

const STREETS: ReadonlySet<string> = words(
  "street st road rd lane ln avenue ave row boulevard blvd drive dr court terrace alley square",
);
const SCHOOLS: ReadonlySet<string> = words("university college institute school academy polytechnic");
/** Words that make a first line a title or a sentence, and no name. */
const TRADES: ReadonlySet<string> = words(
  "engineer developer administrator architect analyst scientist manager consultant specialist lead intern programmer tester admin resume cv profile summary skills experience",
);
/** Forms of address; like initials they are no word of a name. */
const FORMS: ReadonlySet<string> = words("mr mrs ms mx dr prof");
/** A name has so many words, and a way to reach the person follows within so many units. */
const NAME_WORDS = 4;
const CONTACT_UNITS = 250;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

export function withoutNames({ hits, cues }: Found, folded: Folded, outlined: Outline): readonly Hit[] {
  const nameEnd = endOfName(folded, outlined.flat);
  const companies = companyNames(folded, cues);
  const stages = stageRows(folded, cues);
  const isName = (hit: Hit) => {
    if (isOpen(hit) || isOf(ROLE, hit)) return false;
    if (hit.start < nameEnd) return true;
    if (isWithin(stages, hit)) return isAbstract(hit) && !holdsMark(folded, SLASH, hit.start, hit.end);
    if (isWithin(companies, hit)) return !isBehindComma(folded, hit.start);
    const section = sectionAt(outlined, hit.start);
    if (section === "header") return STREETS.has(wordFrom(folded, hit.end));
    if (section !== "education" || isOf(CREDENTIAL, hit)) return false;
    // "Electronics & Communication" is a field of study.
    return isOf(SOFT_SKILL, hit) || isSchool(folded, hit);
  };
  return hits.filter((hit) => !isName(hit));
}

/** The last name of a list may stand right before a company's: "Docker, Git Acme Corp". */
function isBehindComma({ classes }: Folded, start: number): boolean {
  return classes[beforeGap(classes, start)] === COMMA;
}

/** Between the title and the place at the head of a position stands the employer: "Developer Rust Harbour - Springfield, OH 2015 to …". */
export function withoutEmployers({ hits, cues }: Found, folded: Folded, stretches: readonly Stretch[]): readonly Hit[] {
  const employers: Spans = [];
  const untitled: Spans = [];
  for (const { start, body } of stretches) {
    const place = PLACE.exec(folded.text.slice(folded.at[start], folded.at[body]));
    const dash = place ? unitAt(folded, (folded.at[start] as number) + place.index) : -1;
    if (dash < 0) continue;
    const k = lastEndingBy(cues.titleNoun, dash);
    const noun = k < 0 ? -1 : (cues.titleNoun[2 * k + 1] as number);
    if (noun <= start) {
      const from = lineStart(folded.classes, start, dash);
      if (isRunOfCapitals(folded, from, dash)) untitled.push(from, dash);
    } else if (isSpace(folded, noun) && isCapital(folded, noun + 1) && !holdsMark(folded, COMMA, noun, dash))
      employers.push(noun, dash);
  }
  if (employers.length + untitled.length === 0) return hits;
  const isNamed = (hit: Hit) => !isOpen(hit) && !isOf(ROLE, hit) && (isWithin(employers, hit) || isHead(untitled, hit));
  return hits.filter((hit) => !isNamed(hit));
}

/** Where no title is told, the employer's name is the whole head or its end: "Work Experience Volvo Cars - Springfield, OH". */
function isHead(untitled: Spans, hit: Hit): boolean {
  if (isOf(LANGUAGE, hit) || !isWithin(untitled, hit)) return false;
  const k = lastEndingBy(untitled, hit.end - 1) + 1;
  return hit.start > (untitled[2 * k] as number) || hit.end === untitled[2 * k + 1];
}

/** Behind the last hard break in `[from, to)` and the gap there. */
function lineStart(classes: Uint8Array, from: number, to: number): number {
  let i = to;
  while (i > from && classes[i - 1] !== OTHER) i--;
  return pastGap(classes, i);
}

/** Few words, each with a capital, and no mark but a full stop between. */
function isRunOfCapitals(folded: Folded, from: number, to: number): boolean {
  const { classes } = folded;
  let words = 0;
  for (let i = from; i < to; i++) {
    const value = classes[i] as number;
    if (!isWord(value)) {
      if (value !== GAP && value !== DOT) return false;
    } else if ((i === from || !isWord(classes[i - 1] as number)) && (!isCapital(folded, i) || ++words > EMPLOYER_WORDS))
      return false;
  }
  return words > 0;
}

const EMPLOYER_WORDS = 4;

/** A gap without a hyphen: "Developer - Python" goes on with the title. */
function isSpace({ classes, text, at }: Folded, i: number): boolean {
  return classes[i] === GAP && !text.slice(at[i], at[i + 1]).includes("-");
}

/** " - Springfield, OH", " - Pune, Maharashtra". */
const PLACE = / - [A-Z][\w.']*(?: [A-Z][\w.']*){0,2}, [A-Z]/;

/** Whether one of the spans, ascending and apart, holds the hit. */
function isWithin(spans: Spans, { start, end }: Hit): boolean {
  const k = lastEndingBy(spans, end - 1) + 1;
  return 2 * k < spans.length && (spans[2 * k] as number) <= start;
}

const COMPANY_WORDS = 4;

/** Runs of capitalised words that end in "Inc", "LLC" …; a title before them is none of their words. */
function companyNames(folded: Folded, { companyEnd, titleNoun, hedge }: Found["cues"]): Spans {
  const spans: Spans = [];
  for (let k = 0; k < companyEnd.length; k += 2) {
    const end = companyEnd[k + 1] as number;
    let start = companyEnd[k] as number;
    // Written small only "and Associates" ends a name.
    if (isLetter(folded.classes[start] as number) && !isCapital(folded, start) && folded.classes[start] !== LETTER_A)
      continue;
    if (startsAt(hedge, start)) continue;
    if (folded.classes[start - 1] === GAP && folded.classes[start - 2] === COMMA) start -= 1;
    for (let words = 0; words < COMPANY_WORDS; words++) {
      const before = capitalBefore(folded, start);
      if (before < 0 || startsAt(titleNoun, before)) break;
      start = before;
    }
    if (start >= (companyEnd[k] as number) - 1) continue;
    if (spans.length > 0 && start < (spans[spans.length - 1] as number)) spans[spans.length - 1] = end;
    else spans.push(start, end);
  }
  return spans;
}

/** Start of the capitalised word before, over a gap, an ampersand or the comma of "Acme, Inc"; -1 where there is none. */
function capitalBefore(folded: Folded, at: number): number {
  const { classes } = folded;
  let i = at;
  while (i > 0 && (classes[i - 1] === GAP || classes[i - 1] === AMPERSAND)) i--;
  if (i === at && classes[i - 1] === COMMA) i--;
  const end = i;
  while (i > 0 && isWord(classes[i - 1] as number)) i--;
  return i < end && isCapital(folded, i) ? i : -1;
}

/** "development, QA and production environments": places, and nothing that is done there. */
function stageRows(folded: Folded, { stage, stagePlace }: Found["cues"]): Spans {
  const spans: Spans = [];
  for (let k = 0; k < stagePlace.length; k += 2) {
    const end = stagePlace[k] as number;
    if (folded.classes[stagePlace[k + 1] as number] === COLON) continue;
    let start = end;
    let members = 0;
    for (let at = behindJoint(folded, end); ; at = behindJoint(folded, start)) {
      const last = lastEndingBy(stage, at);
      if (last < 0 || (stage[2 * last + 1] as number) !== at || at === start) break;
      start = stage[2 * last] as number;
      members++;
    }
    if (members >= 2 && start >= (spans[spans.length - 1] ?? 0)) spans.push(start, end);
  }
  return spans;
}

/** Where the word ends that stands before a joint (gaps, commas, slashes, brackets, "and"). */
function behindJoint({ classes }: Folded, at: number): number {
  let i = at;
  while (i > 0) {
    if (IS_JOINT[classes[i - 1] as number] === 1) i--;
    else if (
      i > 3 &&
      i < at &&
      classes[i - 4] === GAP &&
      classes[i - 3] === 1 &&
      classes[i - 2] === 14 &&
      classes[i - 1] === 4
    )
      i -= 3;
    else break;
  }
  return i;
}

const IS_JOINT = new Uint8Array(256);
for (const mark of [GAP, COMMA, SLASH, AMPERSAND, OPEN, CLOSE]) IS_JOINT[mark] = 1;

function isSchool(folded: Folded, hit: Hit): boolean {
  if (SCHOOLS.has(wordFrom(folded, hit.end))) return true;
  const before = wordBefore(folded, hit.start);
  return before.word === "of" && SCHOOLS.has(wordBefore(folded, before.start).word);
}

/** End of the person's name: the first line, or in a running text the first two words, where a way to reach the person follows. */
function endOfName(folded: Folded, flat: boolean): number {
  const { classes, lines, length } = folded;
  const lineEnd = !flat && lines.length > 1 ? (lines[1] as number) : length;
  let end = 0;
  let count = 0;
  let i = 0;
  while (i < lineEnd) {
    const value = classes[i] as number;
    if (isLetter(value)) {
      const word = wordFrom(folded, i);
      const endsName = !isCapital(folded, i) || count === NAME_WORDS;
      if (TRADES.has(word) || (endsName && (!flat || count < 2))) return 0;
      if (endsName) break;
      if (word.length > 1 && !FORMS.has(word)) count++;
      while (i < lineEnd && isWord(classes[i] as number)) i++;
      if (!flat || count <= 2) end = i;
    } else if (isDigit(value)) {
      if (!flat) return 0;
      break;
    } else if (value === GAP || value === DOT || (value === OTHER && !flat)) i++;
    else if (value === COMMA && !flat) return 0;
    else if (value === COMMA || value === OTHER) break;
    else return 0;
  }
  return count >= 2 && hasContact(folded, end) ? end : 0;
}

/** An e-mail address or seven digits and more of a phone, soon behind the name. */
function hasContact(folded: Folded, from: number): boolean {
  const to = Math.min(folded.length, from + CONTACT_UNITS);
  const text = folded.text.slice(folded.at[from], folded.at[to]);
  return /\S@\S+\.\S|\d[\d ().-]{6,}\d/.test(text);
}

/** The word that begins at `from` or one gap behind it, in small letters; empty where none does. */
function wordFrom({ classes, length }: Folded, from: number): string {
  let i = pastGap(classes, from);
  let word = "";
  for (; i < length && word.length < 14 && isLetter(classes[i] as number); i++)
    word += String.fromCharCode(96 + (classes[i] as number));
  return word;
}

function wordBefore({ classes }: Folded, before: number): { word: string; start: number } {
  let i = before;
  if (i > 0 && classes[i - 1] === GAP) i--;
  let word = "";
  while (i > 0 && word.length < 14 && isLetter(classes[i - 1] as number))
    word = String.fromCharCode(96 + (classes[--i] as number)) + word;
  return { word, start: i };
}

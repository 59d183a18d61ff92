/** What is other people's: their trades, their teams, their titles. */
import type { Found, Hit } from "../skills/find.ts";
import { AMPERSAND, CLOSE, COLON, COMMA, GAP, LETTER_S, OPEN, OTHER, SLASH } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { beforeGap, holdsMark, isAnd } from "../text/units.ts";
import { lastEndingBy } from "../text/windows.ts";
import { type Clause, lastStart, nearStart } from "./cues.ts";

/** How far a list of other people's trades may stretch before and behind a name, in folded units. */
const TRADE_REACH = 110;

/** "with the Kubernetes team", "escalated to Linux and network administrators": a trade of other people. */
export function isOfOthers(folded: Folded, { cues }: Found, hit: Hit, clause: Clause): boolean {
  const beside = nearStart(cues.beside, clause.start, hit.start, TRADE_REACH) >= 0;
  if (beside && isAmongPeople(folded, cues, hit, clause)) return true;
  if (!beside && !isServed(folded, cues, hit, clause)) return false;
  let k = lastEndingBy(cues.people, hit.end) + 1;
  if (2 * k >= cues.people.length) return false;
  // "team members": of two that begin together the longer.
  if (cues.people[2 * k + 2] === cues.people[2 * k]) k++;
  const people = cues.people[2 * k] as number;
  const end = cues.people[2 * k + 1] as number;
  if (people < hit.end || end > clause.end || people - hit.end > TRADE_REACH) return false;
  return (
    (beside || (folded.classes[end - 1] === LETTER_S && !isSeparated(folded.classes, people))) &&
    leadsTo(folded, cues, hit.end, people)
  );
}

/** "with departments such as sales and finance". */
function isAmongPeople(folded: Folded, cues: Found["cues"], hit: Hit, clause: Clause): boolean {
  if (nearStart(cues.peopleLike, clause.start, hit.start, TRADE_REACH) < 0) return false;
  const end = cues.peopleLike[2 * lastEndingBy(cues.peopleLike, hit.start) + 1] as number;
  return hit.start - end <= 1 || holdsNamesOnly(folded, end, hit.start, 0);
}

/** "for the Java teams", "for the testing and Java teams". */
function isServed(folded: Folded, cues: Found["cues"], hit: Hit, clause: Clause): boolean {
  if (nearStart(cues.serving, clause.start, hit.start, TRADE_REACH) < 0) return false;
  const end = cues.serving[2 * lastEndingBy(cues.serving, hit.start) + 1] as number;
  return (
    hit.start - end <= 1 || (isSeparated(folded.classes, hit.start) && isListOfNames(folded, cues, end, hit.start, 0))
  );
}

/** Whether a comma or an "and" stands directly before. */
function isSeparated(classes: Uint8Array, position: number): boolean {
  const before = beforeGap(classes, position);
  return before >= 0 && (classes[before] === COMMA || isAnd(classes, position - 5) || isAnd(classes, position - 4));
}

/** Directly, or over ", MLOps and data". */
function leadsTo(folded: Folded, cues: Found["cues"], from: number, to: number): boolean {
  return to - from <= 1 || isListOfNames(folded, cues, from, to, ITEM_WORDS);
}

const ITEM_WORDS = 2;

/** Whether only commas, "and" and names of few words stand in `[from, to)`, no verb; `words` are read of the first already. */
function isListOfNames(folded: Folded, cues: Found["cues"], from: number, to: number, words: number): boolean {
  if (!holdsNamesOnly(folded, from, to, words)) return false;
  return lastStart(cues.deepVerb, from, to) < 0 && lastStart(cues.lightVerb, from, to) < 0;
}

function holdsNamesOnly({ classes }: Folded, from: number, to: number, words: number): boolean {
  for (let i = from; i < to; i++) {
    const value = classes[i] as number;
    if (value === OTHER || value === OPEN || value === CLOSE || value === COLON) return false;
    if (value === COMMA || value === SLASH || value === AMPERSAND || isAnd(classes, i)) words = -1;
    else if (value === GAP && i + 1 < to && ++words > ITEM_WORDS) return false;
  }
  return true;
}

/** How near before a job title the words must stand that make it that of somebody else. */
const ROLE_REACH = 60;
const TITLE_REACH = 16;

/** A job title in prose is that of others in the plural, or behind "worked with". */
export function isRoleOfOthers(folded: Folded, found: Found, hit: Hit, clause: Clause): boolean {
  if (isPlural(folded.classes, hit)) return nearStart(found.cues.ownRole, clause.start, hit.start, TITLE_REACH) < 0;
  return isBesideRole(folded, found, hit, clause);
}

/** How far behind "reporting to" the title and trade of the one who is reported to may stretch, and a crew's behind "team of". */
const SUPERIOR_REACH = 60;
const CREW_REACH = 25;

/** "Reporting to the Director, Data Science". */
export function isOfSuperior({ cues }: Found, hit: Hit, clause: Clause): boolean {
  const start = nearStart(cues.superior, clause.start, hit.start, SUPERIOR_REACH);
  return (
    start >= 0 && lastStart(cues.deepVerb, start, hit.start) < 0 && lastStart(cues.addressed, start, hit.start) < 0
  );
}

export function isBesideRole(folded: Folded, { cues }: Found, hit: Hit, clause: Clause): boolean {
  const own = lastStart(cues.ownRole, clause.start, hit.start);
  if (nearStart(cues.crew, clause.start, hit.start, CREW_REACH) > own) return true;
  // "Experience in roles such as …" is one's own.
  if (lastStart(cues.knowledge, clause.start, hit.start) < 0 && isAmongPeople(folded, cues, hit, clause)) return true;
  const contrast = Math.max(own, lastStart(cues.contrast, clause.start, hit.start));
  const beside = nearStart(cues.beside, clause.start, hit.start, ROLE_REACH);
  if (beside > contrast && !holdsMark(folded, OTHER, beside, hit.start)) return true;
  return folded.classes[hit.start - 1] === GAP && nearStart(cues.helping, clause.start, hit.start, 1) > contrast;
}

/** "developers", "analysts", "DBAs"; not "operations", "systems", "DevOps". */
function isPlural(classes: Uint8Array, { start, end }: Hit): boolean {
  if (end - start < 4 || classes[end - 1] !== LETTER_S) return false;
  return PLURAL_ENDINGS[classes[end - 2] as number] === 1 && !(classes[end - 2] === 14 && classes[end - 3] === 15);
}

const PLURAL_ENDINGS = new Uint8Array(256);
for (const letter of "rtdna") PLURAL_ENDINGS[letter.charCodeAt(0) - 96] = 1;

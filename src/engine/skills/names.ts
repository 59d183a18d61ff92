/** Names of people, streets and schools make no claims: "Ruby Jenkins", "12 Elm Row", "Rust College". Resumes only. */
import { COMMA, DOT, GAP, isDigit, isLetter, isWord, OTHER } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { type Outline, sectionAt } from "../text/sections.ts";
import type { Hit } from "./find.ts";
import { CREDENTIAL, isOf, isOpen, ROLE } from "./traits.ts";

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

export function withoutNames(hits: readonly Hit[], folded: Folded, outlined: Outline): readonly Hit[] {
  const nameEnd = endOfName(folded, outlined.flat);
  const isName = (hit: Hit) => {
    if (isOpen(hit) || isOf(ROLE, hit)) return false;
    if (hit.start < nameEnd) return true;
    const section = sectionAt(outlined, hit.start);
    if (section === "header") return STREETS.has(wordFrom(folded, hit.end));
    return section === "education" && !isOf(CREDENTIAL, hit) && isSchool(folded, hit);
  };
  return hits.some(isName) ? hits.filter((hit) => !isName(hit)) : hits;
}

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

function isCapital(folded: Folded, i: number): boolean {
  const char = folded.text.charAt(folded.at[i] as number);
  return char !== char.toLowerCase();
}

/** The word that begins at `from` or one gap behind it, in small letters; empty where none does. */
function wordFrom({ classes, length }: Folded, from: number): string {
  let i = classes[from] === GAP ? from + 1 : from;
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

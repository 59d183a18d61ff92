/** Context rules of aliases with more than one meaning, compiled. The kinds are closed: see `Alias` in the types. */
import { GAP, isWord, PLUS, SHARP } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { pastGap, standsAt } from "../text/units.ts";
import type { Alias } from "../types.ts";
import { expandChoices, foldSpelling } from "./spellings.ts";
import { CAPITAL, EXACT, UPPER } from "./traits.ts";

export interface Rule {
  /** The alias's own letters, for `exact`. */
  readonly written: string;
  readonly notBefore: readonly Uint8Array[];
  readonly notAfter: readonly Uint8Array[];
  /** Word numbers that veto within the clause. */
  readonly unless: ReadonlySet<number> | null;
  readonly needs: RuleNeeds | null;
}

export interface RuleNeeds {
  readonly list: boolean;
  readonly words: ReadonlySet<number> | null;
  /** Marks of skills and areas. */
  readonly near: ReadonlySet<number> | null;
  readonly document: readonly number[] | null;
}

/** Numbers for what rules name: context words, and skills and areas (their "marks"). */
export interface Numbering {
  wordNumber(word: string): number;
  /** Undefined for what is neither a skill nor an area. */
  markOf(name: string): number | undefined;
}

/** Compiles an alias's rule, or null when it has none. */
export function compileRule(alias: Alias, { wordNumber, markOf }: Numbering): Rule | null {
  const { notBefore, notAfter, unless, needs } = alias;
  if ((alias.case ?? "any") === "any" && !notBefore && !notAfter && !unless && !needs) return null;
  const words = (list: readonly string[] | undefined) =>
    list ? new Set(list.flatMap(expandChoices).map(wordNumber)) : null;
  const marks = (list: readonly string[]) => list.map(markOf).filter((mark) => mark !== undefined);
  const spellings = (list: readonly string[] | undefined) => (list ?? []).flatMap(expandChoices).map(foldSpelling);
  return {
    written: letters(alias.text),
    notBefore: spellings(notBefore),
    notAfter: spellings(notAfter),
    unless: words(unless),
    needs: needs
      ? {
          list: needs.list ?? false,
          words: words(needs.words),
          near: needs.near ? new Set(marks(needs.near)) : null,
          document: needs.document ? marks(needs.document) : null,
        }
      : null,
  };
}

/** Whether the letters `[from, to)` as written in the document are what an alias with these traits, and this rule, asks for. */
export function caseHolds(traits: number, rule: Rule, text: string, from: number, to: number): boolean {
  if ((traits & CAPITAL) !== 0) return isCapitalised(text, from, to);
  if ((traits & UPPER) !== 0) return isUpper(text, from, text.charCodeAt(to - 1) === SMALL_S ? to - 1 : to);
  return (traits & EXACT) === 0 || isWritten(rule.written, text, from, to);
}

function isCapitalised(text: string, from: number, to: number): boolean {
  const code = text.charCodeAt(from);
  if (code >= 97 && code <= 122) return false;
  return (code >= 65 && code <= 90) || /^[^\p{L}]*\p{Lu}/u.test(text.slice(from, to));
}

const SMALL_S = 115;

function isWritten(written: string, text: string, from: number, to: number): boolean {
  let at = from;
  for (let k = 0; k < written.length; at++) {
    if (at >= to) return false;
    const char = text.charAt(at);
    if (char === written.charAt(k)) k++;
    else if (!BLANK.test(char)) return false;
  }
  return true;
}

function isUpper(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) return false;
    if (code >= 128) return !/\p{Ll}/u.test(text.slice(at, to));
  }
  return true;
}

const BLANK = /[\s_-]/;

function letters(text: string): string {
  return text.replace(/[\s_-]+/g, "");
}

/** A bit for a class of unit, shared by few others: most neighbours are told apart by it before a spelling is looked at. */
export function unitBit(unit: number): number {
  return 1 << (unit & 31);
}

/** Whether a spelling stands directly behind a hit that ends at `end`, or one gap off. */
export function follows(folded: Folded, end: number, spelling: Uint8Array): boolean {
  const { classes } = folded;
  const from = pastGap(classes, end);
  if (!standsAt(classes, from, spelling)) return false;
  if (!isWord(spelling[spelling.length - 1] as number)) return true;
  const after = classes[from + spelling.length] as number;
  return !isWord(after) && after !== PLUS && after !== SHARP; // "& C" does not stand in "& C++"
}

/** Whether a spelling stands directly before a hit that starts at `start`, or one gap off. */
export function precedes(folded: Folded, start: number, spelling: Uint8Array): boolean {
  const { classes } = folded;
  const to = start > 0 && classes[start - 1] === GAP ? start - 1 : start;
  const from = to - spelling.length;
  if (from < 0 || !standsAt(classes, from, spelling)) return false;
  return !(from > 0 && isWord(spelling[0] as number) && isWord(classes[from - 1] as number));
}

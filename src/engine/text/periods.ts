/** Dated periods ("March 2017 to Present", "06/2015 – 08/2017", "2015-2018") in the many ways people write them. */
import type { MonthIndex } from "../types.ts";

export interface Period {
  readonly start: MonthIndex;
  /** Null where it says "Present". */
  readonly end: MonthIndex | null;
  /** Offsets in the text, half-open. */
  readonly from: number;
  readonly to: number;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const SEASONS: Readonly<Record<string, number>> = { win: 0, spr: 3, sum: 6, fal: 9, aut: 9 };
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|winter|spring|summer|fall|autumn)";
const JOIN = "\\s{0,3}(?:[-–—−‒―~→\\u0096\\u0097]{1,3}|to|till|until|thru|through|upto|up to)\\s{0,3}";
const NOW = "(present|current(?:ly)?|now|till date|to date|date|today|ongoing|till now|till present|continuing)";
const DAY = "(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s{1,2})?";

/** What may stand before a year: a month's name, or its number. */
const BEFORE = new RegExp(
  `(?:\\b${MONTH}\\.?,?\\s{0,2}${DAY}(?:of\\s)?['’‘\\u0092]?|\\b(?:\\d{1,2}[/.-])??(0?[1-9]|1[0-2])\\s?[/.-]\\s?)$`,
  "i",
);
const AFTER = new RegExp(
  `${JOIN}(?:${NOW}\\b|(?:${MONTH}\\.?,?\\s{0,2}${DAY}['’‘\\u0092]?|(?:\\d{1,2}[/.-])??(0?[1-9]|1[0-2])\\s?[/.-]\\s?)?((?:19[5-9]|20[0-4])\\d|\\d\\d(?![\\d/])))`,
  "iy",
);
const YEAR = /(?<!\d)(?:19[5-9]|20[0-4])\d(?!\d)/g;
/** Two digits for a year count only behind a month: "Jan '15", "06/15". */
const SHORT_YEAR = new RegExp(
  `\\b(?:${MONTH}\\.?,?\\s?['’‘\\u0092]\\s?|(0?[1-9]|1[0-2])\\s?/\\s?)(\\d\\d)(?=${JOIN})`,
  "gi",
);

/** What a text says of time: periods, and months (or bare years, as their January) named outside of any, both in order. */
export interface Dates {
  readonly periods: readonly Period[];
  readonly named: readonly { readonly at: number; readonly month: MonthIndex }[];
}

export function findDates(text: string): Dates {
  const periods: Period[] = [];
  const named: { at: number; month: MonthIndex }[] = [];
  let reached = 0;
  for (const match of text.matchAll(YEAR)) {
    const at = match.index;
    if (at < reached) continue;
    const before = BEFORE.exec(text.slice(at > reached + 24 ? at - 24 : reached, at));
    const month = before ? monthFrom(before[1], before[2]) : null;
    const year = Number(match[0]);
    const period = close(text, at - (before?.[0].length ?? 0), at + 4, year, month);
    if (period) {
      periods.push(period);
      reached = period.to;
    } else named.push({ at, month: year * 12 + (month ?? 0) });
  }
  if (periods.length === 0) addShort(text, periods);
  return { periods, named };
}

function addShort(text: string, periods: Period[]): void {
  for (const match of text.matchAll(SHORT_YEAR)) {
    const period = close(
      text,
      match.index,
      match.index + match[0].length,
      fullYear(match[3] as string),
      monthFrom(match[1], match[2]),
    );
    if (period) periods.push(period);
  }
}

/** The period that begins with the date ending at `offset`, if one follows. */
function close(text: string, from: number, offset: number, year: number, month: number | null): Period | null {
  AFTER.lastIndex = offset;
  const rest = AFTER.exec(text);
  if (!rest) return null;
  const to = AFTER.lastIndex;
  const start = year * 12 + (month ?? 0);
  if (rest[1] !== undefined) return { start, end: null, from, to };
  const digits = rest[4] as string;
  const endMonth = monthFrom(rest[2], rest[3]);
  if (digits.length === 2 && endMonth === null && month !== null) return null;
  const endYear = fullYear(digits);
  // Years alone: whole years apart; within one year, half of it.
  const end = endYear * 12 + (endMonth ?? (month !== null ? 11 : endYear === year ? 5 : 0));
  return end < start || end - start > 70 * 12 ? null : { start, end, from, to };
}

function monthFrom(name: string | undefined, digits: string | undefined): number | null {
  if (digits !== undefined) return Number(digits) - 1;
  if (name === undefined) return null;
  const short = name.slice(0, 3).toLowerCase();
  const index = MONTHS.indexOf(short);
  return index >= 0 ? index : (SEASONS[short] ?? null);
}

function fullYear(digits: string): number {
  const value = Number(digits);
  return digits.length === 4 ? value : value < 50 ? 2000 + value : 1900 + value;
}

import type { MonthIndex } from "../types.ts";

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads an ISO calendar date (`YYYY-MM-DD`); null when it is none. No clock and no time zone are involved. */
export function parseDate(date: string): { year: number; month: number; day: number } | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) return null;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : DAYS[month - 1];
  return days === undefined || day < 1 || day > days ? null : { year, month, day };
}

/** The month an ISO date (`YYYY-MM-DD`) lies in. Throws a RangeError for anything that is no date. */
export function monthOf(date: string): MonthIndex {
  const parsed = parseDate(date);
  if (!parsed) throw new RangeError("expected a calendar date, YYYY-MM-DD");
  return parsed.year * 12 + parsed.month - 1;
}

/** Months are few and asked for often: their spellings are kept. */
const spellings = new Map<MonthIndex, string>();
const MOST_KEPT = 1000;

/** A month index as `YYYY-MM`. */
export function formatMonth(month: MonthIndex): string {
  const kept = spellings.get(month);
  if (kept !== undefined) return kept;
  const year = (month - (month % 12)) / 12;
  const text = `${String(year).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  if (spellings.size < MOST_KEPT) spellings.set(month, text);
  return text;
}

import { expect, test } from "vitest";
import { formatMonth, monthOf, parseDate } from "../../../src/engine/text/calendar.ts";

test.each(["2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01", "1999-12-31"])("%s is a date", (date) => {
  const [year, month, day] = date.split("-").map(Number);
  expect(parseDate(date)).toEqual({ year, month, day });
});

test.each([
  "2026-02-29",
  "1900-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-04-31",
  "2026-4-1",
  "20261123",
  "2026-11-23T00:00",
  " 2026-11-23",
  "",
  "abcd-ef-gh",
])("%j is none", (date) => {
  expect(parseDate(date)).toBeNull();
  expect(() => monthOf(date)).toThrow(RangeError);
});

test("months are counted from year 0 and written back", () => {
  expect(monthOf("2026-11-23")).toBe(2026 * 12 + 10);
  for (const date of ["2026-01-31", "2026-12-01", "0044-03-15"])
    expect(formatMonth(monthOf(date))).toBe(date.slice(0, 7));
});

/** A mention names its skill by id, which outlives a taxonomy; weighing works with numbers. The reading made last knows them still. */
import type { Matcher } from "../skills/matcher.ts";
import type { Reading } from "../types.ts";

let last: { readonly reading: Reading; readonly matcher: Matcher; readonly numbers: readonly number[] } | null = null;

export function keepNumbers(reading: Reading, matcher: Matcher, numbers: readonly number[]): void {
  last = { reading, matcher, numbers };
}

/** The number of each mention's skill, in the order of the mentions. */
export function numbersOf(reading: Reading, matcher: Matcher): readonly number[] {
  if (last?.reading === reading && last.matcher === matcher) return last.numbers;
  return reading.mentions.map(({ skillId }) => matcher.numberOf.get(skillId) as number);
}

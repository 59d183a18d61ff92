import type { Matcher } from "../skills/matcher.ts";
import type { MonthIndex, Reading, SkillEvidence } from "../types.ts";

/** What a reading shows of each skill at `asOf`, ordered by strength, then id. */
export function weigh(_reading: Reading, _matcher: Matcher, _asOf: MonthIndex): readonly SkillEvidence[] {
  throw new Error("in the making");
}

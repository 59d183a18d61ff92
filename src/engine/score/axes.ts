import type { Matcher } from "../skills/matcher.ts";
import type { AxesReading, Profile, Reading, SkillEvidence } from "../types.ts";

/** DevOps, MLOps and shared ground as subtotals of the pinned hybrid profile; null when the document is unscorable. */
export function readAxes(
  _reading: Reading,
  _skills: readonly SkillEvidence[],
  _hybrid: Profile,
  _matcher: Matcher,
): AxesReading | null {
  throw new Error("in the making");
}

import type { Matcher } from "../skills/matcher.ts";
import type { Explanation, Match, Profile, Reading, SkillEvidence } from "../types.ts";

/** Gaps, levers and sentences for a scored match. A lever's points are what `score` answers when its skills are added. */
export function explain(
  _match: Match,
  _reading: Reading,
  _skills: readonly SkillEvidence[],
  _profile: Profile,
  _matcher: Matcher,
): Explanation {
  throw new Error("in the making");
}

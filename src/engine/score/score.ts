import type { Matcher } from "../skills/matcher.ts";
import type { Match, Profile, Reading, SkillEvidence } from "../types.ts";

/** Scores what is known of a document's skills against one profile version. */
export function score(_reading: Reading, _skills: readonly SkillEvidence[], _profile: Profile, _matcher: Matcher): Match {
  throw new Error("in the making");
}

/** The engine with the shipped taxonomy and profiles. */
import { loadShipped } from "../../scripts/shipped.ts";
import {
  type DocumentKind,
  type Match,
  type Matcher,
  monthOf,
  type Profile,
  type Reading,
  read,
  type SkillEvidence,
  score,
  weigh,
} from "../../src/engine/index.ts";

const shipped = loadShipped();

export const matcher: Matcher = shipped.matcher;
export const profiles: readonly Profile[] = [...shipped.profiles.values()];
export const hybrid: Profile = profiles.find((profile) => profile.slug === "ml-platform-engineer") as Profile;
export const AS_OF = monthOf("2026-11-23");

export interface Judged {
  readonly reading: Reading;
  readonly skills: readonly SkillEvidence[];
  readonly matches: readonly Match[];
}

/** One document read, weighed and scored against every shipped profile. */
export function judge(text: string, kind: DocumentKind = "resume", asOf = AS_OF): Judged {
  const reading = read({ kind, text }, matcher);
  const weighed = weigh(reading, matcher, asOf);
  return { reading, skills: weighed, matches: profiles.map((profile) => score(reading, weighed, profile, matcher)) };
}

/** Scores in thousandths of a point, by profile; null where unscorable. */
export function scoresOf(text: string, kind: DocumentKind = "resume"): Record<string, number | null> {
  return Object.fromEntries(judge(text, kind).matches.map((match) => [match.profile, match.score]));
}

import type { Matcher } from "../skills/matcher.ts";
import type { SkillEvidence } from "../types.ts";

/** What is known of a document's skills, found by a skill's number. */
export interface Known {
  readonly skills: readonly SkillEvidence[];
  /** By number: one more than the skill's place in the list, or 0. */
  readonly places: Int32Array;
}

/** The same evidence is asked about profile after profile: its index is made once. */
const indexes = new WeakMap<readonly SkillEvidence[], { readonly matcher: Matcher; readonly known: Known }>();

export function knownBy(skills: readonly SkillEvidence[], matcher: Matcher): Known {
  const before = indexes.get(skills);
  if (before?.matcher === matcher) return before.known;
  const places = new Int32Array(matcher.skills.length);
  for (let k = 0; k < skills.length; k++) {
    const number = matcher.numberOf.get((skills[k] as SkillEvidence).skillId);
    if (number !== undefined) places[number] = k + 1;
  }
  const known = { skills, places };
  indexes.set(skills, { matcher, known });
  return known;
}

/** What is known of the skill with this number; undefined for -1, too. */
export function lookUp({ skills, places }: Known, number: number): SkillEvidence | undefined {
  const place = number < 0 ? 0 : (places[number] as number);
  return place === 0 ? undefined : skills[place - 1];
}

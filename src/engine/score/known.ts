import type { Matcher } from "../skills/matcher.ts";
import type { SkillEvidence } from "../types.ts";

/** What is known of a document's skills, found by a skill's number. */
export interface Known {
  readonly skills: readonly SkillEvidence[];
  /** By number: one more than the skill's place in the list, or 0. */
  readonly places: Int32Array;
}

/** The same evidence is asked about profile after profile: the index of the last one is kept, and its room used again. */
let last: { skills: readonly SkillEvidence[]; matcher: Matcher | null; numbers: number[]; places: Int32Array } = {
  skills: [],
  matcher: null,
  numbers: [],
  places: new Int32Array(0),
};

/** The answer is valid until other evidence is indexed. */
export function knownBy(skills: readonly SkillEvidence[], matcher: Matcher): Known {
  if (last.skills === skills && last.matcher === matcher) return last;
  const size = matcher.skills.length;
  const places = last.places.length < size ? new Int32Array(size) : last.places;
  if (places === last.places) for (const number of last.numbers) places[number] = 0;
  const numbers: number[] = [];
  for (let k = 0; k < skills.length; k++) {
    const number = matcher.numberOf.get((skills[k] as SkillEvidence).skillId);
    if (number === undefined) continue;
    numbers.push(number);
    places[number] = k + 1;
  }
  last = { skills, matcher, numbers, places };
  return last;
}

/** What is known of the skill with this number; undefined for -1, too. */
export function lookUp({ skills, places }: Known, number: number): SkillEvidence | undefined {
  const place = number < 0 ? 0 : (places[number] as number);
  return place === 0 ? undefined : skills[place - 1];
}

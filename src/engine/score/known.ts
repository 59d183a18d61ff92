import type { Matcher } from "../skills/matcher.ts";
import type { ScoreNode, SkillEvidence } from "../types.ts";

/** Evidence without mentions, and nodes without children or quotes, share one list. */
export const NONE: readonly never[] = [];

/** What is known of a document's skills, found by a skill's number. */
export interface Known {
  readonly skills: readonly SkillEvidence[];
  /** By number: one more than the skill's place in the list, or 0. */
  readonly places: Int32Array;
  /** By place in the list: the leaf that stands for the skill in every tree, once one has asked for it. */
  readonly leaves: (ScoreNode | undefined)[];
}

/** The same evidence is asked about profile after profile: the index of the last one is kept, and its room used again. */
let last: Known & { readonly matcher: Matcher | null; readonly numbers: readonly number[] } = {
  skills: [],
  matcher: null,
  numbers: [],
  places: new Int32Array(0),
  leaves: [],
};

/** The answer is valid until other evidence is indexed. */
export function knownBy(skills: readonly SkillEvidence[], matcher: Matcher): Known {
  if (last.skills === skills && last.matcher === matcher) return last;
  return index(
    skills,
    skills.map(({ skillId }) => matcher.numberOf.get(skillId) ?? -1),
    matcher,
  );
}

/** Indexes evidence whose skills' numbers are known already; -1 stands for a skill the taxonomy does not have. */
export function index(skills: readonly SkillEvidence[], numbers: readonly number[], matcher: Matcher): Known {
  const size = matcher.skills.length;
  const places = last.places.length < size ? new Int32Array(size) : last.places;
  if (places === last.places) for (const number of last.numbers) if (number >= 0) places[number] = 0;
  for (let k = 0; k < numbers.length; k++) if ((numbers[k] as number) >= 0) places[numbers[k] as number] = k + 1;
  last = { skills, matcher, numbers, places, leaves: [] };
  return last;
}

/** Room for the places of evidence that is only supposed. */
let supposed = new Int32Array(0);

/** The same with other evidence of some skills, or of skills that were not known. Valid until the next question of this kind. */
export function knownWith(known: Known, others: ReadonlyMap<number, SkillEvidence>): Known {
  const skills = known.skills.slice();
  if (supposed.length !== known.places.length) supposed = new Int32Array(known.places.length);
  const places = supposed;
  places.set(known.places);
  for (const [number, evidence] of others) {
    const place = places[number] as number;
    if (place > 0) skills[place - 1] = evidence;
    else places[number] = skills.push(evidence);
  }
  return { skills, places, leaves: [] };
}

export function lookUp({ skills, places }: Known, number: number): SkillEvidence | undefined {
  const place = places[number] as number;
  return place === 0 ? undefined : skills[place - 1];
}

/** A profile as scoring uses it: shares made of its weights, skills by number. Made once for a profile and a taxonomy. */
import type { Matcher } from "../skills/matcher.ts";
import type { Profile, Requirement, RequirementResult, ScoreNode } from "../types.ts";
import { apportion } from "./apportion.ts";
import { NONE } from "./known.ts";

/** All points of a score, in thousandths of a point. */
export const FULL_SCORE = 100_000;

export interface CompiledRequirement {
  readonly requirement: Requirement;
  /** Share of the root's 100 points in thousandths of a point. */
  readonly weight: number;
  readonly members: readonly CompiledMember[];
  /** Every way to show a member, those of one side by side: the number of a skill, and its factor in thousandths. */
  readonly ways: Int32Array;
  /** What a document gets that says nothing of it: most requirements in most documents, so it is made once. */
  readonly silent: Silent;
}

interface Silent {
  readonly node: ScoreNode;
  readonly result: RequirementResult;
}

export interface CompiledMember {
  readonly skillId: string;
  readonly name: string;
  /** Thousandths. */
  readonly factor: number;
  /** Its ways: itself, then what stands in for it. Half-open, in places of `ways`. */
  readonly from: number;
  readonly to: number;
}

/** Places of a way. */
export const WAY = 2;

const compiled = new WeakMap<Profile, { readonly matcher: Matcher; readonly parts: readonly CompiledRequirement[] }>();

export function compileProfile(profile: Profile, matcher: Matcher): readonly CompiledRequirement[] {
  const known = compiled.get(profile);
  if (known?.matcher === matcher) return known.parts;
  const shares = apportion(
    profile.requirements.map((requirement) => requirement.weight),
    FULL_SCORE,
  );
  const parts = profile.requirements.map((requirement, k) => compileOne(requirement, shares[k] as number, matcher));
  compiled.set(profile, { matcher, parts });
  return parts;
}

function compileOne(requirement: Requirement, weight: number, { skillById, numberOf }: Matcher): CompiledRequirement {
  const ways: number[] = [];
  const members = requirement.members.map(({ skillId, factor }) => {
    const skill = skillById.get(skillId);
    const from = ways.length;
    // What the taxonomy does not know is shown by nothing.
    for (const way of [{ to: skillId, factor: 1000 }, ...(skill?.substitutes ?? [])]) {
      const number = numberOf.get(way.to);
      if (number !== undefined) ways.push(number, way.factor);
    }
    return { skillId, name: skill?.name ?? skillId, factor, from, to: ways.length };
  });
  return { requirement, weight, members, ways: Int32Array.from(ways), silent: silentOf(requirement, weight) };
}

function silentOf({ id, label, axis, importance }: Requirement, weight: number): Silent {
  return {
    node: { op: "max", label, weight, factor: null, value: 0, children: NONE, skillId: null, mentions: NONE },
    result: {
      id,
      label,
      axis,
      importance,
      weight,
      value: 0,
      points: 0,
      state: "notFound",
      met: false,
      months: null,
      lastUsed: null,
      countedSkillId: null,
      members: NONE,
      evidence: NONE,
      evidenceCount: 0,
    },
  };
}

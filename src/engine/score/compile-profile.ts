/** A profile as scoring uses it: shares made of its weights, skills by number. Made once for a profile and a taxonomy. */
import type { Matcher } from "../skills/matcher.ts";
import type { Profile, Requirement, RequirementMember } from "../types.ts";
import { apportion } from "./apportion.ts";

/** All points of a score, in thousandths of a point. */
export const FULL_SCORE = 100_000;

export interface CompiledRequirement {
  readonly requirement: Requirement;
  /** Share of the root's 100 points in thousandths of a point. */
  readonly weight: number;
  readonly members: readonly CompiledMember[];
}

export interface CompiledMember {
  readonly skillId: string;
  readonly name: string;
  /** The skill's number, or -1 where the taxonomy has no such skill. */
  readonly number: number;
  /** Thousandths. */
  readonly factor: number;
  readonly substitutes: readonly { readonly number: number; readonly factor: number }[];
}

const compiled = new WeakMap<Profile, { readonly matcher: Matcher; readonly parts: readonly CompiledRequirement[] }>();

export function compileProfile(profile: Profile, matcher: Matcher): readonly CompiledRequirement[] {
  const known = compiled.get(profile);
  if (known?.matcher === matcher) return known.parts;
  const shares = apportion(
    profile.requirements.map((requirement) => requirement.weight),
    FULL_SCORE,
  );
  const parts = profile.requirements.map((requirement, k) => ({
    requirement,
    weight: shares[k] as number,
    members: requirement.members.map((member) => compileMember(member, matcher)),
  }));
  compiled.set(profile, { matcher, parts });
  return parts;
}

function compileMember({ skillId, factor }: RequirementMember, { skillById, numberOf }: Matcher): CompiledMember {
  const skill = skillById.get(skillId);
  return {
    skillId,
    name: skill?.name ?? skillId,
    number: numberOf.get(skillId) ?? -1,
    factor,
    substitutes: (skill?.substitutes ?? []).map((relation) => ({
      number: numberOf.get(relation.to) ?? -1,
      factor: relation.factor,
    })),
  };
}

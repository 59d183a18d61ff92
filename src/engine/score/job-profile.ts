import type { Matcher } from "../skills/matcher.ts";
import type { Axis, Importance, Mention, Profile, Requirement, SkillEvidence } from "../types.ts";

/** Weights of a derived profile's requirements, by how hard the post asks. */
const DEMAND: Readonly<Record<Importance, number>> = { must: 3, should: 1.5, nice: 1 };

/**
 * The profile a job post asks for, made of its own words: what it requires is a must, what it welcomes nice to have, what it merely
 * names between the two; an either/or list is one requirement. Axes are those the same skills have in `hybrid`, else shared.
 * Null where the post demands nothing that is known.
 */
export function profileOfJob(
  head: { readonly slug: string; readonly version: number; readonly name: string },
  skills: readonly SkillEvidence[],
  hybrid: Profile,
  matcher: Matcher,
): Profile | null {
  const asked = skills.filter(
    (evidence) => evidence.strength > 0 && evidence.state !== "implied" && evidence.kind !== "role",
  );
  const axes = axesOf(hybrid);
  const requirements: Requirement[] = [];
  for (const members of groupsOf(asked)) {
    const [first] = members;
    if (!first) continue;
    const importance = importanceOf(members.flatMap((evidence) => evidence.mentions));
    requirements.push({
      id: first.skillId,
      label: members.map((evidence) => matcher.skillById.get(evidence.skillId)?.name ?? evidence.skillId).join(" or "),
      axis: members.map((evidence) => axes.get(evidence.skillId)).find((axis) => axis !== undefined) ?? "shared",
      importance,
      weight: DEMAND[importance],
      minMonths: leastMonths(members.flatMap((evidence) => evidence.mentions)),
      members: members.map((evidence) => ({ skillId: evidence.skillId, factor: 1000 })),
      mustGroup: null,
    });
  }
  return requirements.length === 0 ? null : { ...head, requirements };
}

/** Skills that stand in the same either/or list, joined; a skill that also stands outside such a list is asked for by itself. */
function groupsOf(asked: readonly SkillEvidence[]): SkillEvidence[][] {
  const byGroup = new Map<number, SkillEvidence[]>();
  const groups: SkillEvidence[][] = [];
  for (const evidence of asked) {
    const demanding = evidence.mentions.filter(isDemand);
    const either = demanding[0]?.either ?? null;
    const alone = either === null || demanding.some((mention) => mention.either !== either);
    const known = alone ? undefined : byGroup.get(either);
    if (known) known.push(evidence);
    else {
      const group = [evidence];
      groups.push(group);
      if (!alone) byGroup.set(either, group);
    }
  }
  return groups;
}

function isDemand({ polarity }: Mention): boolean {
  return polarity === "required" || polarity === "preferred" || polarity === "named";
}

function importanceOf(mentions: readonly Mention[]): Importance {
  if (mentions.some((mention) => mention.polarity === "required")) return "must";
  return mentions.some((mention) => mention.polarity === "named") ? "should" : "nice";
}

/** The smallest number of months stated for any member, capped at 60. */
function leastMonths(mentions: readonly Mention[]): number | null {
  let least: number | null = null;
  for (const { statedMonths, polarity } of mentions)
    if (
      statedMonths !== null &&
      statedMonths > 0 &&
      polarity !== "background" &&
      (least === null || statedMonths < least)
    )
      least = statedMonths;
  return least === null ? null : Math.min(60, least);
}

function axesOf(hybrid: Profile): ReadonlyMap<string, Axis> {
  return new Map(
    hybrid.requirements.flatMap((requirement) =>
      requirement.members.map((member) => [member.skillId, requirement.axis] as const),
    ),
  );
}

import { withImplied } from "../evidence/weigh.ts";
import { score } from "../score/score.ts";
import { LEVER_MONTHS, PLACE_VALUE } from "../score/table.ts";
import type { Matcher } from "../skills/matcher.ts";
import type { Explanation, Gap, Lever, Match, Profile, Reading, RequirementResult, SkillEvidence } from "../types.ts";

const MOST_LEVERS = 5;
const LARGEST_SET = 3;

/**
 * Gaps, levers and sentences for a match. A lever's points are what `score` answers when its skills are added as shown at work in
 * one dated position of 12 months: up to five single ones and one greedy set. They do not add up among themselves.
 */
export function explain(
  match: Match,
  reading: Reading,
  skills: readonly SkillEvidence[],
  profile: Profile,
  matcher: Matcher,
): Explanation {
  if (match.score === null) return { gaps: [], levers: [], summary: unscorableSummary(match), questions: [] };
  return {
    gaps: findGaps(match),
    levers: findLevers(match.score, match, reading, skills, profile, matcher),
    summary: summarise(match),
    questions: findQuestions(match),
  };
}

function unscorableSummary(match: Match): string {
  return `Not scored: ${match.reasons.map((reason) => reason.detail).join(" ")}`;
}

/** What was not found, largest first, musts before the rest at equal points. */
function findGaps(match: Match): Gap[] {
  return match.requirements
    .filter((requirement) => !requirement.met)
    .map((requirement) => ({
      requirementId: requirement.id,
      label: requirement.label,
      importance: requirement.importance,
      points: requirement.weight - requirement.points,
    }))
    .sort((a, b) => b.points - a.points || (a.requirementId < b.requirementId ? -1 : 1));
}

// Levers --------------------------------------------------------------------------------------------------------------------

interface Choice {
  readonly ids: readonly string[];
  readonly score: number;
}

function findLevers(
  now: number,
  match: Match,
  reading: Reading,
  skills: readonly SkillEvidence[],
  profile: Profile,
  matcher: Matcher,
): Lever[] {
  const answer = (ids: readonly string[]) =>
    score(reading, addSkills(skills, ids, matcher), profile, matcher).score ?? now;
  const candidates = leverCandidates(match, profile, matcher);
  const singles = candidates
    .map((id) => ({ ids: [id], score: answer([id]) }))
    .filter((choice) => choice.score > now)
    .sort((a, b) => b.score - a.score || ((a.ids[0] as string) < (b.ids[0] as string) ? -1 : 1));
  const chosen: Choice[] = singles.slice(0, MOST_LEVERS);
  const set = greedySet(singles, answer);
  if (set) chosen.push(set);
  return chosen.map(({ ids, score: after }) => ({
    add: ids.map((id) => ({
      skillId: id,
      name: matcher.skillById.get(id)?.name ?? id,
      as: "shown" as const,
      months: LEVER_MONTHS,
    })),
    points: after - now,
    score: after,
  }));
}

/** One candidate for each requirement with points left to gain: the first member that counts in full and is not shown. */
function leverCandidates(match: Match, profile: Profile, matcher: Matcher): string[] {
  const ids = new Set<string>();
  for (const [k, requirement] of profile.requirements.entries()) {
    const result = match.requirements[k] as RequirementResult;
    if (result.value >= PLACE_VALUE.workDeep) continue;
    const full = requirement.members.filter(
      (member) => member.factor === 1000 && matcher.skillById.get(member.skillId)?.kind !== "role",
    );
    const first = full.find((member) => member.skillId === result.countedSkillId) ?? full[0];
    if (first) ids.add(first.skillId);
  }
  return [...ids];
}

function greedySet(singles: readonly Choice[], answer: (ids: readonly string[]) => number): Choice | null {
  const ids = singles.slice(0, LARGEST_SET).flatMap((choice) => choice.ids);
  return ids.length < 2 ? null : { ids, score: answer(ids) };
}

/** The evidence as it would stand if each skill were shown at work in one more dated position of `LEVER_MONTHS`. */
export function addSkills(skills: readonly SkillEvidence[], ids: readonly string[], matcher: Matcher): SkillEvidence[] {
  const direct = new Map(
    skills
      .filter((evidence) => evidence.state !== "implied" || evidence.mentions.length > 0)
      .map((evidence) => [evidence.skillId, evidence]),
  );
  const known = new Map(skills.map((evidence) => [evidence.skillId, evidence]));
  for (const id of ids) {
    const skill = matcher.skillById.get(id);
    if (!skill) continue;
    const before = known.get(id);
    direct.set(id, {
      skillId: id,
      name: skill.name,
      kind: skill.kind,
      state: "shown",
      strength: Math.max(
        before?.strength ?? 0,
        skill.kind === "credential" ? PLACE_VALUE.credential : PLACE_VALUE.workDeep,
      ),
      months: Math.max(before?.months ?? 0, LEVER_MONTHS),
      lastUsed: before?.lastUsed ?? null,
      impliedBy: [],
      mentions: before?.mentions ?? [],
      mentionCount: before?.mentionCount ?? 0,
    });
  }
  const after = new Map(withImplied([...direct.values()], matcher).map((evidence) => [evidence.skillId, evidence]));
  for (const [id, evidence] of known) if ((after.get(id)?.strength ?? -1) < evidence.strength) after.set(id, evidence);
  return [...after.values()];
}

// Sentences -----------------------------------------------------------------------------------------------------------------

function summarise(match: Match): string {
  const total = match.requirements.length;
  const shown = match.requirements.filter((requirement) => requirement.met).length;
  const named = (ids: readonly string[]) =>
    ids.map((id) => match.requirements.find((one) => one.id === id)?.label ?? id);
  const strongest = match.requirements
    .filter((requirement) => requirement.points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 3)
    .map((requirement) => requirement.label);
  const sentences = [`Shows ${shown} of ${total} requirements.`];
  if (strongest.length > 0) sentences.push(`Most points come from ${listOf(strongest)}.`);
  sentences.push(
    match.meetsMustHaves
      ? "All must-haves were found in the document."
      : `Must-haves not found in the document: ${listOf(named(match.mustHavesNotFound))}.`,
  );
  return sentences.join(" ");
}

function findQuestions(match: Match): string[] {
  const open = match.requirements.filter(
    (requirement) =>
      requirement.importance === "must" &&
      (!requirement.met || requirement.state === "claimed" || requirement.state === "implied"),
  );
  return open.map((requirement) =>
    requirement.met
      ? `${requirement.label}: named, without a place of work. Where was it used, and for what?`
      : `${requirement.label}: not found in the document. If there is experience, where was it gained?`,
  );
}

function listOf(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

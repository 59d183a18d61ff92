import { withImplied } from "../evidence/weigh.ts";
import { type Known, knownBy, knownWith, lookUp } from "../score/known.ts";
import { totalFor } from "../score/score.ts";
import { LEVER_MONTHS, PLACE_VALUE } from "../score/table.ts";
import type { Matcher } from "../skills/matcher.ts";
import type { Explanation, Gap, Lever, Match, Profile, RequirementResult, Skill, SkillEvidence } from "../types.ts";

const MOST_LEVERS = 5;
const LARGEST_SET = 3;

/**
 * Gaps, levers and sentences for a match. A lever's points are what `score` answers when its skills are added as shown at work in
 * one dated position of 12 months: up to five single ones and one greedy set. They do not add up among themselves.
 */
export function explain(
  match: Match,
  skills: readonly SkillEvidence[],
  profile: Profile,
  matcher: Matcher,
): Explanation {
  if (match.score === null) return { gaps: [], levers: [], summary: unscorableSummary(match), questions: [] };
  return {
    gaps: findGaps(match),
    levers: findLevers(match.score, match, skills, profile, matcher),
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
  skills: readonly SkillEvidence[],
  profile: Profile,
  matcher: Matcher,
): Lever[] {
  const known = knownBy(skills, matcher);
  const answer = (ids: readonly string[]) =>
    totalFor(knownWith(known, changesBy(known, ids, matcher)), profile, matcher);
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
export function addSkills(
  skills: readonly SkillEvidence[],
  ids: readonly string[],
  matcher: Matcher,
): readonly SkillEvidence[] {
  const known = knownBy(skills, matcher);
  return knownWith(known, changesBy(known, ids, matcher)).skills;
}

/** What additions change: the skills themselves and what follows from them, by number. Nothing falls below what it was. */
function changesBy(known: Known, ids: readonly string[], matcher: Matcher): ReadonlyMap<number, SkillEvidence> {
  const { numberOf, implied, skills } = matcher;
  const direct = new Map<number, SkillEvidence>();
  const touched = new Set<number>();
  for (const id of ids) {
    const number = numberOf.get(id);
    if (number === undefined) continue;
    touched.add(number);
    const end = implied.starts[number + 1] as number;
    for (let n = implied.starts[number] as number; n < end; n++) touched.add(implied.numbers[n] as number);
  }
  for (const number of touched) {
    const before = lookUp(known, number);
    // What is known only through another skill goes on being known through it.
    const source = before && isImplied(before) ? numberOf.get(before.impliedBy[0] as string) : number;
    const evidence = source === undefined ? undefined : lookUp(known, source);
    if (source !== undefined && evidence) direct.set(source, evidence);
  }
  for (const id of ids) {
    const number = numberOf.get(id);
    if (number !== undefined) direct.set(number, shownAtWork(skills[number] as Skill, lookUp(known, number)));
  }
  const changes = new Map<number, SkillEvidence>();
  for (const evidence of withImplied([...direct.values()], matcher)) {
    const number = numberOf.get(evidence.skillId) as number;
    const before = lookUp(known, number)?.strength ?? -1;
    if (touched.has(number) && evidence.strength >= before) changes.set(number, evidence);
  }
  return changes;
}

function isImplied({ state, mentions }: SkillEvidence): boolean {
  return state === "implied" && mentions.length === 0;
}

function shownAtWork(skill: Skill, before: SkillEvidence | undefined): SkillEvidence {
  const least = skill.kind === "credential" ? PLACE_VALUE.credential : PLACE_VALUE.workDeep;
  return {
    skillId: skill.id,
    name: skill.name,
    kind: skill.kind,
    state: "shown",
    strength: Math.max(before?.strength ?? 0, least),
    months: Math.max(before?.months ?? 0, LEVER_MONTHS),
    lastUsed: before?.lastUsed ?? null,
    impliedBy: [],
    mentions: before?.mentions ?? [],
    mentionCount: before?.mentionCount ?? 0,
  };
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

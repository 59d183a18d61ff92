import type { Matcher } from "../skills/matcher.ts";
import type {
  Match,
  Mention,
  Profile,
  Reading,
  Requirement,
  RequirementMember,
  RequirementResult,
  ScoreNode,
  SkillEvidence,
} from "../types.ts";
import { apportion, roundTogether } from "./apportion.ts";
import { MET_FROM, SHORT_MONTHS } from "./table.ts";

/** All points of a score, in thousandths of a point. */
export const FULL_SCORE = 100_000;

type Known = ReadonlyMap<string, SkillEvidence>;

/** The same evidence is asked about profile after profile: its index is made once. */
const indexes = new WeakMap<readonly SkillEvidence[], Known>();

function indexOf(skills: readonly SkillEvidence[]): Known {
  let known = indexes.get(skills);
  if (!known) {
    known = new Map(skills.map((evidence) => [evidence.skillId, evidence]));
    indexes.set(skills, known);
  }
  return known;
}

/**
 * Scores what is known of a document's skills against one profile version. The tree is built once and the score is its root's
 * value; `requirements` say the same in the API's words. Their points add up to the score exactly.
 */
export function score(reading: Reading, skills: readonly SkillEvidence[], profile: Profile, matcher: Matcher): Match {
  const head = { profile: profile.slug, profileVersion: profile.version };
  if (reading.unscorable.length > 0)
    return {
      ...head,
      outcome: "unscorable",
      score: null,
      tree: null,
      meetsMustHaves: false,
      mustHavesNotFound: [],
      requirements: [],
      reasons: reading.unscorable,
    };
  const known = indexOf(skills);
  const shares = apportion(
    profile.requirements.map((requirement) => requirement.weight),
    FULL_SCORE,
  );
  const parts = profile.requirements.map((requirement, k) => judge(requirement, shares[k] as number, known, matcher));
  const tree = sumNode(
    profile.name,
    parts.map((part) => part.node),
  );
  const points = roundTogether(
    tree.children.map((node) => (node.weight as number) * node.value),
    tree.value,
  );
  const requirements = profile.requirements.map((requirement, k) =>
    describe(requirement, parts[k] as Judged, points[k] as number, known, matcher),
  );
  const mustHavesNotFound = unmetMusts(profile, requirements);
  return {
    ...head,
    outcome: "scored",
    score: tree.value,
    tree,
    meetsMustHaves: mustHavesNotFound.length === 0,
    mustHavesNotFound,
    requirements,
    reasons: [],
  };
}

// The tree ----------------------------------------------------------------------------------------------------------------

function sumNode(label: string, children: readonly ScoreNode[]): ScoreNode {
  const total = children.reduce((sum, node) => sum + (node.weight as number) * node.value, 0);
  return {
    op: "sum",
    label,
    weight: FULL_SCORE,
    factor: null,
    value: Math.floor((total + 500) / 1000),
    children,
    skillId: null,
    mentions: [],
  };
}

/** A requirement's node, and the members that show anything, best first, in the order of the node's children. */
interface Judged {
  readonly node: ScoreNode;
  readonly shown: readonly Shown[];
}

interface Shown {
  readonly member: RequirementMember;
  readonly node: ScoreNode;
}

function judge(requirement: Requirement, weight: number, known: Known, matcher: Matcher): Judged {
  const shown: Shown[] = [];
  for (const member of requirement.members) {
    const node = memberNode(requirement, member, known, matcher);
    if (node) shown.push({ member, node });
  }
  if (shown.length > 1) shown.sort((a, b) => b.node.value - a.node.value);
  const children = shown.map((one) => one.node);
  const value = children[0]?.value ?? 0;
  return {
    node: { op: "max", label: requirement.label, weight, factor: null, value, children, skillId: null, mentions: [] },
    shown,
  };
}

/** The best way a member is shown: itself, or something that stands in for it with a factor. */
function memberNode(
  requirement: Requirement,
  member: RequirementMember,
  known: Known,
  matcher: Matcher,
): ScoreNode | null {
  let best = leafNode(requirement, known.get(member.skillId));
  for (const { to, factor } of matcher.skillById.get(member.skillId)?.substitutes ?? []) {
    const other = scaleNode(factor, leafNode(requirement, known.get(to)));
    if (other && (!best || other.value > best.value)) best = other;
  }
  return scaleNode(member.factor, best);
}

function scaleNode(factor: number, child: ScoreNode | null): ScoreNode | null {
  if (!child || factor === 1000) return child;
  const value = Math.floor((child.value * factor) / 1000);
  return {
    op: "scale",
    label: child.label,
    weight: null,
    factor,
    value,
    children: [child],
    skillId: null,
    mentions: [],
  };
}

function leafNode(requirement: Requirement, evidence: SkillEvidence | undefined): ScoreNode | null {
  if (!evidence || evidence.strength === 0) return null;
  const { name, strength, skillId, mentions } = evidence;
  const leaf: ScoreNode = {
    op: "leaf",
    label: name,
    weight: null,
    factor: null,
    value: strength,
    children: [],
    skillId,
    mentions,
  };
  return requirement.minMonths === null ? leaf : scaleNode(monthsFactor(evidence.months, requirement.minMonths), leaf);
}

function monthsFactor(months: number | null, least: number): number {
  if (months === null) return SHORT_MONTHS.unknown;
  if (months >= least) return 1000;
  return SHORT_MONTHS.least + Math.floor(((1000 - SHORT_MONTHS.least) * months) / least);
}

/** The leaf a node's value comes from. */
export function leafOf(node: ScoreNode): ScoreNode | null {
  let at: ScoreNode | undefined = node;
  while (at && at.op !== "leaf") at = at.children[0];
  return at ?? null;
}

// The same in the API's words -----------------------------------------------------------------------------------------------

function describe(
  requirement: Requirement,
  { node, shown }: Judged,
  points: number,
  known: Known,
  matcher: Matcher,
): RequirementResult {
  const counted = leafOf(node)?.skillId ?? null;
  const evidence = counted === null ? undefined : known.get(counted);
  const denied = evidence
    ? undefined
    : requirement.members.map((member) => known.get(member.skillId)).find((one) => one?.state === "negated");
  const months = evidence?.months ?? null;
  return {
    id: requirement.id,
    label: requirement.label,
    axis: requirement.axis,
    importance: requirement.importance,
    weight: node.weight as number,
    value: node.value,
    points,
    state: evidence?.state ?? (denied ? "negated" : "notFound"),
    met:
      node.value >= MET_FROM && !(requirement.minMonths !== null && months !== null && months < requirement.minMonths),
    months,
    lastUsed: evidence?.lastUsed ?? null,
    countedSkillId: counted,
    members: shown.map((one) => describeMember(one, known, matcher)),
    evidence: evidence ? citedMentions(evidence, known) : (denied?.mentions ?? []),
  };
}

function describeMember({ member, node }: Shown, known: Known, matcher: Matcher): RequirementResult["members"][number] {
  const evidence = known.get(leafOf(node)?.skillId ?? "");
  const itself = evidence?.skillId === member.skillId;
  const via = itself ? (evidence.impliedBy[0] ?? null) : (evidence?.skillId ?? null);
  return {
    skillId: member.skillId,
    name: matcher.skillById.get(member.skillId)?.name ?? member.skillId,
    value: node.value,
    state: evidence ? (itself ? evidence.state : "implied") : "notFound",
    via,
  };
}

/** What stands in the text for a skill: its own mentions and, where it is implied, those of what implies it. */
function citedMentions(evidence: SkillEvidence, known: Known): readonly Mention[] {
  if (evidence.impliedBy.length === 0) return evidence.mentions;
  return [...evidence.mentions, ...evidence.impliedBy.flatMap((id) => known.get(id)?.mentions ?? [])];
}

/** Musts that are not met; of a group one is enough. */
function unmetMusts(profile: Profile, results: readonly RequirementResult[]): string[] {
  const metGroups = new Set(
    profile.requirements.filter((_, k) => results[k]?.met).map((requirement) => requirement.mustGroup),
  );
  return profile.requirements
    .filter(
      (requirement, k) =>
        requirement.importance === "must" &&
        !results[k]?.met &&
        !(requirement.mustGroup !== null && metGroups.has(requirement.mustGroup)),
    )
    .map((requirement) => requirement.id);
}

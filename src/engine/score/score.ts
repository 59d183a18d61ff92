import type { Matcher } from "../skills/matcher.ts";
import type { Match, Profile, Reading, RequirementResult, ScoreNode, SkillEvidence } from "../types.ts";
import { roundTogether } from "./apportion.ts";
import { type CompiledMember, type CompiledRequirement, compileProfile, FULL_SCORE } from "./compile-profile.ts";
import { type Known, knownBy, lookUp } from "./known.ts";
import { MET_FROM, SHORT_MONTHS } from "./table.ts";

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
  const known = knownBy(skills, matcher);
  const compiled = compileProfile(profile, matcher);
  const parts = compiled.map((requirement) => judge(requirement, known));
  const tree = sumNode(
    profile.name,
    parts.map((part) => part.node),
  );
  const points = roundTogether(
    tree.children.map((node) => (node.weight as number) * node.value),
    tree.value,
  );
  const requirements = compiled.map((requirement, k) =>
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
  readonly member: CompiledMember;
  readonly node: ScoreNode;
  readonly evidence: SkillEvidence;
}

function judge({ requirement, weight, members }: CompiledRequirement, known: Known): Judged {
  const shown: Shown[] = [];
  for (const member of members) {
    const one = showing(member, requirement.minMonths, known);
    if (one) shown.push(one);
  }
  if (shown.length > 1) shown.sort(byValue);
  const children = shown.map((one) => one.node);
  const value = children[0]?.value ?? 0;
  return {
    node: { op: "max", label: requirement.label, weight, factor: null, value, children, skillId: null, mentions: [] },
    shown,
  };
}

function byValue(a: Shown, b: Shown): number {
  return b.node.value - a.node.value;
}

/** The best way a member is shown: itself, or something that stands in for it with a factor. */
function showing(member: CompiledMember, minMonths: number | null, known: Known): Shown | null {
  let evidence = lookUp(known, member.number);
  if (evidence?.strength === 0) evidence = undefined;
  let factor = 1000;
  let best = evidence ? leafValue(evidence, minMonths) : -1;
  for (const substitute of member.substitutes) {
    const other = lookUp(known, substitute.number);
    if (!other || other.strength === 0) continue;
    const value = scaled(leafValue(other, minMonths), substitute.factor);
    if (value > best) {
      best = value;
      evidence = other;
      factor = substitute.factor;
    }
  }
  if (!evidence) return null;
  return { member, node: scaleNode(member.factor, scaleNode(factor, leafNode(evidence, minMonths))), evidence };
}

function scaled(value: number, factor: number): number {
  return factor === 1000 ? value : Math.floor((value * factor) / 1000);
}

/** What a skill is worth to a requirement that asks for `minMonths`. */
function leafValue({ strength, months }: SkillEvidence, minMonths: number | null): number {
  return minMonths === null ? strength : scaled(strength, monthsFactor(months, minMonths));
}

function scaleNode(factor: number, child: ScoreNode): ScoreNode {
  if (factor === 1000) return child;
  return {
    op: "scale",
    label: child.label,
    weight: null,
    factor,
    value: scaled(child.value, factor),
    children: [child],
    skillId: null,
    mentions: [],
  };
}

function leafNode({ name, strength, skillId, mentions, months }: SkillEvidence, minMonths: number | null): ScoreNode {
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
  return minMonths === null ? leaf : scaleNode(monthsFactor(months, minMonths), leaf);
}

function monthsFactor(months: number | null, least: number): number {
  if (months === null) return SHORT_MONTHS.unknown;
  if (months >= least) return 1000;
  return SHORT_MONTHS.least + Math.floor(((1000 - SHORT_MONTHS.least) * months) / least);
}

// The same in the API's words -----------------------------------------------------------------------------------------------

function describe(
  { requirement, members }: CompiledRequirement,
  { node, shown }: Judged,
  points: number,
  known: Known,
  matcher: Matcher,
): RequirementResult {
  const evidence = shown[0]?.evidence;
  const denied = evidence
    ? undefined
    : members.map((member) => lookUp(known, member.number)).find((one) => one?.state === "negated");
  const months = evidence?.months ?? null;
  const sources = evidence ? sourcesOf(evidence, known, matcher) : denied ? [denied] : [];
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
    countedSkillId: evidence?.skillId ?? null,
    members: shown.map(describeMember),
    evidence: sources.length === 1 ? (sources[0] as SkillEvidence).mentions : sources.flatMap((one) => one.mentions),
    evidenceCount: sources.reduce((count, one) => count + one.mentionCount, 0),
  };
}

function describeMember({ member, node, evidence }: Shown): RequirementResult["members"][number] {
  const itself = evidence.skillId === member.skillId;
  return {
    skillId: member.skillId,
    name: member.name,
    value: node.value,
    state: itself ? evidence.state : "implied",
    via: itself ? (evidence.impliedBy[0] ?? null) : evidence.skillId,
  };
}

/** What stands in the text for a skill: itself and, where it is implied, what implies it. */
function sourcesOf(evidence: SkillEvidence, known: Known, { numberOf }: Matcher): SkillEvidence[] {
  const sources = [evidence];
  for (const id of evidence.impliedBy) {
    const source = lookUp(known, numberOf.get(id) ?? -1);
    if (source) sources.push(source);
  }
  return sources;
}

/** Musts that are not met; of a group one is enough. */
function unmetMusts(profile: Profile, results: readonly RequirementResult[]): string[] {
  const open = profile.requirements.filter(({ importance }, k) => importance === "must" && !results[k]?.met);
  const isMet = (group: string) =>
    profile.requirements.some(({ mustGroup }, k) => mustGroup === group && results[k]?.met);
  return open.filter(({ mustGroup }) => mustGroup === null || !isMet(mustGroup)).map(({ id }) => id);
}

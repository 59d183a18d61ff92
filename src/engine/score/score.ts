import type { Matcher } from "../skills/matcher.ts";
import type { Match, Mention, Profile, Reading, RequirementResult, ScoreNode, SkillEvidence } from "../types.ts";
import { roundTogether } from "./apportion.ts";
import { type CompiledMember, type CompiledRequirement, compileProfile, FULL_SCORE, WAY } from "./compile-profile.ts";
import { type Known, knownBy, lookUp, NONE } from "./known.ts";
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
  const shares = parts.map(({ node }) => (node.weight as number) * node.value);
  const tree = sumNode(
    profile.name,
    parts.map((part) => part.node),
    totalOf(shares),
  );
  const points = roundTogether(shares, tree.value);
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

/**
 * The score alone, of evidence as it is known or as it would be: the value of the root of the tree that `score` builds, by the same
 * functions.
 */
export function totalFor(known: Known, profile: Profile, matcher: Matcher): number {
  return totalOf(compileProfile(profile, matcher).map((one) => one.weight * valueOf(one, known)));
}

function valueOf({ requirement: { minMonths }, members, ways }: CompiledRequirement, known: Known): number {
  let most = 0;
  for (const member of members) {
    const way = bestWay(ways, member, minMonths, known);
    if (way >= 0) most = Math.max(most, scaled(wayValue(ways, way, minMonths, known), member.factor));
  }
  return most;
}

// The tree ----------------------------------------------------------------------------------------------------------------

/** Thousandths of a point that requirements add up to, each given as its weight times its value. */
function totalOf(shares: readonly number[]): number {
  let total = 500;
  for (const share of shares) total += share;
  return Math.floor(total / 1000);
}

function sumNode(label: string, children: readonly ScoreNode[], value: number): ScoreNode {
  return {
    op: "sum",
    label,
    weight: FULL_SCORE,
    factor: null,
    value,
    children,
    skillId: null,
    mentions: NONE,
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

function judge({ requirement, weight, members, ways, silent }: CompiledRequirement, known: Known): Judged {
  const { minMonths } = requirement;
  let shown: Shown[] | null = null;
  for (const member of members) {
    const way = bestWay(ways, member, minMonths, known);
    if (way < 0) continue;
    const place = known.places[ways[way] as number] as number;
    const leaf = scaleNode(ways[way + 1] as number, monthsNode(leafAt(known, place), known, place, minMonths));
    const evidence = known.skills[place - 1] as SkillEvidence;
    insertByValue((shown ??= []), { member, node: scaleNode(member.factor, leaf), evidence });
  }
  if (!shown) return { node: silent.node, shown: NONE };
  const children = shown.map((one) => one.node);
  const { value } = children[0] as ScoreNode;
  return {
    node: { op: "max", label: requirement.label, weight, factor: null, value, children, skillId: null, mentions: NONE },
    shown,
  };
}

/** Best first, the earlier member where they are worth the same. There are few. */
function insertByValue(list: Shown[], one: Shown): void {
  let at = list.length;
  list.push(one);
  for (; at > 0 && (list[at - 1] as Shown).node.value < one.node.value; at--) list[at] = list[at - 1] as Shown;
  list[at] = one;
}

/** The best way a member is shown: itself, or something that stands in for it with a factor. Its place in `ways`, or -1. */
function bestWay(ways: Int32Array, { from, to }: CompiledMember, minMonths: number | null, known: Known): number {
  let best = -1;
  let most = -1;
  for (let k = from; k < to; k += WAY) {
    if (known.places[ways[k] as number] === 0) continue;
    const value = wayValue(ways, k, minMonths, known);
    if (value > most) {
      most = value;
      best = k;
    }
  }
  return best;
}

/** What a way is worth to a requirement that asks for `minMonths`; -1 where it shows nothing. */
function wayValue(ways: Int32Array, k: number, minMonths: number | null, known: Known): number {
  const { strength, months } = lookUp(known, ways[k] as number) as SkillEvidence;
  if (strength === 0) return -1;
  return scaled(
    minMonths === null ? strength : scaled(strength, monthsFactor(months, minMonths)),
    ways[k + 1] as number,
  );
}

function scaled(value: number, factor: number): number {
  return factor === 1000 ? value : Math.floor((value * factor) / 1000);
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
    mentions: NONE,
  };
}

/** One leaf stands for a skill in all trees that are made of the same evidence. */
function leafAt({ skills, leaves }: Known, place: number): ScoreNode {
  const made = leaves[place];
  if (made) return made;
  const { name, strength, skillId, mentions } = skills[place - 1] as SkillEvidence;
  const leaf: ScoreNode = {
    op: "leaf",
    label: name,
    weight: null,
    factor: null,
    value: strength,
    children: NONE,
    skillId,
    mentions,
  };
  leaves[place] = leaf;
  return leaf;
}

function monthsNode(leaf: ScoreNode, { skills }: Known, place: number, minMonths: number | null): ScoreNode {
  if (minMonths === null) return leaf;
  return scaleNode(monthsFactor((skills[place - 1] as SkillEvidence).months, minMonths), leaf);
}

function monthsFactor(months: number | null, least: number): number {
  if (months === null) return SHORT_MONTHS.unknown;
  if (months >= least) return 1000;
  return SHORT_MONTHS.least + Math.floor(((1000 - SHORT_MONTHS.least) * months) / least);
}

// The same in the API's words -----------------------------------------------------------------------------------------------

function describe(
  compiled: CompiledRequirement,
  { node, shown }: Judged,
  points: number,
  known: Known,
  matcher: Matcher,
): RequirementResult {
  const { requirement } = compiled;
  const evidence = shown[0]?.evidence;
  const denied = evidence ? undefined : findDenied(compiled, known);
  if (!evidence && !denied) return compiled.silent.result;
  const months = evidence?.months ?? null;
  const sources = sourcesOf((evidence ?? denied) as SkillEvidence, known, matcher);
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
    evidence: quotesOf(sources),
    evidenceCount: sources.reduce((count, one) => count + one.mentionCount, 0),
  };
}

/** The first member that the document denies. */
function findDenied({ members, ways }: CompiledRequirement, known: Known): SkillEvidence | undefined {
  for (const { from, to } of members) {
    const itself = from < to ? lookUp(known, ways[from] as number) : undefined;
    if (itself?.state === "negated") return itself;
  }
  return undefined;
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
function sourcesOf(evidence: SkillEvidence, known: Known, { numberOf }: Matcher): readonly SkillEvidence[] {
  const sources = [evidence];
  for (const id of evidence.impliedBy) {
    const source = lookUp(known, numberOf.get(id) as number);
    if (source) sources.push(source);
  }
  return sources;
}

function quotesOf(sources: readonly SkillEvidence[]): readonly Mention[] {
  let quotes: readonly Mention[] = NONE;
  for (const { mentions } of sources)
    if (mentions.length > 0) quotes = quotes.length === 0 ? mentions : [...quotes, ...mentions];
  return quotes;
}

/** Musts that are not met; of a group one is enough. */
function unmetMusts(profile: Profile, results: readonly RequirementResult[]): string[] {
  const open = profile.requirements.filter(({ importance }, k) => importance === "must" && !results[k]?.met);
  const isMet = (group: string) =>
    profile.requirements.some(({ mustGroup }, k) => mustGroup === group && results[k]?.met);
  return open.filter(({ mustGroup }) => mustGroup === null || !isMet(mustGroup)).map(({ id }) => id);
}

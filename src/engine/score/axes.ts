import { mentionValue } from "../evidence/strength.ts";
import type { Matcher } from "../skills/matcher.ts";
import type {
  AxesReading,
  Axis,
  DocumentKind,
  Mention,
  Profile,
  Reading,
  RequirementResult,
  Skill,
  SkillEvidence,
} from "../types.ts";
import { FULL_SCORE } from "./compile-profile.ts";
import { score } from "./score.ts";

/** Below this an axis is hardly spoken of (thousandths of a point). */
const SPOKEN_FROM = 15_000;
/** Both are spoken of within this margin (thousandths of a point), or where the smaller figure is this share of the larger one. */
const BOTH_WITHIN = 12_000;
const BOTH_FROM_SHARE = 2 / 3;
const MOST_PUSHERS = 5;

/** DevOps, MLOps and shared ground as subtotals of the pinned hybrid profile; null when the document is unscorable. */
export function readAxes(
  reading: Reading,
  skills: readonly SkillEvidence[],
  hybrid: Profile,
  matcher: Matcher,
): AxesReading | null {
  const match = score(reading, skills, hybrid, matcher);
  if (match.outcome !== "scored") return null;
  const devops = subtotal(match.requirements, "devops");
  const mlops = subtotal(match.requirements, "mlops");
  const margin = Math.abs(devops - mlops);
  const pushing = { devops: pushers(match.requirements, "devops"), mlops: pushers(match.requirements, "mlops") };
  return {
    devops,
    mlops,
    shared: subtotal(match.requirements, "shared"),
    lean: leanOf(devops, mlops, margin),
    margin,
    pushedBy: { devops: idsOf(pushing.devops), mlops: idsOf(pushing.mlops) },
    words: {
      devops: wordsOf(reading.kind, pushing.devops, matcher),
      mlops: wordsOf(reading.kind, pushing.mlops, matcher),
    },
  };
}

function leanOf(devops: number, mlops: number, margin: number): AxesReading["lean"] {
  if (devops < SPOKEN_FROM && mlops < SPOKEN_FROM) return "neither";
  const smaller = Math.min(devops, mlops);
  if (margin <= BOTH_WITHIN || (smaller >= SPOKEN_FROM && smaller >= (smaller + margin) * BOTH_FROM_SHARE))
    return "both";
  return devops > mlops ? "devops" : "mlops";
}

function subtotal(requirements: readonly RequirementResult[], axis: Axis): number {
  let points = 0;
  let weight = 0;
  for (const requirement of requirements)
    if (requirement.axis === axis) {
      points += requirement.points;
      weight += requirement.weight;
    }
  return weight === 0 ? 0 : Math.floor((points * FULL_SCORE) / weight);
}

/** The requirements of an axis that earned the most points, by the skill that counted, each once. */
function pushers(requirements: readonly RequirementResult[], axis: Axis): RequirementResult[] {
  const seen = new Set<string | null>([null]);
  return requirements
    .filter((requirement) => requirement.axis === axis && requirement.points > 0)
    .toSorted((a, b) => b.points - a.points)
    .filter(({ countedSkillId }) => !seen.has(countedSkillId) && seen.add(countedSkillId) !== undefined)
    .slice(0, MOST_PUSHERS);
}

function idsOf(requirements: readonly RequirementResult[]): string[] {
  return requirements.map(({ countedSkillId }) => countedSkillId as string);
}

/** For each the place that says most, by the published table: the hardest demand of a job post, the work that was done of a resume. */
function wordsOf(kind: DocumentKind, requirements: readonly RequirementResult[], { skillById }: Matcher): Mention[] {
  const value = (mention: Mention) => mentionValue(kind, mention, (skillById.get(mention.skillId) as Skill).kind);
  return requirements.flatMap(({ evidence }) => {
    const [first, ...others] = evidence;
    return first ? [others.reduce((best, one) => (value(one) > value(best) ? one : best), first)] : [];
  });
}

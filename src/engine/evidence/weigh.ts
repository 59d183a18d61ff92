import {
  DEMAND_SHARE,
  DEMAND_VALUE,
  IMPLIED_SHARE,
  MOST_REPEATS,
  PLACE_SHARE,
  PLACE_VALUE,
  REPEAT_SHARE,
} from "../score/table.ts";
import type { Matcher } from "../skills/matcher.ts";
import { formatMonth } from "../text/calendar.ts";
import type { Mention, MonthIndex, Reading, Skill, SkillEvidence, SkillKind, State } from "../types.ts";

/**
 * What a reading shows of each skill at `asOf`, strongest first, then by id. Skills that are only implied are included;
 * skills that are only denied or wished for are included with strength 0.
 */
export function weigh(reading: Reading, matcher: Matcher, asOf: MonthIndex): readonly SkillEvidence[] {
  const bySkill = new Map<string, Mention[]>();
  for (const mention of reading.mentions) {
    const list = bySkill.get(mention.skillId);
    if (list) list.push(mention);
    else bySkill.set(mention.skillId, [mention]);
  }
  const direct = new Map<string, SkillEvidence>();
  for (const [skillId, mentions] of bySkill) {
    const skill = matcher.skillById.get(skillId);
    if (skill) direct.set(skillId, weighSkill(reading, skill, mentions, asOf));
  }
  return [...withImplied(direct, matcher)].sort(byStrength);
}

function byStrength(a: SkillEvidence, b: SkillEvidence): number {
  return b.strength - a.strength || (a.skillId < b.skillId ? -1 : a.skillId > b.skillId ? 1 : 0);
}

function weighSkill(reading: Reading, skill: Skill, mentions: readonly Mention[], asOf: MonthIndex): SkillEvidence {
  const strength = reading.kind === "job" ? demandStrength(mentions) : resumeStrength(mentions, skill.kind);
  const { months, lastUsed } = reading.kind === "job" ? NO_TIME : timeOf(reading, mentions, asOf);
  return {
    skillId: skill.id,
    name: skill.name,
    kind: skill.kind,
    state:
      strength > 0 ? directState(reading.kind === "job", mentions) : mentions.some(isDenied) ? "negated" : "notFound",
    strength,
    months,
    lastUsed,
    impliedBy: [],
    mentions,
  };
}

function isDenied(mention: Mention): boolean {
  return mention.polarity === "negated" || mention.polarity === "excluded";
}

function directState(job: boolean, mentions: readonly Mention[]): State {
  if (job) return mentions.some((mention) => mention.polarity === "required") ? "shown" : "claimed";
  return mentions.some(
    (mention) => mention.polarity === "asserted" && (mention.position !== null || mention.section === "projects"),
  )
    ? "shown"
    : "claimed";
}

// Strength ----------------------------------------------------------------------------------------------------------------

/** Distinct places with falling returns: `1 − Π(1 − share·value)`, best first. Adding a place never lowers it. */
function resumeStrength(mentions: readonly Mention[], kind: SkillKind): number {
  const [only] = mentions;
  if (mentions.length === 1 && only) return placeValue(only, kind);
  const places = new Map<number | string, { value: number; sentences: number }>();
  for (const mention of mentions) {
    const value = placeValue(mention, kind);
    if (value === 0) continue;
    const key = mention.position ?? mention.section;
    const place = places.get(key);
    const sentences = mention.place === "prose" ? 1 : 0;
    if (!place) places.set(key, { value, sentences });
    else {
      if (value > place.value) place.value = value;
      place.sentences += sentences;
    }
  }
  let open = 1000;
  let most = 0;
  const ranked = [...places.values()].sort((a, b) => b.value - a.value);
  for (const [n, { value, sentences }] of ranked.entries()) {
    if (n < PLACE_SHARE.length)
      open = Math.floor((open * (1000 - Math.floor((value * (PLACE_SHARE[n] as number)) / 1000))) / 1000);
    if (sentences - 1 > most) most = sentences - 1;
  }
  for (let n = 0; n < most && n < MOST_REPEATS; n++) open = Math.floor((open * (1000 - REPEAT_SHARE)) / 1000);
  return 1000 - open;
}

function placeValue(mention: Mention, kind: SkillKind): number {
  if (mention.polarity === "hedged") return PLACE_VALUE.hedged;
  if (mention.polarity !== "asserted") return 0;
  if (kind === "role") return mention.place === "title" ? PLACE_VALUE.title : 0;
  if (kind === "credential" && (mention.section === "education" || mention.section === "certifications"))
    return PLACE_VALUE.credential;
  const listed = mention.place === "list";
  if (mention.position !== null) return listed ? PLACE_VALUE.workList : workValue(mention.depth);
  switch (mention.section) {
    case "projects":
      return listed ? PLACE_VALUE.projectList : PLACE_VALUE.project;
    case "education":
    case "certifications":
      return PLACE_VALUE.education;
    case "summary":
    case "header":
      return listed ? PLACE_VALUE.list : PLACE_VALUE.summary;
    default:
      return listed ? PLACE_VALUE.list : PLACE_VALUE.prose;
  }
}

function workValue(depth: Mention["depth"]): number {
  return depth === 2 ? PLACE_VALUE.workDeep : depth === 1 ? PLACE_VALUE.work : PLACE_VALUE.workLight;
}

/** How often a post comes back to a demand says how much it matters: further sentences add with falling returns. */
function demandStrength(mentions: readonly Mention[]): number {
  const values = mentions
    .map(demandValue)
    .filter((value) => value > 0)
    .sort((a, b) => b - a);
  let open = 1000;
  for (let n = 0; n < values.length && n < DEMAND_SHARE.length; n++)
    open = Math.floor(
      (open * (1000 - Math.floor(((values[n] as number) * (DEMAND_SHARE[n] as number)) / 1000))) / 1000,
    );
  return 1000 - open;
}

function demandValue({ polarity, section }: Mention): number {
  switch (polarity) {
    case "required":
      return DEMAND_VALUE.required;
    case "preferred":
      return DEMAND_VALUE.preferred;
    case "excluded":
      return DEMAND_VALUE.excluded;
    case "background":
      return DEMAND_VALUE.background;
    case "described":
      return DEMAND_VALUE.described;
    default:
      return section === "responsibilities" ? DEMAND_VALUE.responsibility : DEMAND_VALUE.named;
  }
}

// Time --------------------------------------------------------------------------------------------------------------------

const NO_TIME = { months: null, lastUsed: null } as const;

/** Union of the dated months, never summed twice; where years are stated, too, the smaller figure counts. */
function timeOf(
  reading: Reading,
  mentions: readonly Mention[],
  asOf: MonthIndex,
): Pick<SkillEvidence, "months" | "lastUsed"> {
  const spans: [number, number][] = [];
  let stated: number | null = null;
  for (const { polarity, position, statedMonths } of mentions) {
    if (polarity !== "asserted" && polarity !== "hedged") continue;
    if (statedMonths !== null && (stated === null || statedMonths > stated)) stated = statedMonths;
    const held = position === null ? undefined : reading.positions[position];
    if (held) spans.push([held.start, Math.min(asOf, held.end ?? presentOf(reading, held.start, asOf))]);
  }
  const past = spans.filter(([start, end]) => start <= end);
  if (past.length === 0) return { months: stated, lastUsed: null };
  const dated = unionMonths(past);
  const last = past.reduce((latest, [, end]) => Math.max(latest, end), 0);
  return { months: stated !== null && stated < dated ? stated : dated, lastUsed: formatMonth(last) };
}

/** "Present" is when the document was written: the latest date it names or, where it names none later, the date of asking. */
function presentOf(reading: Reading, start: MonthIndex, asOf: MonthIndex): MonthIndex {
  return reading.writtenAt !== null && reading.writtenAt > start ? reading.writtenAt : asOf;
}

function unionMonths(spans: [number, number][]): number {
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let months = 0;
  let reached = -1;
  for (const [start, end] of spans) {
    const from = Math.max(start, reached + 1);
    if (end >= from) months += end - from + 1;
    reached = Math.max(reached, end);
  }
  return months;
}

// Implied -----------------------------------------------------------------------------------------------------------------

/** Adds what follows from the skills that stand, by the taxonomy's relations alone; of several sources the strongest, then the first by id. */
export function withImplied(direct: ReadonlyMap<string, SkillEvidence>, matcher: Matcher): Iterable<SkillEvidence> {
  const best = new Map<string, { skill: Skill; source: SkillEvidence; strength: number }>();
  for (const source of direct.values()) {
    if (source.strength === 0) continue;
    for (const { skill, steps } of matcher.implies.get(source.skillId) ?? []) {
      let strength = source.strength;
      for (let step = 0; step < steps; step++) strength = Math.floor((strength * IMPLIED_SHARE) / 1000);
      const before = best.get(skill.id);
      if (
        before &&
        (before.strength > strength || (before.strength === strength && before.source.skillId < source.skillId))
      )
        continue;
      best.set(skill.id, { skill, source, strength });
    }
  }
  if (best.size === 0) return direct.values();
  const all = new Map<string, SkillEvidence>(direct);
  for (const [id, { skill, source, strength }] of best) {
    const known = direct.get(id);
    if (!known || known.strength < strength) all.set(id, implied(skill, known, source, strength));
  }
  return all.values();
}

function implied(
  skill: Skill,
  known: SkillEvidence | undefined,
  source: SkillEvidence,
  strength: number,
): SkillEvidence {
  return {
    skillId: skill.id,
    name: skill.name,
    kind: skill.kind,
    state: known && known.strength > 0 ? known.state : "implied",
    strength,
    months: known?.months ?? source.months,
    lastUsed: known?.lastUsed ?? source.lastUsed,
    impliedBy: [source.skillId],
    mentions: known?.mentions ?? [],
  };
}

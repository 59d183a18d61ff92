import { index, NONE } from "../score/known.ts";
import { IMPLIED_SHARE } from "../score/table.ts";
import type { Matcher, SkillLabel } from "../skills/matcher.ts";
import { formatMonth } from "../text/calendar.ts";
import type { Mention, MonthIndex, Position, Reading, SkillEvidence, State } from "../types.ts";
import { numbersOf } from "./numbers.ts";
import { demandStrength, mentionValue, resumeStrength } from "./strength.ts";

/**
 * What a reading shows of each skill at `asOf`, strongest first, then by id. Skills that are only implied are included;
 * skills that are only denied or wished for are included with strength 0.
 */
export function weigh(reading: Reading, matcher: Matcher, asOf: MonthIndex): readonly SkillEvidence[] {
  const { labels } = matcher;
  const room = roomFor(labels.length);
  const ofMentions = numbersOf(reading, matcher);
  const numbers: number[] = [];
  const named: Mention[][] = [];
  for (let k = 0; k < reading.mentions.length; k++) {
    const mention = reading.mentions[k] as Mention;
    const number = ofMentions[k] as number;
    const place = room.places[number] as number;
    if (place > 0) (named[place - 1] as Mention[]).push(mention);
    else {
      named.push([mention]);
      room.places[number] = numbers.push(number);
    }
  }
  for (const number of numbers) room.places[number] = 0;
  const direct = named.map((mentions, k) =>
    weighSkill(reading, labels[numbers[k] as number] as SkillLabel, mentions, asOf),
  );
  addImplied(direct, numbers, matcher);
  return byStrength(direct, numbers, matcher);
}

/** Strongest first, then by id: sorted as plain numbers, for a document has hundreds. */
function byStrength(skills: readonly SkillEvidence[], numbers: readonly number[], matcher: Matcher): SkillEvidence[] {
  const size = skills.length;
  const keys = new Float64Array(size);
  for (let k = 0; k < size; k++)
    keys[k] = ((1000 - (skills[k] as SkillEvidence).strength) * NUMBERS + (numbers[k] as number)) * PLACES + k;
  keys.sort();
  const sorted: SkillEvidence[] = [];
  const ordered: number[] = [];
  for (let k = 0; k < size; k++) {
    const place = (keys[k] as number) % PLACES;
    sorted.push(skills[place] as SkillEvidence);
    ordered.push(numbers[place] as number);
  }
  // Scoring asks for skills by number next, profile after profile.
  index(sorted, ordered, matcher);
  return sorted;
}

/** More than a taxonomy has skills, and more than a document can name; their product with a strength is a whole number. */
const NUMBERS = 2 ** 20;
const PLACES = 2 ** 20;

function weighSkill(
  reading: Reading,
  skill: SkillLabel,
  mentions: readonly Mention[],
  asOf: MonthIndex,
): SkillEvidence {
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
    impliedBy: NONE,
    mentions: mentions.length > MOST_CITED ? mostTelling(reading, skill, mentions) : mentions,
    mentionCount: mentions.length,
  };
}

/** A name that stands more often than this is stuffed in; answers stay in proportion to what they say. */
const MOST_CITED = 100;

function mostTelling(reading: Reading, { kind }: SkillLabel, mentions: readonly Mention[]): Mention[] {
  return mentions
    .map((mention) => ({ mention, value: mentionValue(reading.kind, mention, kind) }))
    .sort((a, b) => b.value - a.value || a.mention.start - b.mention.start)
    .slice(0, MOST_CITED)
    .map(({ mention }) => mention)
    .sort((a, b) => a.start - b.start || a.end - b.end);
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

// Time --------------------------------------------------------------------------------------------------------------------

const NO_TIME = { months: null, lastUsed: null } as const;

/** Union of the dated months, never summed twice; where years are stated, too, the smaller figure counts. */
function timeOf(
  reading: Reading,
  mentions: readonly Mention[],
  asOf: MonthIndex,
): Pick<SkillEvidence, "months" | "lastUsed"> {
  let span: Months | null = null;
  let others: Months[] | null = null;
  let stated: number | null = null;
  let before = -1;
  for (const { polarity, position, statedMonths } of mentions) {
    if (polarity !== "asserted" && polarity !== "hedged") continue;
    if (statedMonths !== null && (stated === null || statedMonths > stated)) stated = statedMonths;
    if (position === null || position === before) continue;
    before = position;
    const held = monthsOf(reading, reading.positions[position] as Position, asOf);
    if (held.start > held.end) continue;
    if (span) (others ??= [span]).push(held);
    else span = held;
  }
  if (!span) return stated === null ? NO_TIME : { months: stated, lastUsed: null };
  const dated = others ? unionMonths(others) : span.end - span.start + 1;
  const last = others ? others.reduce((latest, { end }) => Math.max(latest, end), 0) : span.end;
  return { months: stated !== null && stated < dated ? stated : dated, lastUsed: formatMonth(last) };
}

/** First and last month of a stretch of time; none where the last lies before the first. */
interface Months {
  readonly start: MonthIndex;
  readonly end: MonthIndex;
}

/** "Present" is when the document was written: the latest date it names or, where it names none later, the date of asking. */
function monthsOf({ writtenAt }: Reading, { start, end }: Position, asOf: MonthIndex): Months {
  const present = writtenAt !== null && writtenAt > start ? writtenAt : asOf;
  return { start, end: Math.min(asOf, end ?? present) };
}

function unionMonths(spans: Months[]): number {
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  let months = 0;
  let reached = -1;
  for (const { start, end } of spans) {
    const from = Math.max(start, reached + 1);
    if (end >= from) months += end - from + 1;
    reached = Math.max(reached, end);
  }
  return months;
}

// Implied -----------------------------------------------------------------------------------------------------------------

/** Work space by a skill's number, used again from text to text: its place in the list, the place of its strongest source so far, and how strong. */
const scratch = { strengths: new Int32Array(0), sources: new Int32Array(0), places: new Int32Array(0) };

function roomFor(skills: number): typeof scratch {
  if (scratch.places.length < skills)
    for (const key of ["strengths", "sources", "places"] as const) scratch[key] = new Int32Array(skills);
  return scratch;
}

/** Adds what follows from the skills that stand, by the taxonomy's relations alone; of several sources the strongest, then the first by id. */
export function withImplied(direct: readonly SkillEvidence[], matcher: Matcher): SkillEvidence[] {
  const all = direct.slice();
  addImplied(
    all,
    all.map(({ skillId }) => matcher.numberOf.get(skillId) as number),
    matcher,
  );
  return all;
}

/** The same, in place; `numbers` are those of the skills. */
function addImplied(all: SkillEvidence[], numbers: number[], { implied, labels }: Matcher): void {
  const { strengths, sources, places } = roomFor(labels.length);
  const size = all.length;
  const direct = all.slice();
  const reached: number[] = [];
  for (let k = 0; k < size; k++) places[numbers[k] as number] = k + 1;
  for (let k = 0; k < size; k++) {
    const from = (direct[k] as SkillEvidence).strength;
    if (from === 0) continue;
    const end = implied.starts[(numbers[k] as number) + 1] as number;
    for (let n = implied.starts[numbers[k] as number] as number; n < end; n++) {
      const number = implied.numbers[n] as number;
      let strength = from;
      for (let step = implied.steps[n] as number; step > 0; step--)
        strength = Math.floor((strength * IMPLIED_SHARE) / 1000);
      const source = sources[number] as number;
      if (source === 0) reached.push(number);
      else if (
        (strengths[number] as number) > strength ||
        (strengths[number] === strength && (numbers[source - 1] as number) < (numbers[k] as number))
      )
        continue;
      sources[number] = k + 1;
      strengths[number] = strength;
    }
  }
  for (const number of reached) {
    const place = places[number] as number;
    const known = place === 0 ? undefined : direct[place - 1];
    const strength = strengths[number] as number;
    if (!known || known.strength < strength) {
      const source = direct[(sources[number] as number) - 1] as SkillEvidence;
      const evidence = impliedBy(source, labels[number] as SkillLabel, known, strength);
      if (known) all[place - 1] = evidence;
      else {
        all.push(evidence);
        numbers.push(number);
      }
    }
    sources[number] = 0;
  }
  for (let k = 0; k < size; k++) places[numbers[k] as number] = 0;
}

function impliedBy(
  source: SkillEvidence,
  skill: SkillLabel,
  known: SkillEvidence | undefined,
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
    mentions: known?.mentions ?? NONE,
    mentionCount: known?.mentionCount ?? 0,
  };
}

/** From hits to mentions: section, position, polarity, kind of place, depth of the verb, stated months. */
import type { Found, Hit } from "../skills/find.ts";
import { isListed } from "../skills/lists.ts";
import type { Matcher } from "../skills/matcher.ts";
import { isAbstract, isOf, isOpen, ROLE } from "../skills/traits.ts";
import { COLON, GAP, isLetter, isWord, SLASH } from "../text/alphabet.ts";
import { endOf, type Folded } from "../text/fold.ts";
import type { Stretch } from "../text/positions.ts";
import { type Outline, sectionAt } from "../text/sections.ts";
import { lastEndingBy, lastNotAbove, type Spans, startsAt } from "../text/windows.ts";
import type { DocumentKind, Mention, Polarity, Section } from "../types.ts";
import { sharedMonths, statedMonths } from "./duration.ts";
import { type Clause, clauseOf, jobPolarity, resumePolarity } from "./polarity.ts";

/** A run of at least this many names is a list when it fills most of its sentence. */
const LIST_RUN = 3;
const LIST_SHARE = 0.5;
/** How far behind "Environment:" its list reaches when no sentence ends, and how far into a position its title may stand. */
const OPENER_REACH = 900;
const TITLE_REACH = 100;
const VERB_REACH = 140;

export interface Layout {
  readonly folded: Folded;
  readonly outlined: Outline;
  readonly stretches: readonly Stretch[];
}

export function toMentions(kind: DocumentKind, layout: Layout, found: Found, { ids }: Matcher): Mention[] {
  const { folded, outlined, stretches } = layout;
  const runs = listRuns(folded, found.hits);
  const covered = coverage(folded, found.hits);
  const groups = kind === "job" ? eitherGroups(folded, found, runs) : null;
  const starts = stretches.map((stretch) => stretch.start);
  const titles = titleParts(kind, folded, found);
  const repeated = kind === "job" ? repeatedSentences(folded, outlined, found.hits) : null;
  const months: (number | null)[] = [];
  return found.hits.map((hit, k) => {
    const clause = clauseOf(folded, hit);
    const previous = k > 0 ? (found.hits[k - 1] as Hit) : null;
    months[k] =
      statedMonths(folded, found, hit, previous, clause) ??
      (previous && sharedMonths(folded, hit, previous, months[k - 1] as number | null));
    const section = sectionAt(outlined, hit.start);
    const position = kind === "resume" ? positionOf(stretches, starts, outlined.flat, hit) : null;
    const listed = isInList(folded, found, hit, section, runs[k] as number, covered[hit.sentence] as number, clause);
    const titled = isOf(ROLE, hit)
      ? isTitle(kind, stretches, position, hit)
      : titles[k] === 1 && !isCutOff(starts, hit);
    return {
      skillId: ids[hit.skill] as string,
      start: folded.at[hit.start] as number,
      end: endOf(folded, hit.end - 1),
      polarity: repeated?.has(hit.sentence)
        ? "background"
        : kind === "job"
          ? demandOf(folded, found, k, runs, clause, section, listed)
          : resumePolarity(
              folded,
              found,
              hit,
              clause,
              !listed && !isHead(stretches, position, hit),
              told(stretches, position, listed),
            ),
      section,
      position,
      place: titled ? "title" : listed ? "list" : "prose",
      depth: listed || titled || kind === "job" ? 1 : depthOf(found, hit, clause),
      statedMonths: months[k] as number | null,
      either: groups?.[k] ?? null,
    };
  });
}

/**
 * Many posts repeat whole paragraphs word for word, and ask for a thing once: of the same sentences the one that stands where most is
 * asked counts, the earlier one where they stand alike. The others are answered here.
 */
function repeatedSentences(folded: Folded, outlined: Outline, hits: readonly Hit[]): ReadonlySet<number> {
  const counted = new Map<string, { sentence: number; weight: number }>();
  const repeated = new Set<number>();
  let before = -1;
  for (const hit of hits) {
    const { sentence } = hit;
    if (sentence === before) continue;
    before = sentence;
    const clause = clauseOf(folded, hit);
    const text = wordsOf(folded, clause);
    const weight = ASKS[sectionAt(outlined, clause.start)] ?? 1;
    const known = counted.get(text);
    if (!known) counted.set(text, { sentence, weight });
    else if (weight > known.weight) {
      repeated.add(known.sentence);
      counted.set(text, { sentence, weight });
    } else repeated.add(sentence);
  }
  return repeated;
}

/** How much the parts of a post ask for; parts that are not named here: 1. */
const ASKS: Readonly<Partial<Record<Section, number>>> = {
  requirements: 4,
  responsibilities: 3,
  preferred: 2,
  company: 0,
  benefits: 0,
  legal: 0,
};

/** A clause as written, from its first word to its last. */
function wordsOf(folded: Folded, { start, end }: Clause): string {
  let from = start;
  let to = end;
  while (from < to && !isWord(folded.classes[from] as number)) from++;
  while (to > from && !isWord(folded.classes[to - 1] as number)) to--;
  return folded.text.slice(folded.at[from], folded.at[to]);
}

/** How far before a name the words that ask for it may stand, and how short a line asks by itself. */
const ASKED_REACH = 200;
const SHORT_LINE = 60;

/**
 * Prose of a job post speaks of much that it does not ask for ("our agile teams automate deployment"). Outside the parts that state
 * demands or duties the last word before a name that says who is spoken of decides. Behind a word of knowledge a name is asked for;
 * behind "we" it is the firm's own; behind "you" a tool is asked for. Without such a word it is asked for in a list, beside a tool, or
 * in a short line.
 */
function demandOf(
  folded: Folded,
  found: Found,
  k: number,
  runs: Int32Array,
  clause: Clause,
  section: Section,
  listed: boolean,
): Polarity {
  const hit = found.hits[k] as Hit;
  const polarity = jobPolarity(folded, found, hit, clause, section);
  if ((polarity !== "named" && polarity !== "required") || section !== "other") return polarity;
  const voice = voiceBefore(folded, found, hit, clause);
  const isApart = isAbstract(hit) && (isLabel(folded, hit) || startsAt(found.cues.people, hit.end + 1));
  if (voice === "firm" || (isApart && voice !== "knowledge")) return "described";
  const asked =
    voice === "knowledge" ||
    (voice === "reader" && !isAbstract(hit)) ||
    listed ||
    isBehindLabel(folded, hit) ||
    (clause.end - clause.start < SHORT_LINE && !(isAbstract(hit) && isDuty(found, hit, clause))) ||
    isBesideTool(folded, found.hits, k, runs);
  return asked ? polarity : "described";
}

/** Whose the name is, by the last word before it that says so. */
function voiceBefore(
  folded: Folded,
  { cues }: Found,
  hit: Hit,
  clause: Clause,
): "knowledge" | "firm" | "reader" | null {
  const from = Math.max(clause.start, hit.start - ASKED_REACH);
  const knowledge = lastEndWithin(cues.knowledge, from, hit.start);
  const reader = lastEndWithin(cues.reader, from, hit.start);
  const firm = Math.max(lastEndWithin(cues.firm, from, hit.start), firmOwner(cues.firmOwns, clause.start, hit.start));
  if (firm > knowledge && firm > reader) return opensList(folded, firm, hit.start) ? "knowledge" : "firm";
  if (reader > knowledge) return "reader";
  return knowledge < 0 && lastEndWithin(cues.matter, from, hit.start) < 0 ? null : "knowledge";
}

/** A firm that lists what it has says what one has to know: "Our stack: Kubernetes". */
function opensList({ classes }: Folded, from: number, to: number): boolean {
  return classes.subarray(from, to).includes(COLON);
}

/** End of the last span that starts at `from` or later and ends by `to`, or -1. */
function lastEndWithin(spans: Spans, from: number, to: number): number {
  const k = lastEndingBy(spans, to);
  return k >= 0 && (spans[2 * k] as number) >= from ? (spans[2 * k + 1] as number) : -1;
}

/** "Our …" at the start of a sentence, or directly before the name. */
function firmOwner(spans: Spans, clauseStart: number, start: number): number {
  const last = lastEndingBy(spans, start);
  if (last < 0) return -1;
  if ((spans[2 * last + 1] as number) >= start - 1) return spans[2 * last + 1] as number;
  const first = lastEndingBy(spans, clauseStart) + 1;
  return first <= last && (spans[2 * first] as number) - clauseStart <= 2 && start - clauseStart <= ASKED_REACH
    ? (spans[2 * first + 1] as number)
    : -1;
}

/** "Design complex tests": what is done rather than what is known. */
function isDuty(found: Found, hit: Hit, clause: Clause): boolean {
  return lastVerb(found.cues.deepVerb, hit, clause) >= 0 || lastVerb(found.cues.lightVerb, hit, clause) >= 0;
}

/** "Methods: Scrum". */
function isBehindLabel({ classes }: Folded, { start }: Hit): boolean {
  return start > 1 && classes[classes[start - 1] === GAP ? start - 2 : start - 1] === COLON;
}

/** "Databases: Oracle": the heading of a list, not a member. */
function isLabel({ classes }: Folded, { end }: Hit): boolean {
  return classes[classes[end] === GAP ? end + 1 : end] === COLON;
}

/** Whether a direct neighbour in the list is a tool, language or platform. */
function isBesideTool(folded: Folded, hits: readonly Hit[], k: number, runs: Int32Array): boolean {
  if ((runs[k] as number) < 2) return false;
  const hit = hits[k] as Hit;
  return [hits[k - 1], hits[k + 1]].some(
    (other) => other !== undefined && !isAbstract(other) && !isOf(ROLE, other) && isListed(folded, hit, other),
  );
}

/** A headline is short and ends no sentence. */
const HEADLINE_UNITS = 110;

/**
 * For each hit that is no job title itself: whether it is part of one. "Java Developer", "Senior AWS DevOps Engineer"; in job posts
 * also everything in a headline that names the job ("DevOps Engineer (Docker, Jenkins)").
 */
function titleParts(kind: DocumentKind, folded: Folded, found: Found): Uint8Array {
  const { hits } = found;
  const parts = new Uint8Array(hits.length);
  for (let k = hits.length - 1; k >= 0; k--) {
    const hit = hits[k] as Hit;
    if (isOpen(hit)) continue;
    const next = hits[k + 1];
    const leads = next !== undefined && (isOf(ROLE, next) || parts[k + 1] === 1) && isTied(folded, hit.end, next.start);
    if (leads || startsAt(found.cues.titleNoun, hit.end + 1)) parts[k] = 1;
  }
  if (kind === "job") markHeadlines(folded, hits, parts);
  return parts;
}

/** Only a gap or a slash between. */
function isTied(folded: Folded, from: number, to: number): boolean {
  return to === from || (to - from === 1 && (folded.classes[from] === GAP || folded.classes[from] === SLASH));
}

function markHeadlines(folded: Folded, hits: readonly Hit[], parts: Uint8Array): void {
  for (let k = 0; k < hits.length; k++) {
    const hit = hits[k] as Hit;
    if (!isOf(ROLE, hit)) continue;
    const { start, end } = clauseOf(folded, hit);
    if (
      end - start > HEADLINE_UNITS ||
      hit.start - start > 40 ||
      !isHeadline(folded.text.slice(folded.at[start], folded.at[end]))
    )
      continue;
    for (let other = k - 1; other >= 0 && (hits[other] as Hit).start >= start; other--) parts[other] = 1;
    for (let other = k + 1; other < hits.length && (hits[other] as Hit).start < end; other++) parts[other] = 1;
  }
}

/** No full stop, no small words that make a sentence. */
function isHeadline(line: string): boolean {
  return (
    !/[.!?]\s*$/.test(line) &&
    !/\b(?:is|are|be|will|you|we|our|your|the|to|have|has|work|working|who|that|experience|as)\b/i.test(line)
  );
}

/**
 * For each hit how many names the list around it holds. A phrase with a hole is said in prose, and a list goes on over the end of a
 * sentence or line only where neither holds anything else.
 */
function listRuns(folded: Folded, hits: readonly Hit[]): Int32Array {
  const runs = new Int32Array(hits.length);
  const bare = bareSentences(folded, hits);
  const follows = (one: Hit, other: Hit | undefined) =>
    other !== undefined &&
    !isOpen(other) &&
    (one.sentence === other.sentence || (bare.has(one.sentence) && bare.has(other.sentence))) &&
    isListed(folded, one, other);
  for (let from = 0; from < hits.length; ) {
    let to = from + 1;
    while (follows(hits[to - 1] as Hit, hits[to])) to++;
    runs.fill(to - from, from, to);
    from = to;
  }
  return runs;
}

/** Sentences that hold names of skills and no word more. */
function bareSentences(folded: Folded, hits: readonly Hit[]): ReadonlySet<number> {
  const bare = new Set<number>();
  for (let k = 0; k < hits.length; ) {
    const { sentence } = hits[k] as Hit;
    const { start, end } = clauseOf(folded, hits[k] as Hit);
    let words = false;
    let at = start;
    for (; k < hits.length && hits[k]?.sentence === sentence; k++) {
      const hit = hits[k] as Hit;
      words ||= isOpen(hit) || hasWordIn(folded, at, hit.start);
      at = Math.max(at, hit.end);
    }
    if (!words && !hasWordIn(folded, at, end)) bare.add(sentence);
  }
  return bare;
}

function hasWordIn(folded: Folded, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLetter(folded.classes[i] as number)) return true;
  return false;
}

/** How far before a list "such as" may stand, and behind it "or similar", in folded units. */
const EITHER_REACH = 30;

/** For each hit the number of the either/or list it stands in: "such as", "one of", "or", "and/or", "or similar". */
function eitherGroups(folded: Folded, found: Found, runs: Int32Array): (number | null)[] {
  const { hits, cues } = found;
  const groups: (number | null)[] = hits.map(() => null);
  let group = 0;
  for (let from = 0; from < hits.length; from += runs[from] as number) {
    const size = runs[from] as number;
    if (size < 2) continue;
    const first = hits[from] as Hit;
    const last = hits[from + size - 1] as Hit;
    const k = lastEndingBy(cues.either, Math.min(last.end + EITHER_REACH, clauseOf(folded, last).end));
    const start = k < 0 ? -1 : (cues.either[2 * k] as number);
    if (start < first.start - EITHER_REACH || first.sentence !== last.sentence) continue;
    groups.fill(group++, from, from + size);
  }
  return groups;
}

/** For each sentence that holds hits: the share of it that names skills. */
function coverage(folded: Folded, hits: readonly Hit[]): Record<number, number> {
  const shares: Record<number, number> = {};
  for (const hit of hits) {
    if (isOpen(hit)) continue;
    const { start, end } = clauseOf(folded, hit);
    shares[hit.sentence] = (shares[hit.sentence] ?? 0) + (hit.end - hit.start) / (end - start > 0 ? end - start : 1);
  }
  return shares;
}

function isInList(
  folded: Folded,
  found: Found,
  hit: Hit,
  section: Section,
  run: number,
  share: number,
  clause: Clause,
): boolean {
  if (section === "skills") return true;
  if (isOpen(hit)) return false;
  if (run >= LIST_RUN && share >= LIST_SHARE) return true;
  if (run < 2) return false;
  const { listOpener } = found.cues;
  const k = lastEndingBy(listOpener, hit.start);
  if (k < 0) return false;
  const end = listOpener[2 * k + 1] as number;
  if ((listOpener[2 * k] as number) < clause.start || hit.start - end > OPENER_REACH) return false;
  const after = folded.classes[end] === GAP ? end + 1 : end;
  return folded.classes[after] === COLON;
}

function positionOf(stretches: readonly Stretch[], starts: readonly number[], flat: boolean, hit: Hit): number | null {
  const k = lastNotAbove(starts, hit.start);
  if (k < 0) return null;
  const stretch = stretches[k] as Stretch;
  // In a running text the words before a date close the position before it, but for a title.
  if (flat && hit.start < stretch.body && !isOf(ROLE, hit))
    return k > 0 && (stretches[k - 1] as Stretch).end === stretch.start ? k - 1 : null;
  return hit.start < stretch.end ? k : null;
}

/** A job title: before the date of a position or in the first words behind it. */
function isTitle(kind: DocumentKind, stretches: readonly Stretch[], position: number | null, hit: Hit): boolean {
  if (kind === "job" || position === null) return false;
  const stretch = stretches[position] as Stretch;
  return hit.start < stretch.body || hit.start - stretch.body <= TITLE_REACH;
}

/** A position begins right behind the hit: what follows is its title, and the hit was the last word of the one before. */
function isCutOff(starts: readonly number[], { start, end }: Hit): boolean {
  const k = lastNotAbove(starts, end + 1);
  return k >= 0 && (starts[k] as number) > start;
}

/** What is told of a position in prose: all behind its date. */
function told(stretches: readonly Stretch[], position: number | null, listed: boolean): Clause | null {
  if (position === null || listed) return null;
  const { body, end } = stretches[position] as Stretch;
  return { start: body, end };
}

/** Between the start of a position and the end of its date stand its title and company. */
function isHead(stretches: readonly Stretch[], position: number | null, hit: Hit): boolean {
  return position !== null && hit.start < (stretches[position] as Stretch).body;
}

/** The last verb before the skill, in its clause, says how deep the work went. */
function depthOf(found: Found, hit: Hit, clause: Clause): 0 | 1 | 2 {
  const deep = lastVerb(found.cues.deepVerb, hit, clause);
  const light = lastVerb(found.cues.lightVerb, hit, clause);
  if (deep < 0 && light < 0) return 1;
  return deep > light ? 2 : 0;
}

function lastVerb(spans: number[], hit: Hit, clause: Clause): number {
  const k = lastEndingBy(spans, hit.start + 1);
  const start = k < 0 ? -1 : (spans[2 * k] as number);
  return start >= clause.start && hit.start - start <= VERB_REACH ? start : -1;
}

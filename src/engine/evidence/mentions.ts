/** From hits to mentions: section, position, polarity, kind of place, depth of the verb, stated months. */
import type { Found, Hit } from "../skills/find.ts";
import { isListed } from "../skills/lists.ts";
import type { Matcher, SkillLabel } from "../skills/matcher.ts";
import { isOf, isOpen, ROLE } from "../skills/traits.ts";
import { COLON, GAP, SLASH } from "../text/alphabet.ts";
import { endOf, type Folded } from "../text/fold.ts";
import type { Stretch } from "../text/positions.ts";
import { type Outline, sectionAt } from "../text/sections.ts";
import { holdsLetter, pastGap, sentenceEnd } from "../text/units.ts";
import { lastEndingBy, lastNotAbove, startsAt } from "../text/windows.ts";
import type { DocumentKind, Mention, Section } from "../types.ts";
import { type Clause, clauseOf, lastVerb } from "./cues.ts";
import { demandOf } from "./demand.ts";
import { sharedMonths, statedMonths } from "./duration.ts";
import { resumePolarity } from "./polarity.ts";
import { repeatedSentences } from "./repeated.ts";

/** A run of at least this many names is a list when it fills most of its sentence. */
const LIST_RUN = 3;
const LIST_SHARE = 0.5;
/** How far behind "Environment:" its list reaches when no sentence ends, and how far into a position its title may stand. */
const OPENER_REACH = 900;
const TITLE_REACH = 100;

export interface Layout {
  readonly folded: Folded;
  readonly outlined: Outline;
  readonly stretches: readonly Stretch[];
}

export function toMentions(kind: DocumentKind, layout: Layout, found: Found, { labels }: Matcher): Mention[] {
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
      skillId: (labels[hit.skill] as SkillLabel).id,
      start: folded.at[hit.start] as number,
      end: endOf(folded, hit.end - 1),
      polarity: repeated?.has(hit.sentence)
        ? "background"
        : kind === "job"
          ? demandOf(folded, found, k, runs, clause, section, listed, months[k] as number | null)
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
      words ||= isOpen(hit) || holdsLetter(folded, at, hit.start);
      at = Math.max(at, hit.end);
    }
    if (!words && !holdsLetter(folded, at, end)) bare.add(sentence);
  }
  return bare;
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
function coverage(folded: Folded, hits: readonly Hit[]): Float64Array {
  const { sentences } = folded;
  const shares = new Float64Array(sentences.length);
  for (const hit of hits)
    if (!isOpen(hit)) shares[hit.sentence] = (shares[hit.sentence] as number) + hit.end - hit.start;
  for (let k = 0; k < shares.length; k++) {
    const size = sentenceEnd(folded, k) - (sentences[k] as number);
    shares[k] = (shares[k] as number) / (size > 0 ? size : 1);
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
  return folded.classes[pastGap(folded.classes, end)] === COLON;
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

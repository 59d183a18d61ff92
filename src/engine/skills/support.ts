/** Context rules that look further than a hit's neighbours: words that veto in its clause, and the support that others lend. */
import type { Folded } from "../text/fold.ts";
import { holdsLetter, sentenceEnd } from "../text/units.ts";
import { countBefore, lastNotAbove } from "../text/windows.ts";
import { cleared, type Search } from "./candidates.ts";
import type { Hit } from "./find.ts";
import { hasMark, isListed, isMove, vouches } from "./lists.ts";
import { isAbstract, isFirm, isOpen, LISTED, VETOED } from "./traits.ts";

/** How far within a clause a rule looks, in folded units. Bounds the work on any input. */
const REACH = 240;

/** Work space by mark, used again from text to text. */
const scratch = { named: new Int32Array(0) };

/** Words that veto may stand behind a hit, too: asked when all words are known. */
export function vetoByWords(search: Search): void {
  const { candidates } = search;
  const { rules } = search.matcher.aliases;
  let kept = 0;
  for (let k = 0; k < candidates.length; k++) {
    const hit = candidates[k] as Hit;
    const unless = (hit.traits & VETOED) === 0 ? null : rules[hit.alias]?.unless;
    if (!unless || !hasWord(search, unless, hit, isOpen(hit))) candidates[kept++] = hit;
  }
  candidates.length = kept;
}

/** Where the clause around a hit begins and ends, as far as rules look. */
function clauseStart({ sentences }: Folded, { start, sentence }: Hit): number {
  const from = sentences[sentence] as number;
  return from > start - REACH ? from : start - REACH;
}

function clauseEnd(folded: Folded, { end, sentence }: Hit): number {
  const to = sentenceEnd(folded, sentence);
  return to < end + REACH ? to : end + REACH;
}

/** Words inside the hit do not count, but for a phrase with a hole: "monitoring of business models". */
function hasWord(search: Search, wanted: ReadonlySet<number>, hit: Hit, inside = false): boolean {
  const { starts, ends, numbers, count } = search.words;
  const to = clauseEnd(search.folded, hit);
  for (let k = lastNotAbove(starts, clauseStart(search.folded, hit) - 1, count) + 1; k < count; k++) {
    const start = starts[k] as number;
    if (start >= to) return false;
    if (wanted.has(numbers[k] as number) && (inside || start >= hit.end || (ends[k] as number) <= hit.start))
      return true;
  }
  return false;
}

/** Adds the hits that count only with support: beside an accepted one in a list, near one, or with one in the document. */
export function withSupport(search: Search, certain: readonly Hit[]): Hit[] {
  const { candidates, matcher } = search;
  const named = cleared(scratch.named, matcher.marks);
  scratch.named = named;
  for (const { skill } of certain) {
    named[skill] = 1;
    named[matcher.areas[skill] as number] = 1;
  }
  const starts = certain.map((hit) => hit.start);
  const accepted = candidates.map((hit) => isFirm(hit) || hasStanding(search, hit, certain, starts, named));
  vouchInLists(search, accepted);
  // Lists pass acceptance on from member to member: once from the left, once from the right.
  passOn(search, accepted, 1);
  passOn(search, accepted, -1);
  return candidates.filter((_, k) => accepted[k]);
}

function passOn(search: Search, accepted: boolean[], step: 1 | -1): void {
  const { candidates } = search;
  let beside: Hit | null = null;
  for (let k = step === 1 ? 0 : candidates.length - 1; k >= 0 && k < candidates.length; k += step) {
    const hit = candidates[k] as Hit;
    if (!accepted[k] && beside && isVouchedFor(search, beside, hit)) accepted[k] = true;
    if (accepted[k] && !isOpen(hit)) beside = longer(beside, hit);
  }
}

/**
 * Practices and concepts with everyday names need a mark between: "Publishing APIs" is no list. A line of three names and no other word
 * is one without marks: "Banking Consulting DevOps".
 */
function isVouchedFor(search: Search, beside: Hit, hit: Hit): boolean {
  const { folded } = search;
  if ((hit.traits & LISTED) === 0) return false;
  if (!isListed(folded, beside, hit)) return isMove(folded, beside, hit);
  if (!isAbstract(hit) || isBareLine(search, hit.sentence)) return true;
  return beside.start < hit.start ? hasMark(folded, beside.end, hit.start) : hasMark(folded, hit.end, beside.start);
}

/** Whether a sentence holds three names or more and no other word. */
function isBareLine({ folded, candidates }: Search, sentence: number): boolean {
  let at = folded.sentences[sentence] as number;
  const end = sentenceEnd(folded, sentence);
  if (end - at > REACH) return false;
  let names = 0;
  const first = countBefore(candidates.length, (k) => (candidates[k] as Hit).start < at);
  for (let k = first; k <= candidates.length; k++) {
    const hit = candidates[k];
    const next = hit && hit.start < end ? hit : null;
    if (holdsLetter(folded, at, next?.start ?? end)) return false;
    if (!next) return names >= 3;
    if (next.end > at && !isOpen(next)) {
      if (next.start >= at) names++;
      at = next.end;
    }
  }
  return false;
}

/**
 * Three names in one list vouch for one another, though each alone could mean something else: "Go, Rust, Swift"; and so do two of one
 * area, or two that each ask for the other's: "SNS and SQS", "ML/DL", "from RDS to Aurora".
 */
function vouchInLists({ candidates, folded, matcher }: Search, accepted: boolean[]): void {
  const run: number[] = [];
  let size = 0;
  for (let k = 0; k <= candidates.length; k++) {
    const hit = candidates[k];
    if (hit && (isOpen(hit) || !(accepted[k] || (hit.traits & LISTED) !== 0))) continue;
    const last = size > 0 ? candidates[run[size - 1] as number] : undefined;
    const listed = hit && last && isListed(folded, last, hit) && hasMark(folded, last.end, hit.start);
    if (!listed && !(hit && last && isMove(folded, last, hit))) {
      if (size > 1 && vouches(matcher, candidates, run, size))
        for (let n = 0; n < size; n++) accepted[run[n] as number] = true;
      size = 0;
    }
    run[size++] = k;
  }
}

/** Of two accepted hits at the same place the longer one speaks for the list. */
function longer(beside: Hit | null, hit: Hit): Hit {
  return beside && beside.start <= hit.start && beside.end >= hit.end ? beside : hit;
}

function hasStanding(
  search: Search,
  hit: Hit,
  certain: readonly Hit[],
  starts: readonly number[],
  named: Int32Array,
): boolean {
  const needs = search.matcher.aliases.rules[hit.alias]?.needs;
  if (!needs) return true;
  if (needs.document?.some((mark) => named[mark] === 1)) return true;
  if (needs.words && hasWord(search, needs.words, hit)) return true;
  return needs.near !== null && isNear(search, hit, certain, starts, needs.near);
}

function isNear(
  { folded, matcher }: Search,
  hit: Hit,
  certain: readonly Hit[],
  starts: readonly number[],
  marks: ReadonlySet<number>,
): boolean {
  const to = clauseEnd(folded, hit);
  for (let k = lastNotAbove(starts, clauseStart(folded, hit) - 1) + 1; k < certain.length; k++) {
    const { start, end, skill } = certain[k] as Hit;
    if (start >= to) return false;
    if ((end <= hit.start || start >= hit.end) && (marks.has(skill) || marks.has(matcher.areas[skill] as number)))
      return true;
  }
  return false;
}

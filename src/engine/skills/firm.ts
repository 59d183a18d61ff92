/** A post by the maker of a product: where the product's name is the firm's, it is no demand. Job posts only. */
import { APOSTROPHE, COMMA, GAP, isWord, LETTER_S } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { holdsMark, holdsWord, isCapital, lineEnd, pastGap } from "../text/units.ts";
import { lastEndingBy, lastNotAbove, type Spans, startsAt } from "../text/windows.ts";
import type { Found, Hit } from "./find.ts";
import { isListed } from "./lists.ts";
import { isOf, isOpen, isTool, ROLE } from "./traits.ts";

/** How far before a name a word of knowledge vouches that the product is meant: "experience with the Twilio API". */
const KNOWN_REACH = 40;
/** How often a post names the firm at least, where its name is not that of a tool. */
const LEAST_NAMES = 3;

/**
 * Who hires is told by how a name stands: "About Acme", "Join Acme as", "At Acme, we", "Acme, Inc.", "Acme is hiring". The name is the
 * firm's throughout the post, but in a list of other names and behind words of knowledge.
 */
export function withoutFirm({ hits, cues }: Found, folded: Folded): readonly Hit[] {
  const firms = new Set<number>();
  const owners = new Set<number>();
  const proper = properNames(folded, hits);
  for (const hit of hits) {
    if (isOpen(hit) || firms.has(hit.alias) || !(isTool(hit) || proper.has(hit.alias))) continue;
    const owns = isOwner(folded, hit);
    if ((owns && owners.has(hit.alias)) || isHirer(folded, cues, hit)) firms.add(hit.alias);
    if (owns) owners.add(hit.alias);
  }
  if (firms.size === 0) return hits;
  return hits.filter(
    (hit, k) => !firms.has(hit.alias) || isBesideAnother(folded, hits, k) || isKnown(folded, cues.knowledge, hit),
  );
}

function isHirer(folded: Folded, cues: Found["cues"], { start, end }: Hit): boolean {
  if (!isCapital(folded, start)) return false;
  const { classes } = folded;
  const behind = pastGap(classes, classes[end] === COMMA ? end + 1 : end);
  if (startsAt(cues.hirerAfter, behind)) return true;
  const place = directlyBefore(cues.hirerBefore, start);
  if (place >= 0 && (!isWord(classes[end + 1] as number) || startsAt(cues.besideHirer, end + 1))) return true;
  const opener = directlyBefore(cues.firmOpener, start);
  if (opener < 0 || !isCapital(folded, opener)) return false;
  // "About Acme" is a line of its own; "At Acme, we" begins a sentence.
  return opener + 2 === start - 1
    ? classes[end] === COMMA || startsAt(cues.firm, behind)
    : isAlone(folded, opener, end);
}

/**
 * Names of one word, no short forms ("AI"), that are written with a capital wherever they stand, and not once or twice: products of
 * lesser note are spellings of what they are for.
 */
function properNames(folded: Folded, hits: readonly Hit[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const hit of hits) {
    if (isTool(hit) || isOpen(hit)) continue;
    const count = counts.get(hit.alias) ?? 0;
    counts.set(hit.alias, count >= 0 && isProper(folded, hit) ? count + 1 : -1);
  }
  return new Set([...counts].filter(([, count]) => count >= LEAST_NAMES).map(([alias]) => alias));
}

function isProper(folded: Folded, hit: Hit): boolean {
  const { start, end } = hit;
  return (
    !isOf(ROLE, hit) && isCapital(folded, start) && !isCapital(folded, start + 1) && !holdsMark(folded, GAP, start, end)
  );
}

/** "Acme's": a product owns little, a firm much. Said once it tells nothing, said twice it tells the hirer. */
function isOwner({ classes }: Folded, { end }: Hit): boolean {
  return classes[end] === APOSTROPHE && classes[end + 1] === LETTER_S && !isWord(classes[end + 2] as number);
}

/** Start of the cue that ends right before `start`, or -1. */
function directlyBefore(spans: Spans, start: number): number {
  const k = lastEndingBy(spans, start);
  return k >= 0 && (spans[2 * k + 1] as number) >= start - 1 ? (spans[2 * k] as number) : -1;
}

/** Whether `[start, end)` holds all words of its line. */
function isAlone(folded: Folded, start: number, end: number): boolean {
  const line = lastNotAbove(folded.lines, start);
  if (holdsWord(folded, folded.lines[line] as number, start)) return false;
  return folded.classes[end] === APOSTROPHE || !holdsWord(folded, end, lineEnd(folded, line));
}

/** Whether a neighbour in a list is another tool. */
function isBesideAnother(folded: Folded, hits: readonly Hit[], k: number): boolean {
  const hit = hits[k] as Hit;
  return [hits[k - 1], hits[k + 1]].some(
    (other) => other !== undefined && other.skill !== hit.skill && isTool(other) && isListed(folded, hit, other),
  );
}

function isKnown({ sentences }: Folded, knowledge: Spans, { start, sentence }: Hit): boolean {
  const k = lastEndingBy(knowledge, start);
  if (k < 0 || start - (knowledge[2 * k + 1] as number) > KNOWN_REACH) return false;
  return (knowledge[2 * k] as number) >= (sentences[sentence] as number);
}

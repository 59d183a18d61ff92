/** Which of several hits at the same place stays. */
import { PLUS } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { standsAt } from "../text/units.ts";
import type { Hit } from "./find.ts";
import { foldSpelling } from "./spellings.ts";
import { CONCEPT, CREDENTIAL, isOf, isOpen } from "./traits.ts";

/** Nouns behind a name that add nothing to it: "Agile environment", "AWS experience". */
const EMPTY_TAILS: readonly Uint8Array[] =
  "environment team teams process ceremonies methodology tool service services systems cluster clusters experience skills"
    .split(" ")
    .map(foldSpelling);

/** Leftmost, longest, none inside another; phrases with a hole stand beside the rest. Expects hits by start, then length. */
export function keepLongest(folded: Folded, hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  let openEnds: Map<number, number> | null = null;
  let reached = -1;
  // A degree hides no field of study inside it: "degree in computer science" names both, "CompTIA Network+" does not.
  let degreeEnd = -1;
  for (let k = 0; k < hits.length; k++) {
    const hit = hits[k] as Hit;
    if (isOpen(hit)) {
      openEnds ??= new Map();
      if (hit.start < (openEnds.get(hit.alias) ?? -1)) continue;
      openEnds.set(hit.alias, hit.end);
    } else {
      const field = isOf(CONCEPT, hit) && folded.classes[hit.end] !== PLUS;
      if (hit.start < (field || reached > degreeEnd ? reached : degreeEnd)) continue;
      if (isOutdone(folded, hits, k)) continue;
      if (isOf(CREDENTIAL, hit)) degreeEnd = hit.end;
      else reached = hit.end;
    }
    kept.push(hit);
  }
  return kept;
}

/** The name itself, not the empty noun behind it; and of "HTML and CSS" its two names, not the pair. */
function isOutdone({ classes }: Folded, hits: readonly Hit[], k: number): boolean {
  const hit = hits[k] as Hit;
  let widestEnd = -1;
  for (let other = k + 1; other < hits.length && (hits[other] as Hit).start < hit.end; other++) {
    const inner = hits[other] as Hit;
    if (isOpen(inner) || inner.end > hit.end) continue;
    if (inner.start === hit.start && inner.end < hit.end) {
      if (inner.skill === hit.skill && isOneOf(EMPTY_TAILS, classes, inner.end + 1, hit.end)) return true;
      if (widestEnd < 0) widestEnd = inner.end;
    } else if (widestEnd >= 0 && inner.end === hit.end && isOneOf(JOINTS, classes, widestEnd, inner.start)) return true;
  }
  return false;
}

const JOINTS: readonly Uint8Array[] = ["x and x", "x or x", "x&x", "x,x", "x, x"].map((pair) =>
  foldSpelling(pair).subarray(1, -1),
);

/** Whether the units `[from, to)` are exactly one of the spellings. */
function isOneOf(spellings: readonly Uint8Array[], classes: Uint8Array, from: number, to: number): boolean {
  return spellings.some((spelling) => to - from === spelling.length && standsAt(classes, from, spelling));
}

/** A phrase with a hole says nothing more where its skill is named inside it, or by another such phrase at the same place. */
export function withoutEchoes(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  for (let k = 0; k < hits.length; k++) {
    const hit = hits[k] as Hit;
    if (!isOpen(hit) || !(isSaidBefore(kept, hit) || isNamedWithin(hits, k))) kept.push(hit);
  }
  return kept;
}

/** How many hits before one may reach into it. */
const MOST_REACHING = 8;

function isSaidBefore(kept: readonly Hit[], { skill, start }: Hit): boolean {
  for (let k = kept.length - 1; k >= 0 && k >= kept.length - MOST_REACHING; k--) {
    const other = kept[k] as Hit;
    if (other.skill === skill && other.end > start) return true;
  }
  return false;
}

function isNamedWithin(hits: readonly Hit[], k: number): boolean {
  const { skill, end } = hits[k] as Hit;
  for (let next = k + 1; next < hits.length && (hits[next] as Hit).start < end; next++) {
    const other = hits[next] as Hit;
    if (other.skill === skill && !isOpen(other)) return true;
  }
  return false;
}

/** Which of several hits at the same place stays. */
import type { Folded } from "../text/fold.ts";
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
  const openEnds = new Map<number, number>();
  let reached = -1;
  // A degree hides no field of study inside it: "degree in computer science" names both.
  let degreeEnd = -1;
  for (let k = 0; k < hits.length; k++) {
    const hit = hits[k] as Hit;
    const open = isOpen(hit);
    const before = open
      ? (openEnds.get(hit.alias) ?? -1)
      : isOf(CONCEPT, hit) || reached > degreeEnd
        ? reached
        : degreeEnd;
    if (hit.start < before || (!open && isOutdone(folded, hits, k))) continue;
    kept.push(hit);
    if (open) openEnds.set(hit.alias, hit.end);
    else if (isOf(CREDENTIAL, hit)) degreeEnd = hit.end;
    else reached = hit.end;
  }
  return kept;
}

/** The name itself, not the empty noun behind it; and of "HTML and CSS" its two names, not the pair. */
function isOutdone(folded: Folded, hits: readonly Hit[], k: number): boolean {
  const hit = hits[k] as Hit;
  const { classes } = folded;
  let widest: Hit | null = null;
  for (let other = k + 1; other < hits.length && (hits[other] as Hit).start < hit.end; other++) {
    const inner = hits[other] as Hit;
    if (isOpen(inner) || inner.end > hit.end) continue;
    if (inner.start === hit.start && inner.end < hit.end) {
      if (inner.skill === hit.skill && EMPTY_TAILS.some((tail) => fills(classes, tail, inner.end + 1, hit.end)))
        return true;
      widest ??= inner;
    } else if (
      widest &&
      inner.end === hit.end &&
      JOINTS.some((joint) => fills(classes, joint, (widest as Hit).end, inner.start))
    )
      return true;
  }
  return false;
}

const JOINTS: readonly Uint8Array[] = ["x and x", "x or x", "x&x", "x,x", "x, x"].map((pair) =>
  foldSpelling(pair).subarray(1, -1),
);

/** Whether the units `[from, to)` are exactly `spelling`. */
function fills(classes: Uint8Array, spelling: Uint8Array, from: number, to: number): boolean {
  return to - from === spelling.length && spelling.every((value, i) => classes[from + i] === value);
}

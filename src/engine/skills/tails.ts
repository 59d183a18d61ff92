/** Which noun behind a general word belongs to it. */
import { COLON, COMMA, GAP } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { beforeGap } from "../text/units.ts";
import type { Hit } from "./find.ts";
import { follows } from "./rules.ts";
import { foldSpelling } from "./spellings.ts";
import { isAbstract, isOpen } from "./traits.ts";

/**
 * Nouns that belong to a general word before them: "cloud technologies", "agile methodologies"; by their first letter. A product's name
 * ends with itself.
 */
const FULL_TAILS: ReadonlyMap<number | undefined, readonly Uint8Array[]> = Map.groupBy(
  (
    "technologies technology services service tools tooling environments framework frameworks platform platforms methodologies " +
    "systems practices processes ecosystem principles patterns architecture architectures database databases"
  )
    .split(" ")
    .map(foldSpelling),
  (noun) => noun[0],
);

/** Practices and concepts with the noun that belongs to them, which is then no name of its own. */
export function withTails(folded: Folded, hits: readonly Hit[]): readonly Hit[] {
  const out: Hit[] = [];
  let [tailStart, tailEnd] = [0, 0];
  for (let k = 0; k < hits.length; k++) {
    const hit = hits[k] as Hit;
    if (hit.start >= tailStart && hit.end <= tailEnd) continue;
    const whole = withTail(folded, hit, hits[k + 1]);
    if (whole !== hit) [tailStart, tailEnd] = [hit.end, whole.end];
    out.push(whole);
  }
  return out;
}

function withTail(folded: Folded, hit: Hit, next: Hit | undefined): Hit {
  if (!isAbstract(hit) || isOpen(hit) || folded.classes[hit.end] !== GAP) return hit;
  const tail = FULL_TAILS.get(folded.classes[hit.end + 1])?.find((noun) => follows(folded, hit.end, noun));
  if (!tail) return hit;
  const end = hit.end + 1 + tail.length;
  if (isHeadingBehind(folded.classes, hit.start, end)) return hit;
  return next && next.start < end && (next.end > end || isOpen(next)) ? hit : { ...hit, end };
}

/** "Scrum, quality control Databases: PostgreSQL": the line end before a heading was lost, and the last name of a list stands before it. */
function isHeadingBehind(classes: Uint8Array, start: number, end: number): boolean {
  return classes[end] === COLON && classes[beforeGap(classes, start)] === COMMA;
}

/** A short form that the text itself spells out as something else: "Analytical Data Operations (ADO)" is no Azure DevOps. */
import { CLOSE, GAP, isLetter, isWord, OPEN } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { beforeGap } from "../text/units.ts";
import type { Hit } from "./find.ts";
import type { Matcher } from "./matcher.ts";
import { isFirm } from "./traits.ts";

/** How many letters a short form has. */
const LEAST = 2;
const MOST = 5;

/** Takes out the names in need of support that the text spells out otherwise, wherever they stand; not where it spells out both. */
export function vetoSpeltOut(folded: Folded, matcher: Matcher, hits: Hit[]): void {
  let others: Set<number> | null = null;
  let own: Set<number> | null = null;
  for (const hit of hits) {
    if (isFirm(hit) || folded.classes[hit.start - 1] !== OPEN || folded.classes[hit.end] !== CLOSE) continue;
    const words = wordsBefore(folded, hit);
    if (!words) continue;
    if (isNamedBy(matcher, hit.skill, words)) (own ??= new Set()).add(hit.alias);
    else (others ??= new Set()).add(hit.alias);
  }
  if (!others) return;
  let kept = 0;
  for (const hit of hits) if (!others.has(hit.alias) || own?.has(hit.alias)) hits[kept++] = hit;
  hits.length = kept;
}

/** The words before the bracket whose first letters are those of the short form in it, or null. */
function wordsBefore({ classes, text, at }: Folded, { start, end }: Hit): string[] | null {
  if (end - start < LEAST || end - start > MOST) return null;
  const words: string[] = [];
  let i = beforeGap(classes, start - 1) + 1;
  for (let letter = end - 1; letter >= start; letter--) {
    const to = i;
    while (i > 0 && isWord(classes[i - 1] as number)) i--;
    if (i === to || classes[i] !== classes[letter] || !isLetter(classes[i] as number)) return null;
    words.push(text.slice(at[i], at[to]).toLowerCase());
    if (classes[i - 1] === GAP) i--;
  }
  return words;
}

/** Whether half of the words are among those of the skill's names: people write "Simple Que Service (SQS)", too. */
function isNamedBy({ skills }: Matcher, skill: number, words: readonly string[]): boolean {
  const names = skills[skill]?.aliases.map(({ text }) => text.toLowerCase()).join(" ") ?? "";
  return 2 * words.filter((word) => names.includes(word.replace(/s$/, ""))).length >= words.length;
}

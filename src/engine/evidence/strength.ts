/** What mentions are worth by the published table: each one, and all of a skill together. In thousandths. */
import { DEMAND_SHARE, DEMAND_VALUE, MOST_REPEATS, PLACE_SHARE, PLACE_VALUE, REPEAT_SHARE } from "../score/table.ts";
import type { DocumentKind, Mention, Section, SkillKind } from "../types.ts";

/** What one mention of a skill of this kind is worth in a document of this kind. */
export function mentionValue(document: DocumentKind, mention: Mention, kind: SkillKind): number {
  return document === "job" ? demandValue(mention) : placeValue(mention, kind);
}

/** Distinct places with falling returns: `1 − Π(1 − share·value)`, best first. Adding a place never lowers it. */
export function resumeStrength(mentions: readonly Mention[], kind: SkillKind): number {
  const [only] = mentions;
  if (mentions.length === 1 && only) return placeValue(only, kind);
  const places: (number | Section)[] = [];
  const values: number[] = [];
  const sentences: number[] = [];
  for (const mention of mentions) {
    const value = placeValue(mention, kind);
    if (value === 0) continue;
    const place = mention.position ?? mention.section;
    const known = places.indexOf(place);
    const k = known < 0 ? places.push(place) - 1 : known;
    if (known < 0 || value > (values[k] as number)) values[k] = value;
    sentences[k] = (sentences[k] ?? 0) + (mention.place === "prose" ? 1 : 0);
  }
  let open = 1000;
  if (values.length > 1) values.sort(descending);
  for (let n = 0; n < values.length && n < PLACE_SHARE.length; n++)
    open = Math.floor((open * (1000 - Math.floor(((values[n] as number) * (PLACE_SHARE[n] as number)) / 1000))) / 1000);
  let repeats = 0;
  for (const count of sentences) if (count - 1 > repeats) repeats = count - 1;
  for (let n = 0; n < repeats && n < MOST_REPEATS; n++) open = Math.floor((open * (1000 - REPEAT_SHARE)) / 1000);
  return 1000 - open;
}

function descending(a: number, b: number): number {
  return b - a;
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
export function demandStrength(mentions: readonly Mention[]): number {
  const values = mentions
    .map(demandValue)
    .filter((value) => value > 0)
    .sort(descending);
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

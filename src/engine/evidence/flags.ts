/** What a reader should know of a document's making: reported beside the score, never folded in. */
import type { Found, Hit } from "../skills/find.ts";
import { FOREIGN, isLetter } from "../text/alphabet.ts";
import { endOf, type Folded } from "../text/fold.ts";
import type { Flag, Mention, Span } from "../types.ts";

/** The same skill named this often in a row, or a list this long repeated, is stuffing. */
const STUFFED_RUN = 5;
const STUFFED_MENTIONS = 40;
const MOST_SPANS = 20;

export function findFlags(folded: Folded, found: Found, mentions: readonly Mention[]): Flag[] {
  const flags: Flag[] = [];
  const stuffed = findStuffing(found.hits, mentions);
  if (stuffed.length > 0)
    flags.push({
      code: "keyword-stuffing",
      detail: "A skill is named over and over; repeating a name does not raise a score.",
      spans: stuffed,
    });
  if (folded.invisible.length > 0)
    flags.push({
      code: "hidden-text",
      detail: "Invisible characters stand inside words.",
      spans: cut(folded.invisible.map((at) => ({ start: at, end: at + 1 }))),
    });
  const mixed = folded.foreign ? findMixedScripts(folded) : [];
  if (mixed.length > 0)
    flags.push({
      code: "homoglyphs",
      detail: "Words mix letters of several alphabets that look alike; such words are not read as skills.",
      spans: mixed,
    });
  const { instruction } = found.cues;
  if (instruction.length > 0)
    flags.push({
      code: "machine-instructions",
      detail: "The text gives instructions to a machine that reads it; they have no effect.",
      spans: toSpans(folded, instruction),
    });
  return flags;
}

function toSpans(folded: Folded, spans: readonly number[]): Span[] {
  const list: Span[] = [];
  for (let k = 0; k < spans.length && list.length < MOST_SPANS; k += 2)
    list.push({ start: folded.at[spans[k] as number] as number, end: endOf(folded, (spans[k + 1] as number) - 1) });
  return list;
}

function cut(spans: Span[]): Span[] {
  return spans.slice(0, MOST_SPANS);
}

/** Runs of one name, and names that stand far more often than a career can speak of them. The mentions are those of the hits. */
function findStuffing(hits: readonly Hit[], mentions: readonly Mention[]): Span[] {
  const spans: Span[] = [];
  const counts = new Map<number, number>();
  let run = 1;
  for (let k = 0; k < mentions.length; k++) {
    const mention = mentions[k] as Mention;
    const { skill } = hits[k] as Hit;
    const repeated = hits[k - 1]?.skill === skill && mention.start - (mentions[k - 1] as Mention).end <= 4;
    run = repeated ? run + 1 : 1;
    if (run === STUFFED_RUN) spans.push({ start: (mentions[k - run + 1] as Mention).start, end: mention.end });
    if (mentions.length < STUFFED_MENTIONS) continue;
    const count = (counts.get(skill) ?? 0) + 1;
    counts.set(skill, count);
    if (count === STUFFED_MENTIONS && count * 4 >= mentions.length)
      spans.push({ start: mention.start, end: mention.end });
  }
  return cut(spans);
}

function findMixedScripts(folded: Folded): Span[] {
  const spans: Span[] = [];
  const { classes, length } = folded;
  let latin = 0;
  let lookalike = 0;
  let from = 0;
  for (let i = 0; i <= length && spans.length < MOST_SPANS; i++) {
    const value = i < length ? (classes[i] as number) : 0;
    if (isLetter(value)) latin++;
    else if (value === FOREIGN) {
      if (isLookalike(folded.text.charCodeAt(folded.at[i] as number))) lookalike++;
    } else {
      if (latin > 0 && lookalike > 0 && latin + lookalike === i - from)
        spans.push({ start: folded.at[from] as number, end: endOf(folded, i - 1) });
      latin = 0;
      lookalike = 0;
      from = i + 1;
    }
  }
  return spans;
}

/** Greek and Cyrillic letters, many of which are drawn like Latin ones. */
function isLookalike(code: number): boolean {
  return code >= 0x370 && code < 0x530;
}

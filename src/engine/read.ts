import { findFlags } from "./evidence/flags.ts";
import { toMentions } from "./evidence/mentions.ts";
import { keepNumbers } from "./evidence/numbers.ts";
import { findSkills } from "./skills/find.ts";
import { withoutFirm } from "./skills/firm.ts";
import type { Matcher } from "./skills/matcher.ts";
import { withoutEmployers, withoutNames } from "./skills/names.ts";
import { withSpread } from "./skills/spread.ts";
import { type Folded, foldInto, newRoom } from "./text/fold.ts";
import { languageOf } from "./text/language.ts";
import { type Dates, findDates } from "./text/periods.ts";
import { findPositions, unitAt } from "./text/positions.ts";
import { type Outline, outline, sectionAt } from "./text/sections.ts";
import type {
  DocumentKind,
  Mention,
  MonthIndex,
  Position,
  Reading,
  Section,
  UnscorableReason,
  Warning,
} from "./types.ts";

/** A text shorter than this many words says too little to be scored. */
const LEAST_WORDS = 12;

/** A document is read to its end before the next one is folded. */
const room = newRoom();

/**
 * Reads a document: which skills it names, where, and how each is meant; its dated positions; what a reader should be warned of.
 * Never throws on odd text; time is linear in its length. Offsets are UTF-16 code units of `text` as given.
 */
export function read(document: { readonly kind: DocumentKind; readonly text: string }, matcher: Matcher): Reading {
  const { kind, text } = document;
  const folded = foldInto(room, text);
  const named = withSpread(kind, folded, matcher, findSkills(folded, matcher));
  const outlined = outline(folded, kind, kind === "job" ? named.jobHeadings : named.resumeHeadings);
  const hits = kind === "job" ? withoutFirm(named, folded) : withoutNames(named, folded, outlined);
  const claimed = { ...named, hits };
  const dated: Dates = kind === "resume" ? findDates(text) : { periods: [], named: [] };
  const stretches = findPositions(folded, outlined, dated.periods, claimed);
  const found = kind === "job" ? claimed : { ...claimed, hits: withoutEmployers(claimed, folded, stretches) };
  const language = languageOf(folded);
  const mentions = toMentions(kind, { folded, outlined, stretches }, found, matcher);
  const unread = language.read ? mentions : mentions.map(plainly);
  const positions = stretches.map((stretch) => stretch.position);
  const writtenAt = latestMonth(folded, outlined, positions, dated);
  const reading: Reading = {
    kind,
    mentions: unread,
    positions,
    flags: findFlags(folded, found, unread),
    warnings: findWarnings(positions, unread, writtenAt, language.read),
    unscorable: findObstacles(folded.classes, folded.length, unread, language.read),
    writtenAt,
  };
  keepNumbers(
    reading,
    matcher,
    found.hits.map(({ skill }) => skill),
  );
  return reading;
}

/** Numbers of addresses and phones, and years of study, say nothing of when a document was written. */
const UNDATED: ReadonlySet<Section> = new Set(["header", "education"]);

/** The last month a document speaks of: of its positions, and of what is dated elsewhere in it. */
function latestMonth(
  folded: Folded,
  outlined: Outline,
  positions: readonly Position[],
  { named }: Dates,
): MonthIndex | null {
  let latest: MonthIndex | null = null;
  for (const { start, end } of positions) if (latest === null || (end ?? start) > latest) latest = end ?? start;
  for (const { at, month } of named)
    if ((latest === null || month > latest) && !UNDATED.has(sectionAt(outlined, unitAt(folded, at)))) latest = month;
  return latest;
}

/** In a language whose grammar is not read a denial is not guessed. */
function plainly(mention: Mention): Mention {
  return { ...mention, polarity: "asserted" };
}

function findObstacles(
  classes: Uint8Array,
  length: number,
  mentions: readonly Mention[],
  read: boolean,
): UnscorableReason[] {
  if (!read)
    return [
      {
        code: "language-not-read",
        detail: "The text is not in English; tools named in it are listed, but what is said of them is not read.",
      },
    ];
  if (!hasWords(classes, length, LEAST_WORDS))
    return [{ code: "too-short", detail: `The text has fewer than ${LEAST_WORDS} words.` }];
  if (mentions.length === 0)
    return [{ code: "nothing-recognised", detail: "No skill of the taxonomy is named in the text." }];
  return [];
}

function hasWords(classes: Uint8Array, length: number, least: number): boolean {
  let words = 0;
  for (let i = 0; i < length; i++) {
    const value = classes[i] as number;
    const before = i === 0 ? 0 : (classes[i - 1] as number);
    if (value >= 1 && value <= 26 && !(before >= 1 && before <= 26) && ++words >= least) return true;
  }
  return false;
}

function findWarnings(
  positions: readonly Position[],
  mentions: readonly Mention[],
  latest: number | null,
  read: boolean,
): Warning[] {
  const warnings: Warning[] = [];
  if (!read)
    warnings.push({
      code: "language-not-read",
      detail: "The text is not in English: denials and wishes in it are not recognised.",
    });
  if (positions.some((position) => position.end === null))
    warnings.push({
      code: "open-ended-period",
      detail:
        'A position lasts until "Present"; it is counted to the latest date the document names or, where that is none later, to the day of asking.',
    });
  const stated = mentions.map((mention) => mention.statedMonths).filter((months) => months !== null);
  if (stated.length >= 6 && new Set(stated).size === 1)
    warnings.push({ code: "uniform-stated-years", detail: "The same number of years is stated for every skill." });
  const first = positions.reduce<number | null>(
    (least, { start }) => (least === null || start < least ? start : least),
    null,
  );
  if (first !== null && latest !== null && stated.some((months) => months > latest - first + 12))
    warnings.push({
      code: "stated-exceeds-span",
      detail: "Years stated for a skill exceed all dated work; the dated span counts.",
    });
  return warnings;
}

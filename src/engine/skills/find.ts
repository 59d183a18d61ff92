/** Finds the skills a folded text names: every hit of the automaton, weighed by boundaries and context rules, longest first. */
import type { Folded } from "../text/fold.ts";
import type { CueKind } from "../text/lexicon.ts";
import type { Spans } from "../text/windows.ts";
import { collect } from "./candidates.ts";
import { keepLongest, withoutEchoes } from "./longest.ts";
import type { Matcher } from "./matcher.ts";
import { vetoSpeltOut } from "./spelt-out.ts";
import { vetoByWords, withSupport } from "./support.ts";
import { withTails } from "./tails.ts";
import { isFirm } from "./traits.ts";

/** One reading of a piece of the text as a skill. Positions are folded units. */
export interface Hit {
  /** Number of the alias. */
  readonly alias: number;
  /** Number of the skill. */
  readonly skill: number;
  /** See `traits.ts`. */
  readonly traits: number;
  readonly start: number;
  readonly end: number;
  /** Index of the sentence it stands in. */
  readonly sentence: number;
}

export interface Found {
  /** Ascending by start, not overlapping but for phrases with a hole. */
  readonly hits: readonly Hit[];
  readonly cues: Readonly<Record<CueKind, Spans>>;
  /** `[start, end, section number, …]` of every heading phrase of either kind of document. */
  readonly resumeHeadings: readonly number[];
  readonly jobHeadings: readonly number[];
}

/** What a text names, with the cue words and heading phrases that stand in it. Linear in the text's length. */
export function findSkills(folded: Folded, matcher: Matcher): Found {
  const search = collect(folded, matcher);
  const { candidates, cues, resumeHeadings, jobHeadings } = search;
  vetoByWords(search);
  vetoSpeltOut(folded, matcher, candidates);
  const firm = candidates.filter(isFirm);
  const certain = keepLongest(folded, firm);
  const kept = firm.length === candidates.length ? certain : keepLongest(folded, withSupport(search, certain));
  return { hits: withoutEchoes(withTails(folded, kept)), cues, resumeHeadings, jobHeadings };
}

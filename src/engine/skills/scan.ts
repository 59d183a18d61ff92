/** Reads a text's words and follows them through the automaton. */
import { GAP, isDigit, isWord, LETTER_S } from "../text/alphabet.ts";
import { AFTER_GAP, type Automaton, childOf, FIRST_WORD, grown, tokenOf } from "./automaton.ts";
import { numberOf, PACKED, pack, restOf, UNKNOWN, type Words, wordAt } from "./words.ts";

const MOST_TOKENS = 20;

/** How the last word of a hit was written: as in the phrase, with a plural "s", or with digits behind ("python3"). */
export const AS_IS = 0;
export const PLURAL = 1;
export const NUMBERED = 2;

/** Growing list of hits in the order of their starts. */
export interface Hits {
  ids: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  forms: Uint8Array;
  count: number;
}

export function newHits(capacity = 1024): Hits {
  return {
    ids: new Int32Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    forms: new Uint8Array(capacity),
    count: 0,
  };
}

interface Tokens {
  /** Token numbers; `UNKNOWN` for words of no phrase. One `UNKNOWN` stands behind the last. */
  ids: Int32Array;
  /** Number of the word without its plural "s" or the digits behind it, else `UNKNOWN`; and which of the two. */
  bases: Int32Array;
  forms: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
}

/** Work space, used again from text to text: reading is synchronous, and what is found is copied out before the next. */
const scratch = { tokens: newTokens(1 << 13), hits: newHits(1 << 12) };

/**
 * Every phrase in `classes[0, length)`, overlapping ones too; positions are indexes into `classes`. The answer is valid until the
 * next call.
 */
export function scan(automaton: Automaton, classes: Uint8Array, length: number): Hits {
  if (scratch.tokens.ids.length <= length) scratch.tokens = newTokens(length * 2);
  const { tokens, hits } = scratch;
  hits.count = 0;
  tokenize(automaton.words, classes, length, tokens);
  const { ids, bases, count } = tokens;
  const { fromRoot } = automaton;
  for (let from = 0; from < count; from++) {
    const token = ids[from] as number;
    const base = bases[from] as number;
    if (base !== UNKNOWN) {
      const node = base < fromRoot.length ? (fromRoot[base] as number) : 0;
      if (node !== 0) report(automaton, hits, tokens, node, from, from, tokens.forms[from] as number);
    }
    if (token === UNKNOWN || token >= fromRoot.length) continue;
    const first = token >= AFTER_GAP && token < FIRST_WORD ? token - AFTER_GAP : token;
    const node = fromRoot[first] as number;
    if (node !== 0) walk(automaton, hits, tokens, node, from);
  }
  return hits;
}

/** The node at which the whole of `classes[0, length)` ends as one phrase, or 0. */
export function nodeOf(automaton: Automaton, classes: Uint8Array, length: number): number {
  if (scratch.tokens.ids.length <= length) scratch.tokens = newTokens(length * 2);
  const { tokens } = scratch;
  tokenize(automaton.words, classes, length, tokens);
  const first = tokens.ids[0] as number;
  let node = first < automaton.fromRoot.length ? (automaton.fromRoot[first] as number) : 0;
  for (let at = 1; at < tokens.count && node !== 0; at++)
    node = tokens.ids[at] === UNKNOWN ? 0 : childOf(automaton.edges, node, tokens.ids[at] as number);
  return node;
}

function walk(automaton: Automaton, hits: Hits, tokens: Tokens, first: number, from: number): void {
  const { edges } = automaton;
  const { ids, bases } = tokens;
  let node = first;
  for (let at = from; ; ) {
    report(automaton, hits, tokens, node, from, at, AS_IS);
    if (++at >= tokens.count || at - from >= MOST_TOKENS) return;
    const base = bases[at] as number;
    if (base !== UNKNOWN) {
      const child = childOf(edges, node, base);
      if (child !== 0) report(automaton, hits, tokens, child, from, at, tokens.forms[at] as number);
    }
    const token = ids[at] as number;
    if (token === UNKNOWN) return;
    node = childOf(edges, node, token);
    if (node === 0) return;
  }
}

function report(
  automaton: Automaton,
  hits: Hits,
  tokens: Tokens,
  node: number,
  first: number,
  last: number,
  form: number,
): void {
  for (let at = automaton.firstOutput[node] as number; at !== -1; at = automaton.outputs[at + 1] as number) {
    if (hits.count === hits.ids.length) growHits(hits);
    const k = hits.count++;
    hits.ids[k] = automaton.outputs[at] as number;
    hits.starts[k] = tokens.starts[first] as number;
    hits.ends[k] = tokens.ends[last] as number;
    hits.forms[k] = form;
  }
}

function growHits(hits: Hits): void {
  const size = hits.count * 2;
  hits.ids = grown(hits.ids, new Int32Array(size));
  hits.starts = grown(hits.starts, new Int32Array(size));
  hits.ends = grown(hits.ends, new Int32Array(size));
  hits.forms = grown(hits.forms, new Uint8Array(size));
}

const IS_WORD = Uint8Array.from({ length: 256 }, (_, value) => (isWord(value) ? 1 : 0));
const IS_DIGIT = Uint8Array.from({ length: 256 }, (_, value) => (isDigit(value) ? 1 : 0));

function newTokens(size: number): Tokens {
  return {
    ids: new Int32Array(size + 1),
    bases: new Int32Array(size + 1),
    forms: new Uint8Array(size + 1),
    starts: new Int32Array(size + 1),
    ends: new Int32Array(size + 1),
    count: 0,
  };
}

function tokenize(words: Words, classes: Uint8Array, length: number, tokens: Tokens): void {
  const { ids, bases, forms, starts, ends } = tokens;
  let count = 0;
  let gap = 0;
  for (let i = 0; i < length; ) {
    const value = classes[i] as number;
    if (value === GAP) {
      gap = AFTER_GAP;
      i++;
      continue;
    }
    const at = count++;
    starts[at] = i;
    bases[at] = UNKNOWN;
    if (IS_WORD[value] === 0) {
      ids[at] = value === UNKNOWN ? UNKNOWN : value + gap;
      ends[at] = ++i;
      gap = 0;
      continue;
    }
    gap = 0;
    const from = i;
    let unit = value;
    let head = 0;
    for (const to = from + PACKED; i < to && IS_WORD[unit] === 1; unit = classes[++i] as number)
      head = pack(head, unit);
    let rest = 0;
    for (const to = from + 2 * PACKED; i < to && IS_WORD[unit] === 1; unit = classes[++i] as number)
      rest = pack(rest, unit);
    if (IS_WORD[unit] === 1) {
      while (IS_WORD[unit] === 1) unit = classes[++i] as number;
      rest = restOf(classes, from, i);
    }
    ends[at] = i;
    ids[at] = tokenOf(numberOf(words, head, rest, classes, from, i));
    const last = classes[i - 1] as number;
    if (last === LETTER_S && i - from >= 4) {
      bases[at] = tokenOf(wordAt(words, classes, from, i - 1));
      forms[at] = PLURAL;
    } else if (IS_DIGIT[last] === 1 && i - from > 1) {
      let to = i - 1;
      while (to - 1 > from && IS_DIGIT[classes[to - 1] as number] === 1) to--;
      bases[at] = tokenOf(wordAt(words, classes, from, to));
      forms[at] = NUMBERED;
    }
  }
  ids[count] = UNKNOWN;
  bases[count] = UNKNOWN;
  tokens.count = count;
}

/**
 * Finds every phrase of a large lexicon in one pass: a trie over words, entered at every word of the text.
 *
 * The four naive lines it must agree with, and is tested against:
 *
 *   for (let from = 0; from < words.length; from++)
 *     for (const [id, phrase] of phrases.entries())
 *       if (phrase.every((word, k) => word === words[from + k]))
 *         found.push([id, from]);
 *
 * Why words and not characters: nothing that stands inside a larger word is ever met ("Java" in "JavaScript"), phrases with many
 * choices share their words, and the table stays small enough for a processor's cache. A text's words are looked up once, by hash,
 * and most are in no phrase at all. Phrases are at most `MOST_TOKENS` long, so the work is linear in the text whatever it holds.
 *
 * Tokens are runs of letters and digits, and single marks (a dot, a slash …). Gaps are none: two words side by side have one between
 * them, and a mark behind a gap is another token than the same mark without ("c++" is not "c ++").
 */
import { CLASSES, GAP, isDigit, isLetter, isWord, LETTER_S } from "../text/alphabet.ts";

const MOST_TOKENS = 20;
/** A token no phrase contains. */
const UNKNOWN = 0;
/** A mark's token is its class, and this much more where a gap stands before it. */
export const AFTER_GAP = CLASSES;
/** Words are numbered from here. */
const FIRST_WORD = 2 * CLASSES;

/** A growing automaton. Phrases are entered word by word; `node`s are small whole numbers, 0 is the root. */
export interface Automaton {
  words: WordTable;
  edges: EdgeTable;
  /** Child of the root for each token; the root is left far too often for a hash. */
  fromRoot: Int32Array;
  /** First output of each node, or -1. */
  firstOutput: Int32Array;
  /** Two places an output: the phrase, and the node's next output or -1. */
  outputs: Int32Array;
  nodeCount: number;
  outputCount: number;
}

interface WordTable {
  /** Open addressing, four places a slot: hash, word number (0 where the slot is free), start and size of its letters. */
  slots: Int32Array;
  /** Right shift that leaves as many bits of a mixed hash as number the slots. */
  shift: number;
  /** Letters of all words, one after another. */
  letters: Uint8Array;
  lettersUsed: number;
  count: number;
}

interface EdgeTable {
  /** Open addressing, four places a slot: node, token, child (0 where the slot is free), unused. */
  slots: Int32Array;
  shift: number;
  count: number;
  /** A bit for the hash of every edge: nearly all questions are answered "no" here, within a processor's nearest cache. */
  filter: Int32Array;
}

/** Bits of the filter, as a power of two. */
const FILTER_BITS = 20;

export function newAutomaton(): Automaton {
  return {
    words: {
      slots: new Int32Array(1 << 16),
      shift: 32 - 14,
      letters: new Uint8Array(1 << 17),
      lettersUsed: 0,
      count: 0,
    },
    edges: { slots: new Int32Array(1 << 18), shift: 32 - 16, count: 0, filter: new Int32Array(1 << (FILTER_BITS - 5)) },
    fromRoot: new Int32Array(1 << 13),
    firstOutput: new Int32Array(1 << 15).fill(-1),
    outputs: new Int32Array(1 << 15),
    nodeCount: 1,
    outputCount: 0,
  };
}

// Building ------------------------------------------------------------------------------------------------------------------

/** The token number of the word `classes[from, to)`, entered if it is new. */
export function enterWord(automaton: Automaton, classes: Uint8Array, from: number, to: number): number {
  const { words } = automaton;
  const hash = hashWord(classes, from, to);
  const slot = findWord(words, classes, from, to, hash);
  const known = words.slots[slot + 1] as number;
  if (known !== 0) return known + FIRST_WORD - 1;
  if (words.lettersUsed + (to - from) > words.letters.length)
    words.letters = grown(words.letters, new Uint8Array(words.letters.length * 2));
  for (let i = from; i < to; i++) words.letters[words.lettersUsed + i - from] = classes[i] as number;
  words.slots[slot] = hash;
  words.slots[slot + 1] = ++words.count;
  words.slots[slot + 2] = words.lettersUsed;
  words.slots[slot + 3] = to - from;
  words.lettersUsed += to - from;
  if (words.count * 8 > words.slots.length) rehashWords(words);
  return words.count + FIRST_WORD - 1;
}

/** The child of `node` by `token`, entered if it is new. */
export function enterEdge(automaton: Automaton, node: number, token: number): number {
  if (node === 0) {
    if (token >= automaton.fromRoot.length)
      automaton.fromRoot = grown(
        automaton.fromRoot,
        new Int32Array(Math.max(token + 1, automaton.fromRoot.length * 2)),
      );
    const known = automaton.fromRoot[token] as number;
    if (known !== 0) return known;
    automaton.fromRoot[token] = automaton.nodeCount;
    return enterNode(automaton);
  }
  const { edges } = automaton;
  const slot = findEdge(edges, node, token);
  const known = edges.slots[slot + 2] as number;
  if (known !== 0) return known;
  edges.slots[slot] = node;
  edges.slots[slot + 1] = token;
  edges.slots[slot + 2] = automaton.nodeCount;
  const bit = hashEdge(node, token) >>> (32 - FILTER_BITS);
  edges.filter[bit >>> 5] = (edges.filter[bit >>> 5] as number) | (1 << (bit & 31));
  if (++edges.count * 16 > edges.slots.length * 3) rehashEdges(edges);
  return enterNode(automaton);
}

function enterNode(automaton: Automaton): number {
  if (automaton.nodeCount === automaton.firstOutput.length) {
    const longer = new Int32Array(automaton.nodeCount * 2).fill(-1);
    automaton.firstOutput = grown(automaton.firstOutput, longer);
  }
  return automaton.nodeCount++;
}

/** Says that phrase `id` ends at `node`. */
export function enterOutput(automaton: Automaton, node: number, id: number): void {
  const at = 2 * automaton.outputCount++;
  if (at === automaton.outputs.length) automaton.outputs = grown(automaton.outputs, new Int32Array(at * 2));
  automaton.outputs[at] = id;
  automaton.outputs[at + 1] = automaton.firstOutput[node] as number;
  automaton.firstOutput[node] = at;
}

/** Enters a whole folded phrase under `id`; for callers without choices. */
export function enterPhrase(automaton: Automaton, phrase: Uint8Array, id: number): void {
  let node = 0;
  for (const token of tokensOfPhrase(automaton, phrase)) node = enterEdge(automaton, node, token);
  if (node !== 0) enterOutput(automaton, node, id);
}

/** Tokens of a folded phrase or a piece of one; words that are new are entered. A gap before the first mark counts, too. */
export function tokensOfPhrase(automaton: Automaton, phrase: Uint8Array): number[] {
  const tokens: number[] = [];
  let gap = 0;
  for (let i = 0; i < phrase.length; ) {
    const value = phrase[i] as number;
    let end = i + 1;
    if (value === GAP) gap = AFTER_GAP;
    else if (isWord(value)) {
      while (end < phrase.length && isWord(phrase[end] as number)) end++;
      tokens.push(enterWord(automaton, phrase, i, end));
      gap = 0;
    } else {
      tokens.push(value === UNKNOWN ? UNKNOWN : value + gap);
      gap = 0;
    }
    i = end;
  }
  return tokens;
}

function grown<T extends Uint8Array | Int32Array>(old: T, longer: T): T {
  longer.set(old as never);
  return longer;
}

function hashWord(classes: Uint8Array, from: number, to: number): number {
  let hash = 17;
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + (classes[i] as number)) | 0;
  return hash;
}

/** Place of the word's slot, or of the free slot where it belongs. */
function findWord(words: WordTable, classes: Uint8Array, from: number, to: number, hash: number): number {
  const { slots, letters } = words;
  const mask = slots.length - 1;
  let slot = (Math.imul(hash, 0x9e3779b1) >>> words.shift) << 2;
  while (slots[slot + 1] !== 0) {
    if (slots[slot] === hash && slots[slot + 3] === to - from) {
      const start = slots[slot + 2] as number;
      let i = from;
      while (i < to && letters[start + i - from] === classes[i]) i++;
      if (i === to) return slot;
    }
    slot = (slot + 4) & mask;
  }
  return slot;
}

function rehashWords(words: WordTable): void {
  const old = words.slots;
  words.slots = new Int32Array(old.length * 2);
  words.shift--;
  const mask = words.slots.length - 1;
  for (let k = 0; k < old.length; k += 4) {
    if (old[k + 1] === 0) continue;
    let slot = (Math.imul(old[k] as number, 0x9e3779b1) >>> words.shift) << 2;
    while (words.slots[slot + 1] !== 0) slot = (slot + 4) & mask;
    words.slots.set(old.subarray(k, k + 4), slot);
  }
}

function hashEdge(node: number, token: number): number {
  const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
}

/** Place of the edge's slot, or of the free slot where it belongs. */
function findEdge(edges: EdgeTable, node: number, token: number): number {
  const { slots } = edges;
  const mask = slots.length - 1;
  let slot = (hashEdge(node, token) >>> edges.shift) << 2;
  while (slots[slot + 2] !== 0 && !(slots[slot] === node && slots[slot + 1] === token)) slot = (slot + 4) & mask;
  return slot;
}

/** The child of `node` by `token`, or 0. */
function childOf(edges: EdgeTable, node: number, token: number): number {
  const bit = hashEdge(node, token) >>> (32 - FILTER_BITS);
  if (((edges.filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return 0;
  return edges.slots[findEdge(edges, node, token) + 2] as number;
}

function rehashEdges(edges: EdgeTable): void {
  const old = edges.slots;
  edges.slots = new Int32Array(old.length * 2);
  edges.shift--;
  for (let k = 0; k < old.length; k += 4)
    if (old[k + 2] !== 0)
      edges.slots.set(old.subarray(k, k + 3), findEdge(edges, old[k] as number, old[k + 1] as number));
}

// Scanning ------------------------------------------------------------------------------------------------------------------

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
const IS_LETTER = Uint8Array.from({ length: 256 }, (_, value) => (isLetter(value) ? 1 : 0));
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

function tokenize(words: WordTable, classes: Uint8Array, length: number, tokens: Tokens): void {
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
    let hash = 17;
    let before = 17;
    const from = i;
    let unit = value;
    for (; IS_LETTER[unit] === 1; unit = classes[++i] as number) {
      before = hash;
      hash = (Math.imul(hash, 31) + unit) | 0;
    }
    if (IS_WORD[unit] === 1) {
      i = tokenizeMixed(words, classes, from, tokens, at);
      continue;
    }
    ends[at] = i;
    ids[at] = numberOf(words, classes, from, i, hash);
    if (classes[i - 1] === LETTER_S && i - from >= 4) {
      bases[at] = numberOf(words, classes, from, i - 1, before);
      forms[at] = PLURAL;
    }
  }
  ids[count] = UNKNOWN;
  bases[count] = UNKNOWN;
  tokens.count = count;
}

/** A word with digits or foreign letters in it; returns where it ends. */
function tokenizeMixed(words: WordTable, classes: Uint8Array, from: number, tokens: Tokens, at: number): number {
  let i = from;
  let hash = 17;
  let before = 17;
  let lettersHash = 0;
  let lettersEnd = 0;
  for (let unit = classes[i] as number; IS_WORD[unit] === 1; unit = classes[++i] as number) {
    if (IS_DIGIT[unit] === 0) lettersEnd = 0;
    else if (lettersEnd === 0 && i > from) {
      lettersEnd = i;
      lettersHash = hash;
    }
    before = hash;
    hash = (Math.imul(hash, 31) + unit) | 0;
  }
  tokens.ends[at] = i;
  tokens.ids[at] = numberOf(words, classes, from, i, hash);
  if (classes[i - 1] === LETTER_S && i - from >= 4) {
    tokens.bases[at] = numberOf(words, classes, from, i - 1, before);
    tokens.forms[at] = PLURAL;
  } else if (lettersEnd > 0) {
    tokens.bases[at] = numberOf(words, classes, from, lettersEnd, lettersHash);
    tokens.forms[at] = NUMBERED;
  }
  return i;
}

function numberOf(words: WordTable, classes: Uint8Array, from: number, to: number, hash: number): number {
  const word = words.slots[findWord(words, classes, from, to, hash) + 1] as number;
  return word === 0 ? UNKNOWN : word + FIRST_WORD - 1;
}

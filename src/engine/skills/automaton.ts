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
 * and most are in no phrase at all. Phrases are at most `MOST_TOKENS` long (see `scan.ts`), so the work is linear in the text whatever it holds.
 *
 * Tokens are runs of letters and digits, and single marks (a dot, a slash …). Gaps are none: two words side by side have one between
 * them, and a mark behind a gap is another token than the same mark without ("c++" is not "c ++").
 */
import { CLASSES, GAP, isWord } from "../text/alphabet.ts";
import { enterWord, newWords, UNKNOWN, type Words } from "./words.ts";

/** A mark's token is its class, and this much more where a gap stands before it. */
export const AFTER_GAP = CLASSES;
/** Words are numbered from here. */
export const FIRST_WORD = 2 * CLASSES;

/** A growing automaton. Phrases are entered word by word; `node`s are small whole numbers, 0 is the root. */
export interface Automaton {
  words: Words;
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
    words: newWords(),
    edges: { slots: new Int32Array(1 << 18), shift: 32 - 16, count: 0, filter: new Int32Array(1 << (FILTER_BITS - 5)) },
    fromRoot: new Int32Array(1 << 13),
    firstOutput: new Int32Array(1 << 15).fill(-1),
    outputs: new Int32Array(1 << 15),
    nodeCount: 1,
    outputCount: 0,
  };
}

// Building ------------------------------------------------------------------------------------------------------------------

/** The token of the word with this number. */
export function tokenOf(number: number): number {
  return number === UNKNOWN ? UNKNOWN : number + FIRST_WORD - 1;
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
      tokens.push(tokenOf(enterWord(automaton.words, phrase, i, end)));
      gap = 0;
    } else {
      tokens.push(value === UNKNOWN ? UNKNOWN : value + gap);
      gap = 0;
    }
    i = end;
  }
  return tokens;
}

export function grown<T extends Uint8Array | Int32Array>(old: T, longer: T): T {
  longer.set(old as never);
  return longer;
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
export function childOf(edges: EdgeTable, node: number, token: number): number {
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

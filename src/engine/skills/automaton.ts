/**
 * Finds every occurrence of many spellings in one pass (Aho–Corasick).
 *
 * The four naive lines it must agree with, and is tested against:
 *
 *   for (let from = 0; from < text.length; from++)
 *     for (const [id, word] of words.entries())
 *       if (text.startsWith(word, from))
 *         found.push([id, from]);
 *
 * All failure links are resolved into one dense table of 32-bit states. States are numbered breadth-first, so that the few
 * near the root, where nearly all of the time is spent, share cache lines; a state's number is its row's offset already, and
 * a negative number says that some spelling ends there.
 */

export interface Automaton {
  /** `table[state + class]` is the next state; negative where a spelling ends (then `-next` is the state). */
  readonly table: Int32Array;
  readonly classes: number;
  /** First output of the state with row `r`: `outputs[starts[r]] … outputs[starts[r + 1] - 1]`, own spelling first. */
  readonly starts: Int32Array;
  readonly outputs: Int32Array;
  /** Length of each spelling. */
  readonly lengths: Int32Array;
  readonly states: number;
}

/** Builds the automaton for spellings over classes `0 … classes - 1`. Class 0 never occurs in a spelling. Empty ones are never found. */
export function buildAutomaton(spellings: readonly Uint8Array[], classes: number): Automaton {
  const trie = buildTrie(spellings, classes);
  const { order, fail } = resolve(trie.next, trie.count, classes);
  return number(trie, order, fail, spellings, classes);
}

interface Trie {
  readonly next: Int32Array;
  readonly count: number;
  /** Spellings ending at a node: linked lists over spelling numbers. */
  readonly first: Int32Array;
  readonly following: Int32Array;
}

function buildTrie(spellings: readonly Uint8Array[], classes: number): Trie {
  let most = 1;
  for (const spelling of spellings) most += spelling.length;
  const next = new Int32Array(most * classes);
  const first = new Int32Array(most).fill(-1);
  const following = new Int32Array(spellings.length).fill(-1);
  let count = 1;
  for (let id = spellings.length - 1; id >= 0; id--) {
    const spelling = spellings[id] as Uint8Array;
    if (spelling.length === 0) continue;
    let node = 0;
    for (const value of spelling) {
      const slot = node * classes + value;
      if (next[slot] === 0) next[slot] = count++;
      node = next[slot] as number;
    }
    following[id] = first[node] as number;
    first[node] = id;
  }
  return { next, count, first, following };
}

/** Fills in every missing transition from the failure links; `order` lists the nodes breadth-first. */
function resolve(next: Int32Array, count: number, classes: number) {
  const fail = new Int32Array(count);
  const order = new Int32Array(count);
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const node = order[head] as number;
    const row = node * classes;
    const back = (fail[node] as number) * classes;
    for (let value = 0; value < classes; value++) {
      const child = next[row + value] as number;
      if (child === 0) {
        if (node !== 0) next[row + value] = next[back + value] as number;
        continue;
      }
      fail[child] = node === 0 ? 0 : (next[back + value] as number);
      order[tail++] = child;
    }
  }
  return { order, fail };
}

function number(trie: Trie, order: Int32Array, fail: Int32Array, spellings: readonly Uint8Array[], classes: number): Automaton {
  const rank = new Int32Array(trie.count);
  for (let r = 0; r < trie.count; r++) rank[order[r] as number] = r;
  const starts = new Int32Array(trie.count + 1);
  const outputs: number[] = [];
  const ends = new Uint8Array(trie.count);
  for (let r = 0; r < trie.count; r++) {
    starts[r] = outputs.length;
    for (let node = order[r] as number; node !== 0; node = fail[node] as number)
      for (let id = trie.first[node] as number; id !== -1; id = trie.following[id] as number) outputs.push(id);
    if (outputs.length > (starts[r] as number)) ends[order[r] as number] = 1;
  }
  starts[trie.count] = outputs.length;
  const table = new Int32Array(trie.count * classes);
  for (let r = 0; r < trie.count; r++) {
    const from = (order[r] as number) * classes;
    for (let value = 0; value < classes; value++) {
      const node = trie.next[from + value] as number;
      const row = (rank[node] as number) * classes;
      table[r * classes + value] = ends[node] ? -row : row;
    }
  }
  return {
    table,
    classes,
    starts,
    outputs: Int32Array.from(outputs),
    lengths: Int32Array.from(spellings, (spelling) => spelling.length),
    states: trie.count,
  };
}

/** Growing list of hits: spelling number and half-open end, in the order of their ends. */
export interface Hits {
  ids: Int32Array;
  ends: Int32Array;
  count: number;
}

export function newHits(capacity = 1024): Hits {
  return { ids: new Int32Array(capacity), ends: new Int32Array(capacity), count: 0 };
}

/** Every occurrence of every spelling in `text[0, length)`, overlapping ones too, appended to `hits`. */
export function scan(automaton: Automaton, text: Uint8Array, length: number, hits: Hits): void {
  const { table, starts, outputs, classes } = automaton;
  let state = 0;
  for (let i = 0; i < length; i++) {
    state = table[state + (text[i] as number)] as number;
    if (state >= 0) continue;
    state = -state;
    const row = state / classes;
    const last = starts[row + 1] as number;
    for (let k = starts[row] as number; k < last; k++) push(hits, outputs[k] as number, i + 1);
  }
}

function push(hits: Hits, id: number, end: number): void {
  if (hits.count === hits.ids.length) {
    const ids = new Int32Array(hits.count * 2);
    const ends = new Int32Array(hits.count * 2);
    ids.set(hits.ids);
    ends.set(hits.ends);
    hits.ids = ids;
    hits.ends = ends;
  }
  hits.ids[hits.count] = id;
  hits.ends[hits.count++] = end;
}

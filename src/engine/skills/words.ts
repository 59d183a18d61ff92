/** The words of all phrases, found by hash. */

/** No word of any phrase. */
export const UNKNOWN = 0;

/** Words are numbered from 1 as they are entered. */
export interface Words {
  /** Open addressing, four places a slot: hash, word number (0 where the slot is free), start and size of its letters. */
  slots: Int32Array;
  /** Right shift that leaves as many bits of a mixed hash as number the slots. */
  shift: number;
  /** Letters of all words, one after another. */
  letters: Uint8Array;
  lettersUsed: number;
  count: number;
}

export function newWords(): Words {
  return {
    slots: new Int32Array(1 << 16),
    shift: 32 - 14,
    letters: new Uint8Array(1 << 17),
    lettersUsed: 0,
    count: 0,
  };
}

/** The hash of a word goes on letter by letter from here: `hash = nextHash(hash, letter)`. */
export const HASH_START = 17;

export function nextHash(hash: number, letter: number): number {
  return (Math.imul(hash, 31) + letter) | 0;
}

/** The number of the word `classes[from, to)`, entered if it is new. */
export function enterWord(words: Words, classes: Uint8Array, from: number, to: number): number {
  let hash = HASH_START;
  for (let i = from; i < to; i++) hash = nextHash(hash, classes[i] as number);
  const slot = findSlot(words, classes, from, to, hash);
  const known = words.slots[slot + 1] as number;
  if (known !== UNKNOWN) return known;
  const start = words.lettersUsed;
  words.lettersUsed += to - from;
  if (words.lettersUsed > words.letters.length) {
    const longer = new Uint8Array(words.lettersUsed * 2);
    longer.set(words.letters);
    words.letters = longer;
  }
  words.letters.set(classes.subarray(from, to), start);
  words.slots[slot] = hash;
  words.slots[slot + 1] = ++words.count;
  words.slots[slot + 2] = start;
  words.slots[slot + 3] = to - from;
  if (words.count * 8 > words.slots.length) rehash(words);
  return words.count;
}

/** The number of the word `classes[from, to)`, which has this hash; `UNKNOWN` where it stands in no phrase. */
export function numberOf(words: Words, classes: Uint8Array, from: number, to: number, hash: number): number {
  return words.slots[findSlot(words, classes, from, to, hash) + 1] as number;
}

/** Place of the word's slot, or of the free slot where it belongs. */
function findSlot(words: Words, classes: Uint8Array, from: number, to: number, hash: number): number {
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

function rehash(words: Words): void {
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

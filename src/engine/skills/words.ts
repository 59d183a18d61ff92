/**
 * The words of all phrases, found by hash. Ten letters fit into two numbers, six bits each; so most words are compared as a whole, and
 * only of longer ones the rest is kept.
 */

/** No word of any phrase. */
export const UNKNOWN = 0;

/** Words are numbered from 1 as they are entered. */
export interface Words {
  /** Open addressing, four places a slot: the two numbers of the key, the word's number (0 where the slot is free), place of its rest. */
  slots: Int32Array;
  /** Right shift that leaves as many bits of a mixed key as number the slots. */
  shift: number;
  /** Of words of more than ten letters: how many follow behind the fifth, and those. */
  rests: Uint8Array;
  restsUsed: number;
  count: number;
}

/** How many letters one number of a key holds. */
export const PACKED = 5;
/** Bits of a letter. */
const LETTER_BITS = 6;
/** Longer words stand in no phrase. */
const MOST_LETTERS = 100;
/** Set in the second number of a long word: what is below it is a hash. */
const LONG = 1 << 30;

export function newWords(): Words {
  return { slots: new Int32Array(1 << 16), shift: 32 - 14, rests: new Uint8Array(1 << 14), restsUsed: 0, count: 0 };
}

/** The first letters of a word, up to five: the first number of its key. */
function headOf(classes: Uint8Array, from: number, to: number): number {
  return packed(classes, from, to < from + PACKED ? to : from + PACKED);
}

/** What follows them: the second number. */
export function restOf(classes: Uint8Array, from: number, to: number): number {
  if (to <= from + 2 * PACKED) return to > from + PACKED ? packed(classes, from + PACKED, to) : 0;
  let hash = 17;
  for (let i = from + PACKED; i < to; i++) hash = (Math.imul(hash, 31) + (classes[i] as number)) | 0;
  return (hash & (LONG - 1)) | LONG;
}

function packed(classes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = pack(number, classes[i] as number);
  return number;
}

/** Adds a letter to one number of a key. */
export function pack(number: number, letter: number): number {
  return (number << LETTER_BITS) | letter;
}

/** The number of the word `classes[from, to)`; `UNKNOWN` where it stands in no phrase. */
export function wordAt(words: Words, classes: Uint8Array, from: number, to: number): number {
  return numberOf(words, headOf(classes, from, to), restOf(classes, from, to), classes, from, to);
}

/** The same where the two numbers of its key are known. */
export function numberOf(
  words: Words,
  head: number,
  rest: number,
  classes: Uint8Array,
  from: number,
  to: number,
): number {
  return words.slots[findSlot(words, head, rest, classes, from, to) + 2] as number;
}

/** The number of the word `classes[from, to)`, entered if it is new; `UNKNOWN` for one too long. */
export function enterWord(words: Words, classes: Uint8Array, from: number, to: number): number {
  if (to - from > MOST_LETTERS) return UNKNOWN;
  const head = headOf(classes, from, to);
  const rest = restOf(classes, from, to);
  const slot = findSlot(words, head, rest, classes, from, to);
  const known = words.slots[slot + 2] as number;
  if (known !== UNKNOWN) return known;
  words.slots[slot] = head;
  words.slots[slot + 1] = rest;
  words.slots[slot + 2] = ++words.count;
  if ((rest & LONG) !== 0) words.slots[slot + 3] = enterRest(words, classes.subarray(from + PACKED, to));
  if (words.count * 8 > words.slots.length) rehash(words);
  return words.count;
}

function enterRest(words: Words, letters: Uint8Array): number {
  const place = words.restsUsed;
  words.restsUsed += 1 + letters.length;
  if (words.restsUsed > words.rests.length) {
    const longer = new Uint8Array(words.restsUsed * 2);
    longer.set(words.rests);
    words.rests = longer;
  }
  words.rests[place] = letters.length;
  words.rests.set(letters, place + 1);
  return place;
}

/** Place of the word's slot, or of the free slot where it belongs. */
function findSlot(words: Words, head: number, rest: number, classes: Uint8Array, from: number, to: number): number {
  const { slots } = words;
  const mask = slots.length - 1;
  let slot = firstSlot(words, head, rest);
  while (slots[slot + 2] !== 0) {
    if (
      slots[slot] === head &&
      slots[slot + 1] === rest &&
      ((rest & LONG) === 0 || isSpelt(words, slot, classes, from, to))
    )
      return slot;
    slot = (slot + 4) & mask;
  }
  return slot;
}

function firstSlot(words: Words, head: number, rest: number): number {
  return (Math.imul(head ^ Math.imul(rest, 0x85ebca6b), 0x9e3779b1) >>> words.shift) << 2;
}

function isSpelt({ slots, rests }: Words, slot: number, classes: Uint8Array, from: number, to: number): boolean {
  const place = slots[slot + 3] as number;
  if (rests[place] !== to - from - PACKED) return false;
  let i = from + PACKED;
  const first = place + 1 - i;
  while (i < to && rests[first + i] === classes[i]) i++;
  return i === to;
}

function rehash(words: Words): void {
  const old = words.slots;
  words.slots = new Int32Array(old.length * 2);
  words.shift--;
  const mask = words.slots.length - 1;
  for (let k = 0; k < old.length; k += 4) {
    if (old[k + 2] === 0) continue;
    let slot = firstSlot(words, old[k] as number, old[k + 1] as number);
    while (words.slots[slot + 2] !== 0) slot = (slot + 4) & mask;
    words.slots.set(old.subarray(k, k + 4), slot);
  }
}

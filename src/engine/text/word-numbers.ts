/** Short words as numbers, so that they can be looked up without building strings: letters count 1 to 26, in base 32. */
import { isLetter } from "./alphabet.ts";

export const BASE = 32;
/** Longer words are none of those that are asked for. */
export const MOST_LETTERS = 6;

/** The number of a word of small letters, at most `MOST_LETTERS`; other characters by `code`. */
export function numberOfWord(word: string, code: (char: string) => number = letterCode): number {
  let number = 0;
  for (const char of word) number = number * BASE + code(char);
  return number;
}

function letterCode(char: string): number {
  return char.charCodeAt(0) - 96;
}

export function wordNumbers(list: string): ReadonlySet<number> {
  return new Set(list.split(" ").map((word) => numberOfWord(word)));
}

/** The number of the letters `classes[from, to)`, other units left out; -1 where there are more than `MOST_LETTERS`. */
export function numberOfUnits(classes: Uint8Array, from: number, to: number): number {
  let number = 0;
  let letters = 0;
  for (let i = from; i < to; i++) {
    const value = classes[i] as number;
    if (!isLetter(value)) continue;
    if (++letters > MOST_LETTERS) return -1;
    number = number * BASE + value;
  }
  return number;
}

/** Words as numbers, so that they can be looked up without building strings: letters count 1 to 26, in base 32; exact up to ten letters. */
import { isLetter } from "./alphabet.ts";

export const BASE = 32;
/** Stands among the letters for a run of digits; written "0". */
export const NUMBER = 27;
/** Where small numbers are wanted: longer words are none of those that are asked for. */
export const MOST_LETTERS = 6;

/** The numbers of words of small letters. */
export function wordNumbers(list: string): ReadonlySet<number> {
  return new Set(list.split(" ").map(numberOfWord));
}

function numberOfWord(word: string): number {
  let number = 0;
  for (const char of word) number = number * BASE + (char === "0" ? NUMBER : char.charCodeAt(0) - 96);
  return number;
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

/** Whether a text is in English, told by its commonest words; no other language's grammar is read. */
import { FIRST_IDEOGRAPH, FOREIGN, isLetter, OTHER } from "./alphabet.ts";
import type { Folded } from "./fold.ts";
import { BASE, MOST_LETTERS, wordNumbers } from "./word-numbers.ts";

/** Common words of languages in which resumes reach English readers, none of them an English word or a skill's name. */
const OTHERS: ReadonlySet<number> = wordNumbers(
  "und der die das mit fur von den dem ein eine im zur zum als auf bei sowie uber nach " +
    "le la les des et du une pour dans avec sur aux est par chez ainsi " +
    "el los las del con para por una como en su desde hasta " +
    "il della delle degli nel nella che gli sono dei alla " +
    "em uma das na nos ao pela pelo mais " +
    "het een van voor met op bij aan zijn naar " +
    "og av til med som pa er ikke och att det ar " +
    "oraz na od przez jako dla nie ktore",
);
/** Common English words that are none of those languages' ("in" and "a" are of several). */
const ENGLISH: ReadonlySet<number> = wordNumbers(
  "the and of with for to are by from using this that will be been we you your our have has which who their into not",
);
const LEAST_WORDS = 14;
/** Prose has a common word in every four or five, tool lists far fewer; names of places and people bring in some of other languages. */
const OTHERS_SHARE = 0.05;
/** As far as the text is looked at, in folded units: first for a quick yes, then for a verdict. */
const GLANCE_UNITS = 500;
const SAMPLE_UNITS = 6000;

/** `read: false` where the text is clearly in another language. */
export function languageOf(folded: Folded): { readonly read: boolean } {
  const glance = countWords(folded, GLANCE_UNITS);
  if (glance.english * 10 > glance.words && glance.others * 3 < glance.english) return { read: true };
  const { english, others, words, foreign, letters } = countWords(folded, SAMPLE_UNITS);
  if (foreign > letters && foreign > 60) return { read: false };
  if (words < LEAST_WORDS) return { read: true };
  return { read: others < words * OTHERS_SHARE || english * 2 > others };
}

function countWords(folded: Folded, most: number) {
  const count = { english: 0, others: 0, words: 0, foreign: 0, letters: 0 };
  const end = folded.length < most ? folded.length : most;
  let word = 0;
  let letters = 0;
  for (let i = 0; i <= end; i++) {
    const value = i < end ? (folded.classes[i] as number) : 0;
    if (
      value === FOREIGN ||
      (value === OTHER && i < end && folded.text.charCodeAt(folded.at[i] as number) >= FIRST_IDEOGRAPH)
    )
      count.foreign++;
    if (isLetter(value)) {
      count.letters++;
      if (++letters <= MOST_LETTERS) word = word * BASE + value;
      continue;
    }
    if (letters > 0) {
      count.words++;
      if (letters <= MOST_LETTERS) {
        if (ENGLISH.has(word)) count.english++;
        else if (OTHERS.has(word)) count.others++;
      }
    }
    word = 0;
    letters = 0;
  }
  return count;
}

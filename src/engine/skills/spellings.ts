/** From an alias as people write it to every folded spelling it is found by. */
import { ACTION, CLASS_OF, DOT, FOREIGN, GAP, isLetter, OTHER, SLASH, AMPERSAND, STOP } from "../text/alphabet.ts";

/** The two halves of a phrase with a hole ("deployed ... models"), or a single whole. */
export interface Phrase {
  readonly head: readonly Uint8Array[];
  /** Spellings of the part behind the hole; empty where there is none. */
  readonly tail: readonly Uint8Array[];
}

const HOLE = " ... ";

/** Every folded spelling of an alias: choices expanded, joined ("springboot") and spaced ("my sql") forms added. */
export function spellingsOf(alias: string, literal = false): Phrase {
  const hole = alias.indexOf(HOLE);
  if (hole < 0) return { head: foldAll(expandChoices(alias), !literal), tail: [] };
  return {
    head: foldAll(expandChoices(alias.slice(0, hole)), false),
    tail: foldAll(expandChoices(alias.slice(hole + HOLE.length)), false),
  };
}

/** `(a|b|) c` → `a c`, `b c`, ` c`. */
export function expandChoices(alias: string): string[] {
  let written = [""];
  for (const part of alias.split(/(\([^()]*\))/)) {
    const choices = part.startsWith("(") && part.endsWith(")") ? part.slice(1, -1).split("|") : [part];
    written = written.flatMap((before) => choices.map((choice) => before + choice));
  }
  return written.map((text) => text.trim().replace(/ {2,}/g, " ")).filter((text) => text !== "");
}

function foldAll(written: readonly string[], variants: boolean): Uint8Array[] {
  const seen = new Map<string, Uint8Array>();
  for (const text of written)
    for (const form of variants ? formsOf(text) : [text]) {
      const folded = foldSpelling(form);
      if (folded.length > 0 && !folded.includes(OTHER)) seen.set(folded.join(), folded);
    }
  return [...seen.values()];
}

/** The ways people space one spelling. */
function formsOf(text: string): string[] {
  const forms = [text];
  const letters = text.replace(/[^\p{L}\p{N}]/gu, "").length;
  if (letters >= 6 && /[\s_-]/.test(text) && !/[/&]/.test(text)) forms.push(text.replace(/[\s_-]+/g, ""));
  const humps = text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  if (humps !== text && humps.split(/[\s.-]+/).every((piece) => piece.length >= 2)) forms.push(humps);
  if (/\p{L}\.\p{L}/u.test(text)) forms.push(text.replace(/\./g, " ").trim(), text.replace(/\./g, ""));
  if (text.startsWith(".")) forms.push(`. ${text.slice(1)}`);
  return forms;
}

/** Folds one spelling the way `fold` folds a text. */
export function foldSpelling(text: string): Uint8Array {
  const out: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const value = CLASS_OF[text.charCodeAt(i)] as number;
    if (value === STOP) out.push(text[i] === "." ? DOT : OTHER);
    else if (value >= ACTION) {
      const before = out[out.length - 1];
      if (before !== undefined && before !== GAP && before !== SLASH && before !== AMPERSAND) out.push(GAP);
    } else {
      if ((value === SLASH || value === AMPERSAND) && out[out.length - 1] === GAP) out.pop();
      out.push(value === FOREIGN ? OTHER : value);
    }
  }
  if (out[out.length - 1] === GAP) out.pop();
  return Uint8Array.from(out);
}

/** Whether a plural "s" may follow a spelling. */
export function mayBePlural(spelling: Uint8Array): boolean {
  const last = spelling[spelling.length - 1];
  return spelling.length >= 3 && last !== undefined && isLetter(last) && last !== 19;
}

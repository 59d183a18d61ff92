/** From an alias as people write it to every folded spelling it is found by. */
import { ACTION, AMPERSAND, CLASS_OF, DOT, FOREIGN, GAP, OTHER, SLASH, STOP } from "../text/alphabet.ts";

/** The hole of a phrase whose halves may stand a few words apart: "deployed ... models". */
export const HOLE = " ... ";

/** `(a|b|) c` → `a c`, `b c`, ` c`. */
export function expandChoices(alias: string): string[] {
  if (!alias.includes("(")) return plain(alias);
  let written = [""];
  for (const part of alias.split(/(\([^()]*\))/)) {
    const choices = part.startsWith("(") && part.endsWith(")") ? part.slice(1, -1).split("|") : [part];
    written = written.flatMap((before) => choices.map((choice) => before + choice));
  }
  return written.flatMap(plain);
}

function plain(text: string): string[] {
  const trimmed = text.trim().replace(/ {2,}/g, " ");
  return trimmed === "" ? [] : [trimmed];
}

/** Further ways people space a spelling: "springboot", "my sql", "node js". */
export function derivedForms(text: string): string[] {
  const forms: string[] = [];
  if (/^[a-z]+$|^[A-Z][a-z]+$/.test(text)) return forms;
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
  const out = new Uint8Array(text.length);
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const value = CLASS_OF[text.charCodeAt(i)] as number;
    const before = size > 0 ? (out[size - 1] as number) : GAP;
    if (value === STOP) out[size++] = text[i] === "." ? DOT : OTHER;
    else if (value >= ACTION) {
      if (before !== GAP && before !== SLASH && before !== AMPERSAND) out[size++] = GAP;
    } else {
      if ((value === SLASH || value === AMPERSAND) && size > 0 && before === GAP) size--;
      out[size++] = value === FOREIGN ? OTHER : value;
    }
  }
  if (size > 0 && out[size - 1] === GAP) size--;
  return out.subarray(0, size);
}

/** Enters phrases with choices ("(deploy|deployed) (ml |)models") into the automaton, sharing what their combinations share. */
import { AMPERSAND, GAP, isWord, OTHER, SLASH } from "../text/alphabet.ts";
import { type Automaton, enterEdge, enterWord } from "./automaton.ts";
import { expandChoices, foldSpelling } from "./spellings.ts";

/** One piece of a template: its choices as tokens. Gaps at either end are kept. */
type Choice = readonly number[];

/** The nodes at which the phrases of a template end, each once. */
export function templateEnds(automaton: Automaton, template: string): number[] {
  const pieces = template.split(/(\([^()]*\))/).filter((piece) => piece !== "");
  const choices = pieces.map((piece) => (piece.startsWith("(") ? piece.slice(1, -1).split("|") : [piece]));
  const ends = new Set<number>();
  if (choices.length === 1 || splitsWords(choices)) for (const text of expandChoices(template)) follow(automaton, [[tokensOf(automaton, text)]], 0, 0, false, false, ends);
  else
    follow(
      automaton,
      choices.map((list) => list.map((text) => tokensOf(automaton, text))),
      0,
      0,
      false,
      false,
      ends,
    );
  ends.delete(0);
  return [...ends];
}

/** Whether choices begin or end inside a word: "(dev|data)ops". */
function splitsWords(choices: readonly (readonly string[])[]): boolean {
  let mayEndInWord = false;
  for (const list of choices) {
    if (mayEndInWord && list.some((text) => /^[\p{L}\p{N}]/u.test(text))) return true;
    const ends = list.some((text) => /[\p{L}\p{N}]$/u.test(text));
    mayEndInWord = ends || (mayEndInWord && list.includes(""));
  }
  return false;
}

/** Tokens of a piece, with a gap token at an end where it has a space there. */
function tokensOf(automaton: Automaton, text: string): Choice {
  const folded = foldSpelling(text);
  const tokens: number[] = /^[\s_-]/.test(text) ? [GAP] : [];
  for (let i = 0; i < folded.length; ) {
    const value = folded[i] as number;
    let end = i + 1;
    if (isWord(value)) while (end < folded.length && isWord(folded[end] as number)) end++;
    tokens.push(isWord(value) ? enterWord(automaton, folded, i, end) : value);
    i = end;
  }
  if (/[\s_-]$/.test(text) && tokens[tokens.length - 1] !== GAP) tokens.push(GAP);
  return tokens;
}

/** Depth first over the choices. A gap is entered only when a token follows it, and never beside "/" or "&". */
function follow(automaton: Automaton, choices: readonly (readonly Choice[])[], k: number, node: number, gap: boolean, joint: boolean, ends: Set<number>): void {
  const list = choices[k];
  if (!list) {
    ends.add(node);
    return;
  }
  for (const choice of list) {
    let at = node;
    let open = gap;
    let joined = joint;
    for (const token of choice) {
      if (token === GAP) open = at !== 0 && !joined;
      else if (token === OTHER) at = -1;
      else if (at >= 0) {
        const joins = token === SLASH || token === AMPERSAND;
        if (open && !joins) at = enterEdge(automaton, at, GAP);
        at = enterEdge(automaton, at, token);
        open = false;
        joined = joins;
      }
    }
    if (at >= 0) follow(automaton, choices, k + 1, at, open, joined, ends);
  }
}

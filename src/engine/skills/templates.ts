/** Enters phrases with choices ("(deploy|deployed) (ml |)models") into the automaton, sharing what their combinations share. */
import { AMPERSAND, GAP, OTHER, SLASH } from "../text/alphabet.ts";
import { AFTER_GAP, type Automaton, enterEdge, tokensOfPhrase } from "./automaton.ts";
import { expandChoices, foldSpelling } from "./spellings.ts";

/** One piece of a template: its choices as tokens. Gaps at either end are kept. */
type Choice = readonly number[];

/** The nodes at which the phrases of a template end, each once. */
export function templateEnds(automaton: Automaton, template: string): readonly number[] {
  if (!template.includes("(")) return plainEnd(automaton, template);
  const pieces = template.split(/(\([^()]*\))/).filter((piece) => piece !== "");
  const choices = pieces.map((piece) => (piece.startsWith("(") ? piece.slice(1, -1).split("|") : [piece]));
  const ends = new Set<number>();
  if (choices.length === 1 || splitsWords(choices))
    for (const text of expandChoices(template)) follow(automaton, [[tokensOf(automaton, text)]], 0, 0, false, ends);
  else
    follow(
      automaton,
      choices.map((list) => list.map((text) => tokensOf(automaton, text))),
      0,
      0,
      false,
      ends,
    );
  ends.delete(0);
  return [...ends];
}

/** Most spellings have no choices. */
function plainEnd(automaton: Automaton, text: string): readonly number[] {
  let node = 0;
  for (const token of tokensOfPhrase(automaton, foldSpelling(text))) {
    if (token === OTHER) return [];
    node = enterEdge(automaton, node, token);
  }
  return node === 0 ? [] : [node];
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

/** Tokens of a piece; a space at its end is told by a closing `GAP`. */
function tokensOf(automaton: Automaton, text: string): Choice {
  const tokens = tokensOfPhrase(automaton, foldSpelling(text));
  if (/^[\s_-]/.test(text)) tokens.unshift(GAP);
  if (/[\s_-]$/.test(text)) tokens.push(GAP);
  return tokens;
}

/** Depth first over the choices. A gap between two pieces counts only before a mark other than "/" and "&". */
function follow(
  automaton: Automaton,
  choices: readonly (readonly Choice[])[],
  k: number,
  node: number,
  gap: boolean,
  ends: Set<number>,
): void {
  const list = choices[k];
  if (!list) {
    ends.add(node);
    return;
  }
  for (const choice of list) {
    let at = node;
    let open = gap;
    for (const token of choice) {
      if (token === GAP) open = at !== 0;
      else if (token === OTHER) at = -1;
      else if (at >= 0) {
        const spaced = open && token < AFTER_GAP && token !== SLASH && token !== AMPERSAND;
        at = enterEdge(automaton, at, spaced ? token + AFTER_GAP : token);
        open = false;
      }
    }
    if (at >= 0) follow(automaton, choices, k + 1, at, open, ends);
  }
}

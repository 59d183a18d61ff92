/** Context rules of aliases with more than one meaning, compiled. The kinds are closed: see `Alias` in the types. */
import type { Alias, AliasCase } from "../types.ts";
import { expandChoices, foldSpelling } from "./spellings.ts";

export interface Rule {
  readonly case: AliasCase;
  /** The alias's own letters, for `exact`. */
  readonly written: string;
  readonly notBefore: readonly Uint8Array[];
  readonly notAfter: readonly Uint8Array[];
  /** Word numbers that veto within the clause. */
  readonly unless: ReadonlySet<number> | null;
  readonly needs: RuleNeeds | null;
}

export interface RuleNeeds {
  readonly list: boolean;
  readonly words: ReadonlySet<number> | null;
  /** Skill ids and areas. */
  readonly near: ReadonlySet<string> | null;
  readonly document: ReadonlySet<string> | null;
}

/** Compiles an alias's rule, or null when it has none. `wordNumber` registers a context word and gives its number. */
export function compileRule(alias: Alias, wordNumber: (word: string) => number): Rule | null {
  const { notBefore, notAfter, unless, needs } = alias;
  if ((alias.case ?? "any") === "any" && !notBefore && !notAfter && !unless && !needs) return null;
  const words = (list: readonly string[] | undefined) =>
    list ? new Set(list.flatMap(expandChoices).map(wordNumber)) : null;
  const spellings = (list: readonly string[] | undefined) => (list ?? []).flatMap(expandChoices).map(foldSpelling);
  return {
    case: alias.case ?? "any",
    written: letters(alias.text),
    notBefore: spellings(notBefore),
    notAfter: spellings(notAfter),
    unless: words(unless),
    needs: needs
      ? {
          list: needs.list ?? false,
          words: words(needs.words),
          near: needs.near ? new Set(needs.near) : null,
          document: needs.document ? new Set(needs.document) : null,
        }
      : null,
  };
}

/** Whether the letters as written in the document are what the rule's case asks for. */
export function caseHolds(rule: Rule, read: string): boolean {
  switch (rule.case) {
    case "any":
      return true;
    case "exact":
      return letters(read).startsWith(rule.written);
    case "upper":
      return !/\p{Ll}/u.test(read.replace(/s$/, ""));
    case "capital":
      return /^[^\p{L}]*\p{Lu}/u.test(read);
  }
}

function letters(text: string): string {
  return text.replace(/[\s_-]+/g, "");
}

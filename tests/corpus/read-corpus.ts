/** Reads corpus files; README.md describes their format. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentKind, Polarity } from "../../src/engine/index.ts";

export interface Case {
  /** `file:line`, for people. */
  readonly where: string;
  readonly kind: DocumentKind;
  readonly skillId: string;
  readonly text: string;
  /** Where the skill must be read, or null where it must not be read at all. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** How it must be meant; null where any way will do. */
  readonly polarity: Polarity | null;
}

const RESUME_POLARITIES: readonly Polarity[] = ["asserted", "hedged", "negated", "aspirational", "hearsay"];
const JOB_POLARITIES: readonly Polarity[] = ["required", "preferred", "named", "described", "excluded", "background"];

/** Every case of the folder's `*.txt` files, and what is wrong with lines that are none. */
export function readCorpus(folder: string): { readonly cases: readonly Case[]; readonly faults: readonly string[] } {
  const cases: Case[] = [];
  const faults: string[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort())
    parseCorpus(file, readFileSync(join(folder, file), "utf8"), cases, faults);
  return { cases, faults };
}

export function parseCorpus(file: string, content: string, cases: Case[], faults: string[]): void {
  let kind: DocumentKind = "resume";
  const seen = new Set<string>();
  for (const [index, line] of content.split(/\r?\n/).entries()) {
    const where = `${file}:${index + 1}`;
    if (line.trim() === "" || line.startsWith("#")) continue;
    const switched = /^kind: (resume|job)$/.exec(line);
    if (switched) {
      kind = switched[1] as DocumentKind;
      continue;
    }
    const parsed = parseLine(line, kind, where);
    if (typeof parsed === "string") faults.push(`${where}: ${parsed}`);
    else if (seen.has(kind + line)) faults.push(`${where}: stands twice in its file`);
    else cases.push(parsed);
    seen.add(kind + line);
  }
}

function parseLine(line: string, kind: DocumentKind, where: string): Case | string {
  const parts = /^([+!-]) (?:([a-z]+) )?([a-z0-9-]+) \| (.+)$/.exec(line);
  if (!parts) return "not a case (see README.md)";
  const [, sign, polarity, skillId, written] = parts as unknown as [string, string, string | undefined, string, string];
  if ((sign === "!") !== (polarity !== undefined))
    return sign === "!" ? "names no polarity" : "has a word too many before the bar";
  const known = kind === "job" ? JOB_POLARITIES : RESUME_POLARITIES;
  if (polarity !== undefined && !known.includes(polarity as Polarity))
    return `"${polarity}" is no polarity of a ${kind}`;
  const marked = unmark(written);
  if (!marked) return "brackets do not mark one span";
  if ((sign === "-") !== (marked.span === null))
    return sign === "-" ? "marks a span that must not be read" : "marks no span";
  return { where, kind, skillId, polarity: (polarity as Polarity | undefined) ?? null, ...marked };
}

/** Takes brackets and escapes out of a line. Null where the brackets do not mark one span, or none. */
function unmark(written: string): { text: string; span: Case["span"] } | null {
  let text = "";
  let start = -1;
  let end = -1;
  for (let i = 0; i < written.length; i++) {
    const char = written.charAt(i);
    if (char === "[") {
      if (start >= 0) return null;
      start = text.length;
    } else if (char === "]") {
      if (start < 0 || end >= 0) return null;
      end = text.length;
    } else if (char === "\\") {
      const code = /^u([0-9a-fA-F]{4})/.exec(written.slice(i + 1));
      const next = written.charAt(i + 1);
      text += code
        ? String.fromCharCode(Number.parseInt(code[1] as string, 16))
        : next === "n"
          ? "\n"
          : next === "t"
            ? "\t"
            : next;
      i += code ? 5 : 1;
    } else text += char;
  }
  if (start < 0 && end < 0) return { text, span: null };
  return end > start ? { text, span: { start, end } } : null;
}

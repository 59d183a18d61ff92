/** Compiles a taxonomy, and the words that say how a skill is meant, into one automaton. */
import { CLASSES } from "../text/alphabet.ts";
import { CUES, type CueKind, JOB_HEADINGS, RESUME_HEADINGS, SECTIONS } from "../text/lexicon.ts";
import type { Skill, Taxonomy } from "../types.ts";
import { type Automaton, buildAutomaton } from "./automaton.ts";
import { compileRule, type Rule } from "./rules.ts";
import { expandChoices, foldSpelling, mayBePlural, spellingsOf } from "./spellings.ts";

/** What a spelling found in a text stands for. */
export const SKILL = 0;
export const CUE = 1;
export const WORD = 2;
export const HEAD = 3;
export const TAIL = 4;
export const RESUME_HEADING = 5;
export const JOB_HEADING = 6;

export const CUE_KINDS = Object.keys(CUES) as readonly CueKind[];

/** One alias as the engine uses it. */
export interface CompiledAlias {
  readonly skill: Skill;
  readonly rule: Rule | null;
  /** Spoken of with a version: "Python 3.11", "Java8". */
  readonly versioned: boolean;
  /** A phrase with a hole: hides nothing, and nothing hides it. */
  readonly open: boolean;
}

/** A skill that follows from another: directly or over several steps. */
export interface Implication {
  readonly skillId: string;
  readonly steps: number;
}

/** A compiled taxonomy. Opaque to callers: made by `compileTaxonomy`, handed to the other functions of the engine. */
export interface Matcher {
  readonly taxonomy: Taxonomy;
  readonly automaton: Automaton;
  /** For each spelling of the automaton: what it is, and its number among those. */
  readonly what: Uint8Array;
  readonly ref: Int32Array;
  readonly plural: Uint8Array;
  readonly aliases: readonly CompiledAlias[];
  readonly skillById: ReadonlyMap<string, Skill>;
  /** Everything a skill implies, with the number of steps; ordered by id. */
  readonly implies: ReadonlyMap<string, readonly Implication[]>;
}

interface Spelling {
  readonly folded: Uint8Array;
  readonly what: number;
  readonly ref: number;
}

/** Compiles a taxonomy. Deprecated skills are known by id and are no longer read. Throws on nothing that `seed:check` accepts. */
export function compileTaxonomy(taxonomy: Taxonomy): Matcher {
  const spellings: Spelling[] = [];
  const words = new Map<string, number>();
  const wordNumber = (word: string) => {
    const known = words.get(word.toLowerCase());
    if (known !== undefined) return known;
    words.set(word.toLowerCase(), words.size);
    return words.size - 1;
  };
  const aliases = addSkills(taxonomy.skills, spellings, wordNumber);
  addCues(spellings);
  for (const [word, ref] of words) spellings.push({ folded: foldSpelling(word), what: WORD, ref });
  const skillById = new Map(taxonomy.skills.map((skill) => [skill.id, skill]));
  return {
    taxonomy,
    automaton: buildAutomaton(
      spellings.map((spelling) => spelling.folded),
      CLASSES,
    ),
    what: Uint8Array.from(spellings, (spelling) => spelling.what),
    ref: Int32Array.from(spellings, (spelling) => spelling.ref),
    plural: Uint8Array.from(spellings, (spelling) => (mayBePlural(spelling.folded) ? 1 : 0)),
    aliases,
    skillById,
    implies: new Map(taxonomy.skills.map((skill) => [skill.id, implicationsOf(skill, skillById)])),
  };
}

/** Spellings as written come first; a derived one ("springboot") gives way where another skill is written so. */
function addSkills(skills: readonly Skill[], spellings: Spelling[], wordNumber: (word: string) => number): CompiledAlias[] {
  const aliases: CompiledAlias[] = [];
  const written = new Map<string, string>();
  const derived: { key: string; spelling: Spelling; skillId: string }[] = [];
  for (const skill of skills) {
    if (skill.deprecated) continue;
    for (const alias of skill.aliases) {
      const ref = aliases.length;
      const phrase = spellingsOf(alias.text, alias.case === "exact" || alias.case === "upper");
      const open = phrase.tail.length > 0;
      const versioned = skill.kind === "language" || skill.kind === "tool" || skill.kind === "platform";
      aliases.push({ skill, rule: compileRule(alias, wordNumber), versioned, open });
      if (open) {
        for (const folded of phrase.head) spellings.push({ folded, what: HEAD, ref });
        for (const folded of phrase.tail) spellings.push({ folded, what: TAIL, ref });
        continue;
      }
      const asWritten = new Set(expandChoices(alias.text).map((text) => foldSpelling(text).join()));
      for (const folded of phrase.head) {
        const key = folded.join();
        const spelling = { folded, what: SKILL, ref };
        if (!asWritten.has(key)) derived.push({ key, spelling, skillId: skill.id });
        else if (written.get(key) !== skill.id) {
          written.set(key, skill.id);
          spellings.push(spelling);
        }
      }
    }
  }
  for (const { key, spelling, skillId } of derived)
    if (!written.has(key)) {
      written.set(key, skillId);
      spellings.push(spelling);
    }
  return aliases;
}

function addCues(spellings: Spelling[]): void {
  const add = (phrases: readonly string[], what: number, ref: number) => {
    for (const text of phrases.flatMap(expandChoices)) spellings.push({ folded: foldSpelling(text), what, ref });
  };
  for (const [ref, kind] of CUE_KINDS.entries()) add(CUES[kind], CUE, ref);
  for (const [section, phrases] of RESUME_HEADINGS) add(phrases, RESUME_HEADING, SECTIONS.indexOf(section));
  for (const [section, phrases] of JOB_HEADINGS) add(phrases, JOB_HEADING, SECTIONS.indexOf(section));
}

function implicationsOf(skill: Skill, skillById: ReadonlyMap<string, Skill>): Implication[] {
  const steps = new Map<string, number>([[skill.id, 0]]);
  let front = [skill.id];
  for (let step = 1; front.length > 0; step++) {
    const next: string[] = [];
    for (const id of front)
      for (const { to } of skillById.get(id)?.implies ?? [])
        if (!steps.has(to)) {
          steps.set(to, step);
          next.push(to);
        }
    front = next;
  }
  steps.delete(skill.id);
  return [...steps].map(([skillId, count]) => ({ skillId, steps: count })).sort((a, b) => (a.skillId < b.skillId ? -1 : 1));
}

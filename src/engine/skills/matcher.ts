/** Compiles a taxonomy, and the words that say how a skill is meant, into one automaton. */
import { CUES, type CueKind, JOB_HEADINGS, RESUME_HEADINGS, SECTIONS } from "../text/lexicon.ts";
import type { Skill, Taxonomy } from "../types.ts";
import { type Automaton, enterOutput, newAutomaton, outputsAt } from "./automaton.ts";
import { compileRule, type Rule } from "./rules.ts";
import { derivedForms, HOLE } from "./spellings.ts";
import { templateEnds } from "./templates.ts";

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
  /** Of the skill. */
  readonly number: number;
  readonly rule: Rule | null;
  /** Spoken of with a version: "Python 3.11", "Java8". */
  readonly versioned: boolean;
  /** A phrase with a hole: hides nothing, and nothing hides it. */
  readonly open: boolean;
}

/** A skill that follows from another: directly or over several steps. */
export interface Implication {
  readonly number: number;
  readonly steps: number;
}

/** A compiled taxonomy. Opaque to callers: made by `compileTaxonomy`, handed to the other functions of the engine. */
export interface Matcher {
  readonly taxonomy: Taxonomy;
  readonly automaton: Automaton;
  /** For each phrase number of the automaton: what it is, and its number among those. */
  readonly signs: readonly Sign[];
  readonly aliases: readonly CompiledAlias[];
  readonly skillById: ReadonlyMap<string, Skill>;
  /** All skills in the order of their ids; a skill's number is its place here, and numbers compare as ids do. */
  readonly skills: readonly Skill[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** By number: everything a skill implies, with the number of steps. */
  readonly implies: readonly (readonly Implication[])[];
}

/** What a phrase number of the automaton stands for. */
export interface Sign {
  readonly what: number;
  readonly ref: number;
}

interface Builder {
  readonly automaton: Automaton;
  readonly signs: Sign[];
  readonly aliases: CompiledAlias[];
  readonly numberOf: ReadonlyMap<string, number>;
}

/** Compiles a taxonomy. Deprecated skills are known by id and are no longer read. Throws on nothing that `seed:check` accepts. */
export function compileTaxonomy(taxonomy: Taxonomy): Matcher {
  const skills = taxonomy.skills.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const skillById = new Map(skills.map((skill) => [skill.id, skill]));
  const numberOf = new Map(skills.map((skill, number) => [skill.id, number]));
  const builder: Builder = { automaton: newAutomaton(), signs: [], aliases: [], numberOf };
  const words = new Map<string, number>();
  const wordNumber = (word: string) => {
    const known = words.get(word.toLowerCase());
    if (known !== undefined) return known;
    words.set(word.toLowerCase(), words.size);
    return words.size - 1;
  };
  addSkills(taxonomy.skills, builder, wordNumber);
  addCues(builder);
  for (const [word, ref] of words) enterTemplate(builder, word, WORD, ref);
  return {
    taxonomy,
    automaton: builder.automaton,
    signs: builder.signs,
    aliases: builder.aliases,
    skillById,
    skills,
    numberOf,
    implies: skills.map((skill) => implicationsOf(skill, skillById, numberOf)),
  };
}

/** Spellings as written come first; a derived one ("springboot") gives way where another skill is written so. */
function addSkills(skills: readonly Skill[], builder: Builder, wordNumber: (word: string) => number): void {
  const derived: { text: string; ref: number }[] = [];
  for (const skill of skills) {
    if (skill.deprecated) continue;
    const number = builder.numberOf.get(skill.id) as number;
    const versioned = skill.kind === "language" || skill.kind === "tool" || skill.kind === "platform";
    for (const alias of skill.aliases) {
      const hole = alias.text.indexOf(HOLE);
      const ref = builder.aliases.length;
      builder.aliases.push({ skill, number, rule: compileRule(alias, wordNumber), versioned, open: hole >= 0 });
      if (hole >= 0) {
        enterTemplate(builder, alias.text.slice(0, hole), HEAD, ref);
        enterTemplate(builder, alias.text.slice(hole + HOLE.length), TAIL, ref);
        continue;
      }
      enterTemplate(builder, alias.text, SKILL, ref);
      if (alias.case !== "exact" && alias.case !== "upper" && !alias.text.includes("("))
        for (const text of derivedForms(alias.text)) derived.push({ text, ref });
    }
  }
  for (const { text, ref } of derived) enterTemplate(builder, text, SKILL, ref, true);
}

/** Enters every phrase a template stands for; `yielding` ones only where no skill is written so yet. */
function enterTemplate(builder: Builder, text: string, what: number, ref: number, yielding = false): void {
  const { automaton, signs, aliases } = builder;
  const id = signs.length;
  signs.push({ what, ref });
  const skill = what === SKILL ? (aliases[ref] as CompiledAlias).skill : null;
  for (const node of templateEnds(automaton, text)) {
    const owners = outputsAt(automaton, node).map((other) => signs[other] as Sign);
    const taken = owners.some(
      (owner) =>
        owner.what === what &&
        (skill
          ? yielding || makesNeedless(aliases[owner.ref] as CompiledAlias, owner.ref === ref, skill)
          : owner.ref === ref),
    );
    if (!taken) enterOutput(automaton, node, id);
  }
}

/** A second rule of the same skill on the same spelling is another way to be accepted; only a spelling without a rule makes it needless. */
function makesNeedless(owner: CompiledAlias, same: boolean, skill: Skill): boolean {
  return same || (owner.skill === skill && owner.rule === null);
}

function addCues(builder: Builder): void {
  const add = (phrases: readonly string[], what: number, ref: number) => {
    for (const text of phrases) enterTemplate(builder, text, what, ref);
  };
  for (const [ref, kind] of CUE_KINDS.entries()) add(CUES[kind], CUE, ref);
  for (const [section, phrases] of RESUME_HEADINGS) add(phrases, RESUME_HEADING, SECTIONS.indexOf(section));
  for (const [section, phrases] of JOB_HEADINGS) add(phrases, JOB_HEADING, SECTIONS.indexOf(section));
}

function implicationsOf(
  skill: Skill,
  skillById: ReadonlyMap<string, Skill>,
  numberOf: ReadonlyMap<string, number>,
): Implication[] {
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
  return [...steps].flatMap(([id, count]) => {
    const number = numberOf.get(id);
    return number === undefined ? [] : [{ number, steps: count }];
  });
}

/** Compiles a taxonomy, and the words that say how a skill is meant, into one automaton. */
import { CUES, type CueKind, JOB_HEADINGS, RESUME_HEADINGS, SECTIONS } from "../text/lexicon.ts";
import type { Alias, Skill, Taxonomy } from "../types.ts";
import { type Automaton, enterOutput, newAutomaton } from "./automaton.ts";
import { compileRule, type Numbering, type Rule, unitBit } from "./rules.ts";
import { derivedForms, HOLE } from "./spellings.ts";
import { templateEnds } from "./templates.ts";
import { traitsOf } from "./traits.ts";

/** What a spelling found in a text stands for. */
export const SKILL = 0;
export const CUE = 1;
export const WORD = 2;
export const HEAD = 3;
export const TAIL = 4;
export const RESUME_HEADING = 5;
export const JOB_HEADING = 6;

export const CUE_KINDS = Object.keys(CUES) as readonly CueKind[];

/** All aliases, by number. */
export interface Aliases {
  /** `ROW` places an alias, side by side because a hit asks for all of them: see the constants below. */
  readonly rows: Int32Array;
  readonly rules: readonly (Rule | null)[];
}

export const ROW = 4;
/** See `traits.ts`. */
export const TRAITS = 0;
/** Number of the skill. */
export const OWNER = 1;
/** First units of what must not stand behind a hit, and last ones of what must not stand before it: see `unitBit`. */
export const NOT_BEFORE = 2;
export const NOT_AFTER = 3;

/** What follows from each skill, directly or over several steps; those of one skill side by side. */
export interface Implications {
  /** By a skill's number where its implications begin, and one place more for where the last ones end. */
  readonly starts: Int32Array;
  /** Number of the skill that follows, and over how many steps. */
  readonly numbers: Int32Array;
  readonly steps: Int32Array;
}

export type SkillLabel = Pick<Skill, "id" | "name" | "kind">;

/** A compiled taxonomy. Opaque to callers: made by `compileTaxonomy`, handed to the other functions of the engine. */
export interface Matcher {
  readonly taxonomy: Taxonomy;
  /** Reports signs: what a phrase is (the lowest `SIGN_BITS`) and above it its number among those. */
  readonly automaton: Automaton;
  readonly aliases: Aliases;
  /** Numbers of the aliases with a hole, by the number their heads and tails carry. */
  readonly open: Int32Array;
  /** How many skills and areas there are: a skill's mark is its number, those of areas follow. */
  readonly marks: number;
  /** By a skill's number: the mark of its area. */
  readonly areas: Int32Array;
  readonly skillById: ReadonlyMap<string, Skill>;
  /** What answers say of a skill, by number: small things that lie side by side, where skills lie far apart. */
  readonly labels: readonly SkillLabel[];
  /** All skills in the order of their ids; a skill's number is its place here, and numbers compare as ids do. */
  readonly skills: readonly Skill[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly implied: Implications;
}

/** Bits of a sign that say what it is. */
export const SIGN_BITS = 3;
export const SIGN_MASK = (1 << SIGN_BITS) - 1;

interface Builder {
  readonly automaton: Automaton;
  readonly rows: number[];
  readonly rules: (Rule | null)[];
  readonly open: number[];
  readonly numbering: Numbering;
}

/** Compiles a taxonomy. Deprecated skills are known by id and are no longer read. Throws on nothing that `seed:check` accepts. */
export function compileTaxonomy(taxonomy: Taxonomy): Matcher {
  const skills = taxonomy.skills.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const skillById = new Map(skills.map((skill) => [skill.id, skill]));
  const numberOf = new Map(skills.map((skill, number) => [skill.id, number]));
  const marks = new Map(numberOf);
  for (const { area } of skills) if (!marks.has(area)) marks.set(area, marks.size);
  const words = new Map<string, number>();
  const wordNumber = (word: string) => {
    const known = words.get(word.toLowerCase());
    if (known !== undefined) return known;
    words.set(word.toLowerCase(), words.size);
    return words.size - 1;
  };
  const numbering = { wordNumber, markOf: (name: string) => marks.get(name) };
  const automaton = newAutomaton();
  const builder: Builder = { automaton, rows: [], rules: [], open: [], numbering };
  addSkills(taxonomy.skills, builder);
  addCues(builder);
  for (const [word, ref] of words) enterTemplate(builder, word, WORD, ref);
  return {
    taxonomy,
    automaton,
    aliases: { rows: Int32Array.from(builder.rows), rules: builder.rules },
    open: Int32Array.from(builder.open),
    marks: marks.size,
    areas: Int32Array.from(skills, (skill) => marks.get(skill.area) as number),
    skillById,
    labels: skills.map(({ id, name, kind }) => ({ id, name, kind })),
    skills,
    numberOf,
    implied: implicationsOf(skills, skillById, numberOf),
  };
}

/** Spellings as written come first; a derived one ("springboot") gives way where another skill is written so. */
function addSkills(skills: readonly Skill[], builder: Builder): void {
  const derived: { text: string; ref: number }[] = [];
  for (const skill of skills) {
    if (skill.deprecated) continue;
    for (const alias of skill.aliases) {
      const ref = addAlias(skill, alias, builder);
      if (alias.text.includes(HOLE)) {
        addOpen(alias.text, ref, builder);
        continue;
      }
      enterTemplate(builder, alias.text, SKILL, ref);
      if (alias.case !== "exact" && alias.case !== "upper" && !alias.text.includes("("))
        for (const text of derivedForms(alias.text)) derived.push({ text, ref });
    }
  }
  for (const { text, ref } of derived) enterTemplate(builder, text, SKILL, ref, true);
}

/** The number of the alias. */
function addAlias(skill: Skill, alias: Alias, { rules, rows, numbering }: Builder): number {
  const rule = compileRule(alias, numbering);
  const behind = rule?.notBefore.map((spelling) => unitBit(spelling[0] as number)) ?? [];
  const before = rule?.notAfter.map((spelling) => unitBit(spelling[spelling.length - 1] as number)) ?? [];
  const any = (bits: readonly number[]) => bits.reduce((all, bit) => all | bit, 0);
  rows.push(traitsOf(skill, alias), numbering.markOf(skill.id) as number, any(behind), any(before));
  return rules.push(rule) - 1;
}

function addOpen(text: string, alias: number, builder: Builder): void {
  const ref = builder.open.push(alias) - 1;
  const hole = text.indexOf(HOLE);
  enterTemplate(builder, text.slice(0, hole), HEAD, ref);
  enterTemplate(builder, text.slice(hole + HOLE.length), TAIL, ref);
}

/** Enters every phrase a template stands for; `yielding` ones only where no skill is written so yet. */
function enterTemplate(builder: Builder, text: string, what: number, ref: number, yielding = false): void {
  const { automaton } = builder;
  const sign = what | (ref << SIGN_BITS);
  for (const node of templateEnds(automaton, text))
    if (!isTaken(builder, node, what, ref, yielding)) enterOutput(automaton, node, sign);
}

function isTaken(builder: Builder, node: number, what: number, ref: number, yielding: boolean): boolean {
  const { firstOutput, outputs } = builder.automaton;
  for (let at = firstOutput[node] as number; at !== -1; at = outputs[at + 1] as number) {
    const sign = outputs[at] as number;
    if ((sign & SIGN_MASK) !== what) continue;
    const owner = sign >> SIGN_BITS;
    if (owner === ref || (what === SKILL && (yielding || makesNeedless(builder, owner, ref)))) return true;
  }
  return false;
}

/** A second rule of the same skill on the same spelling is another way to be accepted; only a spelling without a rule makes it needless. */
function makesNeedless({ rows, rules }: Builder, owner: number, alias: number): boolean {
  return rows[ROW * owner + OWNER] === rows[ROW * alias + OWNER] && rules[owner] === null;
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
  skills: readonly Skill[],
  skillById: ReadonlyMap<string, Skill>,
  numberOf: ReadonlyMap<string, number>,
): Implications {
  const starts = [0];
  const numbers: number[] = [];
  const steps: number[] = [];
  for (const skill of skills) {
    for (const [id, count] of stepsFrom(skill, skillById)) {
      const number = numberOf.get(id);
      if (number === undefined) continue;
      numbers.push(number);
      steps.push(count);
    }
    starts.push(numbers.length);
  }
  return { starts: Int32Array.from(starts), numbers: Int32Array.from(numbers), steps: Int32Array.from(steps) };
}

/** Everything that follows from a skill, by the fewest steps that lead there. */
function stepsFrom(skill: Skill, skillById: ReadonlyMap<string, Skill>): ReadonlyMap<string, number> {
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
  return steps;
}

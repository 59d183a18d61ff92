/** What the engine asks of an alias at every hit, as bits of one number: a text has hundreds of hits, and a taxonomy does not fit in a cache. */
import { type Alias, SKILL_KINDS, type Skill, type SkillKind } from "../types.ts";
import { HOLE } from "./spellings.ts";

/** Spoken of with a version: "Python 3.11", "Java8". */
export const VERSIONED = 1;
/** A phrase with a hole: hides nothing, and nothing hides it. */
export const OPEN_PHRASE = 2;
/** Counts only with support. */
export const NEEDY = 4;
/** Neighbours in a list are support. */
export const LISTED = 8;
/** Has neighbours that rule it out. */
export const BOUND = 16;
/** Has words that veto. */
export const VETOED = 32;
/** Counts only in the very letters of the alias. */
export const EXACT = 64;
/** Counts only in capitals, but for a plural "s". */
export const UPPER = 128;
/** Counts only with a capital first. */
export const CAPITAL = 256;
/** Has a rule that looks at the hit's own letters. */
export const CASED = EXACT | UPPER | CAPITAL;
const KIND_SHIFT = 9;

/** Anything that carries traits. */
interface Traits {
  readonly traits: number;
}

export function traitsOf(skill: Skill, alias: Alias): number {
  const versioned = skill.kind === "language" || skill.kind === "tool" || skill.kind === "platform";
  return (
    (versioned ? VERSIONED : 0) |
    (alias.text.includes(HOLE) ? OPEN_PHRASE : 0) |
    (alias.needs ? NEEDY : 0) |
    (alias.needs?.list ? LISTED : 0) |
    (alias.notBefore || alias.notAfter ? BOUND : 0) |
    (alias.unless ? VETOED : 0) |
    (alias.case === "exact" ? EXACT : alias.case === "upper" ? UPPER : alias.case === "capital" ? CAPITAL : 0) |
    (SKILL_KINDS.indexOf(skill.kind) << KIND_SHIFT)
  );
}

export function isOpen({ traits }: Traits): boolean {
  return (traits & OPEN_PHRASE) !== 0;
}

export function isFirm({ traits }: Traits): boolean {
  return (traits & NEEDY) === 0;
}

/** Whether the skill is of this kind: `isOf(ROLE, hit)`. */
export function isOf(kind: number, { traits }: Traits): boolean {
  return traits >> KIND_SHIFT === kind;
}

/** Practices and concepts: what has an everyday name. */
export function isAbstract(hit: Traits): boolean {
  return isOf(PRACTICE, hit) || isOf(CONCEPT, hit);
}

/** Tools, languages and platforms: what can be tried out. */
export function isTool(hit: Traits): boolean {
  return (hit.traits & VERSIONED) !== 0;
}

function numberOf(kind: SkillKind): number {
  return SKILL_KINDS.indexOf(kind);
}

export const LANGUAGE = numberOf("language");
export const ROLE = numberOf("role");
export const CONCEPT = numberOf("concept");
export const CREDENTIAL = numberOf("credential");
export const SOFT_SKILL = numberOf("soft-skill");
const PRACTICE = numberOf("practice");

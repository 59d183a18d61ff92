/** Spellings that two aliases share: of two skills, where no rule tells them apart; of one, where the other's rule says nothing. */
import { type Alias, expandChoices, foldSpelling, type Skill } from "../../engine/index.ts";

interface Claim {
  readonly skill: string;
  readonly alias: Alias;
}

/**
 * Names every two aliases of different skills that meet in a spelling as the engine reads it (choices expanded, folded, a plural "s" taken
 * off), unless each carries a rule and the two rules are not the same. What skills imply makes no difference: a reader gets one of the two,
 * and which one must not depend on their ids. Deprecated skills are not read, and forms that the engine derives give way.
 */
export function findCollisions(skills: readonly Skill[]): string[] {
  const claims = claimsOf(skills);
  const faults = new Map<string, string>();
  for (const [spelling, written] of claims) {
    if (written.length > 1)
      for (const [k, one] of written.entries())
        for (const other of written.slice(k + 1)) addFault(faults, spelling, one, other);
    const many = takesPlural(spelling) ? claims.get(`${spelling}s`) : undefined;
    if (many)
      for (const one of written)
        if (one.alias.case !== "exact") for (const other of many) addFault(faults, `${spelling}s`, one, other);
  }
  return [...faults.values()];
}

/** Who claims each spelling. */
function claimsOf(skills: readonly Skill[]): ReadonlyMap<string, readonly Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const { id, aliases, deprecated } of skills) {
    if (deprecated) continue;
    for (const alias of aliases) {
      const claim = { skill: id, alias };
      for (const spelling of spellingsOf(alias)) {
        const others = claims.get(spelling);
        if (others) others.push(claim);
        else claims.set(spelling, [claim]);
      }
    }
  }
  return claims;
}

/** One fault for two aliases, however many spellings they share. */
function addFault(faults: Map<string, string>, spelling: string, one: Claim, other: Claim): void {
  if (one.skill === other.skill || areToldApart(one.alias, other.alias)) return;
  const key = [one.skill, one.alias.text, other.skill, other.alias.text].join("\n");
  if (faults.has(key)) return;
  const owners = [one, other].map(({ skill, alias }) => `${skill} (as "${alias.text}")`);
  faults.set(key, `spelling "${spelling}": belongs to ${owners.join(" and to ")}, without rules that tell them apart`);
}

function areToldApart(one: Alias, other: Alias): boolean {
  return isRuled(one) && isRuled(other) && ruleOf(one) !== ruleOf(other);
}

function ruleOf({ case: letters, notBefore, notAfter, unless, needs }: Alias): string {
  return JSON.stringify([letters, notBefore, notAfter, unless, needs]);
}

/** A spelling with a rule counts wherever another alias of the same skill has it without one. */
export function findUndoneRules({ id, aliases }: Skill): string[] {
  if (!aliases.some(isRuled)) return [];
  const free = new Map<string, string>();
  for (const alias of aliases)
    if (!isRuled(alias)) for (const spelling of spellingsOf(alias)) free.set(spelling, alias.text);
  return aliases.filter(isRuled).flatMap((alias) =>
    spellingsOf(alias)
      .filter((spelling) => free.has(spelling))
      .map((spelling) => {
        const other = free.get(spelling);
        return `skill ${id}: the rule on "${spelling}" (of "${alias.text}") says nothing, as "${other}" has none`;
      }),
  );
}

export function isRuled({ case: letters = "any", notBefore, notAfter, unless, needs }: Alias): boolean {
  return letters !== "any" || Boolean(notBefore ?? notAfter ?? unless ?? needs);
}

/** Every spelling an alias stands for, alike for those that the engine reads as one. */
export function spellingsOf(alias: Alias): string[] {
  return expandChoices(alias.text).map(spellingKey);
}

/** In the letters of the folded alphabet, so that faults can be read. */
export function spellingKey(text: string): string {
  let key = "";
  for (const unit of foldSpelling(text)) key += LETTERS[unit];
  return key;
}

/** Stands for what ends any spelling: class 0 of the engine's alphabet. */
const NO_LETTER = "?";
/** By class. */
const LETTERS = `${NO_LETTER}abcdefghijklmnopqrstuvwxyz0123456789 .+#',:()/&`;

/** "99.9% uptime": the engine reads over no such character. */
export function isUnreadable(spelling: string): boolean {
  return spelling.includes(NO_LETTER);
}

/** Whether the engine reads the spelling with an "s" behind it as its plural: of words of three letters and more. */
function takesPlural(spelling: string): boolean {
  return /[a-z0-9]{2}[a-rt-z0-9]$/.test(spelling);
}

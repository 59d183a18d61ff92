/** Small taxonomies made by hand, so that tests of the engine do not move with the seeds. */
import {
  type Alias,
  compileTaxonomy,
  type DocumentKind,
  type Match,
  type Matcher,
  type Mention,
  type Profile,
  type Reading,
  type Requirement,
  read,
  type Skill,
  score,
  weigh,
} from "../../src/engine/index.ts";

export interface SkillParts extends Partial<Omit<Skill, "id" | "aliases" | "implies" | "substitutes">> {
  /** Spellings beside the name; an entry with the name's own text puts a rule on the name. */
  readonly aliases?: readonly (string | Alias)[];
  readonly implies?: readonly string[];
  /** Other skill → thousandths. */
  readonly substitutes?: Readonly<Record<string, number>>;
}

/** `skill("kubernetes", { aliases: ["k8s"] })`; the name is the id with a capital, unless given. */
export function skill(id: string, parts: SkillParts = {}): Skill {
  const { aliases = [], implies = [], substitutes = {}, ...rest } = parts;
  const name = parts.name ?? `${id[0]?.toUpperCase()}${id.slice(1).replaceAll("-", " ")}`;
  const written = aliases.map((alias) => (typeof alias === "string" ? { text: alias } : alias));
  const named = written.some((alias) => alias.text.toLowerCase() === name.toLowerCase());
  return {
    id,
    kind: "tool",
    area: "testing",
    broader: [],
    notImplies: [],
    ...rest,
    name,
    aliases: named ? written : [{ text: name }, ...written],
    implies: implies.map((to) => ({ to, reason: "for a test" })),
    substitutes: Object.entries(substitutes).map(([to, factor]) => ({ to, factor, reason: "for a test" })),
  };
}

export function matcherOf(...skills: readonly Skill[]): Matcher {
  return compileTaxonomy({ version: "test", skills });
}

/** `requirement("orchestration", { members: ["kubernetes", { skillId: "docker-swarm", factor: 500 }] })`; by default one skill of its own name. */
export function requirement(
  id: string,
  parts: Partial<Omit<Requirement, "id" | "members">> & {
    readonly members?: readonly (string | Requirement["members"][number])[];
  } = {},
): Requirement {
  const { members = [id], ...rest } = parts;
  return {
    id,
    label: `Asks for ${id}`,
    axis: "devops",
    importance: "should",
    weight: 1,
    minMonths: null,
    mustGroup: null,
    ...rest,
    members: members.map((member) => (typeof member === "string" ? { skillId: member, factor: 1000 } : member)),
  };
}

export function profileOf(...requirements: readonly (string | Requirement)[]): Profile {
  return {
    slug: "test",
    version: 1,
    name: "Test profile",
    requirements: requirements.map((one) => (typeof one === "string" ? requirement(one) : one)),
  };
}

export function readText(matcher: Matcher, text: string, kind: DocumentKind = "resume"): Reading {
  return read({ kind, text }, matcher);
}

/** `"kubernetes: k8s"` for each mention. */
export function found(matcher: Matcher, text: string, kind: DocumentKind = "resume"): string[] {
  return readText(matcher, text, kind).mentions.map(
    (mention) => `${mention.skillId}: ${text.slice(mention.start, mention.end)}`,
  );
}

/** The first mention of a skill; fails where there is none. */
export function mentionOf(matcher: Matcher, text: string, skillId: string, kind: DocumentKind = "resume"): Mention {
  const mention = readText(matcher, text, kind).mentions.find((one) => one.skillId === skillId);
  if (!mention) throw new Error(`${skillId} was not read in ${JSON.stringify(text)}`);
  return mention;
}

/** Reads, weighs and scores in one go. */
export function matchText(
  matcher: Matcher,
  profile: Profile,
  text: string,
  asOf: number,
  kind: DocumentKind = "resume",
): Match {
  const reading = readText(matcher, text, kind);
  return score(reading, weigh(reading, matcher, asOf), profile, matcher);
}

/** Which group of rules gains what: the figures of the whole engine, and of an engine without each group. */
import { compileTaxonomy, type Mention, type Profile, type Reading, type Skill } from "../../src/engine/index.ts";
import type { Shipped } from "../shipped.ts";
import { type Engine, type Measured, measure, shippedEngine } from "./measure.ts";
import type { Figure } from "./metrics.ts";

/** One group of rules, and the engine without it. */
interface Group {
  readonly name: string;
  without(shipped: Shipped): Engine;
}

const GROUPS: readonly Group[] = [
  {
    name: "further spellings (names alone)",
    without: withSkills((skill) => {
      const named = skill.aliases.filter(({ text }) => text.toLowerCase() === skill.name.toLowerCase());
      // A name whose singular has a rule is no spelling of its own.
      return { ...skill, aliases: named.length > 0 ? named : [{ text: skill.name }] };
    }),
  },
  {
    name: "context rules of names with a second meaning",
    without: withSkills((skill) => ({ ...skill, aliases: skill.aliases.map(({ text }) => ({ text })) })),
  },
  {
    name: "implied and substituted skills",
    without: withSkills((skill) => ({ ...skill, implies: [], substitutes: [] })),
  },
  {
    name: "practices and concepts (tools, languages and platforms alone)",
    without: withMentions((mention, kindOf) => (isAbstract(kindOf(mention)) ? null : mention)),
  },
  {
    name: "how a mention is meant (denied, wished for, demanded, described)",
    without: withMentions((mention, _, job) => ({ ...mention, polarity: job ? "required" : "asserted" })),
  },
  {
    name: "where a mention stands (position, project, list, section, verb)",
    without: withMentions((mention) => ({
      ...mention,
      position: null,
      section: "other",
      place: mention.place === "title" ? "title" : "prose",
      depth: 1,
    })),
  },
  {
    name: "job titles",
    without: withMentions((mention, kindOf) => (kindOf(mention) === "role" ? null : mention)),
  },
  { name: "mentions beyond the first of each skill", without: withReading(firstMentions) },
  {
    name: "weights (every requirement alike)",
    without: withProfiles((profile) => ({
      ...profile,
      requirements: profile.requirements.map((requirement) => ({ ...requirement, weight: 1 })),
    })),
  },
  {
    name: "all but the firm's literal wish list",
    without: (shipped) => ({
      ...shippedEngine(shipped),
      devops: shipped.profiles.get("devops-baseline") as Profile,
      mlops: shipped.profiles.get("mlops-baseline") as Profile,
    }),
  },
];

function withSkills(change: (skill: Skill) => Skill): Group["without"] {
  return (shipped) => ({
    ...shippedEngine(shipped),
    matcher: compileTaxonomy({ version: "changed", skills: shipped.seeds.skills.map(change) }),
  });
}

function withProfiles(change: (profile: Profile) => Profile): Group["without"] {
  return (shipped) => {
    const engine = shippedEngine(shipped);
    return { ...engine, devops: change(engine.devops), mlops: change(engine.mlops) };
  };
}

function withReading(after: (reading: Reading) => Reading): Group["without"] {
  return (shipped) => ({ ...shippedEngine(shipped), after });
}

type KindOf = (mention: Mention) => Skill["kind"] | undefined;

/** Changes every mention; null leaves it out. */
function withMentions(change: (mention: Mention, kindOf: KindOf, job: boolean) => Mention | null): Group["without"] {
  return (shipped) => {
    const kindOf: KindOf = ({ skillId }) => shipped.matcher.skillById.get(skillId)?.kind;
    const after = (reading: Reading) => ({
      ...reading,
      mentions: reading.mentions
        .map((mention) => change(mention, kindOf, reading.kind === "job"))
        .filter((mention) => mention !== null),
    });
    return { ...shippedEngine(shipped), after };
  };
}

function isAbstract(kind: Skill["kind"] | undefined): boolean {
  return kind === "practice" || kind === "concept";
}

function firstMentions(reading: Reading): Reading {
  const seen = new Set<string>();
  const isFirst = ({ skillId }: Mention) => !seen.has(skillId) && seen.add(skillId) !== undefined;
  return { ...reading, mentions: reading.mentions.filter(isFirst) };
}

// The table ---------------------------------------------------------------------------------------------------------------

const COLUMNS = [
  "resumes: DevOps",
  "resumes: MLOps",
  "told apart",
  "posts: DevOps",
  "posts: MLOps",
  "spans: F1 / precision",
];

/** Markdown: a line for the whole engine, then one for each group left out. AUC / AP, in whole thousandths. */
export function groupTable(dir: string, shipped: Shipped, whole = measure(dir, shippedEngine(shipped))): string {
  const rows = [
    ["nothing", ...figuresOf(whole)],
    ...GROUPS.map((group) => [group.name, ...figuresOf(measure(dir, group.without(shipped)))]),
  ];
  const lines = [["left out", ...COLUMNS], ["---", ...COLUMNS.map(() => "---")], ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function figuresOf({ spans, roles }: Measured): string[] {
  const resumes = roles["roles-resumes.jsonl"];
  const posts = roles["roles-jobs.jsonl"];
  const [sentences] = Object.values(spans);
  return [
    pair(resumes?.devopsAuc, resumes?.devopsAp),
    pair(resumes?.mlopsAuc, resumes?.mlopsAp),
    shown(resumes?.toldApart?.value),
    pair(posts?.devopsAuc, posts?.devopsAp),
    pair(posts?.mlopsAuc, posts?.mlopsAp),
    `${shown(sentences?.strictF1.value)} / ${shown(sentences?.strictPrecision)}`,
  ];
}

function pair(auc: Figure | undefined, ap: Figure | undefined): string {
  return `${shown(auc?.value)} / ${shown(ap?.value)}`;
}

function shown(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(3).replace(/^0/, "");
}

/**
 * Writes the figures that the documents quote: the answer in README.md, the table and the worked example in docs/scoring.md, the
 * size of the taxonomy. `npm run docs:write`; a test fails while they say something else than the code.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { Seeds } from "../src/adapters/seeds/read-seeds.ts";
import { type Matcher, monthOf, type Profile, read, score, weigh } from "../src/engine/index.ts";
import {
  DEMAND_SHARE,
  DEMAND_VALUE,
  IMPLIED_SHARE,
  LEVER_MONTHS,
  MET_FROM,
  MOST_REPEATS,
  PLACE_SHARE,
  PLACE_VALUE,
  REPEAT_SHARE,
  SHORT_MONTHS,
} from "../src/engine/score/table.ts";
import { MatchAnswer, toMatchAnswer } from "../src/http/wire/match.ts";
import { match } from "../src/services/matches/match.ts";
import type { ProfileStore, ProfileVersionRecord } from "../src/services/ports.ts";
import { type Block, write } from "./blocks.ts";
import { loadShipped, sizeOf } from "./shipped.ts";

const root = join(import.meta.dirname, "..");
/** The day of every quoted answer, so that it stays true. */
export const DAY = "2026-11-23";

export async function blocks(): Promise<readonly Block[]> {
  const { seeds, matcher } = loadShipped();
  return [
    { file: "README.md", name: "answer", text: fenced("jsonc", await quotedAnswer(seeds, matcher)) },
    { file: "README.md", name: "picture", text: picture() },
    { file: "README.md", name: "size", text: sizeOf(seeds) },
    { file: "docs/taxonomy.md", name: "size", text: sizeOf(seeds) },
    { file: "docs/scoring.md", name: "places", text: placeTable() },
    { file: "docs/scoring.md", name: "demands", text: demandTable() },
    { file: "docs/scoring.md", name: "constants", text: constantTable() },
    { file: "docs/scoring.md", name: "example", text: workedExample(matcher) },
  ];
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

// The answer of README's curl ---------------------------------------------------------------------------------------------

async function quotedAnswer(seeds: Seeds, matcher: Matcher): Promise<string> {
  const text = readFileSync(join(root, "examples/devops-resume.txt"), "utf8");
  const context = {
    matcher: { current: () => matcher },
    clock: { now: () => new Date(DAY) },
    profiles: storeOf(seeds),
  };
  const input = { subject: { kind: "resume", text }, against: { profiles: ["devops-engineer"] }, asOf: DAY } as const;
  const answer = MatchAnswer.parse(toMatchAnswer(await match(context, input), { view: "full", offsets: "utf16" }));
  return shorten(answer);
}

function storeOf(seeds: Seeds): ProfileStore {
  const versions = seeds.profiles.map(
    ({ slug, name, requirements }): ProfileVersionRecord => ({
      profile: { slug, version: 1, name, requirements },
      contentHash: "",
      publishedAt: null,
    }),
  );
  const published = (slugs: readonly string[]) =>
    slugs.flatMap((slug) => versions.filter(({ profile }) => profile.slug === slug));
  return {
    list: async () => ({ items: [], next: null }),
    find: async () => null,
    findPublished: async (slugs) => published(slugs),
    standard: async () => versions,
  };
}

/** Whole values from the answer, with a remark wherever something is left out. */
function shorten(answer: z.infer<typeof MatchAnswer>): string {
  const [result] = answer.results;
  if (!result) throw new Error("the example was not scored");
  const rest = (list: readonly unknown[], shown: number) =>
    list.length > shown ? [`// … and ${list.length - shown} more`] : [];
  const firstOf = (name: string, list: readonly unknown[]) =>
    list.length === 0
      ? [`    "${name}": [],`]
      : [`    "${name}": [`, ...listed(6, list.slice(0, 1), rest(list, 1)), "    ],"];
  const requirement = result.requirements.find(({ id }) => id === "configuration-management") ?? result.requirements[0];
  if (!requirement) throw new Error("the profile asks for nothing");
  const { members, evidence = [], ...facts } = requirement;
  const lines = [
    "{",
    '  "results": [{',
    ...pairs(4, result, [
      "profile",
      "profileName",
      "profileVersion",
      "outcome",
      "score",
      "meetsMustHaves",
      "mustHavesNotFound",
    ]),
    '    "requirements": [{',
    ...pairs(6, facts, Object.keys(facts) as (keyof typeof facts)[]),
    '      "members": [',
    ...listed(8, members.slice(0, 1), rest(members, 1)),
    "      ],",
    '      "evidence": [',
    ...listed(8, evidence.slice(0, 2), rest(evidence, 2)),
    "      ]",
    `    }],  // … and ${result.requirements.length - 1} more; the points of all add up to the score exactly`,
    ...firstOf("gaps", result.gaps),
    ...firstOf("levers", result.levers),
    ...pairs(4, result, ["summary"]),
    ...firstOf("questions", result.questions),
    '    "reasons": []',
    "  }],",
    ...axesOf(answer),
    ...findings(answer),
    ...pairs(2, answer, ["flags", "warnings"]),
    '  "receipt": {',
    ...pairs(4, answer.receipt, ["engineVersion", "asOf", "inputSha256", "jobSha256"]),
    "    // … and the versions of the taxonomy and of every profile that took part",
    "  }",
    "}",
  ];
  return lines.join("\n");
}

/** The axes, with the first of the words on either. */
function axesOf({ axes }: z.infer<typeof MatchAnswer>): string[] {
  if (!axes) throw new Error("the example has no axes");
  const { words = { devops: [], mlops: [] }, ...figures } = axes;
  const first = (list: readonly unknown[]) =>
    `[${spaced(list[0])}${list.length > 1 ? `/* and ${list.length - 1} more */` : ""}]`;
  return [
    '  "axes": {',
    ...pairs(4, figures, Object.keys(figures) as (keyof typeof figures)[]),
    `    "words": {\n      "devops": ${first(words.devops)},\n      "mlops": ${first(words.mlops)}\n    }`,
    "  },",
  ];
}

/** The lists of what was found, whichever the answer has. */
function findings(answer: object): string[] {
  return Object.entries(answer)
    .filter(([key]) => /^(?:skills|softSkills|credentials|roles|described)$/.test(key))
    .map(
      ([key, list]) => `  "${key}": [/* ${(list as unknown[]).length}, each with every place that speaks of it */],`,
    );
}

function pairs<T extends object>(indent: number, from: T, keys: readonly (keyof T & string)[]): string[] {
  return keys.map((key) => `${" ".repeat(indent)}${JSON.stringify(key)}: ${spaced(from[key])},`);
}

function listed(indent: number, items: readonly unknown[], remarks: readonly string[]): string[] {
  const written = items.map((item, k) => `${spaced(item)}${k < items.length - 1 ? "," : ""}`);
  return [...written, ...remarks].map((line) => `${" ".repeat(indent)}${line}`);
}

/** JSON on one line with room between its parts. */
function spaced(value: unknown): string {
  const oneLine = JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
  return oneLine.replace(/^\[ (.*) \]$/, "[$1]");
}

/** The page as a picture, once there is one. */
function picture(): string {
  const file = "docs/match-page.png";
  const alt = "A match as a page: score, must-haves, DevOps and MLOps apart, requirements with their quotes";
  return existsSync(join(root, file)) ? `![${alt}](${file})` : "";
}

// docs/scoring.md ---------------------------------------------------------------------------------------------------------

const PLACES: Readonly<Record<keyof typeof PLACE_VALUE, string>> = {
  title: "a job title held in a dated position (skills of kind `role` only)",
  workDeep: "prose of a dated position, behind a verb of building or owning (“built”, “designed”, “migrated”, “led”)",
  work: "prose of a dated position, behind another verb or none (“used”)",
  workLight: "prose of a dated position, behind a verb of helping (“assisted”, “supported”, “worked with”)",
  workList: "a list inside a dated position (“Environment: …”)",
  project: "prose of a project",
  projectList: "a list of a project",
  prose: "prose anywhere else",
  summary: "prose of the summary or the header",
  list: "a list: the skills section, or any other list outside positions and projects",
  education: "education and certifications",
  credential: "a degree or certificate, named in education or certifications (skills of kind `credential` only)",
  hedged: "said with a hedge, wherever it stands (“basic knowledge of”, “familiar with”)",
};

function placeTable(): string {
  const rows = (Object.keys(PLACES) as (keyof typeof PLACE_VALUE)[])
    .toSorted((a, b) => PLACE_VALUE[b] - PLACE_VALUE[a])
    .map((key) => `| ${PLACES[key]} | ${PLACE_VALUE[key]} |`);
  return ["| where and how a resume names the skill | worth |", "|---|---:|", ...rows].join("\n");
}

const DEMANDS: Readonly<Record<keyof typeof DEMAND_VALUE, string>> = {
  required: "required",
  responsibility: "named among the duties",
  preferred: "preferred",
  named: "named, no demand stated",
  described: "spoken of in prose that asks for nothing",
  excluded: "excluded (“you do not need Java”)",
  background: "background: company text, benefits, legal lines",
};

function demandTable(): string {
  const rows = (Object.keys(DEMANDS) as (keyof typeof DEMAND_VALUE)[]).map(
    (key) => `| ${DEMANDS[key]} | ${DEMAND_VALUE[key]} |`,
  );
  return ["| how a job post names the skill | worth |", "|---|---:|", ...rows].join("\n");
}

function constantTable(): string {
  return [
    "| rule | figure |",
    "|---|---|",
    `| share of what is still open that the 1st, 2nd, 3rd … best place of a resume can close | ${PLACE_SHARE.join(", ")} |`,
    `| share that each further sentence of the same place closes | ${REPEAT_SHARE}, at most ${MOST_REPEATS} times |`,
    `| share kept by a skill that follows from another, per step | ${IMPLIED_SHARE} |`,
    `| share that the 1st, 2nd, 3rd … hardest mention of a job post can close | ${DEMAND_SHARE.join(", ")} |`,
    `| value from which a requirement counts as met | ${MET_FROM} |`,
    `| share kept where fewer months are known than asked for | from ${SHORT_MONTHS.least} at none to 1000 at all of them |`,
    `| share kept where months are asked for and none are known | ${SHORT_MONTHS.unknown} |`,
    `| what a lever adds | the skill at ${PLACE_VALUE.workDeep} (a credential at ${PLACE_VALUE.credential}), with ${LEVER_MONTHS} months |`,
  ].join("\n");
}

export const EXAMPLE_RESUME = [
  "EXPERIENCE",
  "Platform Engineer, Example Ltd, January 2022 to December 2023",
  "• Built the deployment pipelines of forty teams in Jenkins.",
  "• Automated all servers with Ansible.",
  "SKILLS",
  "Ansible, Docker",
].join("\n");

const asks = (id: string, label: string, importance: "must" | "should", weight: number, skillId: string) => ({
  id,
  label,
  axis: "devops" as const,
  importance,
  weight,
  minMonths: null,
  members: [{ skillId, factor: 1000 }],
  mustGroup: null,
});

export const EXAMPLE_PROFILE: Profile = {
  slug: "example",
  version: 1,
  name: "Example",
  requirements: [
    asks("configuration", "Ansible", "must", 3, "ansible"),
    asks("ci", "GitLab CI", "must", 2, "gitlab-ci"),
    asks("orchestration", "Kubernetes", "should", 1, "kubernetes"),
  ],
};

/** The arithmetic written out as a person would do it. `tests/docs` holds it against what the engine answers. */
export function exampleByHand(matcher: Matcher) {
  const open =
    ((1000 - PLACE_VALUE.workDeep) * (1000 - Math.floor((PLACE_VALUE.list * (PLACE_SHARE[1] ?? 0)) / 1000))) / 1000;
  const ansible = 1000 - Math.floor(open);
  const jenkins = PLACE_VALUE.workDeep;
  const factor =
    matcher.skillById.get("gitlab-ci")?.substitutes.find(({ to }) => to === "jenkins")?.factor ?? Number.NaN;
  const gitlab = Math.floor((jenkins * factor) / 1000);
  const points = (3 * ansible + 2 * gitlab) / 60;
  return { ansible, jenkins, factor, gitlab, score: Math.round(points * 1000) / 1000 };
}

function workedExample(matcher: Matcher): string {
  const { ansible, jenkins, factor, gitlab, score: total } = exampleByHand(matcher);
  const reading = read({ kind: "resume", text: EXAMPLE_RESUME }, matcher);
  const result = score(reading, weigh(reading, matcher, monthOf(DAY)), EXAMPLE_PROFILE, matcher);
  const points = result.requirements.map((one) => (one.points / 1000).toFixed(3));
  const second = PLACE_SHARE[1] ?? 0;
  return [
    fenced("text", EXAMPLE_RESUME),
    "",
    "The profile asks for Ansible (must, weight 3), GitLab CI (must, weight 2) and Kubernetes (should, weight 1). The shares are 3/6, 2/6",
    "and 1/6 of 100 points.",
    "",
    "| requirement | how it is worked out | value | points |",
    "|---|---|---:|---:|",
    `| Ansible | two places. At work behind “Automated”: ${PLACE_VALUE.workDeep}, which leaves ${1000 - PLACE_VALUE.workDeep} open. In a list: ${PLACE_VALUE.list}, as second place at ${second}/1000 of it, closes ${Math.floor((PLACE_VALUE.list * second) / 1000)}/1000 of that | ${ansible} | ${points[0]} |`,
    `| GitLab CI | not named. Jenkins stands in for it with factor ${factor / 1000}: ${jenkins} × ${factor / 1000} | ${gitlab} | ${points[1]} |`,
    `| Kubernetes | not named, and Docker does not imply it | 0 | ${points[2]} |`,
    "",
    `The score is 3/6 × ${ansible / 10} + 2/6 × ${gitlab / 10} + 1/6 × 0 = **${total}** of 100. Both musts are met, since both values are at least ${MET_FROM}.`,
    "The answer names Jenkins as what stands in for GitLab CI (`via`), and quotes the line about it.",
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) for (const block of await blocks()) write(block);

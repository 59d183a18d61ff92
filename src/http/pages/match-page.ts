/** What a person is told of a match, in order and in words; both faces, HTML and Markdown, are written from this. */
import type { z } from "zod";
import type { DocumentKind } from "../../engine/index.ts";
import type { MatchAnswer } from "../wire/match.ts";
import { type Quote, quotesOf, type Span } from "./quotes.ts";
import {
  FLAG_WORDS,
  IMPORTANCE_WORDS,
  inWords,
  listInWords,
  monthsInWords,
  oneDecimal,
  POLARITY_WORDS,
  SECTION_WORDS,
  STATE_WORDS,
  WARNING_WORDS,
} from "./words.ts";

type Answer = z.infer<typeof MatchAnswer>;
type Result = Answer["results"][number];
type Requirement = Result["requirements"][number];
type Evidence = NonNullable<Requirement["evidence"]>[number];

export interface PageInput {
  /** As it is sent in JSON, its offsets in UTF-16 code units. Every figure of the page is one of its figures. */
  readonly answer: Answer;
  /** What the offsets refer to. */
  readonly text: string;
  readonly kind: DocumentKind;
}

export interface Page {
  readonly title: string;
  readonly lead: string;
  readonly scoreWord: string;
  /** Said above what was not found. */
  readonly openLead: string;
  readonly results: readonly ResultView[];
  readonly axes: AxesView | null;
  readonly notices: readonly NoticeView[];
  readonly receipt: readonly (readonly [name: string, value: string])[];
}

export interface ResultView {
  readonly name: string;
  readonly version: string;
  /** One decimal; null where the document could not be scored. */
  readonly score: string | null;
  readonly mustHaves: string;
  readonly summary: string;
  readonly reasons: readonly string[];
  readonly musts: readonly { readonly label: string; readonly met: boolean; readonly words: string }[];
  readonly found: readonly RequirementView[];
  readonly open: readonly OpenView[];
  readonly levers: readonly LeverView[];
  readonly questions: readonly string[];
}

export interface RequirementView {
  readonly label: string;
  readonly about: string;
  readonly state: string;
  readonly points: string;
  readonly of: string;
  /** 0 to 1, for the bar. */
  readonly value: number;
  readonly facts: readonly string[];
  readonly quotes: readonly QuoteView[];
  /** Places behind it that are not quoted. */
  readonly morePlaces: number;
}

export interface QuoteView {
  readonly quote: Quote<Span>;
  readonly from: string;
}

export interface OpenView {
  readonly label: string;
  readonly about: string;
  readonly words: string;
  readonly points: string;
}

export interface LeverView {
  readonly skills: string;
  readonly points: string;
  readonly score: string;
}

export interface AxesView {
  readonly figures: readonly {
    readonly axis: "devops" | "mlops" | "shared";
    readonly name: string;
    readonly figure: string;
    readonly value: number;
  }[];
  readonly lean: string;
  readonly pushed: readonly string[];
}

export interface NoticeView {
  readonly kind: "flag" | "warning";
  readonly title: string;
  readonly detail: string;
  readonly quotes: readonly Quote<Span>[];
}

/** A document that cannot be scored cannot be against any profile. */
export function isUnscorable({ results }: Pick<Page, "results">): boolean {
  return results.every((result) => result.score === null);
}

/** Quotes under one requirement; the rest is counted. */
const MOST_QUOTES = 2;
/** Places that quotes are chosen from: a text may say the same thing fifty thousand times. */
const MOST_PLACES = 200;

export function toPage({ answer, text, kind }: PageInput): Page {
  const found = [answer.skills, answer.softSkills, answer.credentials, answer.roles].flatMap((list) => list ?? []);
  const names = new Map(found.map((skill) => [skill.id, skill.name]));
  for (const requirement of answer.results.flatMap((result) => result.requirements))
    for (const member of requirement.members) names.set(member.skillId, member.name);
  const nameOf = (id: string) => names.get(id) ?? id;
  return {
    title: titleOf(answer.results, kind),
    lead: leadOf(kind, inWords(answer.receipt.asOf)),
    scoreWord: kind === "job" ? "Overlap of demands" : "Score",
    openLead: OPEN_LEAD[kind],
    results: answer.results.map((result) => toResult(result, { text, kind, nameOf })),
    axes: answer.axes && toAxes(answer.axes, nameOf),
    notices: toNotices(answer, text),
    receipt: toReceipt(answer.receipt),
  };
}

function titleOf(results: readonly Result[], kind: DocumentKind): string {
  const title = kind === "job" ? "What this job post asks for" : "What this resume shows";
  const [only, second] = results;
  return only && !second ? `${title}: ${only.profileName}` : title;
}

function leadOf(kind: DocumentKind, day: string): string {
  const read = `Read on ${day}. Figures run from 0 to 100.`;
  return kind === "job"
    ? `${read} They say how far the post asks for what a role asks for: an overlap of demands, no judgement of the post.`
    : `${read} A score is a reading of a document, not of a person, and no decision: it says how far the document shows what is asked ` +
        "for, and where it says so.";
}

const OPEN_LEAD: { readonly [Kind in DocumentKind]: string } = {
  resume:
    "If you have done this, say where: a place of work and what was done there. Not found in the document does not mean not " +
    "there in the person.",
  job: "What the role asks for and the post does not, or not as something it requires.",
};

interface Reader {
  readonly text: string;
  readonly kind: DocumentKind;
  readonly nameOf: (id: string) => string;
}

function toResult(result: Result, reader: Reader): ResultView {
  const score = result.outcome === "scored" ? result.score : null;
  const scored = score !== null;
  const openPoints = new Map(result.gaps.map((gap) => [gap.requirement, gap.points]));
  const requirements = scored ? result.requirements : [];
  return {
    name: result.profileName,
    version: `Version ${result.profileVersion} of the profile ${result.profile}`,
    score: scored ? oneDecimal(score) : null,
    mustHaves: scored ? mustHavesOf(result) : "Not read",
    summary: result.summary,
    reasons: result.reasons.map((reason) => reason.detail),
    musts: requirements.filter((one) => one.importance === "must").map((one) => toMust(one, result)),
    found: requirements
      .filter((one) => one.state !== "notFound")
      .toSorted((a, b) => b.points - a.points)
      .map((one) => toRequirement(one, reader)),
    open: requirements
      .filter((one) => openPoints.has(one.id))
      .map((one) => ({ one, points: openPoints.get(one.id) ?? 0 }))
      .toSorted((a, b) => b.points - a.points)
      .map(({ one, points }) => ({
        label: one.label,
        about: aboutOf(one),
        words: openWords(one),
        points: oneDecimal(points),
      })),
    // A post cannot have done anything, and is not interviewed.
    levers: reader.kind === "job" ? [] : result.levers.map(toLever),
    questions: reader.kind === "job" ? [] : result.questions,
  };
}

function toLever({ add, points, score }: Result["levers"][number]): LeverView {
  const skills = listInWords(add.map(({ name, months }) => `${name} (${monthsInWords(months)})`));
  return { skills, points: oneDecimal(points), score: oneDecimal(score) };
}

function mustHavesOf(result: Result): string {
  if (!result.requirements.some((one) => one.importance === "must")) return "None asked for";
  const labels = result.mustHavesNotFound.map((id) => result.requirements.find((one) => one.id === id)?.label ?? id);
  return result.meetsMustHaves ? "All met" : `Not met: ${labels.join("; ")}`;
}

function toMust(one: Requirement, result: Result): ResultView["musts"][number] {
  if (one.met) return { label: one.label, met: true, words: "met" };
  if (!result.mustHavesNotFound.includes(one.id))
    return { label: one.label, met: true, words: `${openWords(one)}; another one of the same either/or is met` };
  return { label: one.label, met: false, words: openWords(one) };
}

function openWords(one: Requirement): string {
  if (one.state === "notFound") return "not found in the document";
  if (one.state === "negated") return "the document says it is not there";
  return "found, but not shown far enough";
}

function aboutOf({ importance, axis }: Requirement): string {
  return `${IMPORTANCE_WORDS[importance]}, ${AXIS_WORDS[axis]}`;
}

const AXIS_WORDS = { devops: "DevOps", mlops: "MLOps", shared: "Shared ground" } as const;

function toRequirement(one: Requirement, reader: Reader): RequirementView {
  const evidence = one.evidence ?? [];
  const quotes = tellingFirst(quotesOf(reader.text, evidence.slice(0, MOST_PLACES)));
  const quoted = new Set(quotes.flatMap((quote) => quote.places));
  return {
    label: one.label,
    about: aboutOf(one),
    state: STATE_WORDS[reader.kind][one.state],
    points: oneDecimal(one.points),
    of: oneDecimal(one.weight * 100),
    value: one.value,
    facts: factsOf(one, reader),
    quotes: quotes.map((quote) => ({ quote, from: fromWords(quote.places, reader.kind) })),
    morePlaces: one.evidenceCount - quoted.size,
  };
}

/** The quotes that are shown, in reading order: those from work before those that only claim. */
function tellingFirst(quotes: readonly Quote<Evidence>[]): Quote<Evidence>[] {
  const rank = (quote: Quote<Evidence>) =>
    Math.min(...quote.places.map(({ section }) => TELLING.indexOf(section) + 1 || TELLING.length + 1));
  const chosen = new Set(quotes.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_QUOTES));
  return quotes.filter((quote) => chosen.has(quote));
}

const TELLING: readonly Evidence["section"][] = [
  "experience",
  "requirements",
  "projects",
  "responsibilities",
  "certifications",
  "education",
  "skills",
];

function factsOf(one: Requirement, { kind, nameOf }: Reader): string[] {
  const counted = one.members.find((member) => member.skillId === one.countedSkill);
  // A member that merely follows from another skill was not found itself.
  const isFound = (member: Requirement["members"][number]) =>
    member.value > 0 && member.via === null && member.state !== "implied";
  const others = one.members.filter((member) => member !== counted && isFound(member)).map((member) => member.name);
  return [
    one.months !== null && monthsInWords(one.months),
    one.lastUsed !== null && `last in ${inWords(one.lastUsed)}`,
    counted !== undefined &&
      `counted: ${counted.name}${counted.via === null ? "" : `, through ${nameOf(counted.via)}`}`,
    others.length > 0 && `also ${kind === "job" ? "asked for" : "found"}: ${others.join(", ")}`,
  ].filter((fact) => fact !== false);
}

function fromWords(places: readonly Evidence[], kind: DocumentKind): string {
  const [first] = places;
  if (!first) return "";
  const polarities = [...new Set(places.map((place) => POLARITY_WORDS[place.polarity]))].filter(
    (words) => words !== "",
  );
  const where = kind === "job" && first.section === "other" ? [] : [SECTION_WORDS[first.section]];
  return [...where, ...polarities].join(", ");
}

function toAxes(axes: NonNullable<Answer["axes"]>, nameOf: (id: string) => string): AxesView {
  const { devops, mlops, shared, lean, margin, pushedBy } = axes;
  const leanWords = {
    devops: `Leans to DevOps by ${oneDecimal(margin)} points.`,
    mlops: `Leans to MLOps by ${oneDecimal(margin)} points.`,
    both: `Speaks of both roles; they are ${oneDecimal(margin)} points apart.`,
    neither: "Leans to neither role.",
  };
  const pushed = (["devops", "mlops"] as const)
    .filter((axis) => pushedBy[axis].length > 0)
    .map((axis) => `${AXIS_WORDS[axis]} comes most from ${listInWords(pushedBy[axis].map(nameOf))}.`);
  const figures = Object.entries({ devops, mlops, shared }).map(([axis, value]) => {
    const known = axis as keyof typeof AXIS_WORDS;
    return { axis: known, name: AXIS_WORDS[known], figure: oneDecimal(value), value };
  });
  return { figures, lean: leanWords[lean], pushed };
}

function toNotices(answer: Answer, text: string): NoticeView[] {
  const flags = answer.flags.map(
    (flag): NoticeView => ({
      kind: "flag",
      title: FLAG_WORDS[flag.code],
      detail: flag.detail,
      quotes: quotesOf(text, flag.spans.slice(0, MOST_PLACES)).slice(0, MOST_QUOTES),
    }),
  );
  const warnings = answer.warnings.map(
    ({ code, detail }): NoticeView => ({ kind: "warning", title: WARNING_WORDS[code], detail, quotes: [] }),
  );
  return [...flags, ...warnings];
}

function toReceipt(receipt: Answer["receipt"]): [string, string][] {
  const profiles = Object.entries(receipt.profileVersions).map(([slug, version]) => `${slug} ${version}`);
  return [
    ["Read on", receipt.asOf],
    ["Rules of reading and scoring", receipt.engineVersion],
    ["Skills known", receipt.taxonomyVersion],
    ["Profiles and their versions", profiles.join(", ")],
    ["SHA-256 of the text", receipt.inputSha256],
    ...(receipt.jobSha256 === null ? [] : [["SHA-256 of the job post", receipt.jobSha256] satisfies [string, string]]),
  ];
}

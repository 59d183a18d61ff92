/**
 * The words of the engine, as types. Everything here is plain data: it can be stored, sent, and compared byte by byte.
 * Scores, strengths, values and factors are whole thousandths (0–1000), points are whole thousandths of a point (0–100 000).
 */

/** What a document is: a person's resume, or a job post. */
export type DocumentKind = "resume" | "job";

export const SKILL_KINDS = [
  "tool",
  "language",
  "platform",
  "practice",
  "concept",
  "credential",
  "soft-skill",
  "role",
] as const;
export type SkillKind = (typeof SKILL_KINDS)[number];

/** Which letters an alias must be written in. `exact`: as in the taxonomy; `upper`: all capitals; `capital`: first letter capital. */
export type AliasCase = "any" | "exact" | "upper" | "capital";

/** What has to stand near an alias with more than one meaning before it counts. Any one of the named supports is enough. */
export interface AliasNeeds {
  /** It stands in a list (commas, slashes, bullets, "and") next to a skill that is itself accepted. */
  readonly list?: boolean;
  /** One of these words or phrases stands in the same clause. */
  readonly words?: readonly string[];
  /** An accepted skill with one of these ids, or of one of these areas, stands in the same clause. */
  readonly near?: readonly string[];
  /** An accepted skill with one of these ids, or of one of these areas, stands anywhere in the document. */
  readonly document?: readonly string[];
}

/** One way a skill is written, with the rule that tells it from its double meanings. */
export interface Alias {
  readonly text: string;
  readonly case?: AliasCase;
  /** Vetoed when one of these follows directly ("Go" before "live"). */
  readonly notBefore?: readonly string[];
  /** Vetoed when one of these stands directly before it ("to" before "go"). */
  readonly notAfter?: readonly string[];
  /** Vetoed when one of these stands in the same clause. */
  readonly unless?: readonly string[];
  /** Counts only with one of these supports. */
  readonly needs?: AliasNeeds;
}

/** A typed, directed relation to another skill, with the reason it holds. */
export interface Relation {
  readonly to: string;
  readonly reason: string;
}

/** `to` earns partial credit where the skill that carries the relation was asked for; `factor` in thousandths. */
export interface Substitution extends Relation {
  readonly factor: number;
}

/** One entry of the taxonomy. Its `id` is its public slug and never changes. */
export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly kind: SkillKind;
  readonly area: string;
  readonly aliases: readonly Alias[];
  /** Who shows this skill has shown those, too (EKS ⇒ Kubernetes). */
  readonly implies: readonly Relation[];
  /** Who shows one of those earns part of this one (Jenkins for GitLab CI). */
  readonly substitutes: readonly Substitution[];
  /** Wider terms, for browsing; they carry no credit. */
  readonly broader: readonly Relation[];
  /** Inferences that look likely and are wrong, with the reason; checked to be absent from `implies`. */
  readonly notImplies: readonly Relation[];
  readonly deprecated?: boolean;
}

export interface Taxonomy {
  /** Content hash of the skills, stated in every receipt. */
  readonly version: string;
  readonly skills: readonly Skill[];
}

export const AXES = ["devops", "mlops", "shared"] as const;
export type Axis = (typeof AXES)[number];

export const IMPORTANCES = ["must", "should", "nice"] as const;
export type Importance = (typeof IMPORTANCES)[number];

/** One way to meet a requirement; `factor` (thousandths) says what part of it this skill can earn. */
export interface RequirementMember {
  readonly skillId: string;
  readonly factor: number;
}

/** One thing a profile asks for: a skill, or an either/or group counted once. */
export interface Requirement {
  readonly id: string;
  readonly label: string;
  readonly axis: Axis;
  readonly importance: Importance;
  /** As its author gave it: any positive number; shares are made of them when scoring. */
  readonly weight: number;
  readonly minMonths: number | null;
  readonly members: readonly RequirementMember[];
  /** Requirements with the same group name are one must between them: one met is enough. */
  readonly mustGroup: string | null;
}

/** One immutable version of a profile. */
export interface Profile {
  readonly slug: string;
  readonly version: number;
  readonly name: string;
  readonly requirements: readonly Requirement[];
}

/**
 * How a mention is meant. Resumes: `asserted`, `hedged` ("basic knowledge of"), `negated`, `aspirational` ("want to learn"),
 * `hearsay` ("alongside the Kubernetes team"). Job posts: `required`, `preferred`, `named` (no demand stated), `excluded`,
 * `background` (company text, benefits, equal-opportunity lines: worth nothing).
 */
export type Polarity =
  | "asserted"
  | "hedged"
  | "negated"
  | "aspirational"
  | "hearsay"
  | "required"
  | "preferred"
  | "named"
  | "described"
  | "excluded"
  | "background";

/** The part of the document a mention stands in. */
export type Section =
  | "header"
  | "summary"
  | "experience"
  | "projects"
  | "skills"
  | "education"
  | "certifications"
  | "responsibilities"
  | "requirements"
  | "preferred"
  | "company"
  | "benefits"
  | "legal"
  | "other";

/** A month, counted from year 0: `year * 12 + (month - 1)`. */
export type MonthIndex = number;

/** A dated position (job held). `end` is null where the document says "Present". */
export interface Position {
  readonly start: MonthIndex;
  readonly end: MonthIndex | null;
  /** Offsets of the whole position in the text, half-open. */
  readonly from: number;
  readonly to: number;
}

/** A skill at exact characters of the caller's text: `text.slice(start, end)` is what was read. */
export interface Mention {
  readonly skillId: string;
  readonly start: number;
  readonly end: number;
  readonly polarity: Polarity;
  readonly section: Section;
  /** Index into `Reading.positions`, or null outside any dated position. */
  readonly position: number | null;
  /** What kind of place it stands in: running prose, a list of names, or a title line. */
  readonly place: "prose" | "list" | "title";
  /** Depth of the verb that governs it: 2 built/owned/led, 1 used or no verb, 0 supported/assisted. */
  readonly depth: 0 | 1 | 2;
  /** Months stated right at the mention ("5+ years of", "(3 yrs)"), else null. */
  readonly statedMonths: number | null;
  /** Job posts: number of the either/or list it stands in ("AWS, GCP or similar"), counted within the document; else null. */
  readonly either: number | null;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something a reader should know about the document, reported beside the score and never folded in. */
export interface Flag {
  readonly code: "keyword-stuffing" | "hidden-text" | "homoglyphs" | "machine-instructions";
  readonly detail: string;
  readonly spans: readonly Span[];
}

export interface Warning {
  readonly code: "open-ended-period" | "stated-exceeds-span" | "uniform-stated-years" | "language-not-read";
  readonly detail: string;
}

export interface UnscorableReason {
  readonly code: "too-short" | "nothing-recognised" | "language-not-read";
  readonly detail: string;
}

/** What a document says, without a date of asking and without any profile. */
export interface Reading {
  readonly kind: DocumentKind;
  readonly mentions: readonly Mention[];
  readonly positions: readonly Position[];
  readonly flags: readonly Flag[];
  readonly warnings: readonly Warning[];
  /** Empty when the document can be scored. */
  readonly unscorable: readonly UnscorableReason[];
  /** Last month the document itself speaks of; stands for "Present". Null without dates. */
  readonly writtenAt: MonthIndex | null;
}

export type State = "shown" | "claimed" | "implied" | "notFound" | "negated";

/** What is known of one skill at a given date: the weighed reading. */
export interface SkillEvidence {
  readonly skillId: string;
  readonly name: string;
  readonly kind: SkillKind;
  readonly state: State;
  /** 0–1000. */
  readonly strength: number;
  /** Union of the dated months, or stated months where those are fewer or the only ones; null where nothing is known. */
  readonly months: number | null;
  /** `YYYY-MM` of the last month it was used in a dated position, else null. */
  readonly lastUsed: string | null;
  /** Ids of the skills that imply it, where nothing stronger stands for it. */
  readonly impliedBy: readonly string[];
  /** In reading order; of more than a hundred those that say most, which changes no figure. */
  readonly mentions: readonly Mention[];
  /** How many there are in all. */
  readonly mentionCount: number;
}

/**
 * One node of a score tree. `value` can always be recomputed from the children: `max`: the largest (0 without children);
 * `scale`: the only child times `factor` ÷ 1000, rounded down; `leaf`: a skill's strength (0–1000). The root is the one `sum`:
 * Σ weight·value ÷ 1000, rounded to the nearest whole, which is the score in thousandths of a point (0–100 000).
 */
export interface ScoreNode {
  readonly op: "sum" | "max" | "scale" | "leaf";
  readonly label: string;
  /** Share of the root's 100 points in thousandths of a point; the children of the root add up to 100 000. Null further down. */
  readonly weight: number | null;
  /** `scale` only: thousandths. */
  readonly factor: number | null;
  readonly value: number;
  readonly children: readonly ScoreNode[];
  /** Leaves only: the skill and what was read of it. */
  readonly skillId: string | null;
  readonly mentions: readonly Mention[];
}

/** A requirement's part of a score, in the words of the API. */
export interface RequirementResult {
  readonly id: string;
  readonly label: string;
  readonly axis: Axis;
  readonly importance: Importance;
  /** Share of 100 points, in thousandths of a point. */
  readonly weight: number;
  /** 0–1000. */
  readonly value: number;
  /** Thousandths of a point; the requirements' points add up to the score exactly. */
  readonly points: number;
  readonly state: State;
  readonly met: boolean;
  readonly months: number | null;
  readonly lastUsed: string | null;
  /** The member that counted, or null when nothing was found. */
  readonly countedSkillId: string | null;
  /** Every member that shows anything, best first; `implied` where something else stands in for it (`via`). */
  readonly members: readonly {
    readonly skillId: string;
    readonly name: string;
    readonly value: number;
    readonly state: State;
    readonly via: string | null;
  }[];
  /** Mentions of the member that counted (and, where it is implied or substituted, of what stands for it). */
  readonly evidence: readonly Mention[];
  /** How many there are in all: more than are cited where a name is stuffed in. */
  readonly evidenceCount: number;
}

export interface Gap {
  readonly requirementId: string;
  readonly label: string;
  readonly importance: Importance;
  /** Points that are still open, in thousandths of a point. */
  readonly points: number;
}

/** What the engine itself answers when the named skills are added as stated. */
export interface Lever {
  readonly add: readonly {
    readonly skillId: string;
    readonly name: string;
    readonly as: "shown";
    readonly months: number;
  }[];
  readonly points: number;
  readonly score: number;
}

/** One document's explained score against one profile version. */
export interface Match {
  readonly profile: string;
  readonly profileVersion: number;
  readonly outcome: "scored" | "unscorable";
  /** Thousandths of a point (0–100 000); null when unscorable. */
  readonly score: number | null;
  readonly tree: ScoreNode | null;
  readonly meetsMustHaves: boolean;
  /** Ids of must requirements that were not met (a must group counts by each of its requirements when none is met). */
  readonly mustHavesNotFound: readonly string[];
  readonly requirements: readonly RequirementResult[];
  readonly reasons: readonly UnscorableReason[];
}

/** Match plus what only a reader needs: gaps, levers, and sentences. */
export interface Explanation {
  readonly gaps: readonly Gap[];
  readonly levers: readonly Lever[];
  readonly summary: string;
  /** "Ask at interview": questions about musts that were not found or only claimed. */
  readonly questions: readonly string[];
}

/** DevOps, MLOps and shared ground as separate figures, of the pinned hybrid profile. Figures in thousandths of a point (0–100 000). */
export interface AxesReading {
  readonly devops: number;
  readonly mlops: number;
  readonly shared: number;
  readonly lean: "devops" | "mlops" | "both" | "neither";
  /** |devops − mlops|, thousandths of a point. */
  readonly margin: number;
  readonly pushedBy: { readonly devops: readonly string[]; readonly mlops: readonly string[] };
  /** The words of the document that say so: for each of those skills the place that speaks of it most plainly. */
  readonly words: { readonly devops: readonly Mention[]; readonly mlops: readonly Mention[] };
}

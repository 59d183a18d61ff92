import type { Mention, Reading, SkillEvidence } from "../types.ts";

/** What a document speaks of, sorted by what it is. A skill may stand in `skills` and in `described` with different mentions. */
export interface Findings {
  /** Tools, languages, platforms, practices and concepts that are claimed or, in a job post, asked for; and what they imply. */
  readonly skills: readonly SkillEvidence[];
  readonly softSkills: readonly SkillEvidence[];
  /** Degrees and certificates. */
  readonly credentials: readonly SkillEvidence[];
  /** Job titles. */
  readonly roles: readonly SkillEvidence[];
  /**
   * Job posts only: what stands in a job title ("Java Developer"), in prose that asks for nothing, or in the firm's words about
   * itself. It is told apart from what is asked for.
   */
  readonly described: readonly SkillEvidence[];
}

/** Sorts what `weigh` answers. The order within each list is kept. */
export function sortFindings(reading: Reading, skills: readonly SkillEvidence[]): Findings {
  const found = { skills: [], softSkills: [], credentials: [], roles: [], described: [] } as Record<
    keyof Findings,
    SkillEvidence[]
  >;
  for (const evidence of skills) {
    if (evidence.kind === "role") found.roles.push(evidence);
    else if (evidence.kind === "soft-skill") found.softSkills.push(evidence);
    else if (evidence.kind === "credential") found.credentials.push(evidence);
    else if (reading.kind === "resume") found.skills.push(evidence);
    else split(evidence, found);
  }
  return found;
}

function split(
  evidence: SkillEvidence,
  found: Pick<Record<keyof Findings, SkillEvidence[]>, "skills" | "described">,
): void {
  const { mentions, mentionCount } = evidence;
  const asked = mentions.filter(isAskedFor);
  const others = mentions.filter((mention) => !isAskedFor(mention));
  // Where a name stands too often for all its places to be kept, the rest is counted with those it is asked for.
  if (asked.length > 0 || mentions.length === 0)
    found.skills.push({ ...evidence, mentions: asked, mentionCount: mentionCount - others.length });
  if (others.length > 0) found.described.push({ ...evidence, mentions: others, mentionCount: others.length });
}

function isAskedFor({ place, polarity }: Mention): boolean {
  return place !== "title" && polarity !== "described" && polarity !== "background";
}

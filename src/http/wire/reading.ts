/** What was read of a document, on the wire: mentions, skills, flags, warnings. */
import { z } from "zod";
import type { Findings, Flag, Mention, SkillEvidence, Warning } from "../../engine/index.ts";
import {
  End,
  LastUsed,
  Months,
  Polarity,
  Quote,
  ratio,
  Section,
  SkillId,
  SkillKind,
  SkillName,
  Start,
  State,
} from "./common.ts";

/** What turns offsets into wire values: the text they refer to, and how the caller counts. */
export interface Cite {
  readonly text: string;
  readonly offset: (utf16: number) => number;
}

export const SkillMention = z
  .object({ start: Start, end: End, text: Quote, polarity: Polarity, section: Section })
  .meta({ id: "Mention", description: "One place of the document that speaks of a skill." });

const FoundSkill = z
  .object({
    id: SkillId,
    name: SkillName,
    kind: SkillKind,
    state: State,
    strength: z
      .number()
      .min(0)
      .max(1)
      .meta({
        description:
          "How far the document shows it, 0 to 1 in thousandths: work in dated positions above projects above lists. Repeating a " +
          "word hardly raises it.",
        example: 0.83,
      }),
    months: Months,
    lastUsed: LastUsed,
    impliedBy: z.array(SkillId).meta({
      description: "Skills that imply this one, where nothing stronger stands for it.",
      example: [],
    }),
    mentions: z.array(SkillMention).meta({
      description:
        "The places that speak of it, in reading order: all of them or, of more than a hundred, those that say most.",
    }),
    mentionCount: z.int().min(0).meta({ description: "How many places speak of it in all.", example: 3 }),
  })
  .meta({ id: "FoundSkill", description: "A skill that the document speaks of." });

const asFound = (description: string) => z.array(FoundSkill).meta({ description });

/** Everything a document speaks of, sorted by what it is; strongest first in each list. */
export const findingLists = {
  skills: asFound(
    "Tools, languages, platforms, practices and concepts: what a resume claims, or a job post asks for, and what follows from them.",
  ),
  softSkills: asFound("Communication, teamwork and the like."),
  credentials: asFound("Degrees and certificates."),
  roles: asFound("Job titles. They count in a score only as titles of dated positions."),
  described: asFound(
    "Job posts only: what stands in a title (“Java Developer”), in prose that asks for nothing, or in the firm's words about itself. A " +
      "skill may stand here and in `skills` with different mentions.",
  ),
};

export function toFindings(findings: Findings, cite: Cite) {
  const list = (skills: readonly SkillEvidence[]) => skills.map((skill) => toFoundSkill(skill, cite));
  return {
    skills: list(findings.skills),
    softSkills: list(findings.softSkills),
    credentials: list(findings.credentials),
    roles: list(findings.roles),
    described: list(findings.described),
  };
}

export const WireSpan = z
  .object({ start: Start, end: End })
  .meta({ id: "Span", description: "A stretch of the text." });

export const WireFlag = z
  .object({
    code: z.enum(["keyword-stuffing", "hidden-text", "homoglyphs", "machine-instructions"]).meta({
      description:
        "`keyword-stuffing`: the same words over and over. `hidden-text`: characters nobody can see. `homoglyphs`: letters of another " +
        "script that look alike. `machine-instructions`: sentences meant for a program, not a person.",
    }),
    detail: z.string().meta({ description: "What was seen, in words." }),
    spans: z.array(WireSpan).meta({ description: "Where it stands." }),
  })
  .meta({
    id: "Flag",
    description: "Something a person should look at. It is told beside the score and never changes it.",
  });

export const WireWarning = z
  .object({
    code: z
      .enum(["open-ended-period", "stated-exceeds-span", "uniform-stated-years", "language-not-read"])
      .meta({ description: "For programs." }),
    detail: z.string().meta({ description: "What was doubtful and how it was taken." }),
  })
  .meta({ id: "Warning", description: "Where the reading had to assume something." });

export const WireReceipt = z
  .object({
    engineVersion: z.string().meta({ description: "Version of the rules of reading and scoring.", example: "1.2.0" }),
    taxonomyVersion: z.string().meta({ description: "Content hash of the skills that were known." }),
    profileVersions: z.record(z.string(), z.int().min(1)).meta({
      description: "Version of every profile that took part; the axes' own profile is among them.",
      example: { "devops-engineer": 1 },
    }),
    asOf: z.string().meta({ description: "The day it was read on, YYYY-MM-DD.", example: "2026-11-23" }),
    inputSha256: z.string().meta({ description: "SHA-256 (hex) of the UTF-8 of the text that offsets refer to." }),
    jobSha256: z.string().nullable().meta({ description: "The same of a job post sent beside it, else null." }),
  })
  .meta({
    id: "Receipt",
    description: "What the answer was made of. The same build, text and receipt give the same bytes.",
  });

function toFoundSkill(skill: SkillEvidence, cite: Cite): z.infer<typeof FoundSkill> {
  return {
    id: skill.skillId,
    name: skill.name,
    kind: skill.kind,
    state: skill.state,
    strength: ratio(skill.strength),
    months: skill.months,
    lastUsed: skill.lastUsed,
    impliedBy: [...skill.impliedBy],
    mentions: skill.mentions.map((mention) => toMention(mention, cite)),
    mentionCount: skill.mentionCount,
  };
}

function toMention({ start, end, polarity, section }: Mention, cite: Cite): z.infer<typeof SkillMention> {
  return { start: cite.offset(start), end: cite.offset(end), text: cite.text.slice(start, end), polarity, section };
}

export function toFlag({ code, detail, spans }: Flag, cite: Cite): z.infer<typeof WireFlag> {
  return { code, detail, spans: spans.map(({ start, end }) => ({ start: cite.offset(start), end: cite.offset(end) })) };
}

export function toWarning({ code, detail }: Warning): z.infer<typeof WireWarning> {
  return { code, detail };
}

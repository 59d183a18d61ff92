/** What `POST /v1/match` and `POST /v1/extract` answer. */
import { z } from "zod";
import type { AxesReading, Gap, Lever, Mention, RequirementResult, UnscorableReason } from "../../engine/index.ts";
import type { ExtractAnswer as Extracted } from "../../services/matches/extract.ts";
import type { MatchAnswer as Matched } from "../../services/matches/match.ts";
import {
  AxisName,
  End,
  Importance,
  LastUsed,
  Months,
  Polarity,
  points,
  Quote,
  ratio,
  Section,
  SkillId,
  SkillName,
  Slug,
  Start,
  State,
  share,
} from "./common.ts";
import { type OffsetUnit, offsetsIn } from "./offsets.ts";
import {
  type Cite,
  findingLists,
  toFindings,
  toFlag,
  toWarning,
  WireFlag,
  WireReceipt,
  WireWarning,
} from "./reading.ts";

const Evidence = z
  .object({ skillId: SkillId, start: Start, end: End, text: Quote, section: Section, polarity: Polarity })
  .meta({ id: "Evidence", description: "The place of the document a requirement's value comes from." });

const Member = z
  .object({
    skillId: SkillId,
    name: SkillName,
    value: z.number().min(0).max(1).meta({ description: "What it would earn for the requirement, 0 to 1." }),
    state: State,
    via: SkillId.nullable().meta({
      description: "The skill that stands in for it (an implication or a substitute), else null.",
    }),
  })
  .meta({ id: "RequirementMember", description: "One way to meet an either/or requirement." });

const RequirementAnswer = z
  .object({
    id: Slug.meta({ description: "Id of the requirement within its profile.", example: "container-orchestration" }),
    label: z.string().meta({ description: "The requirement in words.", example: "Container orchestration" }),
    importance: Importance,
    axis: AxisName,
    weight: z.number().min(0).max(1).meta({
      description: "Its share of the whole, 0 to 1; the shares of a profile add up to 1.",
      example: 0.12,
    }),
    value: z.number().min(0).max(1).meta({ description: "How far it is shown, 0 to 1 in thousandths.", example: 0.83 }),
    points: z.number().min(0).max(100).meta({
      description: "Its part of the score. The points of all requirements add up to the score exactly, in thousandths.",
      example: 9.962,
    }),
    state: State,
    months: Months,
    lastUsed: LastUsed,
    met: z.boolean().meta({ description: "Whether it counts as met, by the published table of values." }),
    countedSkill: SkillId.nullable().meta({ description: "The member that counted; null when nothing was found." }),
    members: z
      .array(Member)
      .meta({ description: "Every way to meet it that shows anything, best first; the best one counts, once." }),
    evidence: z.array(Evidence).optional().meta({
      description:
        "Where the document says so: of a name that stands there more than a hundred times, the places that say most. Left out by `view=summary`.",
    }),
    evidenceCount: z.int().min(0).meta({ description: "How many places say so in all.", example: 4 }),
  })
  .meta({
    id: "RequirementResult",
    description: "One requirement of the profile, with what the document shows of it.",
  });

const GapAnswer = z
  .object({
    requirement: Slug.meta({ description: "Id of the requirement.", example: "infrastructure-as-code" }),
    label: z.string().meta({ description: "The requirement in words." }),
    importance: Importance,
    points: z.number().min(0).max(100).meta({ description: "Points still open there.", example: 7.5 }),
  })
  .meta({ id: "Gap", description: "A requirement that was not found or not shown in full." });

const AddedSkill = z
  .object({
    skillId: SkillId,
    name: SkillName,
    as: z.literal("shown").meta({ description: "How it is supposed to stand in the document: in work that was done." }),
    months: z.int().min(0).meta({ description: "Months it is supposed to be shown for.", example: 12 }),
  })
  .meta({ id: "AddedSkill", description: "A skill that a lever adds." });

const LeverAnswer = z
  .object({
    add: z.array(AddedSkill).meta({ description: "The skills that are supposed to be shown besides." }),
    points: z
      .number()
      .min(0)
      .max(100)
      .meta({ description: "How much the score would rise, as scored again.", example: 7.5 }),
    score: z.number().min(0).max(100).meta({ description: "The score it would then be.", example: 85.913 }),
  })
  .meta({
    id: "Lever",
    description:
      "What the score would be if the document showed these skills. Ask for them, do not read them as advice to write words down. " +
      "Levers do not add up among themselves.",
  });

const Reason = z
  .object({
    code: z.enum(["too-short", "nothing-recognised", "language-not-read"]).meta({ description: "For programs." }),
    detail: z.string().meta({ description: "For people." }),
  })
  .meta({ id: "UnscorableReason", description: "Why a document could not be scored." });

const Result = z
  .object({
    profile: z.string().meta({
      description: "Slug of the profile; `job-text` for a job post sent along.",
      example: "devops-engineer",
    }),
    profileName: z.string().meta({ description: "The profile in words.", example: "DevOps engineer" }),
    profileVersion: z.int().min(1).meta({ description: "The published version that was scored against.", example: 1 }),
    outcome: z.enum(["scored", "unscorable"]).meta({
      description: "`unscorable` means the document could not be read; it is never a zero.",
    }),
    score: z.number().min(0).max(100).nullable().meta({
      description:
        "How far the document shows what the profile asks for: 0 to 100 in thousandths. A reading of a document, not of a person.",
      example: 78.413,
    }),
    meetsMustHaves: z.boolean().meta({
      description: "Whether every must was met. It is told beside the score and never bends it.",
    }),
    mustHavesNotFound: z.array(z.string()).meta({
      description: "Ids of the musts that were not met: not found in the document, or not shown far enough.",
      example: ["infrastructure-as-code"],
    }),
    requirements: z.array(RequirementAnswer).meta({ description: "Every requirement, in the profile's order." }),
    gaps: z.array(GapAnswer).meta({ description: "Where points are open, most points first." }),
    levers: z.array(LeverAnswer).meta({ description: "What would raise the score most." }),
    summary: z.string().meta({ description: "The result in two or three plain sentences." }),
    questions: z.array(z.string()).meta({
      description: "To ask at the interview: about musts that were not found, or only claimed.",
    }),
    reasons: z.array(Reason).meta({ description: "Why it could not be scored; empty when it was." }),
  })
  .meta({ id: "MatchResult", description: "The document's explained score against one profile." });

const Axis = z.number().min(0).max(100);
const AxesAnswer = z
  .object({
    devops: Axis.meta({ description: "Of what is particular to DevOps, how much is shown: 0 to 100.", example: 71 }),
    mlops: Axis.meta({ description: "Of what is particular to MLOps, how much is shown: 0 to 100.", example: 22.5 }),
    shared: Axis.meta({
      description: "Of the ground both share: 0 to 100. It does not tell the two apart.",
      example: 80,
    }),
    lean: z.enum(["devops", "mlops", "both", "neither"]).meta({ description: "Which role the document leans to." }),
    margin: Axis.meta({ description: "Distance between the two figures, in points.", example: 48.5 }),
    pushedBy: z
      .object({
        devops: z.array(SkillId).meta({ description: "For DevOps, most first." }),
        mlops: z.array(SkillId).meta({ description: "For MLOps, most first." }),
      })
      .meta({ description: "The skills that raised each figure most." }),
    words: z
      .object({
        devops: z.array(Evidence).meta({ description: "For DevOps, in the order of `pushedBy`." }),
        mlops: z.array(Evidence).meta({ description: "For MLOps, in the order of `pushedBy`." }),
      })
      .optional()
      .meta({
        description:
          "The words of the document that say so: for each of these skills the place that speaks of it most plainly. Left out by `view=summary`.",
      }),
  })
  .meta({
    id: "Axes",
    description: "DevOps, MLOps and shared ground as separate figures, whichever profiles were asked for.",
  });

const RenderedText = z.string().optional().meta({
  description: "Present where no text was sent (`jsonResume`): the text that was read and that offsets refer to.",
});

const found = {
  flags: z.array(WireFlag).meta({ description: "What a person should look at; it never changes a score." }),
  warnings: z.array(WireWarning).meta({ description: "What had to be assumed while reading." }),
};

export const MatchAnswer = z
  .object({
    results: z.array(Result).meta({ description: "One per profile, in the order asked for." }),
    axes: AxesAnswer.nullable().meta({ description: "Null when the document is unscorable." }),
    ...z.object(findingLists).partial().shape,
    ...found,
    receipt: WireReceipt,
    text: RenderedText,
  })
  .meta({ id: "MatchAnswer", description: "Explained scores, and what they were made of." });

export const ExtractAnswer = z
  .object({
    ...findingLists,
    ...found,
    reasons: z.array(Reason).meta({ description: "Why the document could not be scored; empty when it could." }),
    taxonomyVersion: z.string().meta({ description: "Content hash of the skills that were known." }),
    receipt: WireReceipt,
  })
  .meta({ id: "ExtractAnswer", description: "What a document speaks of." });

/** Keys are written in one fixed order, so that the same reading gives the same bytes. */
export function toMatchAnswer(
  answer: Matched,
  { view, offsets }: { readonly view: "full" | "summary"; readonly offsets: OffsetUnit },
): z.infer<typeof MatchAnswer> {
  const cite = { text: answer.text, offset: offsetsIn(answer.text, offsets) };
  const full = view === "full";
  return {
    results: answer.results.map((result) => toResult(result, full ? cite : null)),
    axes: answer.axes && toAxes(answer.axes, full ? cite : null),
    ...(full && toFindings(answer.findings, cite)),
    flags: answer.reading.flags.map((flag) => toFlag(flag, cite)),
    warnings: answer.reading.warnings.map(toWarning),
    receipt: toReceipt(answer.receipt),
    ...(answer.rendered && { text: answer.text }),
  };
}

export function toExtractAnswer(answer: Extracted, offsets: OffsetUnit): z.infer<typeof ExtractAnswer> {
  const cite = { text: answer.text, offset: offsetsIn(answer.text, offsets) };
  return {
    ...toFindings(answer.findings, cite),
    flags: answer.reading.flags.map((flag) => toFlag(flag, cite)),
    warnings: answer.reading.warnings.map(toWarning),
    reasons: answer.reading.unscorable.map(toReason),
    taxonomyVersion: answer.receipt.taxonomyVersion,
    receipt: toReceipt(answer.receipt),
  };
}

/** `cite` null leaves the evidence out. */
function toResult(
  { profileName, match, explanation: why }: Matched["results"][number],
  cite: Cite | null,
): z.infer<typeof Result> {
  return {
    profile: match.profile,
    profileName,
    profileVersion: match.profileVersion,
    outcome: match.outcome,
    score: match.score === null ? null : points(match.score),
    meetsMustHaves: match.meetsMustHaves,
    mustHavesNotFound: [...match.mustHavesNotFound],
    requirements: match.requirements.map((requirement) => toRequirement(requirement, cite)),
    gaps: why.gaps.map(toGap),
    levers: why.levers.map(toLever),
    summary: why.summary,
    questions: [...why.questions],
    reasons: match.reasons.map(toReason),
  };
}

function toRequirement(result: RequirementResult, cite: Cite | null): z.infer<typeof RequirementAnswer> {
  return {
    id: result.id,
    label: result.label,
    importance: result.importance,
    axis: result.axis,
    weight: share(result.weight),
    value: ratio(result.value),
    points: points(result.points),
    state: result.state,
    months: result.months,
    lastUsed: result.lastUsed,
    met: result.met,
    countedSkill: result.countedSkillId,
    members: result.members.map(({ skillId, name, value, state, via }) => ({
      skillId,
      name,
      value: ratio(value),
      state,
      via,
    })),
    ...(cite && { evidence: result.evidence.map((mention) => toEvidence(mention, cite)) }),
    evidenceCount: result.evidenceCount,
  };
}

function toEvidence({ skillId, start, end, section, polarity }: Mention, cite: Cite): z.infer<typeof Evidence> {
  return {
    skillId,
    start: cite.offset(start),
    end: cite.offset(end),
    text: cite.text.slice(start, end),
    section,
    polarity,
  };
}

function toGap(gap: Gap): z.infer<typeof GapAnswer> {
  return { requirement: gap.requirementId, label: gap.label, importance: gap.importance, points: points(gap.points) };
}

function toLever(lever: Lever): z.infer<typeof LeverAnswer> {
  return {
    add: lever.add.map(({ skillId, name, as, months }) => ({ skillId, name, as, months })),
    points: points(lever.points),
    score: points(lever.score),
  };
}

function toReason({ code, detail }: UnscorableReason): z.infer<typeof Reason> {
  return { code, detail };
}

function toAxes(axes: AxesReading, cite: Cite | null): z.infer<typeof AxesAnswer> {
  const quoted = (mentions: readonly Mention[]) => mentions.map((mention) => toEvidence(mention, cite as Cite));
  return {
    devops: points(axes.devops),
    mlops: points(axes.mlops),
    shared: points(axes.shared),
    lean: axes.lean,
    margin: points(axes.margin),
    pushedBy: { devops: [...axes.pushedBy.devops], mlops: [...axes.pushedBy.mlops] },
    ...(cite && { words: { devops: quoted(axes.words.devops), mlops: quoted(axes.words.mlops) } }),
  };
}

function toReceipt(receipt: Matched["receipt"]): z.infer<typeof WireReceipt> {
  const { engineVersion, taxonomyVersion, profileVersions, asOf, inputSha256, jobSha256 } = receipt;
  return { engineVersion, taxonomyVersion, profileVersions: { ...profileVersions }, asOf, inputSha256, jobSha256 };
}

/** Pieces that several requests and answers share. */
import { z } from "zod";
import { AXES, IMPORTANCES, parseDate, SKILL_KINDS } from "../../engine/index.ts";
import { MAX_TEXT_LENGTH } from "../../services/matches/subject.ts";
import { MAX_SLUG_LENGTH, SLUG } from "../../services/slug.ts";

export const Slug = z
  .string()
  .max(MAX_SLUG_LENGTH)
  .regex(SLUG, "has to be a slug: lower-case letters, digits and single hyphens");

export const Text = z.string().max(MAX_TEXT_LENGTH);

export const CalendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "has to be a date: YYYY-MM-DD", abort: true })
  .refine((date) => parseDate(date) !== null, "has to be a day of the calendar: YYYY-MM-DD");

export const Kind = z.enum(["resume", "job"]).meta({
  id: "DocumentKind",
  description:
    "`resume`: what a person has done. `job`: what an employer asks for; its figures mean overlap of demands, and no months are read.",
});

export const SkillKind = z.enum(SKILL_KINDS).meta({ id: "SkillKind", description: "What sort of thing a skill is." });

export const AxisName = z.enum(AXES).meta({
  id: "Axis",
  description: "Which of the two roles a requirement tells: `devops`, `mlops`, or `shared` ground of both.",
});

export const Importance = z.enum(IMPORTANCES).meta({
  id: "Importance",
  description:
    "`must`: reported as met or not beside the score, which it never bends. `should`: expected. `nice`: a bonus.",
});

export const State = z.enum(["shown", "claimed", "implied", "notFound", "negated"]).meta({
  id: "State",
  description:
    "`shown`: in a dated position, a project or in prose about work. `claimed`: named in a list, nothing more. `implied`: follows " +
    "from another skill that was found. `notFound`: not found in the document, which is not the same as missing in the person. " +
    "`negated`: the document says that it is not there.",
});

export const Polarity = z
  .enum([
    "asserted",
    "hedged",
    "negated",
    "aspirational",
    "hearsay",
    "required",
    "preferred",
    "named",
    "described",
    "excluded",
    "background",
  ])
  .meta({
    id: "Polarity",
    description:
      "How a mention is meant. In a resume: `asserted`, `hedged` (“basic knowledge of”), `negated`, `aspirational` (“want to " +
      "learn”), `hearsay` (“with the Kubernetes team”). In a job post: `required`, `preferred`, `named` (no demand stated), " +
      "`described` (what the work will be), `excluded`, `background` (company text, benefits, legal lines: worth nothing).",
  });

export const Section = z
  .enum([
    "header",
    "summary",
    "experience",
    "projects",
    "skills",
    "education",
    "certifications",
    "responsibilities",
    "requirements",
    "preferred",
    "company",
    "benefits",
    "legal",
    "other",
  ])
  .meta({ id: "Section", description: "The part of the document a mention stands in." });

export const SkillId = Slug.meta({ description: "Public id of a skill; it never changes.", example: "kubernetes" });

export const SkillName = z.string().meta({ description: "The skill as people write it.", example: "Kubernetes" });

export const Start = z.int().min(0).meta({
  description:
    "Where it begins: offset of the first character, in UTF-16 code units (or code points with `offsets=codepoint`).",
  example: 120,
});
export const End = z.int().min(0).meta({
  description: "Where it ends: offset just behind the last character, so that text.slice(start, end) is what was read.",
  example: 123,
});
export const Quote = z
  .string()
  .meta({ description: "The characters at [start, end), exactly as they stand.", example: "k8s" });

export const Months = z.int().min(0).nullable().meta({
  description: "Months of use that the document shows or states, overlaps counted once. Null where it does not say.",
  example: 38,
});
export const LastUsed = z.string().nullable().meta({
  description: "Last month of use in a dated position, YYYY-MM. Null where there is none.",
  example: "2025-11",
});

/** For addresses without query parameters: a misspelt one is told there, too. */
export const NoQuery = z.strictObject({});

export const View = z.enum(["full", "summary"]).default("full").meta({
  description: "`summary` leaves out the evidence and the list of skills: a much smaller answer.",
});
export const Offsets = z
  .enum(["utf16", "codepoint"])
  .default("utf16")
  .meta({
    description:
      "How characters are counted in `start` and `end`. `utf16` (JavaScript, Java, C#) counts an emoji as two, `codepoint` (Python, " +
      "Go runes, Rust chars) as one.",
  });
export const AsOf = CalendarDate.optional().meta({
  description:
    "The day the document is read on, YYYY-MM-DD; today (UTC) when absent. How recent something is, is measured against it, and " +
    "it is repeated in the receipt: the same day gives the same answer.",
  example: "2026-11-23",
});

/** Thousandths (0–1000) as a number from 0 to 1 with at most three decimals. */
export function ratio(thousandths: number): number {
  return thousandths / 1000;
}

/** Thousandths of a point (0–100 000) as points from 0 to 100 with at most three decimals. */
export function points(thousandths: number): number {
  return thousandths / 1000;
}

/** A share of 100 points, in thousandths of a point, as a number from 0 to 1 with at most five decimals. */
export function share(thousandths: number): number {
  return thousandths / 100_000;
}

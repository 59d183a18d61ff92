/** What is sent to `POST /v1/match` and `POST /v1/extract`: a document, and what is asked of it. */
import { z } from "zod";
import { JsonResume } from "../../services/matches/json-resume.ts";
import type { Subject } from "../../services/matches/subject.ts";
import { AsOf, CalendarDate, Kind, Offsets, Slug, Text, View } from "./common.ts";

const MAX_PROFILES = 20;

const Profiles = z
  .array(Slug)
  .min(1)
  .max(MAX_PROFILES)
  .meta({
    description: `Slugs of the profiles to score against, ${MAX_PROFILES} at most, answered in this order. The standard ones when absent.`,
    example: ["devops-engineer", "mlops-engineer"],
  });

const JobText = Text.min(1).meta({
  description:
    "Instead of `profiles`: the text of a job post. The resume is scored against what the post asks for: what it requires weighs 3, " +
    "what it merely names 1.5, what it prefers or only describes 1; a list of alternatives is one requirement.",
});

const SubjectText = Text.meta({
  description:
    "The whole document as plain text, 200 000 characters at most, line breaks and odd characters as they are.",
});

export const WireSubject = z
  .strictObject({
    kind: Kind,
    text: SubjectText.optional(),
    jsonResume: JsonResume.optional().meta({ description: "Instead of `text`: a resume in the JSON Resume schema." }),
  })
  .refine((subject) => "text" in subject !== "jsonResume" in subject, {
    error: "needs either text or jsonResume",
    when: ({ value }) => typeof value === "object" && value !== null && !Array.isArray(value),
  })
  .refine((subject) => !("jsonResume" in subject) || subject.kind === "resume", {
    error: "has to be resume where jsonResume is sent",
    path: ["kind"],
  })
  .meta({ id: "Subject", description: "The document that is asked about: either `text` or `jsonResume`." });

const eitherProfilesOrJob = {
  error: "cannot be sent together with profiles",
  path: ["jobText"],
};
const jobNeedsResume = { error: "can only be matched with a resume", path: ["jobText"] };

export const MatchRequest = z
  .strictObject({
    subject: WireSubject,
    profiles: Profiles.optional(),
    jobText: JobText.optional(),
    asOf: AsOf,
  })
  .refine((body) => body.profiles === undefined || body.jobText === undefined, eitherProfilesOrJob)
  .refine((body) => body.jobText === undefined || body.subject.kind === "resume", jobNeedsResume)
  .meta({
    id: "MatchRequest",
    description: "A document, and what it is scored against: `profiles`, or a `jobText`, or the standard profiles.",
  });
export type MatchRequest = z.infer<typeof MatchRequest>;

const FormText = SubjectText.meta({
  example:
    "DevOps engineer. March 2020 to Present: runs Kubernetes on AWS with Terraform, Helm and GitLab CI; Python, Linux.",
});

const formProfiles = "Slugs of the profiles to score against, with commas between; the standard ones when empty.";
const formJobText = "Instead of `profiles`: the text of a job post to score the resume against.";

/** Examples are empty where a field may be: Swagger UI fills a form with them. */
export const MatchForm = z
  .strictObject({
    text: FormText,
    kind: Kind.default("resume"),
    profiles: z.array(Slug).max(MAX_PROFILES).optional().meta({ description: formProfiles, example: [] }),
    jobText: Text.optional().meta({ description: formJobText, example: "" }),
    asOf: AsOf,
  })
  .refine((body) => body.profiles === undefined || body.jobText === undefined, eitherProfilesOrJob)
  .refine((body) => body.jobText === undefined || body.kind === "resume", jobNeedsResume)
  .meta({ id: "MatchForm", description: "The fields of `MatchRequest` as a form sends them; lists with commas." });
export type MatchForm = z.infer<typeof MatchForm>;

const plainOnly = "For `text/plain` only; elsewhere it belongs in the body. ";

export const MatchQuery = z.strictObject({
  view: View,
  offsets: Offsets,
  kind: Kind.optional().meta({ description: `${plainOnly}What the text is; \`resume\` when absent.` }),
  profiles: z
    .array(Slug)
    .min(1)
    .max(MAX_PROFILES)
    .optional()
    .meta({
      description: `${plainOnly}Slugs of the profiles to score against, separated by commas. The standard ones when absent.`,
      param: { style: "form", explode: false },
    }),
  asOf: CalendarDate.optional().meta({
    description: `${plainOnly}The day it is read on, YYYY-MM-DD; today (UTC) when absent.`,
  }),
});
export type MatchQuery = z.infer<typeof MatchQuery>;

export const ExtractRequest = z
  .strictObject({ kind: Kind, text: SubjectText, asOf: AsOf })
  .meta({ id: "ExtractRequest", description: "A document to read." });
export const ExtractForm = z
  .strictObject({ text: FormText, kind: Kind.default("resume"), asOf: AsOf })
  .meta({ id: "ExtractForm", description: "The fields of `ExtractRequest` as a form sends them." });
export const ExtractQuery = MatchQuery.pick({ offsets: true, kind: true, asOf: true });

export const PlainText = SubjectText.meta({
  id: "PlainDocument",
  description: "The document as it is, pasted. Nothing in it has to be escaped.",
});

/** The subject of a checked request. */
export function toSubject(subject: z.infer<typeof WireSubject>): Subject {
  return subject.jsonResume === undefined
    ? { kind: subject.kind, text: subject.text ?? "" }
    : { kind: "resume", jsonResume: subject.jsonResume };
}

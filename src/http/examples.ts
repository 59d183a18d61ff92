/** The example requests shown in Swagger UI. They are the files of `examples/`, so what is shown is what was tried. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const DIR = join(import.meta.dirname, "../../examples");

/** Fixed, so that an example answers the same on every day it is tried. */
export const EXAMPLE_DAY = "2026-11-23";

const resumes = {
  devops: { summary: "A DevOps engineer's resume", file: "devops-resume.txt" },
  mlops: { summary: "An MLOps engineer's resume", file: "mlops-resume.txt" },
  hybrid: { summary: "Both: an ML platform engineer's resume", file: "hybrid-resume.txt" },
  neighbour: { summary: "A neighbour: a system administrator's resume", file: "system-administrator-resume.txt" },
  unscorable: { summary: "Unscorable: a cover letter that says nothing", file: "unscorable.txt" },
} as const;

const jobPost = { summary: "A job post", file: "job-post.txt" } as const;

type Examples = Record<string, { summary: string; value: unknown }>;

/** Bodies of `POST /v1/match` in JSON. */
export function matchExamples(): Examples {
  const examples: Examples = mapValues(resumes, ({ summary, file }) => ({
    summary,
    value: { subject: { kind: "resume", text: readText(file) }, asOf: EXAMPLE_DAY },
  }));
  return {
    ...examples,
    oneProfile: {
      summary: "The DevOps resume against two profiles of one's choice",
      value: {
        subject: { kind: "resume", text: readText(resumes.devops.file) },
        profiles: ["devops-baseline", "ml-platform-engineer"],
        asOf: EXAMPLE_DAY,
      },
    },
    againstJob: {
      summary: "The DevOps resume against a job post",
      value: {
        subject: { kind: "resume", text: readText(resumes.devops.file) },
        jobText: readText(jobPost.file),
        asOf: EXAMPLE_DAY,
      },
    },
    job: {
      summary: "A job post: which role is it for?",
      value: { subject: { kind: "job", text: readText(jobPost.file) }, asOf: EXAMPLE_DAY },
    },
    jsonResume: {
      summary: "A resume in the JSON Resume schema",
      value: { subject: { kind: "resume", jsonResume: JSON.parse(readText("mlops-resume.json")) }, asOf: EXAMPLE_DAY },
    },
  };
}

/** Bodies of `POST /v1/extract` in JSON. */
export function extractExamples(): Examples {
  const { devops, mlops, hybrid, neighbour, unscorable } = resumes;
  const examples: Examples = mapValues({ devops, mlops, hybrid, neighbour, unscorable }, ({ summary, file }) => ({
    summary,
    value: { kind: "resume", text: readText(file), asOf: EXAMPLE_DAY },
  }));
  return {
    ...examples,
    job: { summary: jobPost.summary, value: { kind: "job", text: readText(jobPost.file), asOf: EXAMPLE_DAY } },
  };
}

/** Resumes as they are, for `text/plain`. */
export function textExamples(): Examples {
  return mapValues(resumes, ({ summary, file }) => ({ summary, value: readText(file) }));
}

/** The fields of a form. */
export function formExamples(): Examples {
  return mapValues(resumes, ({ summary, file }) => ({
    summary,
    value: { text: readText(file), kind: "resume", asOf: EXAMPLE_DAY },
  }));
}

function readText(file: string): string {
  return readFileSync(join(DIR, file), "utf8");
}

function mapValues<Key extends string, In, Out>(
  record: Readonly<Record<Key, In>>,
  map: (value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries<In>(record).map(([key, value]) => [key, map(value)]));
}

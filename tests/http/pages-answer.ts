/** An answer to put on a page, small and complete; every text of it can be chosen. */
import type { z } from "zod";
import type { PageInput } from "../../src/http/pages/match-page.ts";
import type { MatchAnswer } from "../../src/http/wire/match.ts";

type Answer = z.infer<typeof MatchAnswer>;
type Requirement = Answer["results"][number]["requirements"][number];

/** `said` stands wherever an answer can hold words of others; the document is `before`, `found` and `behind` in a row. */
export function pageInput(said: string, [before, found, behind] = ["", said, ""]): PageInput {
  const text = `${before}${found}${behind}`;
  const span = { start: before.length, end: before.length + found.length };
  return { answer: answerWith(said, text, span), text, kind: "resume" };
}

export function requirement(id: string, more: Partial<Requirement> = {}): Requirement {
  return {
    id,
    label: id,
    importance: "should",
    axis: "devops",
    weight: 0.5,
    value: 0.8,
    points: 39.25,
    state: "shown",
    months: 38,
    lastUsed: "2025-11",
    met: true,
    countedSkill: "kubernetes",
    members: [],
    evidence: [],
    evidenceCount: more.evidence?.length ?? 0,
    ...more,
  };
}

function answerWith(said: string, text: string, span: { start: number; end: number }): Answer {
  const evidence = [
    {
      skillId: "kubernetes",
      ...span,
      text: text.slice(span.start, span.end),
      section: "experience",
      polarity: "asserted",
    } as const,
  ];
  const members: Requirement["members"] = [
    { skillId: "kubernetes", name: said, value: 0.8, state: "shown", via: said },
    { skillId: "docker", name: said, value: 0.5, state: "claimed", via: null },
  ];
  const open = requirement("open", {
    label: said,
    importance: "must",
    state: "notFound",
    met: false,
    value: 0,
    points: 0,
    countedSkill: null,
  });
  return {
    results: [
      {
        profile: "devops-engineer",
        profileName: said,
        profileVersion: 3,
        outcome: "scored",
        score: 39.25,
        meetsMustHaves: false,
        mustHavesNotFound: ["open"],
        requirements: [requirement("shown", { label: said, members, evidence }), open],
        gaps: [{ requirement: "open", label: said, importance: "must", points: 50 }],
        levers: [{ add: [{ skillId: "helm", name: said, as: "shown", months: 12 }], points: 12.345, score: 51.595 }],
        summary: said,
        questions: [said],
        reasons: [],
      },
    ],
    axes: {
      devops: 71,
      mlops: 22.5,
      shared: 80,
      lean: "devops",
      margin: 48.5,
      pushedBy: { devops: [said], mlops: [] },
    },
    skills: [],
    flags: [{ code: "machine-instructions", detail: said, spans: [span] }],
    warnings: [{ code: "uniform-stated-years", detail: said }],
    receipt: {
      engineVersion: "1.0.0",
      taxonomyVersion: said,
      profileVersions: { "devops-engineer": 3 },
      asOf: "2026-11-23",
      inputSha256: "0".repeat(64),
      jobSha256: null,
    },
  };
}

/** How a mention is meant: the clause decides, and a contrast ends it. */
import { describe, expect, test } from "vitest";
import { matcherOf, mentionOf, readText, skill } from "../../support/taxonomy.ts";

const matcher = matcherOf(
  skill("kubernetes", { aliases: ["k8s"] }),
  skill("docker"),
  skill("terraform"),
  skill("java"),
  skill("aws", { name: "AWS" }),
  skill("gcp", { name: "GCP" }),
);

function polarity(text: string, skillId = "kubernetes", kind: "resume" | "job" = "resume"): string {
  return mentionOf(matcher, text, skillId, kind).polarity;
}

describe("resumes", () => {
  test.each([
    "Kubernetes",
    "Built clusters of Kubernetes",
    "not only Docker but also Kubernetes",
    "No doubt, Kubernetes is what I know",
    "Upgraded Kubernetes without downtime",
    "without downtime for Kubernetes users",
    "No experience with Docker. Kubernetes for five years",
    "No experience with Docker but strong in Kubernetes",
    "No experience with Docker; Kubernetes daily",
    "I do not use Docker, however I have used Kubernetes",
    "not limited to Kubernetes",
    "Migrated from Docker to Kubernetes",
    "Taught the developers Kubernetes",
    "Helped the team with Kubernetes",
    "Worked with Kubernetes",
    "Machine Learning Kubernetes",
  ])("asserted: %s", (text) => {
    expect(polarity(text)).toBe("asserted");
  });

  test.each([
    "No experience with Kubernetes",
    "no prior experience with Kubernetes",
    "without any knowledge of Docker or Kubernetes",
    "I have never used Kubernetes",
    "have not worked with Kubernetes",
    "I don’t know Kubernetes",
    "I am not familiar with Kubernetes",
    "lack of experience in Kubernetes",
    "Kubernetes: none",
    "Kubernetes (no experience)",
    "Kubernetes - not used",
    "Docker, not Kubernetes",
    "zero exposure to Docker, Terraform and Kubernetes",
    "Used Docker instead of Kubernetes",
  ])("negated: %s", (text) => {
    expect(polarity(text)).toBe("negated");
  });

  test.each([
    "I want to learn Kubernetes",
    "eager to learn Kubernetes",
    "interested in learning Kubernetes",
    "currently learning Kubernetes",
    "Looking how to use Kubernetes",
    "Kubernetes (learning)",
    "pursuing a Kubernetes certification",
    "plan to move into Kubernetes",
    "seeking a role in Kubernetes",
    "Kubernetes (in progress)",
    "would love to work with Kubernetes",
  ])("aspirational: %s", (text) => {
    expect(polarity(text)).toBe("aspirational");
  });

  test.each([
    "basic knowledge of Kubernetes",
    "familiar with Kubernetes",
    "Familiarity with Docker and Kubernetes",
    "exposure to Kubernetes",
    "Kubernetes (basics)",
    "Kubernetes (beginner)",
    "evaluated Kubernetes for replacing Docker",
    "experimented with Kubernetes",
    "completed a course on Kubernetes",
  ])("hedged: %s", (text) => {
    expect(polarity(text)).toBe("hedged");
  });

  test.each([
    "Worked alongside the Kubernetes team",
    "Collaborated with Kubernetes engineers",
    "escalated to the Kubernetes administrators",
    "worked closely with Docker, Kubernetes and Java developers",
    "Coordinated with the Kubernetes vendor",
  ])("hearsay: %s", (text) => {
    expect(polarity(text)).toBe("hearsay");
  });

  test("a denial reaches to the end of its clause and no further", () => {
    const text = "No experience with Docker, Terraform or Java. AWS and GCP daily";
    expect(readText(matcher, text).mentions.map((mention) => mention.polarity)).toEqual([
      "negated",
      "negated",
      "negated",
      "asserted",
      "asserted",
    ]);
  });

  test("behind a contrast what was denied before is said again", () => {
    expect(polarity("no experience with Docker, but Kubernetes", "docker")).toBe("negated");
    expect(polarity("no experience with Docker, but Kubernetes")).toBe("asserted");
  });
});

describe("job posts", () => {
  const post = (heading: string, line: string) => `Platform engineer at Acme\n\n${heading}\n- ${line}\n`;

  test.each([
    ["Requirements", "Kubernetes", "required"],
    ["Requirements", "Kubernetes is a plus", "preferred"],
    ["Requirements", "Kubernetes preferred", "preferred"],
    ["Requirements", "Kubernetes is a big asset, but not required", "preferred"],
    ["Requirements", "Docker (Kubernetes preferred)", "preferred"],
    ["Nice to have", "Kubernetes", "preferred"],
    ["Nice to have", "Experience with Kubernetes", "preferred"],
    ["Responsibilities", "Run Kubernetes", "named"],
    ["Responsibilities", "You must have Kubernetes", "required"],
    ["What you'll do", "Experience with Kubernetes is required", "required"],
    ["Requirements", "You don't need Kubernetes", "excluded"],
    ["Requirements", "We do not use Kubernetes", "excluded"],
    ["About us", "We make Kubernetes easy", "background"],
    ["Benefits", "Kubernetes training", "background"],
    ["Equal Opportunity Employer", "Kubernetes experience required of nobody", "background"],
  ])("%s: %s is %s", (heading, line, expected) => {
    expect(polarity(post(heading, line), "kubernetes", "job")).toBe(expected);
  });

  test("without headings a demand is told by its words", () => {
    expect(polarity("Strong experience with Kubernetes", "kubernetes", "job")).toBe("required");
    expect(polarity("Our stack: Kubernetes", "kubernetes", "job")).toBe("named");
  });

  test("a cue in brackets touches only what stands in the same brackets", () => {
    const text = post("Requirements", "AWS, GCP (Kubernetes preferred), Docker");
    expect(["aws", "gcp", "kubernetes", "docker"].map((id) => polarity(text, id, "job"))).toEqual([
      "required",
      "required",
      "preferred",
      "required",
    ]);
  });
});

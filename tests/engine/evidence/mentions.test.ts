import { describe, expect, test } from "vitest";
import { matcherOf, mentionOf, readText, skill } from "../../support/taxonomy.ts";

const matcher = matcherOf(
  skill("kubernetes"),
  skill("docker"),
  skill("terraform"),
  skill("python"),
  skill("linux"),
  skill("devops-engineer-role", { name: "DevOps Engineer", kind: "role" }),
);

const resume = (line: string) => `Ada Beispiel\n\nEXPERIENCE\n\nAcme Corp, March 2017 to Present\n- ${line}\n`;

describe("depth of the verb", () => {
  test.each([
    ["Built platforms on Kubernetes", 2],
    ["Designed and ran Kubernetes", 2],
    ["Migrated 200 services to Kubernetes", 2],
    ["Used Kubernetes", 1],
    ["Kubernetes", 1],
    ["Assisted with Kubernetes", 0],
    ["Supported Kubernetes users", 0],
    ["Participated in the move to Kubernetes", 0],
    ["Assisted in Docker work, then designed Kubernetes", 2],
  ] as const)("%s", (line, depth) => {
    expect(mentionOf(matcher, resume(line), "kubernetes").depth).toBe(depth);
  });

  test("the verb of another clause does not count", () => {
    expect(mentionOf(matcher, resume("Designed it all. Kubernetes"), "kubernetes").depth).toBe(1);
  });
});

describe("kinds of places", () => {
  test.each([
    ["Kubernetes, Docker, Terraform, Python", "list"],
    ["Environment: Kubernetes, Docker", "list"],
    ["Technologies used: Docker, Kubernetes", "list"],
    ["Ran Kubernetes for the whole company and everyone in it", "prose"],
    ["Moved services from Docker to Kubernetes on a weekend in the dark", "prose"],
  ])("%s", (line, place) => {
    expect(mentionOf(matcher, resume(line), "kubernetes").place).toBe(place);
  });

  test("whatever stands under Skills is a list", () => {
    expect(
      mentionOf(matcher, "Ada Beispiel\n\nSKILLS\nI am at home in Kubernetes of any kind\n", "kubernetes").place,
    ).toBe("list");
  });
});

describe("titles", () => {
  test("a role before the date of a position is a title", () => {
    const text = "Ada Beispiel\n\nEXPERIENCE\n\nDevOps Engineer, Acme\nMarch 2017 to Present\n- Kubernetes\n";
    expect(mentionOf(matcher, text, "devops-engineer-role").place).toBe("title");
  });

  test.each([
    "Ada Beispiel, DevOps Engineer\n\nSKILLS\nDocker\n",
    "Ada Beispiel\n\nSeeking a job as DevOps Engineer\n",
    resume(
      "Hired, trained and kept people of many and very different trades over the years, among whom there was now and then a DevOps Engineer",
    ),
  ])("none in %j", (text) => {
    expect(mentionOf(matcher, text, "devops-engineer-role").place).not.toBe("title");
  });
});

test("mentions ascend by their starts and never leave the text", () => {
  const text = resume("Docker, Kubernetes; Terraform (Python) • Linux");
  const starts = readText(matcher, text).mentions.map((mention) => mention.start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  for (const { start, end } of readText(matcher, text).mentions)
    expect(start >= 0 && end > start && end <= text.length).toBe(true);
});

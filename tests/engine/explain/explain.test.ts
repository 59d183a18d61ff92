import { describe, expect, test } from "vitest";
import { addSkills } from "../../../src/engine/explain/explain.ts";
import {
  type Explanation,
  explain,
  type Match,
  monthOf,
  type Profile,
  type Reading,
  type SkillEvidence,
  score,
  weigh,
} from "../../../src/engine/index.ts";
import { matcherOf, profileOf, readText, requirement, skill } from "../../support/taxonomy.ts";

const matcher = matcherOf(
  skill("kubernetes", { implies: ["containers"], substitutes: { "docker-swarm": 500 } }),
  skill("docker-swarm", { name: "Docker Swarm" }),
  skill("eks", { name: "EKS", implies: ["kubernetes"] }),
  skill("containers", { kind: "concept" }),
  skill("python"),
  skill("terraform"),
  skill("mysql", { name: "MySQL" }),
  skill("mongodb", { name: "MongoDB" }),
  skill("cka", { name: "CKA", kind: "credential" }),
);
const AS_OF = monthOf("2026-11-23");

const profile = profileOf(
  requirement("orchestration", { label: "Orchestration", members: ["kubernetes"], importance: "must", weight: 5 }),
  requirement("containers", { label: "Containers", weight: 2 }),
  requirement("iac", {
    label: "Infrastructure as code",
    members: ["terraform"],
    importance: "must",
    weight: 4,
    minMonths: 24,
  }),
  requirement("database", { label: "A database", members: ["mysql", "mongodb"], weight: 1 }),
  requirement("certified", { label: "Certified", members: ["cka"], importance: "nice", weight: 1 }),
  requirement("code", { label: "Python", members: ["python"], weight: 3 }),
);

interface Explained {
  readonly reading: Reading;
  readonly skills: readonly SkillEvidence[];
  readonly match: Match;
  readonly why: Explanation;
}

function explained(...lines: readonly string[]): Explained {
  const text = `Ada Beispiel\n\nEXPERIENCE\n\nAcme, January 2015 - June 2015\n${lines.map((line) => `- ${line} among many other things of that kind and time\n`).join("")}`;
  return explainedText(text, profile);
}

function explainedText(text: string, asked: Profile): Explained {
  const reading = readText(matcher, text);
  const skills = weigh(reading, matcher, AS_OF);
  const match = score(reading, skills, asked, matcher);
  return { reading, skills, match, why: explain(match, skills, asked, matcher) };
}

const CASES: readonly (readonly string[])[] = [
  ["Used Python"],
  ["Used Docker Swarm", "Used MySQL"],
  ["Built EKS", "Used Terraform"],
  ["Built Kubernetes", "Built Terraform", "Python"],
  ["No experience with Python"],
  ["CKA and Python"],
];

describe("levers", () => {
  test.each(CASES)("equal what score answers when their skills are added: %j", (...lines) => {
    const { reading, skills, match, why } = explained(...lines);
    expect(why.levers.length).toBeGreaterThan(0);
    for (const lever of why.levers) {
      const ids = lever.add.map((one) => one.skillId);
      const after = score(reading, addSkills(skills, ids, matcher), profile, matcher).score as number;
      expect([ids, lever.score]).toEqual([ids, after]);
      expect(lever.points).toBe(after - (match.score as number));
      expect(lever.points).toBeGreaterThan(0);
    }
  });

  test.each(CASES)("are at most five single ones by their points and one set worth more than any: %j", (...lines) => {
    const { levers } = explained(...lines).why;
    const singles = levers.filter((lever) => lever.add.length === 1);
    expect(singles.length).toBeLessThanOrEqual(5);
    expect(singles.map((lever) => lever.points)).toEqual(
      singles.map((lever) => lever.points).toSorted((a, b) => b - a),
    );
    for (const set of levers.filter((lever) => lever.add.length > 1))
      expect(set.points).toBeGreaterThanOrEqual(singles[0]?.points as number);
    expect(levers.length - singles.length).toBeLessThanOrEqual(1);
  });

  test("adding nothing changes nothing", () => {
    const { reading, skills, match } = explained("Built EKS", "Used MySQL");
    expect(score(reading, addSkills(skills, [], matcher), profile, matcher).score).toBe(match.score);
  });

  test("do what they say: a resume with the line written in scores as promised", () => {
    const asked = profileOf(
      requirement("orchestration", { members: ["kubernetes"] }),
      requirement("code", { members: ["python"] }),
    );
    const before =
      "Ada Beispiel\n\nEXPERIENCE\n\nAcme, January 2015 - June 2015\n- Used Python among many other things of that kind and time\n";
    const [lever] = explainedText(before, asked).why.levers;
    expect(lever?.add.map((one) => one.skillId)).toEqual(["kubernetes"]);
    const after = `${before}\nBeta, January 2016 - December 2016\n- Built Kubernetes\n`;
    expect(explainedText(after, asked).match.score).toBe(lever?.score);
  });
});

describe("gaps", () => {
  test("are the requirements that were not met, with the points still open, largest first", () => {
    const { match, why } = explained("Used Python", "Used MySQL");
    expect(why.gaps.map((gap) => gap.requirementId)).toEqual(["orchestration", "iac", "containers", "certified"]);
    for (const gap of why.gaps) {
      const result = match.requirements.find((one) => one.id === gap.requirementId);
      expect(gap.points).toBe((result?.weight as number) - (result?.points as number));
    }
  });
});

describe("sentences", () => {
  test("say not found in the document, never missing", () => {
    for (const lines of CASES) {
      const { why } = explained(...lines);
      expect([why.summary, ...why.questions].join(" ")).not.toMatch(/missing|lack|fail|unqualified|reject/i);
    }
    expect(explained("Used Python").why.summary).toContain(
      "not found in the document: Orchestration and Infrastructure as code.",
    );
  });

  test("count what is shown", () => {
    expect(explained("Used Python", "Used MySQL").why.summary).toMatch(/^Shows 2 of 6 requirements\./);
  });

  test("ask about musts that were not found or only claimed", () => {
    const { questions } = explained("Used Python").why;
    expect(questions).toHaveLength(2);
    expect(questions[0]).toMatch(/^Orchestration: /);
  });

  test("say why a document is not scored", () => {
    const { why } = explainedText("Python", profile);
    expect(why).toMatchObject({ gaps: [], levers: [], questions: [] });
    expect(why.summary).toMatch(/^Not scored: The text has fewer than \d+ words\.$/);
  });
});

import { describe, expect, test } from "vitest";
import { type Match, monthOf, type Profile } from "../../../src/engine/index.ts";
import { MET_FROM, PLACE_VALUE, SHORT_MONTHS } from "../../../src/engine/score/table.ts";
import { brokenNodes } from "../../support/score-tree.ts";
import { matcherOf, matchText, profileOf, requirement, skill } from "../../support/taxonomy.ts";

const matcher = matcherOf(
  skill("kubernetes", { substitutes: { "docker-swarm": 500 }, implies: ["containers"] }),
  skill("docker-swarm", { name: "Docker Swarm" }),
  skill("docker", { implies: ["containers"] }),
  skill("containers", { kind: "concept" }),
  skill("eks", { name: "EKS", implies: ["kubernetes"] }),
  skill("mysql", { name: "MySQL" }),
  skill("mongodb", { name: "MongoDB" }),
  skill("python"),
  skill("terraform"),
  skill("ansible"),
);
const AS_OF = monthOf("2026-11-23");

/** Each line stands in a dated position of three years. */
function match(profile: Profile, ...lines: readonly string[]): Match {
  const filler = "There was a good deal of other work to be done in that house, day by day and year by year";
  return matchText(
    matcher,
    profile,
    `Ada Beispiel\n\nEXPERIENCE\n\nAcme, January 2015 - December 2017\n${[...lines, filler].map((line) => `- ${line}\n`).join("")}`,
    AS_OF,
  );
}

describe("the score", () => {
  test("is the root of its tree, every node follows from its children, and points add up to it", () => {
    const profile = profileOf(
      requirement("orchestration", { members: ["kubernetes"], weight: 3 }),
      requirement("database", { members: ["mysql", { skillId: "mongodb", factor: 800 }], weight: 1.7 }),
      requirement("code", { members: ["python"], weight: 0.3, minMonths: 48 }),
    );
    for (const lines of [
      [],
      ["Ran Docker Swarm", "Used MongoDB"],
      ["Ran Kubernetes", "Python and MySQL", "Built it with Docker"],
    ]) {
      const { score, tree, requirements } = match(profile, ...lines, "Ansible");
      expect(score).toBe(tree?.value);
      expect(brokenNodes(tree as NonNullable<typeof tree>)).toEqual([]);
      expect(requirements.reduce((all, one) => all + one.points, 0)).toBe(score);
      expect(requirements.reduce((all, one) => all + one.weight, 0)).toBe(100_000);
    }
  });

  test("is nothing where nothing asked for was found, and all of it is never given away", () => {
    expect(match(profileOf("kubernetes"), "Used Ansible").score).toBe(0);
    expect(match(profileOf("kubernetes"), "Used Kubernetes").score).toBe(PLACE_VALUE.work * 100);
  });

  test("weighs requirements by their shares", () => {
    const profile = profileOf(requirement("python", { weight: 3 }), requirement("terraform", { weight: 1 }));
    expect(match(profile, "Used Python").score).toBe(PLACE_VALUE.work * 75);
    expect(match(profile, "Used Terraform").score).toBe(PLACE_VALUE.work * 25);
  });
});

describe("either/or", () => {
  const profile = profileOf(requirement("database", { members: ["mysql", "mongodb"] }));

  test("counts once, by its best member", () => {
    expect(match(profile, "Used MySQL", "Used MongoDB").score).toBe(match(profile, "Used MySQL").score);
    expect(match(profile, "Built MongoDB", "Used MySQL").requirements[0]?.countedSkillId).toBe("mongodb");
  });

  test("keeps what each member shows", () => {
    expect(
      match(profile, "Built MongoDB", "Used MySQL").requirements[0]?.members.map((member) => [
        member.skillId,
        member.value,
      ]),
    ).toEqual([
      ["mongodb", PLACE_VALUE.workDeep],
      ["mysql", PLACE_VALUE.work],
    ]);
  });

  test("a member's factor scales it", () => {
    const lesser = profileOf(requirement("database", { members: ["mysql", { skillId: "mongodb", factor: 500 }] }));
    expect(match(lesser, "Used MongoDB").requirements[0]?.value).toBe(PLACE_VALUE.work / 2);
    expect(match(lesser, "Used MongoDB", "Assisted with MySQL").requirements[0]?.countedSkillId).toBe("mysql");
  });
});

describe("what stands in for another skill", () => {
  test("earns its part, and says by what", () => {
    const [result] = match(profileOf("kubernetes"), "Used Docker Swarm").requirements;
    expect(result).toMatchObject({ value: PLACE_VALUE.work / 2, countedSkillId: "docker-swarm", state: "shown" });
    expect(result?.members).toEqual([expect.objectContaining({ skillId: "kubernetes", via: "docker-swarm" })]);
    expect(result?.evidence).toHaveLength(1);
  });

  test("only in the direction that was stated", () => {
    expect(match(profileOf("docker-swarm"), "Used Kubernetes").score).toBe(0);
  });

  test("never outweighs the skill itself", () => {
    expect(
      match(profileOf("kubernetes"), "Built Docker Swarm", "Used Kubernetes").requirements[0]?.countedSkillId,
    ).toBe("kubernetes");
  });

  test("an implied skill cites what implies it", () => {
    const text = match(profileOf("kubernetes"), "Used EKS").requirements[0];
    expect(text).toMatchObject({ state: "implied", countedSkillId: "kubernetes" });
    expect(text?.members[0]?.via).toBe("eks");
    expect(text?.evidence.map((mention) => mention.skillId)).toEqual(["eks"]);
  });
});

describe("least months", () => {
  const value = (minMonths: number | null, line = "Used Python") =>
    match(profileOf(requirement("python", { minMonths })), line).requirements[0]?.value as number;

  test("scale a value where fewer are known", () => {
    expect(value(null)).toBe(PLACE_VALUE.work);
    expect(value(36)).toBe(PLACE_VALUE.work);
    expect(value(72)).toBe(
      Math.floor(
        (PLACE_VALUE.work * (SHORT_MONTHS.least + Math.floor(((1000 - SHORT_MONTHS.least) * 36) / 72))) / 1000,
      ),
    );
    expect(value(37)).toBeLessThan(PLACE_VALUE.work);
  });

  test("unknown months are not read as none", () => {
    const text = `Ada Beispiel\n\nSKILLS\nPython and then some other words that fill up the line until it is long enough\n`;
    const unknown = matchText(matcher, profileOf(requirement("python", { minMonths: 36 })), text, AS_OF)
      .requirements[0];
    expect(unknown).toMatchObject({
      months: null,
      value: Math.floor((PLACE_VALUE.list * SHORT_MONTHS.unknown) / 1000),
      met: true,
    });
  });

  test("decide whether a must is met", () => {
    const must = profileOf(requirement("python", { importance: "must", minMonths: 37 }));
    expect(match(must, "Used Python").meetsMustHaves).toBe(false);
    expect(
      match(profileOf(requirement("python", { importance: "must", minMonths: 36 })), "Used Python").meetsMustHaves,
    ).toBe(true);
  });
});

describe("must-haves", () => {
  const musts = profileOf(
    requirement("kubernetes", { importance: "must" }),
    requirement("iac", { members: ["terraform"], importance: "must", mustGroup: "automation" }),
    requirement("config", { members: ["ansible"], importance: "must", mustGroup: "automation" }),
    requirement("python", { importance: "should" }),
  );

  test("not found are named beside the score, and do not bend it", () => {
    const result = match(musts, "Used Python");
    expect(result).toMatchObject({
      meetsMustHaves: false,
      mustHavesNotFound: ["kubernetes", "iac", "config"],
      score: PLACE_VALUE.work * 25,
    });
  });

  test("of one group are met by any of them", () => {
    expect(match(musts, "Used Kubernetes and Ansible")).toMatchObject({ meetsMustHaves: true, mustHavesNotFound: [] });
    expect(match(musts, "Used Ansible").mustHavesNotFound).toEqual(["kubernetes"]);
  });

  test("are met from a stated value on", () => {
    expect(match(musts, "Used Kubernetes (basics)").mustHavesNotFound).toContain("kubernetes");
    for (const result of match(musts, "Used Kubernetes").requirements)
      expect(result.met).toBe(result.value >= MET_FROM);
  });
});

describe("states", () => {
  test.each([
    ["Used Python", "shown"],
    ["No experience with Python", "negated"],
    ["I want to learn Python", "notFound"],
    ["Used Ansible", "notFound"],
  ])("%s: %s", (line, state) => {
    expect(match(profileOf("python"), line).requirements[0]?.state).toBe(state);
  });

  test("claimed, where only a list says so", () => {
    const text =
      "Ada Beispiel\n\nSKILLS\nPython, and then some other words that fill up the line until it is long enough\n";
    expect(matchText(matcher, profileOf("python"), text, AS_OF).requirements[0]?.state).toBe("claimed");
  });

  test("a denial is cited", () => {
    expect(match(profileOf("python"), "No experience with Python").requirements[0]?.evidence).toEqual([
      expect.objectContaining({ polarity: "negated" }),
    ]);
  });
});

describe("unscorable", () => {
  test.each([
    ["Python", "too-short"],
    ["Many words that name nothing at all of what anybody might have asked for here", "nothing-recognised"],
  ])("%s: %s, which is no zero", (text, code) => {
    const result = matchText(matcher, profileOf("python"), text, AS_OF);
    expect(result).toMatchObject({ outcome: "unscorable", score: null, tree: null, requirements: [] });
    expect(result.reasons.map((reason) => reason.code)).toEqual([code]);
  });
});

test("a profile that asks for skills nobody knows scores nothing and breaks nothing", () => {
  const result = match(profileOf("unheard-of", "python"), "Used Python");
  expect(result.score).toBe(PLACE_VALUE.work * 50);
  expect(brokenNodes(result.tree as NonNullable<typeof result.tree>)).toEqual([]);
});

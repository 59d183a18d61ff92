import { describe, expect, test } from "vitest";
import { monthOf, type SkillEvidence, weigh } from "../../../src/engine/index.ts";
import { PLACE_VALUE } from "../../../src/engine/score/table.ts";
import { matcherOf, readText, skill } from "../../support/taxonomy.ts";

const matcher = matcherOf(
  skill("kubernetes", { kind: "platform", implies: ["containers"] }),
  skill("eks", { name: "EKS", kind: "platform", implies: ["kubernetes", "aws"] }),
  skill("aws", { name: "AWS", kind: "platform" }),
  skill("containers", { kind: "concept" }),
  skill("docker", { implies: ["containers"] }),
  skill("python", { kind: "language" }),
  skill("devops-engineer-role", { name: "DevOps Engineer", kind: "role" }),
  skill("cka", { name: "CKA", kind: "credential" }),
);
const AS_OF = monthOf("2026-11-23");

function evidence(
  text: string,
  id: string,
  kind: "resume" | "job" = "resume",
  asOf = AS_OF,
): SkillEvidence | undefined {
  return weigh(readText(matcher, text, kind), matcher, asOf).find((one) => one.skillId === id);
}

/** A resume of positions, each its dates and its lines. */
function career(...positions: readonly (readonly [string, ...string[]])[]): string {
  return `Ada Beispiel\n\nEXPERIENCE\n${positions.map(([dates, ...lines], k) => `\nCompany ${k}, ${dates}\n${lines.map((line) => `- ${line}\n`).join("")}`).join("")}`;
}

describe("strength", () => {
  test("falls from work over projects and prose to lists and hedges", () => {
    const strengths = [
      career(["2015 - 2018", "Built Docker images all day and all night for everyone"]),
      career(["2015 - 2018", "Used Docker images all day and all night with everyone"]),
      "Ada Beispiel\n\nPROJECTS\nA game in which I used Docker in a way of my own\n",
      career(["2015 - 2018", "Assisted with Docker images all day and all night"]),
      career(["2015 - 2018", "Environment: Docker, Python"]),
      "Ada Beispiel\n\nSKILLS\nDocker, Python\n",
      "Ada Beispiel\n\nSKILLS\nDocker (basics), Python\n",
    ].map((text) => evidence(text, "docker")?.strength ?? 0);
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    expect(new Set(strengths).size).toBe(strengths.length);
  });

  test.each([
    ["I want to learn Docker", "notFound"],
    ["No experience with Docker", "negated"],
    ["Worked alongside the Docker team", "notFound"],
  ])("%s is worth nothing", (line, state) => {
    expect(evidence(`Ada Beispiel\n\nSUMMARY\n${line}\n`, "docker")).toMatchObject({ strength: 0, state });
  });

  test("of a name that is stuffed in a hundred places are kept, those that say most, and all are counted", () => {
    const stuffed = `${career(["2015 - 2018", "Built Docker images"])}\nSKILLS\n${"Docker, ".repeat(400)}\n`;
    const docker = evidence(stuffed, "docker");
    expect(docker?.mentions).toHaveLength(100);
    expect(docker?.mentionCount).toBe(401);
    expect(docker?.mentions.filter(({ position }) => position !== null)).toHaveLength(1);
    expect(docker?.mentions.map(({ start }) => start)).toEqual(
      docker?.mentions.map(({ start }) => start).toSorted((a, b) => a - b),
    );
    const plain = `${career(["2015 - 2018", "Built Docker images"])}\nSKILLS\n${"Docker, ".repeat(3)}\n`;
    expect(docker?.strength).toBe(evidence(plain, "docker")?.strength);
  });

  test("an assertion outweighs a denial elsewhere", () => {
    expect(
      evidence(career(["2015 - 2018", "Built Docker images"], ["2012 - 2015", "No experience with Docker"]), "docker"),
    ).toMatchObject({ state: "shown" });
  });

  test("grows with distinct positions, less each time, and never past 1000", () => {
    const positions = Array.from(
      { length: 12 },
      (_, k) => [`${2000 + 2 * k} - ${2001 + 2 * k}`, "Built Docker images"] as const,
    );
    const strengths = positions.map((_, k) => evidence(career(...positions.slice(0, k + 1)), "docker")?.strength ?? 0);
    for (let k = 1; k < strengths.length; k++) {
      expect(strengths[k]).toBeGreaterThanOrEqual(strengths[k - 1] as number);
      if (k > 1)
        expect((strengths[k] as number) - (strengths[k - 1] as number)).toBeLessThanOrEqual(
          (strengths[k - 1] as number) - (strengths[k - 2] as number),
        );
    }
    expect(strengths.at(-1)).toBeLessThanOrEqual(1000);
  });

  test("hardly grows when one position repeats a name, and then no more", () => {
    const repeated = (times: number) =>
      evidence(career(["2015 - 2018", ...Array<string>(times).fill("Built Docker images")]), "docker")?.strength ?? 0;
    expect(repeated(1)).toBe(PLACE_VALUE.workDeep);
    expect(repeated(4) - repeated(1)).toBeLessThan(100);
    expect(repeated(40)).toBe(repeated(4));
    expect(repeated(400)).toBe(repeated(4));
  });

  test("of a role comes from held titles only", () => {
    expect(
      evidence("Ada Beispiel\n\nEXPERIENCE\n\nDevOps Engineer, Acme\n2015 - 2018\n- Docker\n", "devops-engineer-role")
        ?.strength,
    ).toBe(PLACE_VALUE.title);
    expect(evidence("Ada Beispiel, DevOps Engineer\n\nSKILLS\nDocker\n", "devops-engineer-role")?.strength).toBe(0);
  });

  test("of a credential comes from where it is held", () => {
    expect(evidence("Ada Beispiel\n\nCERTIFICATIONS\nCKA\n", "cka")?.strength).toBe(PLACE_VALUE.credential);
  });
});

describe("months", () => {
  test("are the union of dated positions, never summed twice", () => {
    expect(
      evidence(
        career(["January 2015 - December 2016", "Docker images"], ["January 2016 - December 2017", "Docker images"]),
        "docker",
      ),
    ).toMatchObject({ months: 36, lastUsed: "2017-12" });
    expect(
      evidence(
        career(["January 2015 - December 2015", "Docker images"], ["January 2017 - December 2017", "Docker images"]),
        "docker",
      )?.months,
    ).toBe(24);
    expect(
      evidence(career(["January 2015 - December 2015", "Docker images", "Docker hosts", "Docker again"]), "docker")
        ?.months,
    ).toBe(12);
  });

  test("are unknown, not zero, where nothing is dated", () => {
    expect(evidence("Ada Beispiel\n\nSKILLS\nDocker, Python\n", "docker")).toMatchObject({
      months: null,
      lastUsed: null,
    });
  });

  test("may be stated, and the smaller figure counts", () => {
    expect(evidence("Ada Beispiel\n\nSKILLS\nDocker (5 years), Python\n", "docker")?.months).toBe(60);
    expect(evidence(career(["January 2015 - December 2015", "Docker (9 years) images"]), "docker")?.months).toBe(12);
    expect(evidence(career(["January 2015 - December 2018", "Docker (1 year) images"]), "docker")?.months).toBe(12);
  });

  test("of an open position end at the latest date named, and never behind the date of asking", () => {
    const text =
      career(["January 2015 - Present", "Docker images"], ["2010 - 2014", "Python"]) + "\nUpdated December 2016\n";
    expect(evidence(text, "docker")).toMatchObject({ months: 24, lastUsed: "2016-12" });
    expect(evidence(text, "docker", "resume", monthOf("2015-06-01"))).toMatchObject({ months: 6, lastUsed: "2015-06" });
  });

  test("of a position that has not begun at the date of asking are unknown", () => {
    expect(
      evidence(career(["January 2015 - December 2016", "Docker images"]), "docker", "resume", monthOf("2014-01-01")),
    ).toMatchObject({ months: null, lastUsed: null });
  });
});

describe("implied skills", () => {
  test("follow from what stands, weaker with each step", () => {
    const text = career(["2015 - 2018", "Built EKS clusters"]);
    const strength = (id: string) => evidence(text, id)?.strength ?? 0;
    expect(evidence(text, "kubernetes")).toMatchObject({ state: "implied", impliedBy: ["eks"], mentions: [] });
    expect(strength("eks")).toBeGreaterThan(strength("kubernetes"));
    expect(strength("kubernetes")).toBeGreaterThan(strength("containers"));
  });

  test("never weaken what is shown itself", () => {
    expect(evidence(career(["2015 - 2018", "Built Kubernetes clusters and EKS"]), "kubernetes")).toMatchObject({
      state: "shown",
      impliedBy: [],
    });
  });

  test("do not follow the other way round", () => {
    expect(evidence(career(["2015 - 2018", "Built Kubernetes clusters"]), "eks")).toBeUndefined();
  });

  test("do not follow from a denial or a wish", () => {
    expect(evidence("Ada Beispiel\n\nSUMMARY\nNo experience with EKS\n", "kubernetes")).toBeUndefined();
    expect(evidence("Ada Beispiel\n\nSUMMARY\nI want to learn EKS\n", "kubernetes")).toBeUndefined();
  });
});

describe("job posts", () => {
  const post = (heading: string, line: string) =>
    evidence(`Engineer\n\n${heading}\n- ${line}\n`, "docker", "job")?.strength ?? 0;

  test("a requirement outweighs a duty, a duty a wish, and company text is worth nothing", () => {
    const strengths = [
      post("Requirements", "Docker"),
      post("Responsibilities", "Run Docker"),
      post("Nice to have", "Docker"),
      post("About us", "Docker"),
    ];
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    expect(new Set(strengths).size).toBe(4);
    expect(strengths[3]).toBe(0);
  });

  test("have no months", () => {
    expect(evidence("Engineer\n\nRequirements\n- 5 years of Docker\n", "docker", "job")).toMatchObject({
      months: null,
      lastUsed: null,
    });
  });

  test("that repeat a line word for word ask for it once", () => {
    const post = (times: number) =>
      evidence(`Engineer\n\nRequirements\n${"- Experience with Docker in production\n".repeat(times)}`, "docker", "job")
        ?.strength;
    expect(post(7)).toBe(post(1));
  });
});

test("the strongest come first, then by id", () => {
  const list = weigh(
    readText(
      matcher,
      career(["2015 - 2018", "Built Docker images", "Python, Kubernetes and AWS", "Python, Kubernetes and AWS"]),
    ),
    matcher,
    AS_OF,
  );
  for (let k = 1; k < list.length; k++) {
    const [before, after] = [list[k - 1] as SkillEvidence, list[k] as SkillEvidence];
    expect(
      before.strength > after.strength || (before.strength === after.strength && before.skillId < after.skillId),
    ).toBe(true);
  }
});

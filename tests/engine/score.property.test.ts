/** What must hold of every score, with the shipped taxonomy and profiles. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withImplied } from "../../src/engine/evidence/weigh.ts";
import { addSkills, explain } from "../../src/engine/explain/explain.ts";
import { type Match, type Profile, type SkillEvidence, score, weigh } from "../../src/engine/index.ts";
import { anyText, LINES, NAMES, type Parts, parts, postOf, postParts, resumeOf } from "../support/invented.ts";
import { brokenNodes } from "../support/score-tree.ts";
import { AS_OF, hybrid, judge, matcher, profiles, scoresOf } from "../support/shipped.ts";
import { matcherOf, matchText, profileOf, requirement, skill } from "../support/taxonomy.ts";

const SEED = 20261124;
const documents = fc.oneof(parts.map(resumeOf), anyText);

function check(match: Match): void {
  if (match.outcome === "unscorable") {
    expect(match.score).toBeNull();
    expect(match.reasons.length).toBeGreaterThan(0);
    return;
  }
  expect(match.score).toBe(match.tree?.value);
  expect((match.score as number) >= 0 && (match.score as number) <= 100_000).toBe(true);
  expect(brokenNodes(match.tree as NonNullable<Match["tree"]>)).toEqual([]);
  expect(match.requirements.reduce((all, one) => all + one.points, 0)).toBe(match.score);
  expect(match.requirements.reduce((all, one) => all + one.weight, 0)).toBe(100_000);
  for (const { points, weight, value } of match.requirements)
    expect(points >= 0 && points <= weight && Math.abs(points - (weight * value) / 1000) <= 1).toBe(true);
}

describe("every score", () => {
  test("of a resume lies in 0 to 100, follows from its tree, and is the sum of its points", () => {
    fc.assert(
      fc.property(documents, (text) => {
        for (const match of judge(text).matches) check(match);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  test("of a job post does, too", () => {
    fc.assert(
      fc.property(fc.oneof(postParts.map(postOf), anyText), (text) => {
        for (const match of judge(text, "job").matches) check(match);
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  test("cites only what was read, and only with mentions that count", () => {
    fc.assert(
      fc.property(parts.map(resumeOf), (text) => {
        const { reading, matches } = judge(text);
        const read = new Set(reading.mentions);
        for (const match of matches)
          for (const { evidence, points } of match.requirements) {
            for (const mention of evidence) expect(read.has(mention)).toBe(true);
            if (points > 0) expect(evidence.length).toBeGreaterThan(0);
          }
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});

/** Ids and names of what the profiles ask for, where the bare name is read in a sentence of its own. */
const asked = [
  ...new Set(
    profiles.flatMap((profile) => profile.requirements.flatMap((one) => one.members.map((member) => member.skillId))),
  ),
]
  .map((id) => matcher.skillById.get(id))
  .filter((one) => one !== undefined)
  .filter(
    ({ id, name, kind }) =>
      kind !== "role" &&
      kind !== "credential" &&
      judge(`Alex\n\nEXPERIENCE\n\nAcme, 2020 - 2022\n- Built ${name}.\n`).reading.mentions.some(
        (mention) => mention.skillId === id && mention.polarity === "asserted",
      ),
  )
  .map(({ id, name }) => ({ id, name }));

/** Profiles that ask for the skill, directly or through what it implies or stands in for: all of them must not fall. */
function neverLower(before: Record<string, number | null>, after: Record<string, number | null>): void {
  for (const [profile, score] of Object.entries(before))
    if (score !== null)
      expect([profile, score, after[profile], (after[profile] as number) >= score]).toEqual([
        profile,
        score,
        after[profile],
        true,
      ]);
}

describe("adding a required skill never lowers a score", () => {
  const added = fc.constantFrom(...asked);

  test("in a position of its own", () => {
    fc.assert(
      fc.property(
        parts,
        added,
        fc.integer({ min: 2000 * 12, max: 2025 * 12 }),
        fc.integer({ min: 1, max: 60 }),
        (document, { name }, start, months) => {
          const more: Parts = { ...document, jobs: [...document.jobs, { start, months, lines: [`Built ${name}.`] }] };
          neverLower(scoresOf(resumeOf(document)), scoresOf(resumeOf(more)));
        },
      ),
      { numRuns: 300, seed: SEED },
    );
  });

  test("in a sentence of its own", () => {
    fc.assert(
      fc.property(parts, added, (document, { name }) => {
        const jobs = document.jobs.map((job, k) =>
          k === 0 ? { ...job, lines: [...job.lines, `Used ${name}.`] } : job,
        );
        neverLower(scoresOf(resumeOf(document)), scoresOf(resumeOf({ ...document, jobs })));
        neverLower(
          scoresOf(resumeOf(document)),
          scoresOf(resumeOf({ ...document, summary: `${document.summary} Used ${name}.` })),
        );
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  test("in a list", () => {
    fc.assert(
      fc.property(parts, added, (document, { name }) => {
        neverLower(scoresOf(resumeOf(document)), scoresOf(resumeOf({ ...document, names: [...document.names, name] })));
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  test("nor where a profile asks for months, however few the new ones are", () => {
    const small = matcherOf(
      skill("kubernetes", { implies: ["containers"] }),
      skill("containers", { kind: "concept" }),
      skill("eks", { name: "EKS", implies: ["kubernetes"] }),
      skill("swarm", { substitutes: { kubernetes: 500 } }),
    );
    const profile = profileOf(
      requirement("kubernetes", { minMonths: 24 }),
      requirement("containers", { minMonths: 12 }),
      requirement("swarm", { minMonths: 6 }),
    );
    const line = fc.constantFrom(
      "Built Kubernetes.",
      "Used EKS.",
      "Assisted with Kubernetes.",
      "Environment: Kubernetes, EKS, Swarm",
      "Familiar with containers.",
      "Used Swarm.",
      "No experience with EKS.",
      "Nothing.",
    );
    const position = fc.record({
      start: fc.integer({ min: 2005 * 12, max: 2020 * 12 }),
      months: fc.integer({ min: 0, max: 48 }),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    });
    const resume = fc.record({
      summary: fc.constantFrom("Quiet.", "Knows Kubernetes.", "Kubernetes (3 years)."),
      jobs: fc.array(position, { maxLength: 3 }),
      names: fc.subarray(["Kubernetes", "EKS", "Swarm", "Containers"]),
    });
    const scoreOf = (document: Parts) =>
      matchText(
        small,
        profile,
        `${resumeOf(document)}\nAnd some more words so that the text is long enough to be read at all.`,
        AS_OF,
      ).score ?? 0;
    fc.assert(
      fc.property(resume, position, (document, job) => {
        const more = { ...job, lines: ["Built Kubernetes.", "Built EKS.", "Used Swarm."] };
        expect(scoreOf({ ...document, jobs: [...document.jobs, more] })).toBeGreaterThanOrEqual(scoreOf(document));
      }),
      { numRuns: 400, seed: SEED },
    );
  });

  test("of a job post's overlap either", () => {
    fc.assert(
      fc.property(postParts, added, (document, { name }) => {
        neverLower(
          scoresOf(postOf(document), "job"),
          scoresOf(postOf({ ...document, demands: [...document.demands, name] }), "job"),
        );
      }),
      { numRuns: 200, seed: SEED },
    );
  });
});

describe("order", () => {
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

  test("of independent lines does not matter", () => {
    const pair = parts.chain((document) =>
      fc.record({
        document: fc.constant(document),
        jobs: fc.tuple(...document.jobs.map((job) => shuffled(job.lines))),
        names: shuffled(document.names),
      }),
    );
    fc.assert(
      fc.property(pair, ({ document, jobs, names }) => {
        const other = {
          ...document,
          names,
          jobs: document.jobs.map((job, k) => ({ ...job, lines: jobs[k] as string[] })),
        };
        expect(scoresOf(resumeOf(other))).toEqual(scoresOf(resumeOf(document)));
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  test("of positions does not matter", () => {
    const pair = parts.chain((document) => fc.tuple(fc.constant(document), shuffled(document.jobs)));
    fc.assert(
      fc.property(pair, ([document, jobs]) => {
        expect(scoresOf(resumeOf({ ...document, jobs }))).toEqual(scoresOf(resumeOf(document)));
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  test("of a post's lines does not matter", () => {
    const pair = postParts.chain((document) =>
      fc.tuple(
        fc.constant(document),
        fc.record({
          duties: shuffled(document.duties),
          demands: shuffled(document.demands),
          wishes: shuffled(document.wishes),
        }),
      ),
    );
    fc.assert(
      fc.property(pair, ([document, other]) => {
        expect(scoresOf(postOf(other), "job")).toEqual(scoresOf(postOf(document), "job"));
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});

describe("repeating", () => {
  const line = fc.constantFrom(...LINES);
  const repeated = (document: Parts, text: string, times: number) => {
    const [first, ...rest] = document.jobs;
    return resumeOf({
      ...document,
      jobs: first ? [{ ...first, lines: [...first.lines, ...Array<string>(times).fill(text)] }, ...rest] : [],
    });
  };

  test("a line changes little, and soon nothing more", () => {
    fc.assert(
      fc.property(parts, line, (document, text) => {
        const [once, five, fifty] = [1, 5, 50].map((times) => scoresOf(repeated(document, text, times))) as [
          Record<string, number>,
          Record<string, number>,
          Record<string, number>,
        ];
        for (const profile of Object.keys(once)) {
          if (once[profile] === null) continue;
          expect([profile, (five[profile] as number) - (once[profile] as number) <= 5_000]).toEqual([profile, true]);
          expect([profile, fifty[profile]]).toEqual([profile, five[profile]]);
        }
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  test("a list changes nothing", () => {
    fc.assert(
      fc.property(parts, (document) => {
        const text = resumeOf(document);
        const again = `${text}${`${document.names.join(", ")}\n`.repeat(20)}`;
        expect(scoresOf(again)).toEqual(scoresOf(text));
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  test("a demand of a post changes nothing", () => {
    fc.assert(
      fc.property(postParts, (document) => {
        const repeatedly = { ...document, demands: Array<readonly string[]>(10).fill(document.demands).flat() };
        const once = scoresOf(postOf(document), "job");
        fc.pre(Object.values(once).every((score) => score !== null));
        expect(scoresOf(postOf(repeatedly), "job")).toEqual(once);
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});

describe("profiles", () => {
  const profile: fc.Arbitrary<Profile> = fc
    .array(
      fc.record({
        members: fc.uniqueArray(fc.constantFrom(...asked.map(({ id }) => id)), { minLength: 1, maxLength: 4 }),
        weight: fc.double({ min: 0.001, max: 1000, noNaN: true }),
        minMonths: fc.option(fc.integer({ min: 1, max: 60 })),
        importance: fc.constantFrom("must", "should", "nice"),
        factor: fc.integer({ min: 1, max: 1000 }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((list) =>
      profileOf(
        ...list.map(({ members, factor, ...rest }, k) =>
          requirement(`r${k}`, {
            ...rest,
            members: members.map((skillId, n) => ({ skillId, factor: n === 0 ? 1000 : factor })),
          }),
        ),
      ),
    );

  test("of any kind give sound scores", () => {
    fc.assert(
      fc.property(parts.map(resumeOf), profile, (text, asking) => {
        const { reading, skills } = judge(text);
        check(score(reading, skills, asking, matcher));
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  test("an addition changes what working everything out anew would change", () => {
    fc.assert(
      fc.property(parts.map(resumeOf), fc.subarray([...asked], { minLength: 1, maxLength: 3 }), (text, added) => {
        const { skills } = judge(text);
        const ids = added.map(({ id }) => id);
        const after = addSkills(skills, ids, matcher);
        // All that stands by itself, and what is added; then everything that follows from it, unless it was known better.
        const direct = new Map(
          skills.filter((one) => one.state !== "implied" || one.mentions.length > 0).map((one) => [one.skillId, one]),
        );
        for (const one of after) if (ids.includes(one.skillId)) direct.set(one.skillId, one);
        const anew = new Map(withImplied([...direct.values()], matcher).map((one) => [one.skillId, one]));
        for (const one of skills)
          if ((anew.get(one.skillId)?.strength ?? -1) < one.strength) anew.set(one.skillId, one);
        const known = (list: Iterable<SkillEvidence>) =>
          [...list].map((one) => [one.skillId, one.strength, one.state]).sort();
        expect(known(after)).toEqual(known(anew.values()));
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  test("levers equal what the engine answers, and gaps what is open", () => {
    fc.assert(
      fc.property(parts.map(resumeOf), profile, (text, asking) => {
        const { reading, skills } = judge(text);
        const match = score(reading, skills, asking, matcher);
        const { levers, gaps } = explain(match, skills, asking, matcher);
        for (const lever of levers) {
          const after = score(
            reading,
            addSkills(
              skills,
              lever.add.map((one) => one.skillId),
              matcher,
            ),
            asking,
            matcher,
          );
          expect([lever.score, lever.points > 0, lever.points]).toEqual([
            after.score,
            true,
            (after.score as number) - (match.score as number),
          ]);
        }
        for (const gap of gaps) expect(gap.points >= 0 && gap.points <= 100_000).toBe(true);
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});

test("a score does not depend on documents read before, nor on the order of asking", () => {
  fc.assert(
    fc.property(parts.map(resumeOf), parts.map(resumeOf), (one, other) => {
      const before = JSON.stringify(judge(one).matches);
      const reading = judge(other).reading;
      weigh(reading, matcher, AS_OF - 60);
      score(reading, weigh(reading, matcher, AS_OF), hybrid, matcher);
      expect(JSON.stringify(judge(one).matches)).toBe(before);
    }),
    { numRuns: 60, seed: SEED },
  );
});

test("the skills that profiles ask for can be said in a sentence, or the properties above prove nothing", () => {
  expect(asked.length).toBeGreaterThan(60);
  expect(NAMES.length).toBeGreaterThan(20);
});

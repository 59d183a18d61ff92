/** What must not matter, by perturbing invented but real-looking resumes: nothing of it moves a skill, a month or a score. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flatten, type Person, SOMEBODY, TEMPLATES } from "../support/resumes.ts";
import { judge, scoresOf } from "../support/shipped.ts";

const CASES = Object.entries(TEMPLATES);
const RUNS = { numRuns: 25, seed: 20261124 };

/** All that a reader is told but for where it stands in the text. */
function known(text: string) {
  const { skills, matches, reading } = judge(text);
  return {
    scores: matches.map((match) => [match.profile, match.score, match.meetsMustHaves]),
    skills: skills.map(({ skillId, state, strength, months, lastUsed, impliedBy }) => ({
      skillId,
      state,
      strength,
      months,
      lastUsed,
      impliedBy,
    })),
    said: reading.mentions.map(({ skillId, polarity, section, position, place, depth }) => ({
      skillId,
      polarity,
      section,
      position,
      place,
      depth,
    })),
    positions: reading.positions.map(({ start, end }) => ({ start, end })),
    unscorable: reading.unscorable,
  };
}

const PERTURBATIONS: Record<keyof Person, fc.Arbitrary<Partial<Person>>> = {
  name: fc
    .constantFrom(
      "Amina Okafor",
      "Björn Ångström",
      "Li Wei",
      "María-José O’Neill",
      "X. Y.",
      "Nguyễn Thị Hoa",
      "JOHN Q. PUBLIC",
      "Dr. Ada Beispiel",
      "Владимир Петров",
      "José",
    )
    .map((name) => ({ name })),
  pronoun: fc.constantFrom("he", "she", "they").map((pronoun) => ({ pronoun }) as const),
  address: fc
    .constantFrom(
      "7 Rue des Lilas, Lyon",
      "Hauptstraße 3, 10115 Berlin",
      "PO Box 44, Nairobi",
      "1987 Oak Avenue, Apt. 2030, Portland, OR 97201",
      "2024 Elm Street, Sydney NSW 2040",
      "Flat 3, 9 High St, London SW1A 1AA",
      "",
    )
    .map((address) => ({ address })),
  phone: fc
    .oneof(
      fc.constantFrom("(201) 555-2031", "555 2015 2018", "+44 20 7946 0999", "+91-98765-43210"),
      fc.stringMatching(/^\+\d{2} \d{3} \d{4}$/),
    )
    .map((phone) => ({ phone })),
  email: fc
    .constantFrom(
      "a@example.com",
      "python.docker@example.org",
      "kubernetes2031@example.net",
      "jenkins-fan@mail.example.co",
    )
    .map((email) => ({ email })),
  photo: fc.constantFrom("", "Photo", "[Photo: portrait.jpg]", "Photograph attached").map((photo) => ({ photo })),
  nationality: fc
    .constantFrom("Indian", "German", "Nigerian", "US citizen", "Brazilian", "Permanent resident")
    .map((nationality) => ({ nationality })),
  university: fc
    .constantFrom(
      "Technical University of Munich",
      "Massachusetts Institute of Technology",
      "Lagos State University",
      "IIT Bombay",
      "Community College of Somewhere",
      "École Polytechnique",
    )
    .map((university) => ({ university })),
  age: fc.integer({ min: 18, max: 80 }).map((age) => ({ age })),
  graduation: fc.integer({ min: 1975, max: 2026 }).map((graduation) => ({ graduation })),
};

describe.each(CASES)("%s", (_, template) => {
  describe.each(["lined", "flat"] as const)("%s", (shape) => {
    const written = (person: Partial<Person>) =>
      shape === "flat" ? flatten(template({ ...SOMEBODY, ...person })) : template({ ...SOMEBODY, ...person });
    const before = known(written({}));

    test.each(Object.entries(PERTURBATIONS))("%s changes nothing", (_field, perturbation) => {
      fc.assert(
        fc.property(perturbation, (person) => {
          expect(known(written(person))).toEqual(before);
        }),
        RUNS,
      );
    });
  });

  test("a flat and a lined version score nearly equal", () => {
    const lined = scoresOf(template(SOMEBODY));
    const flat = scoresOf(flatten(template(SOMEBODY)));
    for (const [profile, score] of Object.entries(lined))
      expect([profile, Math.abs((flat[profile] as number) - (score as number)) <= 2_000, score, flat[profile]]).toEqual(
        [profile, true, score, flat[profile]],
      );
  });
});

test("all of it together changes nothing", () => {
  const everything = fc
    .record(PERTURBATIONS)
    .map((parts) => Object.assign({}, ...Object.values(parts)) as Partial<Person>);
  fc.assert(
    fc.property(fc.constantFrom(...CASES), everything, ([, template], person) => {
      expect(known(template({ ...SOMEBODY, ...person }))).toEqual(known(template(SOMEBODY)));
    }),
    { numRuns: 100, seed: 20261124 },
  );
});

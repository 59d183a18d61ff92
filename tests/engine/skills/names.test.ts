import { describe, expect, test } from "vitest";
import { found, matcherOf, skill } from "../../support/taxonomy.ts";

const matcher = matcherOf(
  skill("ruby", { kind: "language" }),
  skill("jenkins"),
  skill("rust", { kind: "language" }),
  skill("python", { kind: "language" }),
  skill("java", { kind: "language" }),
  skill("devops-engineer-role", { name: "DevOps Engineer", kind: "role" }),
);

const rest = "\nruby@example.org | 555 010 0100\n\nSKILLS\nPython\n";

describe("a person's name is no claim", () => {
  test.each([
    "Ruby Jenkins",
    "Ms. Ruby Jenkins",
    "RUBY JENKINS",
    "Ruby A. Jenkins",
    "Ruby Jenkins\n12 Python Road, Springfield",
  ])("%j", (name) => {
    expect(found(matcher, name + rest)).toEqual(["python: Python"]);
    expect(found(matcher, (name + rest).replace(/\s*\n\s*/g, " "))).toEqual(["python: Python"]);
  });

  test("where nothing says how to reach the person, the words are read", () => {
    expect(found(matcher, "Ruby Jenkins")).toEqual(["ruby: Ruby", "jenkins: Jenkins"]);
  });

  test.each([
    "Java Developer",
    "DevOps Engineer",
    "Ruby, Jenkins",
    "Ruby on all days",
    "Senior Ruby Developer Somebody",
  ])("a title, a list or a sentence in the first line is none: %s", (line) => {
    expect(found(matcher, line + rest).length).toBeGreaterThan(1);
  });

  test("in a job post nobody's name is looked for", () => {
    expect(found(matcher, `Ruby Jenkins${rest}`, "job")).toEqual(["ruby: Ruby", "jenkins: Jenkins", "python: Python"]);
  });
});

test("streets in the header are no claims, elsewhere the words are read", () => {
  expect(found(matcher, "Ada Beispiel\n12 Jenkins Lane\n\nSKILLS\nPython lane\n")).toEqual(["python: Python"]);
});

describe("schools", () => {
  test.each(["Rust College", "University of Java", "Ruby Technical Institute, B.Sc. in Python"])("%s", (school) => {
    const read = found(matcher, `Ada Beispiel\n\nEDUCATION\n${school}, 2012\n`);
    expect(read).toEqual(school.includes("Python") ? ["ruby: Ruby", "python: Python"] : []);
  });
});

import { describe, expect, test } from "vitest";
import { derivedForms, foldSpelling } from "../../../src/engine/skills/spellings.ts";
import { fold } from "../../../src/engine/text/fold.ts";
import { found, matcherOf, skill } from "../../support/taxonomy.ts";

describe("a spelling is folded as a text is", () => {
  test.each([
    "Kubernetes",
    "CI / CD",
    "CI/CD",
    "scikit-learn",
    "Node.js",
    ".NET",
    "C++",
    "C#",
    "R&D",
    "build & release",
    "bachelor’s",
    "Café",
    "Ｐｙｔｈｏｎ",
    "TCP/IP",
    "Amazon Web Services",
    "O'Reilly",
  ])("%s", (text) => {
    const folded = fold(text);
    expect([...foldSpelling(text)]).toEqual([...folded.classes.subarray(0, folded.length)]);
  });

  test("without gaps at its ends", () => {
    expect([...foldSpelling(" - docker_ ")]).toEqual([...foldSpelling("docker")]);
  });
});

test.each([
  ["Spring Boot", ["springboot", "Spring-Boot", "spring_boot", "SPRING BOOT"]],
  ["MySQL", ["My SQL", "mysql", "MYSQL"]],
  ["Node.js", ["node js", "NodeJS", "node.js", "Node JS"]],
  ["PostgreSQL", ["Postgre SQL", "postgresql"]],
  ["CloudFormation", ["Cloud Formation", "cloudformation", "Cloud-Formation"]],
  ["Machine learning", ["machine-learning", "MachineLearning"]],
  [".NET", [".net", ". NET"]],
])("%s is read in the other ways people space it", (name, ways) => {
  const matcher = matcherOf(skill("it", { name }));
  for (const way of ways) expect(found(matcher, `knows ${way}, too`)).toEqual([`it: ${way}`]);
});

test.each(["Java", "Go", "CI/CD", "R&D", "AI"])("%s has no further ways", (name) => {
  expect(derivedForms(name)).toEqual([]);
});

test("a derived way gives way where another skill is written so", () => {
  const matcher = matcherOf(skill("data-base", { name: "Data Base" }), skill("database", { name: "Database" }));
  expect(found(matcher, "a database")).toEqual(["database: database"]);
  expect(found(matcher, "a data base")).toEqual(["data-base: data base"]);
});

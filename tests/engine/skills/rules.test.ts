/** Every closed kind of context rule, both ways. */
import { describe, expect, test } from "vitest";
import type { Alias, Matcher } from "../../../src/engine/index.ts";
import { found, matcherOf, skill } from "../../support/taxonomy.ts";

function matcherWith(rule: Omit<Alias, "text">, text = "Go"): Matcher {
  return matcherOf(
    skill("go", { name: text, area: "languages", aliases: [{ text, ...rule }] }),
    skill("java", { area: "languages" }),
    skill("docker", { area: "containers" }),
    skill("salt", { aliases: [{ text: "Salt", needs: { list: true } }] }),
  );
}

function reads(matcher: Matcher, text: string): boolean {
  return found(matcher, text).some((one) => one.startsWith("go:"));
}

interface Case {
  readonly rule: Omit<Alias, "text">;
  readonly text?: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const CASES: Record<string, Case> = {
  "case any": { rule: {}, yes: ["go", "Go", "GO"], no: ["gone", "ergo"] },
  "case exact": { rule: { case: "exact" }, yes: ["wrote Go daily", "Go"], no: ["go", "GO", "let us go"] },
  "case exact, with a version": {
    rule: { case: "exact" },
    text: "Scala",
    yes: ["Scala 2.13", "Scala2"],
    no: ["scala 2.13", "SCALA"],
  },
  "case upper": { rule: { case: "upper" }, text: "SRE", yes: ["SRE", "SREs"], no: ["sre", "Sre", "sREs"] },
  "case capital": { rule: { case: "capital" }, text: "helm", yes: ["Helm", "HELM"], no: ["helm", "at the helm"] },
  notBefore: {
    rule: { notBefore: ["live", "to market"] },
    yes: ["Go liver", "Go and live", "Go"],
    no: ["Go live", "go-live", "GO LIVE", "go to market", "go-to-market"],
  },
  notAfter: { rule: { notAfter: ["to", "let's"] }, yes: ["into Go", "to the Go"], no: ["to go", "let’s go", "to-go"] },
  "notBefore with choices": {
    rule: { notBefore: ["(live|public) (date|)"] },
    yes: ["Go home"],
    no: ["go live", "go public date"],
  },
  unless: {
    rule: { unless: ["baseball", "board game"] },
    yes: ["Go. Baseball is another clause", "wrote Go", "Go; the board game"],
    no: ["we go and play baseball", "baseball on the go", "the board game Go"],
  },
  "needs words": {
    rule: { needs: { words: ["programming", "(micro|web )services"] } },
    yes: ["programming in Go", "microservices written in Go", "Go web services"],
    no: ["Go", "Go. Programming is another clause", "go programmer"],
  },
  "needs near (a skill)": {
    rule: { needs: { near: ["docker"] } },
    yes: ["Go inside of Docker", "with Docker we go"],
    no: ["Go inside of Java", "Go. Docker is another clause"],
  },
  "needs near (an area)": {
    rule: { needs: { near: ["languages"] } },
    yes: ["Go as well as Java"],
    no: ["Go inside of Docker", "Go. Java is another clause"],
  },
  "needs document": {
    rule: { needs: { document: ["containers"] } },
    yes: ["Go.\n\nMany other things.\n\nDocker", "Docker. And then Go."],
    no: ["Go and Java"],
  },
  "needs list": {
    rule: { needs: { list: true } },
    yes: [
      "Java, Go",
      "Go, Java",
      "Java/Go",
      "Java & Go",
      "Java and Go",
      "Java (Go)",
      "Java • Go",
      "Docker, Salt, Go",
      "Go, Salt, Java",
      "Java 8, Go",
    ],
    no: ["Go", "Java is where we go", "Salt, Go", "Java with which to go"],
  },
  "needs any one of several": {
    rule: { needs: { list: true, words: ["golang"] } },
    yes: ["Java, Go", "Go is golang"],
    no: ["Go is it"],
  },
  "a veto outweighs a support": {
    rule: { notBefore: ["live"], needs: { list: true } },
    yes: ["Java, Go"],
    no: ["Java, Go live"],
  },
};

describe.each(Object.entries(CASES))("%s", (_, { rule, text, yes, no }) => {
  const matcher = matcherWith(rule, text);
  test.each(yes)("counts in %j", (line) => {
    expect(reads(matcher, line)).toBe(true);
  });
  test.each(no)("does not count in %j", (line) => {
    expect(reads(matcher, line)).toBe(false);
  });
});

test("two skills share a spelling under rules that cannot hold together", () => {
  const matcher = matcherOf(
    skill("hudson-ci", { name: "Hudson CI", aliases: [{ text: "Hudson", needs: { near: ["docker"] } }] }),
    skill("hudson-river", { name: "Hudson River", aliases: [{ text: "Hudson", needs: { words: ["boat"] } }] }),
    skill("docker"),
  );
  expect(found(matcher, "Hudson builds Docker images")).toEqual(["hudson-ci: Hudson", "docker: Docker"]);
  expect(found(matcher, "a boat on the Hudson")).toEqual(["hudson-river: Hudson"]);
  expect(found(matcher, "Hudson")).toEqual([]);
});

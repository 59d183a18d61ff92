import { describe, expect, test } from "vitest";
import { matcherOf, readText, skill } from "../../support/taxonomy.ts";

const matcher = matcherOf(
  skill("kubernetes", { kind: "platform" }),
  skill("aws", { name: "AWS", kind: "platform" }),
  skill("java", { kind: "language" }),
  skill("devops", { kind: "practice", name: "DevOps" }),
);

/** `kubernetes 60, aws -` for the mentions of a text, in order. */
function stated(text: string): string {
  return readText(matcher, text)
    .mentions.map((mention) => `${mention.skillId} ${mention.statedMonths ?? "-"}`)
    .join(", ");
}

describe("behind the skill", () => {
  test.each([
    ["Kubernetes (3 years)", "kubernetes 36"],
    ["Kubernetes (3 yrs)", "kubernetes 36"],
    ["Kubernetes (3+ years)", "kubernetes 36"],
    ["Kubernetes (10+ Years)", "kubernetes 120"],
    ["Kubernetes: 18 months", "kubernetes 18"],
    ["Kubernetes - 5 years", "kubernetes 60"],
    ["Kubernetes – 5 years", "kubernetes 60"],
    ["Kubernetes (Less than 1 year)", "kubernetes 6"],
    ["Kubernetes (1 year)", "kubernetes 12"],
    ["AWS (5 years), Kubernetes (2 years)", "aws 60, kubernetes 24"],
    ["AWS, Kubernetes (2 years)", "aws -, kubernetes 24"],
    ["Kubernetes (2015)", "kubernetes -"],
    ["Kubernetes. (5 years), AWS", "kubernetes 60, aws -"],
    ["AWS (5 years), Kubernetes", "aws 60, kubernetes -"],
    ["Kubernetes 1.x - 3 years AWS", "kubernetes 36, aws -"],
    ["Kubernetes 1.2.3 - 3 years", "kubernetes 36"],
    ["AWS and Kubernetes\n- 2 years of rest", "aws -, kubernetes -"],
    ["AWS and Kubernetes.\n2 years of rest", "aws -, kubernetes -"],
    ["Kubernetes 5 servers", "kubernetes -"],
    ["Kubernetes (80 years)", "kubernetes -"],
  ])("%s", (text, expected) => {
    expect(stated(text)).toBe(expected);
  });
});

describe("in front of the skill", () => {
  test.each([
    ["5 years of Kubernetes", "kubernetes 60"],
    ["5+ years of experience with Kubernetes", "kubernetes 60"],
    ["5 + years of Kubernetes", "kubernetes 60"],
    ["3-5 years of Kubernetes", "kubernetes 36"],
    ["over 7 yrs working with AWS", "aws 84"],
    ["18 months of Kubernetes", "kubernetes 18"],
    ["5 years experience in Java, Kubernetes", "java 60, kubernetes 60"],
    ["5 years in Java, AWS and Kubernetes", "java 60, aws 60, kubernetes 60"],
    ["5 years of AWS (Kubernetes)", "aws 60, kubernetes -"],
    ["5 years of Java. Kubernetes", "java 60, kubernetes -"],
    ["5 years of Java on Kubernetes", "java 60, kubernetes -"],
    ["AWS - 5 years Experience in Kubernetes", "aws 60, kubernetes -"],
    ["5 years. Kubernetes", "kubernetes -"],
    ["refreshed every 2 years Kubernetes", "kubernetes -"],
    ["5 years of Java and 2 years of Kubernetes", "java 60, kubernetes 24"],
  ])("%s", (text, expected) => {
    expect(stated(text)).toBe(expected);
  });
});

import { describe, expect, test } from "vitest";
import { type AxesReading, type Mention, monthOf, readAxes, weigh } from "../../../src/engine/index.ts";
import { matcherOf, profileOf, readText, requirement, skill } from "../../support/taxonomy.ts";

const matcher = matcherOf(
  skill("kubernetes"),
  skill("terraform"),
  skill("mlflow", { name: "MLflow" }),
  skill("pytorch", { name: "PyTorch" }),
  skill("python"),
);
const hybrid = profileOf(
  requirement("kubernetes", { axis: "devops", weight: 2 }),
  requirement("terraform", { axis: "devops" }),
  requirement("mlflow", { axis: "mlops", weight: 2 }),
  requirement("pytorch", { axis: "mlops" }),
  requirement("python", { axis: "shared" }),
);

function axes(...lines: readonly string[]): AxesReading | null {
  const text = `Ada Beispiel\n\nEXPERIENCE\n\nAcme, January 2015 - December 2017\n${lines.map((line) => `- ${line} among many other things of that kind and time\n`).join("")}`;
  const reading = readText(matcher, text);
  return readAxes(reading, weigh(reading, matcher, monthOf("2026-11-23")), hybrid, matcher);
}

describe("axes", () => {
  test("are figures of their own, each over its own weight", () => {
    expect(axes("Built Kubernetes", "Built Terraform")).toMatchObject({ mlops: 0, shared: 0, lean: "devops" });
    expect(axes("Built Kubernetes", "Built Terraform")?.devops).toBe(axes("Built MLflow", "Built PyTorch")?.mlops);
    expect(axes("Built Kubernetes")?.devops).toBeGreaterThan(axes("Built Terraform")?.devops as number);
  });

  test.each([
    [["Built Kubernetes", "Built Terraform"], "devops"],
    [["Built MLflow", "Built PyTorch"], "mlops"],
    [["Built MLflow", "Built PyTorch", "Built Kubernetes", "Built Terraform"], "both"],
    [["Built Python"], "neither"],
    [["Built Kubernetes", "Built Terraform", "Supported MLflow", "Supported PyTorch"], "both"],
    [["Built Kubernetes", "Built Terraform", "Used PyTorch"], "devops"],
  ] as const)("%j leans to %s", (lines, lean) => {
    expect(axes(...lines)?.lean).toBe(lean);
  });

  test("say what pushed them, most first", () => {
    expect(axes("Built Terraform", "Built Kubernetes", "Used PyTorch")?.pushedBy).toEqual({
      devops: ["kubernetes", "terraform"],
      mlops: ["pytorch"],
    });
  });

  test("give the words that say so, where they say most", () => {
    const text =
      "Ada Beispiel\n\nSKILLS\nKubernetes, MLflow\n\nEXPERIENCE\n\nAcme, January 2015 - December 2017\n- Built Kubernetes clusters for many teams of the firm\n";
    const reading = readText(matcher, text);
    const words = readAxes(reading, weigh(reading, matcher, monthOf("2026-11-23")), hybrid, matcher)?.words;
    const cited = (mentions: readonly Mention[] = []) =>
      mentions.map(({ start, end }) => [start, text.slice(start, end)]);
    expect(cited(words?.devops)).toEqual([[text.lastIndexOf("Kubernetes"), "Kubernetes"]]);
    expect(cited(words?.mlops)).toEqual([[text.indexOf("MLflow"), "MLflow"]]);
  });

  test("lie within 0 and 100, with the margin between them", () => {
    const all = axes("Built Kubernetes", "Used PyTorch") as AxesReading;
    expect(all.margin).toBe(Math.abs(all.devops - all.mlops));
    for (const figure of [all.devops, all.mlops, all.shared]) expect(figure >= 0 && figure <= 100_000).toBe(true);
  });

  test("are none of an unscorable document", () => {
    const reading = readText(matcher, "Python");
    expect(readAxes(reading, weigh(reading, matcher, 24_000), hybrid, matcher)).toBeNull();
  });
});

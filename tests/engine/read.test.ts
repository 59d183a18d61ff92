import { describe, expect, test } from "vitest";
import { matcherOf, readText, skill } from "../support/taxonomy.ts";

const matcher = matcherOf(
  skill("docker"),
  skill("linux"),
  skill("python"),
  skill("kubernetes"),
  skill("terraform"),
  skill("ansible"),
  skill("java"),
);

function warnings(text: string): string[] {
  return readText(matcher, text).warnings.map((warning) => warning.code);
}

function obstacles(text: string): string[] {
  return readText(matcher, text).unscorable.map((reason) => reason.code);
}

describe("what cannot be scored", () => {
  test.each([
    ["", ["too-short"]],
    ["   \n\t ", ["too-short"]],
    ["Docker", ["too-short"]],
    ["1234 5678 ".repeat(50), ["too-short"]],
    ["word ".repeat(50), ["nothing-recognised"]],
    ["Docker was used here by me for a good many things over the years", []],
  ])("%j", (text, expected) => {
    expect(obstacles(text)).toEqual(expected);
  });
});

describe("warnings", () => {
  const career = "Ada Beispiel\n\nEXPERIENCE\n\nAcme, January 2015 - December 2017\n- Docker\n";

  test("an ordinary resume bears none", () => {
    expect(warnings(career)).toEqual([]);
  });

  test("of one number pasted on every skill", () => {
    expect(
      warnings(
        "Ada Beispiel\n\nSKILLS\nDocker (5 years), Linux (5 years), Python (5 years), Kubernetes (5 years), Terraform (5 years), Ansible (5 years)\n",
      ),
    ).toContain("uniform-stated-years");
  });

  test("of stated years that exceed all dated work", () => {
    expect(warnings(`${career}\nSKILLS\nPython (15 years)\n`)).toContain("stated-exceeds-span");
    expect(warnings(`${career}\nSKILLS\nPython (2 years)\n`)).not.toContain("stated-exceeds-span");
  });

  test("of an open end", () => {
    expect(warnings(career.replace("December 2017", "Present"))).toContain("open-ended-period");
  });
});

test("the reading is plain data", () => {
  const reading = readText(
    matcher,
    "Ada Beispiel\n\nEXPERIENCE\n\nAcme, January 2015 - Present\n- Docker, Linux\u200bx\n",
  );
  expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
});

test("a reading stays as it was when other documents are read after it", () => {
  const text = "Built Docker images on Linux";
  const reading = readText(matcher, text);
  const before = JSON.stringify(reading);
  readText(matcher, "Kubernetes, Terraform, Ansible, Java, Python. ".repeat(2000));
  expect(JSON.stringify(reading)).toBe(before);
  expect(JSON.stringify(readText(matcher, text))).toBe(before);
});

/** Seeds with faults: each is named, and none hides another. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inspectSeeds, readSeeds } from "../../../src/adapters/seeds/read-seeds.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "seeds-"));
  for (const folder of ["skills", "profiles"]) mkdirSync(join(dir, folder));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Skills of the area `tools`, one line of YAML each. */
function skills(...entries: readonly string[]): void {
  const lines = entries.map((entry) => `  - { kind: tool, ${entry} }`);
  writeFileSync(join(dir, "skills/tools.yaml"), ["area: tools", "title: Tools", "skills:", ...lines, ""].join("\n"));
}

function faults(): readonly string[] {
  return inspectSeeds(dir).faults;
}

function spellings(): readonly (readonly string[])[] {
  return inspectSeeds(dir).seeds.skills.map(({ aliases }) => aliases.map(({ text }) => text));
}

test("sound seeds have no fault and are ordered by id", () => {
  skills("id: puppet, name: Puppet", "id: helm, name: Helm, implies: { puppet: for the sake of the test }");
  expect(faults()).toEqual([]);
  expect(readSeeds(dir).skills.map(({ id }) => id)).toEqual(["helm", "puppet"]);
});

describe("a fault is named", () => {
  test.each([
    ["a field nobody knows", ["id: helm, name: Helm, colour: red"], /tools\.yaml: skills\.0: .*colour/],
    ["an id twice", ["id: helm, name: Helm", "id: helm, name: Helmet"], /helm: the id is used twice/],
    ["an area's name as id", ["id: tools, name: Tools"], /tools: an area has the same name/],
    ["a relation to nothing", ["id: helm, name: Helm, implies: { x: because }"], /implies x, which is no skill/],
    ["a relation to itself", ["id: helm, name: Helm, broader: { helm: because }"], /helm: broader itself/],
    [
      "implying in a circle",
      ["id: a, name: Aa, implies: { b: because }", "id: b, name: Bb, implies: { a: because }"],
      /a: implies itself in a circle/,
    ],
    [
      "implying what does not follow",
      ["id: a, name: Aa, implies: { b: because }, notImplies: { b: because }", "id: b, name: Bb"],
      /a: implies b and says that it does not/,
    ],
    [
      "support by nothing",
      ["id: a, name: Aa, aliases: [{ text: A1, needs: { near: [nothing] } }]"],
      /alias "A1" needs nothing, which is no skill or area/,
    ],
    [
      "a spelling of two skills",
      ["id: a, name: Aa", "id: b, name: Bb, aliases: [AA]"],
      /spelling "aa": belongs to a \(as "Aa"\) and to b \(as "AA"\)/,
    ],
    [
      "a spelling that no text can hold",
      ['id: a, name: Aa, aliases: ["99% rain"]'],
      /a: alias "99% rain" is found in no text, for one of its characters ends every name/,
    ],
    [
      "a rule on a spelling that stands without one as well",
      ["id: a, name: Aa, aliases: [{ text: (big|small) bus, unless: [city] }, small-bus]"],
      /a: the rule on "small bus" .* says nothing, as "small-bus" has none/,
    ],
  ])("%s", (_, entries, message) => {
    skills(...entries);
    expect(faults()).toContainEqual(expect.stringMatching(message));
    expect(() => readSeeds(dir)).toThrow(message);
  });
});

describe("two skills that meet in a spelling", () => {
  const first = (alias: string) => `id: a, name: Aa, aliases: [${alias}]`;
  const second = (alias: string) => `id: b, name: Bb, aliases: [${alias}]`;

  test.each([
    ["by their choices", '"(big|small) bus"', '"small (bus|car)"', "small bus"],
    ["by hyphens and letters", "small-bus", "Small Bus", "small bus"],
    ["by the plural of one", '"(big|small) car"', "small cars", "small cars"],
    ["by the plural of the other", "small cars", '"(big|small) car"', "small cars"],
    ["by a phrase with a hole", '"(drive|park) ... bus"', '"(park|wash) ... bus"', "park ... bus"],
    ["though one has a rule", "{ text: small bus, unless: [city] }", "small bus", "small bus"],
    ["though the singular has a rule", "{ text: ADF, case: upper }", "ADFS", "adfs"],
    ["with the same rule", "{ text: small bus, unless: [city] }", "{ text: small bus, unless: [city] }", "small bus"],
  ])("%s are named", (_, one, other, spelling) => {
    skills(first(one), second(other));
    expect(faults()).toEqual([expect.stringMatching(`^spelling "${spelling}": belongs to [ab] .* and to [ab] `)]);
  });

  test.each([
    [
      "each with a rule of its own",
      "{ text: small bus, unless: [city] }",
      "{ text: small bus, needs: { words: [city] } }",
    ],
    ["where one takes no plural", "{ text: ADF, case: exact }", "ADFS"],
    ["in no plural: two letters", "CI", "CIS"],
    ["in no plural: a double s", "glas", "glass"],
    ["in a form that is only derived", "small bus", "smallbus"],
  ])("%s are let be", (_, one, other) => {
    skills(first(one), second(other));
    expect(faults()).toEqual([]);
  });

  test("are named once for two aliases, however many spellings they share", () => {
    skills(first('"(big|small) bus"'), second('"(small|big) (bus|car)"'));
    expect(faults()).toHaveLength(1);
  });

  test("are let be where one is deprecated", () => {
    skills(first("small bus"), `${second("small bus")}, deprecated: true`);
    expect(faults()).toEqual([]);
  });
});

describe("the name is a spelling", () => {
  test("without a rule where there is none", () => {
    skills("id: a, name: Design systems, aliases: [design system, ds]");
    expect(spellings()).toEqual([["Design systems", "design system", "ds"]]);
  });

  test.each(["Design systems", "design system", "(design|pattern) system"])("under the rule on “%s”", (text) => {
    skills(`id: a, name: Design systems, aliases: [{ text: ${text}, notAfter: [to] }]`);
    expect(faults()).toEqual([]);
    expect(spellings()).toEqual([[text]]);
  });

  test("without a rule where the one on its singular asks for just these letters", () => {
    skills("id: a, name: Mugs, aliases: [{ text: Mug, case: exact }]");
    expect(spellings()).toEqual([["Mugs", "Mug"]]);
  });
});

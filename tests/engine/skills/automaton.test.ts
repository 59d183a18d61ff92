import { describe, expect, test } from "vitest";
import { type Automaton, enterPhrase, newAutomaton } from "../../../src/engine/skills/automaton.ts";
import { AS_IS, NUMBERED, PLURAL, scan } from "../../../src/engine/skills/scan.ts";
import { foldSpelling } from "../../../src/engine/skills/spellings.ts";
import { fold } from "../../../src/engine/text/fold.ts";

function automatonOf(...phrases: string[]): Automaton {
  const automaton = newAutomaton();
  for (const [id, phrase] of phrases.entries()) enterPhrase(automaton, foldSpelling(phrase), id);
  return automaton;
}

const FORMS = { [AS_IS]: "", [PLURAL]: " (plural)", [NUMBERED]: " (numbered)" };

/** `"3 text (plural)"`: the phrase's number and the folded units it stands at, as the text has them. */
function hits(automaton: Automaton, text: string): string[] {
  const folded = fold(text);
  const found = scan(automaton, folded.classes, folded.length);
  return Array.from(
    { length: found.count },
    (_, k) =>
      `${found.ids[k]} ${text.slice(folded.at[found.starts[k] as number], folded.at[found.ends[k] as number])}${FORMS[found.forms[k] as 0 | 1 | 2]}`,
  );
}

describe("phrases", () => {
  test("are found whole, never inside a larger word", () => {
    const automaton = automatonOf("java", "go", "r");
    expect(hits(automaton, "JavaScript, Django, ergo, R2D2x, Java")).toEqual(["0 Java"]);
  });

  test("that overlap are all found", () => {
    expect(
      hits(automatonOf("google kubernetes engine", "kubernetes", "kubernetes engine"), "Google Kubernetes Engine"),
    ).toEqual(["0 Google Kubernetes Engine", "1 Kubernetes", "2 Kubernetes Engine"]);
  });

  test("may begin, end and be parted with marks", () => {
    expect(
      hits(automatonOf(".net", "c++", "c#", "ci/cd", "node.js", "tcp/ip"), ".NET, C++, C#, CI / CD, Node.js, TCP/IP"),
    ).toEqual(["0 .NET", "1 C++", "2 C#", "3 CI / CD", "4 Node.js", "5 TCP/IP"]);
  });

  test("entered twice are found twice", () => {
    expect(hits(automatonOf("docker", "docker"), "Docker").toSorted()).toEqual(["0 Docker", "1 Docker"]);
  });

  test("that are empty are never found", () => {
    expect(hits(automatonOf("", "docker"), "")).toEqual([]);
    expect(hits(automatonOf("", "docker"), "docker")).toEqual(["1 docker"]);
  });
});

describe("forms of the last word", () => {
  const automaton = automatonOf("container", "python", "load balancer", "go", "aws");
  test.each([
    ["containers", ["0 containers (plural)"]],
    ["load balancers", ["2 load balancers (plural)"]],
    ["python3", ["1 python3 (numbered)"]],
    ["python3.11", ["1 python3 (numbered)"]],
    ["loads balancer", []],
    ["python3x", []],
    ["gos", []],
    ["aws", ["4 aws"]],
    ["containerss", []],
  ])("%s", (text, expected) => {
    expect(hits(automaton, text)).toEqual(expected);
  });
});

describe("many phrases", () => {
  test("are all found again, however the tables had to grow", () => {
    const words = Array.from({ length: 40_000 }, (_, k) => `w${k.toString(36)}x ${(k * 7919).toString(36)}`);
    const automaton = automatonOf(...words);
    for (let k = 0; k < words.length; k += 997)
      expect(hits(automaton, `see ${words[k]} there`)).toContain(`${k} ${words[k]}`);
  });

  test("of a long text do not disturb the next one", () => {
    const automaton = automatonOf("docker", "linux");
    hits(automaton, "docker ".repeat(50_000));
    expect(hits(automaton, "linux")).toEqual(["1 linux"]);
  });
});

test("a phrase that repeats one word costs no more where the text repeats it for ever", () => {
  const automaton = automatonOf(...Array.from({ length: 30 }, (_, k) => "go ".repeat(k + 1).trim()));
  const folded = fold("go ".repeat(20_000));
  const started = performance.now();
  const found = scan(automaton, folded.classes, folded.length);
  // Twenty thousand starts, at most twenty phrases each (a phrase holds at most forty tokens, gaps among them).
  expect(found.count).toBeLessThanOrEqual(20_000 * 20);
  expect(performance.now() - started).toBeLessThan(2_000);
});

/** What must hold of every reading, with the shipped taxonomy and with invented ones. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compileTaxonomy,
  type DocumentKind,
  type Mention,
  type Reading,
  read,
  type Skill,
} from "../../src/engine/index.ts";
import { derivedForms, expandChoices, foldSpelling, HOLE } from "../../src/engine/skills/spellings.ts";
import { fold } from "../../src/engine/text/fold.ts";
import { anyText, LINES, NAMES, parts, postOf, postParts, resumeOf } from "../support/invented.ts";
import { judge, matcher } from "../support/shipped.ts";
import { matcherOf, skill } from "../support/taxonomy.ts";

const SEED = 20261124;
const kinds = fc.constantFrom<DocumentKind>("resume", "job");
const documents = fc.oneof(parts.map(resumeOf), postParts.map(postOf), anyText);

function folded(text: string): string {
  const { classes, length } = fold(text);
  return [...classes.subarray(0, length)].join(" ");
}

const spellingsBySkill = new Map<string, { whole: Set<string>; holes: [string, string][] }>();

/** Every folded spelling of a skill; phrases with a hole as their two halves. */
function spellingsOf(one: Skill) {
  let known = spellingsBySkill.get(one.id);
  if (!known) {
    known = { whole: new Set(), holes: [] };
    for (const { text } of one.aliases) {
      const [head, tail] = text.split(HOLE);
      if (tail !== undefined)
        for (const from of expandChoices(head as string))
          for (const to of expandChoices(tail))
            known.holes.push([foldSpelling(from).join(" "), foldSpelling(to).join(" ")]);
      else
        for (const way of expandChoices(text))
          for (const form of [way, ...derivedForms(way)]) known.whole.add(foldSpelling(form).join(" "));
    }
    spellingsBySkill.set(one.id, known);
  }
  return known;
}

/** Whether the text read is a spelling of the skill: as such, in the plural, or with a version behind it. */
function isSpelling(text: string, one: Skill): boolean {
  const { whole, holes } = spellingsOf(one);
  const units = folded(text).replace(/^(?:37 )+|(?: 37)+$/g, "");
  const unversioned = units.replace(/(?: (?:37|38|2[7-9]|3[0-6]))+$/, "");
  const singular = units.replace(/ 19$/, "");
  return [units, unversioned, singular].some(
    (way) => whole.has(way) || holes.some(([head, tail]) => way.startsWith(head) && way.endsWith(tail)),
  );
}

describe("every mention", () => {
  test("points at characters that spell its skill", () => {
    fc.assert(
      fc.property(documents, kinds, (text, kind) => {
        for (const { skillId, start, end } of read({ kind, text }, matcher).mentions)
          expect([
            skillId,
            text.slice(start, end),
            isSpelling(text.slice(start, end), matcher.skillById.get(skillId) as Skill),
          ]).toEqual([skillId, text.slice(start, end), true]);
      }),
      { numRuns: 400, seed: SEED },
    );
  });

  test("lies within the text, in order, and overlaps no other but for phrases with a hole", () => {
    fc.assert(
      fc.property(documents, kinds, (text, kind) => {
        let reached = 0;
        let before = 0;
        for (const { skillId, start, end, position } of read({ kind, text }, matcher).mentions) {
          expect(start >= before && end > start && end <= text.length).toBe(true);
          before = start;
          const holed = spellingsOf(matcher.skillById.get(skillId) as Skill).holes.length > 0;
          if (!holed) {
            expect(start).toBeGreaterThanOrEqual(reached);
            reached = end;
          }
          if (position !== null) expect(position).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});

describe("reading", () => {
  test("never throws, whatever the string", () => {
    fc.assert(
      fc.property(anyText, kinds, (text, kind) => {
        judge(text, kind);
      }),
      { numRuns: 400, seed: SEED },
    );
  });

  test.each([
    "a",
    " ",
    "\n",
    "\u0000",
    "\ud800",
    "\udc00",
    "(",
    "/",
    "&",
    ".",
    "-",
    "ﬃ",
    "\u200b",
    "9",
    "’",
    "•",
    "@",
    "\t",
    "|",
    ":",
    "é",
    "漢",
    "🚀",
  ])("never throws on 100,000 of %j", (sign) => {
    for (const kind of ["resume", "job"] as const) judge(sign.repeat(100_000), kind);
  });

  test("answers the same twice, also when other documents were read in between", () => {
    fc.assert(
      fc.property(documents, documents, kinds, (text, other, kind) => {
        const once = JSON.stringify(judge(text, kind));
        judge(other, kind);
        expect(JSON.stringify(judge(text, kind))).toBe(once);
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  test("is plain data", () => {
    fc.assert(
      fc.property(documents, kinds, (text, kind) => {
        const reading = read({ kind, text }, matcher);
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  test("does not depend on the order in which skills stand in the taxonomy", () => {
    const skills = NAMES.map((name) => skill(name.toLowerCase().replace(/\W+/g, "-"), { name }));
    const one = compileTaxonomy({ version: "a", skills });
    const other = compileTaxonomy({ version: "a", skills: skills.toReversed() });
    fc.assert(
      fc.property(documents, kinds, (text, kind) => {
        expect(read({ kind, text }, other)).toEqual(read({ kind, text }, one));
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  test("moves its offsets with the text and nothing else", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 30 }), (document, lines) => {
        const text = resumeOf(document);
        const moved = (reading: Reading, by: number) =>
          reading.mentions.map((mention: Mention) => ({
            ...mention,
            start: mention.start + by,
            end: mention.end + by,
          }));
        expect(read({ kind: "resume", text: "\n".repeat(lines) + text }, matcher).mentions).toEqual(
          moved(read({ kind: "resume", text }, matcher), lines),
        );
        expect(read({ kind: "resume", text: text + "\n".repeat(lines) }, matcher).mentions).toEqual(
          read({ kind: "resume", text }, matcher).mentions,
        );
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  test("reads alike with lines ended by LF and by CR LF", () => {
    fc.assert(
      fc.property(parts, (document) => {
        const text = resumeOf(document);
        const known = (written: string) =>
          read({ kind: "resume", text: written }, matcher).mentions.map(({ start, end, ...rest }) => ({
            ...rest,
            text: written.slice(start, end),
          }));
        expect(known(text.replaceAll("\n", "\r\n"))).toEqual(known(text));
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});

describe("a taxonomy without rules", () => {
  /** Words of three letters and more, none of them a plural; phrases of one to three. */
  const word = fc.constantFrom("abc", "bca", "abcabc", "xyz", "zyx", "wert", "qwert", "abba");
  const phrases = fc.uniqueArray(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
    { minLength: 1, maxLength: 10 },
  );
  const text = fc
    .array(
      fc.tuple(
        fc.oneof(word, fc.constantFrom("abcs", "xyzs", "other", "xyz1", "abcd")),
        fc.constantFrom(" ", " ", "-", "\u00a0", ", ", " / ", "\n\n", " (", ") "),
      ),
      { maxLength: 30 },
    )
    .map((pairs) => pairs.flat().join(""));

  test("reads what the naive matcher reads: whole words, leftmost, longest", () => {
    fc.assert(
      fc.property(phrases, text, (written, read) => {
        const skills = written.map((name, k) => skill(`s${k}`, { name, kind: "concept" }));
        const ways = skills.flatMap(({ id, name }) =>
          [name, ...derivedForms(name)].map((way) => ({ id, way: foldSpelling(way).join(" ") })),
        );
        // As written comes first; a derived way gives way where another skill is written so.
        const owner = new Map<string, string>();
        for (const [k, name] of written.entries()) owner.set(foldSpelling(name).join(" "), `s${k}`);
        for (const { id, way } of ways) if (!owner.has(way)) owner.set(way, id);
        expect(readBy(matcherOf(...skills), read)).toEqual(naive(owner, read));
      }),
      { numRuns: 800, seed: SEED },
    );
  });

  function readBy(of: ReturnType<typeof matcherOf>, read: string): string[] {
    return readAs(of, read).map(({ skillId, start, end }) => `${skillId} ${start}-${end}`);
  }

  function readAs(of: ReturnType<typeof matcherOf>, written: string): readonly Mention[] {
    return read({ kind: "resume", text: written }, of).mentions;
  }

  function naive(owner: ReadonlyMap<string, string>, read: string): string[] {
    const { classes, at, length } = fold(read);
    const isWord = (k: number) =>
      k >= 0 && k < length && ((classes[k] as number) < 37 ? (classes[k] as number) > 0 : false);
    const hits: string[] = [];
    for (let from = 0; from < length; ) {
      let best = -1;
      let id = "";
      if (isWord(from) && !isWord(from - 1))
        for (let to = length; to > from; to--) {
          if (isWord(to) || !isWord(to - 1)) continue;
          const units = [...classes.subarray(from, to)].join(" ");
          const name = owner.get(units) ?? (units.endsWith(" 19") ? owner.get(units.slice(0, -3)) : undefined);
          if (name !== undefined) {
            best = to;
            id = name;
            break;
          }
        }
      if (best < 0) from++;
      else {
        hits.push(`${id} ${at[from]}-${(at[best - 1] as number) + 1}`);
        from = best;
      }
    }
    return hits;
  }
});

test("the invented lines hold skills of both kinds, or the properties above prove nothing", () => {
  const ids = new Set(
    LINES.flatMap((line) => read({ kind: "resume", text: line }, matcher).mentions.map((mention) => mention.skillId)),
  );
  expect(ids.size).toBeGreaterThan(25);
});

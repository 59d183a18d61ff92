/**
 * How fast is the raw automaton? Against the fastest npm library for the same work and against GNU grep, with every phrase of the
 * shipped taxonomy, on the same folded texts. The library's hits are cut to whole words and must then be exactly ours.
 *
 * The library takes minutes to build its automaton of so many phrases, which is why this file runs last.
 *
 * grep is measured as a whole process and once more without its start (the same phrases, a text of one line), because building its
 * automaton takes longer than searching a small file.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AhoCorasick } from "@monyone/aho-corasick/fast";
import { loadShipped } from "../scripts/shipped.ts";
import { enterPhrase, newAutomaton } from "../src/engine/skills/automaton.ts";
import { AS_IS, type Hits, scan } from "../src/engine/skills/scan.ts";
import { derivedForms, expandChoices, foldSpelling, HOLE } from "../src/engine/skills/spellings.ts";
import { GAP, isWord } from "../src/engine/text/alphabet.ts";
import { fold } from "../src/engine/text/fold.ts";
import { resumes } from "./documents.ts";
import { type Figures, ratio, round, secondsOf, takeTurns, tell, toFigures } from "./measure.ts";

const ROUNDS = 5;
const DOCUMENTS = 200;
/** One printable sign for each class of folded text; a letter of another script, which no phrase holds, as "?". */
const SIGNS = "~abcdefghijklmnopqrstuvwxyz0123456789 .+#/&',:()?";

/**
 * Folded units as signs. Gaps behind a mark are left out, as the automaton leaves them out ("ci/ cd" is "ci/cd"); `at` leads from each
 * sign to its unit.
 */
function written(classes: Uint8Array): { text: string; at: number[] } {
  const at: number[] = [];
  for (let i = 0; i < classes.length; i++)
    if (classes[i] !== GAP || (i > 0 && isWord(classes[i - 1] as number))) at.push(i);
  return { text: at.map((i) => SIGNS[classes[i] as number]).join(""), at };
}

function allPhrases(): Uint8Array[] {
  const phrases = new Map<string, Uint8Array>();
  for (const { aliases } of loadShipped().seeds.skills)
    for (const { text } of aliases)
      for (const way of text.split(HOLE).flatMap(expandChoices))
        for (const form of [way, ...derivedForms(way)]) {
          const folded = foldSpelling(form);
          if (folded.length > 0) phrases.set(folded.join(), folded);
        }
  return [...phrases.values()];
}

function wordSigns(): ReadonlySet<string> {
  return new Set(Array.from(SIGNS).filter((_, value) => isWord(value)));
}

/** The library's hits that are whole words, as `start end`. */
function wholeWords(
  matches: ReturnType<AhoCorasick["matchInText"]>,
  text: string,
  isWordSign: ReadonlySet<string>,
): { begin: number; end: number }[] {
  const inWord = (at: number) => at >= 0 && at < text.length && isWordSign.has(text[at] as string);
  return matches.filter(({ begin, end }) => !(inWord(begin - 1) && inWord(begin)) && !(inWord(end - 1) && inWord(end)));
}

function assertSameHits(
  ours: Hits,
  theirs: readonly { begin: number; end: number }[],
  { text, at }: ReturnType<typeof written>,
): void {
  const found: string[] = [];
  for (let k = 0; k < ours.count; k++) if (ours.forms[k] === AS_IS) found.push(`${ours.starts[k]} ${ours.ends[k]}`);
  const expected = theirs.map(({ begin, end }) => `${at[begin]} ${(at[end - 1] as number) + 1}`).toSorted();
  if (found.toSorted().join() !== expected.join())
    throw new Error(`different hits in ${JSON.stringify(text.slice(0, 200))}…`);
}

function hasGnuGrep(): boolean {
  return spawnSync("grep", ["--version"]).stdout?.toString().startsWith("grep (GNU grep)") ?? false;
}

/** Seconds of processor time of a shell's children, as its `times` tells them on the second line: "0m1.23s 0m0.04s". */
function childSeconds(times: string): number {
  const parts =
    times
      .trim()
      .split("\n")[1]
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? [];
  return [...parts].reduce((all, [, minutes, seconds]) => all + Number(minutes) * 60 + Number(seconds), 0);
}

/** Seconds of grep over the texts, and over a text of one line, by round. */
function measureGrep(phrases: readonly string[], texts: readonly string[]): { whole: Figures; start: Figures } {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  writeFileSync(join(folder, "phrases"), `${phrases.join("\n")}\n`);
  writeFileSync(join(folder, "texts"), `${texts.join("\n")}\n`);
  writeFileSync(join(folder, "line"), "nothing\n");
  const grep = (file: string) =>
    childSeconds(
      execFileSync("sh", ["-c", `grep -F -o -w -i -f phrases ${file} > hits; times`], {
        cwd: folder,
        env: { ...process.env, LC_ALL: "C" },
      }).toString(),
    );
  const [whole, start] = [[], []] as [number[], number[]];
  try {
    for (let round = 0; round < 3; round++) {
      whole.push(grep("texts"));
      start.push(grep("line"));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { whole: toFigures(whole), start: toFigures(start) };
}

const phrases = allPhrases();
const automaton = newAutomaton();
const entered = new Set<string>();
for (const phrase of phrases) {
  const { text } = written(phrase);
  if (!entered.has(text)) enterPhrase(automaton, phrase, entered.size);
  entered.add(text);
}
const keywords = [...entered];
let library = new AhoCorasick([]);
const libraryBuild = secondsOf(() => {
  library = new AhoCorasick(keywords);
});

const folded = resumes(DOCUMENTS, loadShipped().seeds.skills).map(fold);
const documents = folded.map(({ classes, length }) => written(classes.subarray(0, length)));
const texts = documents.map(({ text }) => text);
const bytes = texts.reduce((all, text) => all + text.length, 0);
const signs = wordSigns();

let hits = 0;
for (const [k, { classes, length }] of folded.entries()) {
  const ours = scan(automaton, classes, length);
  const document = documents[k] as ReturnType<typeof written>;
  assertSameHits(ours, wholeWords(library.matchInText(document.text), document.text, signs), document);
  hits += ours.count;
}

const turns = takeTurns(ROUNDS, {
  ours: () => folded.forEach(({ classes, length }) => scan(automaton, classes, length)),
  library: () => texts.forEach((text) => library.matchInText(text)),
  libraryWholeWords: () => texts.forEach((text) => wholeWords(library.matchInText(text), text, signs)),
});
const megabytes = bytes / 1e6;
const figures = {
  phrases: keywords.length,
  megabytes: round(megabytes),
  hits,
  libraryBuildSeconds: round(libraryBuild, 1),
  oursMBs: round(megabytes / turns.ours.median, 1),
  libraryMBs: round(megabytes / turns.library.median, 1),
  timesLibrary: round(ratio(turns.library, turns.ours)),
  timesLibraryWholeWords: round(ratio(turns.libraryWholeWords, turns.ours)),
};
tell(
  "automaton",
  figures,
  `${figures.oursMBs} MB/s over ${keywords.length} phrases; ${figures.timesLibrary} × @monyone/aho-corasick/fast (${figures.timesLibraryWholeWords} × with its hits cut to whole words), same hits`,
);

const TIMES = 10;

if (hasGnuGrep()) {
  const grep = measureGrep(keywords, Array.from({ length: TIMES }, () => texts).flat());
  const searching = grep.whole.median - grep.start.median;
  const grepFigures = {
    startSeconds: round(grep.start.median),
    grepMBs: round((TIMES * megabytes) / searching, 1),
    timesGrep: round(searching / (TIMES * turns.ours.median)),
    timesGrepWholeProcess: round(grep.whole.median / (TIMES * turns.ours.median)),
  };
  tell(
    "automaton-grep",
    grepFigures,
    `${grepFigures.timesGrep} × GNU grep -F -o -w -i without its start, ${grepFigures.timesGrepWholeProcess} × the whole process over ${round(TIMES * megabytes)} MB`,
  );
} else tell("automaton-grep", {}, "GNU grep is not here");

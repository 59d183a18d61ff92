/**
 * Does time grow as the length does, whatever the text? For ordinary text and for repetitions made to hurt: the slope of a straight
 * line through the logarithms of length and time. 1 is linear, 2 is quadratic; the process fails above `MOST`.
 */

import { loadShipped } from "../scripts/shipped.ts";
import { type DocumentKind, monthOf, read, weigh } from "../src/engine/index.ts";
import { dice, resume } from "./documents.ts";
import { logSlope, round, secondsOf, tell } from "./measure.ts";

const SIZES = [40_000, 200_000, 1_000_000];
/** Caches and a busy machine bring linear work to 1.5; work that grows as the square lies at 1.9. */
const MOST = 1.6;
const AS_OF = monthOf("2026-11-23");

const {
  matcher,
  seeds: { skills },
} = loadShipped();

const repeat = (piece: string) => (size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** Half of the one, then half of the other. */
const halves = (first: string, second: string) => (size: number) => repeat(first)(size / 2) + repeat(second)(size / 2);

const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  "ordinary text": (size) => resume(dice(7), skills, size),
  "ordinary text in one line": (size) => resume(dice(7), skills, size).replace(/\s*\n\s*/g, " "),
  "single letters": repeat("c r "),
  "one short name": repeat("go "),
  "open brackets": repeat("("),
  "brackets, then headings": halves("(", " Skills Experience"),
  "blanks, then names": halves("    ", " Provide Kubernetes, Docker"),
  "marks, then names": halves("(", " Provide Kubernetes, Docker"),
  "capitalised words": repeat("Testing Automation "),
  "denials nested": repeat("no experience with "),
  "denials of skills": repeat("no experience with kubernetes "),
  "preferred in brackets": repeat("kubernetes (docker preferred), "),
  digits: repeat("1234567890"),
  years: repeat("2015 "),
  slashes: repeat("/"),
  "names and slashes": repeat("java/python/"),
  "one huge token": repeat("kubernetes"),
  "a chain of dates": repeat("2015 to "),
  "many positions": repeat("Engineer 2015 to 2016 java "),
  "periods of study": repeat("university 2015 to 2016 "),
  "line ends": repeat("\n"),
  "short lines": repeat("a\n"),
  "bullets only": repeat("• "),
  "headings only": repeat("Skills\nExperience\n"),
  "heads of phrases without tails": repeat("deployed serving built trained "),
  "heads and tails": repeat("deployed models "),
  "list openers": repeat("Environment: java, python "),
  "names that need support": repeat("Go, R, C, Salt, Chef, "),
  "invisible characters": repeat("ku\u200bber"),
  "another script": repeat("Кubernetes "),
  "full stops": repeat("."),
  "words and full stops": repeat("e.g. java. "),
  "beside people": repeat("worked with java and "),
  addresses: repeat("https://example.org/java "),
};

/** Seconds a run, over enough runs that the clock's grain does not show. */
function time(kind: DocumentKind, text: string): number {
  let seconds = 0;
  let runs = 0;
  while (seconds < 0.08 && runs < 60) {
    seconds += secondsOf(() => weigh(read({ kind, text }, matcher), matcher, AS_OF));
    runs++;
  }
  return Math.max(seconds, 1e-6) / runs;
}

time("resume", TEXTS["ordinary text"]?.(300_000) ?? "");

const wanted = process.argv[2];
let worst = 0;
for (const [name, make] of Object.entries(TEXTS)) {
  if (wanted && !name.includes(wanted)) continue;
  for (const kind of ["resume", "job"] as const) {
    const points = SIZES.map((size) => ({ size, seconds: time(kind, make(size)) }));
    const slope = logSlope(points);
    const last = points[points.length - 1] as { size: number; seconds: number };
    worst = Math.max(worst, slope);
    tell(
      "linearity",
      {
        text: name,
        kind,
        slope: round(slope),
        millisecondsPerMegabyte: Math.round((last.seconds * 1e9) / last.size),
        points: points.map(({ size, seconds }) => [size, round(seconds * 1000)]),
      },
      `${slope > MOST ? "NOT LINEAR " : ""}${name} (${kind}): slope ${round(slope)}, ${Math.round(last.seconds * 1000)} ms for ${last.size / 1e6} MB`,
    );
  }
}
if (worst > MOST) process.exitCode = 1;

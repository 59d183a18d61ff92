/** Documents to measure with: invented sentences put together by a fixed sequence of numbers, the same on every machine. */
import type { Skill } from "../src/engine/index.ts";

export const DOCUMENT_SIZE = 5_000;

/** Whole numbers in `[0, below)`, the same sequence for the same seed. */
export type Dice = (below: number) => number;

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const VERBS = [
  "Built",
  "Maintained",
  "Introduced",
  "Supported",
  "Designed",
  "Used",
  "Migrated",
  "Wrote",
  "Operated",
  "Reviewed",
];
const THINGS = [
  "the ordering service",
  "a platform for forty teams",
  "the nightly reports",
  "all public websites",
  "the billing of three countries",
  "an old warehouse system",
  "the measuring stations",
];
const PLAIN = [
  "Answered questions of colleagues and wrote down what came of them.",
  "The team grew from three people to eleven in that time.",
  "Took part in planning, and said early when something would be late.",
  "Costs fell by a third, which paid for the next two years of work.",
  "Presented the results to people who had asked for something else.",
  "Kept the documents short and the meetings shorter.",
  "Cleaned up what had been left behind by four earlier attempts.",
];
const ENDS = ["with", "on top of", "by means of", "together with", "and replaced"];
const MONTHS = ["January", "March", "April", "June", "September", "November"];

function pick<T>(roll: Dice, list: readonly T[]): T {
  return list[roll(list.length)] as T;
}

/** One resume of about `size` characters: about one name of a skill in every seven words, as in real ones. */
export function resume(roll: Dice, skills: readonly Skill[], size = DOCUMENT_SIZE): string {
  const name = () => pick(roll, skills).name;
  const parts = [
    `Person ${roll(10_000)}\nperson${roll(10_000)}@example.org | 555 0${roll(10)}00\n\nSUMMARY\nEngineer with ${2 + roll(12)} years of ${name()} and ${name()}. ${pick(roll, PLAIN)}\n\nEXPERIENCE\n`,
  ];
  let length = (parts[0] as string).length;
  for (let year = 2024; length < size - 600; year -= 2) {
    const lines = [
      `\nEngineer, Company ${roll(1000)}\n${pick(roll, MONTHS)} ${year - 2} to ${pick(roll, MONTHS)} ${year}\n`,
    ];
    for (let n = 4 + roll(5); n > 0; n--)
      lines.push(
        roll(3) === 0
          ? `- ${pick(roll, PLAIN)}\n`
          : `- ${pick(roll, VERBS)} ${pick(roll, THINGS)} ${pick(roll, ENDS)} ${name()} and ${name()}. ${roll(2) === 0 ? pick(roll, PLAIN) : ""}\n`,
      );
    lines.push(`Environment: ${name()}, ${name()}, ${name()}, ${name()}\n`);
    parts.push(lines.join(""));
    length += (parts[parts.length - 1] as string).length;
    if (year < 1980) year = 2024;
  }
  parts.push(`\nEDUCATION\nB.Sc. in Computer Science, State University, 2008\n\nSKILLS\n`);
  length += 60;
  while (length < size) {
    const line = `${name()}, ${name()} (${1 + roll(9)} years), ${name()}, ${name()}\n`;
    parts.push(line);
    length += line.length;
  }
  return parts.join("").slice(0, size);
}

/** `count` resumes of 5 kB; every third came without line breaks. */
export function resumes(count: number, skills: readonly Skill[], size = DOCUMENT_SIZE): string[] {
  const roll = dice(20261124);
  return Array.from({ length: count }, (_, k) =>
    k % 3 === 2
      ? resume(roll, skills, size)
          .replace(/\n- /g, " • ")
          .replace(/\s*\n\s*/g, " ")
      : resume(roll, skills, size),
  );
}

/** How fast is a document read, and how fast is it read, weighed and scored against three profiles with whole trees? */

import { loadShipped } from "../scripts/shipped.ts";
import {
  type DocumentKind,
  explain,
  type Match,
  monthOf,
  type Profile,
  read,
  score,
  weigh,
} from "../src/engine/index.ts";
import { fold } from "../src/engine/text/fold.ts";
import { resumes } from "./documents.ts";
import { ratio, round, takeTurns, tell } from "./measure.ts";

const ROUNDS = 5;
const DOCUMENTS = 200;
const AS_OF = monthOf("2026-11-23");

const { seeds, matcher, profiles: all } = loadShipped();
const profiles = ["devops-engineer", "mlops-engineer", "ml-platform-engineer"].map((slug) => all.get(slug) as Profile);
const texts = resumes(DOCUMENTS, seeds.skills);
const megabytes = texts.reduce((all, text) => all + text.length, 0) / 1e6;

function scored(kind: DocumentKind): number {
  let sum = 0;
  for (const text of texts) {
    const reading = read({ kind, text }, matcher);
    const skills = weigh(reading, matcher, AS_OF);
    for (const profile of profiles) sum += score(reading, skills, profile, matcher).score ?? 0;
  }
  return sum;
}

const weighed = texts.map((text) => {
  const reading = read({ kind: "resume", text }, matcher);
  return { reading, skills: weigh(reading, matcher, AS_OF) };
});
const [profile] = profiles as [Profile];
const matches = weighed.map(({ reading, skills }) => score(reading, skills, profile, matcher));

const mentions =
  texts.reduce((all, text) => all + read({ kind: "resume", text }, matcher).mentions.length, 0) / DOCUMENTS;
const turns = takeTurns(ROUNDS, {
  fold: () => texts.forEach(fold),
  read: () => texts.forEach((text) => read({ kind: "resume", text }, matcher)),
  readPosts: () => texts.forEach((text) => read({ kind: "job", text }, matcher)),
  score: () => scored("resume"),
  scoreOnce: () => weighed.forEach(({ reading, skills }) => score(reading, skills, profile, matcher)),
  explain: () => weighed.forEach(({ skills }, k) => explain(matches[k] as Match, skills, profile, matcher)),
});
const figures = {
  documents: DOCUMENTS,
  megabytes: round(megabytes),
  mentionsPerDocument: round(mentions, 1),
  readMBs: round(megabytes / turns.read.median, 1),
  readPostsMBs: round(megabytes / turns.readPosts.median, 1),
  scoredPerSecond: Math.round(DOCUMENTS / turns.score.median),
  timesFold: round(ratio(turns.read, turns.fold)),
  scoreTimesRead: round(ratio(turns.score, turns.read)),
  explainTimesScore: round(ratio(turns.explain, turns.scoreOnce)),
};
tell(
  "read",
  figures,
  `${figures.readMBs} MB/s read (posts ${figures.readPostsMBs}), ${figures.scoredPerSecond} resumes a second with scores against three profiles; reading takes ${figures.timesFold} × folding alone, with scores ${figures.scoreTimesRead} × reading; explaining a match ${figures.explainTimesScore} × its tree`,
);

/**
 * The engine: text in, explained score out. Pure: no clock, no randomness, no I/O, nothing that moves with runtime or locale.
 *
 *   const matcher = compileTaxonomy(taxonomy);
 *   const reading = read({ kind: "resume", text }, matcher);          // facts, no date of asking
 *   const skills  = weigh(reading, matcher, monthOf("2026-11-23"));    // what is known of each skill on that day
 *   const match   = score(reading, skills, profile, matcher);          // the tree; the score is its root
 *   const why     = explain(match, skills, profile, matcher);          // gaps, levers, sentences
 *   const axes    = readAxes(reading, skills, hybridProfile, matcher);
 */

export { weigh } from "./evidence/weigh.ts";
export { explain } from "./explain/explain.ts";
export { type Findings, sortFindings } from "./explain/findings.ts";
export { read } from "./read.ts";
export { readAxes } from "./score/axes.ts";
export { profileOfJob } from "./score/job-profile.ts";
export { score } from "./score/score.ts";
export { compileTaxonomy, type Matcher } from "./skills/matcher.ts";
export { expandChoices, foldSpelling } from "./skills/spellings.ts";
export { formatMonth, monthOf, parseDate } from "./text/calendar.ts";
export * from "./types.ts";
export { ENGINE_VERSION } from "./version.ts";

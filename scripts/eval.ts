/**
 * Measures matching in process: `npm run eval -- DIR [--brief]`, DIR holding labelled texts as JSON Lines.
 *
 *   extraction-*.jsonl   {id, doc?, text, spans: [{start, end}]}   what experts marked as skills
 *   roles-resumes.jsonl  {id, kind, label, text}                    labelled resumes
 *   roles-jobs.jsonl     {id, kind, label, text}                    labelled job posts
 *
 * Figures go to standard output as one JSON object; a readable table goes to standard error.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspectSeeds } from "../src/adapters/seeds/read-seeds.ts";
import {
  compileTaxonomy,
  type DocumentKind,
  type Match,
  type Matcher,
  monthOf,
  type Profile,
  read,
  score,
  sortFindings,
  weigh,
} from "../src/engine/index.ts";
import { areaUnderCurve, averagePrecision, type Counts, type Figure, f1, figure, totals } from "./metrics.ts";

const AS_OF = monthOf("2026-11-01");
const DEVOPS = "devops-engineer";
const MLOPS = "mlops-engineer";

interface LabelledSpanText {
  readonly id: string;
  readonly doc?: string;
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

interface LabelledDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly label: string;
  readonly text: string;
}

export interface ScoredDocument extends LabelledDocument {
  readonly devops: number;
  readonly mlops: number;
  readonly matches: readonly Match[];
}

function readRows<T>(file: string): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

export function loadEngine(): { matcher: Matcher; profiles: ReadonlyMap<string, Profile> } {
  const { seeds, faults } = inspectSeeds(join(import.meta.dirname, "../prisma/seed"));
  if (faults.length > 0) console.error(`(the seeds have ${faults.length} faults)`);
  const matcher = compileTaxonomy({ version: "seed", skills: seeds.skills });
  return { matcher, profiles: new Map(seeds.profiles.map((profile) => [profile.slug, { ...profile, version: 1 }])) };
}

// Spans -------------------------------------------------------------------------------------------------------------------

function measureSpans(file: string, matcher: Matcher) {
  const kind: DocumentKind = file.includes("resumes") ? "resume" : "job";
  const counts = new Map<string, Counts>();
  const missed = new Map<string, number>();
  const extra = new Map<string, number>();
  for (const row of readRows<LabelledSpanText>(file)) {
    const reading = read({ kind, text: row.text }, matcher);
    const { skills } = sortFindings(reading, weigh(reading, matcher, AS_OF));
    const found = new Set(skills.flatMap((skill) => skill.mentions.map(({ start, end }) => `${start}-${end}`)));
    const gold = new Set(row.spans.map(({ start, end }) => `${start}-${end}`));
    const right = [...gold].filter((span) => found.has(span)).length;
    const doc = row.doc ?? row.id;
    const before = counts.get(doc) ?? { right: 0, extra: 0, missed: 0 };
    counts.set(doc, {
      right: before.right + right,
      extra: before.extra + found.size - right,
      missed: before.missed + gold.size - right,
    });
    for (const span of gold) if (!found.has(span)) bump(missed, row.text, span);
    for (const span of found) if (!gold.has(span)) bump(extra, row.text, span);
  }
  const all = totals([...counts.values()]);
  return {
    strictF1: figure([...counts.values()], f1),
    strictPrecision: all.right / Math.max(1, all.right + all.extra),
    strictRecall: all.right / Math.max(1, all.right + all.missed),
    found: all.right + all.extra,
    missed: top(missed),
    extra: top(extra),
  };
}

function bump(map: Map<string, number>, text: string, span: string): void {
  const [start, end] = span.split("-").map(Number);
  const key = text.slice(start, end).toLowerCase();
  map.set(key, (map.get(key) ?? 0) + 1);
}

function top(map: ReadonlyMap<string, number>): string[] {
  return [...map]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 150)
    .map(([text, count]) => `${text} ×${count}`);
}

// Roles -------------------------------------------------------------------------------------------------------------------

export function scoreDocuments(file: string, matcher: Matcher, profiles: readonly Profile[]): ScoredDocument[] {
  return readRows<LabelledDocument>(file).map((row) => {
    const reading = read(row, matcher);
    const skills = weigh(reading, matcher, AS_OF);
    const matches = profiles.map((profile) => score(reading, skills, profile, matcher));
    return { ...row, devops: matches[0]?.score ?? 0, mlops: matches[1]?.score ?? 0, matches };
  });
}

export function measureRoles(rows: readonly ScoredDocument[], jobs: boolean): Record<string, Figure> {
  const isDevops = (row: ScoredDocument) => row.label === "devops" || (jobs && row.label === "sre");
  const isMlops = (row: ScoredDocument) => row.label === (jobs ? "mlops" : "ml");
  const devops = (list: readonly ScoredDocument[]) =>
    list.map((row) => ({ score: row.devops, positive: isDevops(row) }));
  const mlops = (list: readonly ScoredDocument[]) => list.map((row) => ({ score: row.mlops, positive: isMlops(row) }));
  const duel = rows.filter((row) => isDevops(row) || isMlops(row));
  const told = (list: readonly ScoredDocument[]) =>
    list.reduce(
      (sum, row) => sum + (row.devops === row.mlops ? 0.5 : row.devops > row.mlops === isDevops(row) ? 1 : 0),
      0,
    ) / list.length;
  return {
    devopsAuc: figure(rows, (list) => areaUnderCurve(devops(list))),
    devopsAp: figure(rows, (list) => averagePrecision(devops(list))),
    mlopsAuc: figure(rows, (list) => areaUnderCurve(mlops(list))),
    mlopsAp: figure(rows, (list) => averagePrecision(mlops(list))),
    toldApart: figure(duel, told),
  };
}

function print(set: string, figures: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(figures)) {
    const shown = Array.isArray(value) ? value.slice(0, 90).join(", ") : JSON.stringify(value);
    console.error(`${set.padEnd(18)} ${name.padEnd(16)} ${shown}`);
  }
}

function main(dir: string): void {
  const { matcher, profiles } = loadEngine();
  const pair = [DEVOPS, MLOPS].map((slug) => profiles.get(slug) as Profile).filter(Boolean);
  const out: Record<string, unknown> = {};
  for (const name of readdirSync(dir).filter((file) => /^extraction-.*\.jsonl$/.test(file))) {
    const figures = measureSpans(join(dir, name), matcher);
    if (figures.found === 0) continue;
    out[name] = figures;
    print(name.slice(0, -6), figures);
  }
  for (const [name, jobs] of [
    ["roles-resumes.jsonl", false],
    ["roles-jobs.jsonl", true],
  ] as const) {
    if (!existsSync(join(dir, name)) || pair.length < 2) continue;
    const figures = measureRoles(scoreDocuments(join(dir, name), matcher, pair), jobs);
    out[name] = figures;
    print(name.slice(0, -6), figures);
  }
  console.log(JSON.stringify(out, null, 1));
}

if (process.argv[1] === import.meta.filename) main(process.argv[2] ?? ".");

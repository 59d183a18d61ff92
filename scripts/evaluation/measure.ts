/** Every figure of labelled texts, for the engine as it is or for one without some of its rules. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AxesReading,
  type DocumentKind,
  type Matcher,
  monthOf,
  type Profile,
  type Reading,
  read,
  readAxes,
  score,
  sortFindings,
  weigh,
} from "../../src/engine/index.ts";
import type { Shipped } from "../shipped.ts";
import { areaUnderCurve, averagePrecision, type Counts, f1, figure, totals } from "./metrics.ts";

const AS_OF = monthOf("2026-11-01");

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

interface ScoredDocument extends LabelledDocument {
  readonly devops: number;
  readonly mlops: number;
  readonly lean: AxesReading["lean"];
}

/** What is measured: the engine as it is, or one without some of its rules. */
export interface Engine {
  readonly matcher: Matcher;
  readonly devops: Profile;
  readonly mlops: Profile;
  /** Tells which of the two a document describes. */
  readonly hybrid: Profile;
  /** Changes what was read before it is weighed. */
  readonly after?: (reading: Reading) => Reading;
}

const PROFILES = ["devops-engineer", "mlops-engineer", "ml-platform-engineer"] as const;

/** The engine as the service runs it. */
export function shippedEngine({ matcher, profiles }: Shipped): Engine {
  const [devops, mlops, hybrid] = PROFILES.map((slug) => profiles.get(slug));
  if (!devops || !mlops || !hybrid) throw new Error(`the seeds lack one of ${PROFILES.join(", ")}`);
  return { matcher, devops, mlops, hybrid };
}

function readWith({ matcher, after }: Engine, kind: DocumentKind, text: string): Reading {
  const reading = read({ kind, text }, matcher);
  return after ? after(reading) : reading;
}

function readRows<T>(file: string): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

// Spans -------------------------------------------------------------------------------------------------------------------

function measureSpans(file: string, engine: Engine) {
  const kind: DocumentKind = file.includes("resumes") ? "resume" : "job";
  const counts = new Map<string, Counts>();
  const missed = new Map<string, number>();
  const extra = new Map<string, number>();
  for (const row of readRows<LabelledSpanText>(file)) {
    const reading = readWith(engine, kind, row.text);
    const { skills } = sortFindings(reading, weigh(reading, engine.matcher, AS_OF));
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

function scoreDocuments(file: string, engine: Engine): ScoredDocument[] {
  const { matcher, devops, mlops, hybrid } = engine;
  return readRows<LabelledDocument>(file).map((row) => {
    const reading = readWith(engine, row.kind, row.text);
    const skills = weigh(reading, matcher, AS_OF);
    const points = (profile: Profile) => score(reading, skills, profile, matcher).score ?? 0;
    const lean = readAxes(reading, skills, hybrid, matcher)?.lean ?? "neither";
    return { ...row, devops: points(devops), mlops: points(mlops), lean };
  });
}

function measureRoles(rows: readonly ScoredDocument[], jobs: boolean) {
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
    lean: leans(duel, isDevops),
  };
}

/** What documents of either role are said to describe. */
function leans(rows: readonly ScoredDocument[], isDevops: (row: ScoredDocument) => boolean) {
  const counts = { right: 0, both: 0, neither: 0, wrong: 0 };
  for (const row of rows) {
    const { lean } = row;
    if (lean === "both" || lean === "neither") counts[lean]++;
    else counts[(lean === "devops") === isDevops(row) ? "right" : "wrong"]++;
  }
  return counts;
}

export type Measured = ReturnType<typeof measure>;

/** Every figure of the files that stand in `dir`, by file. */
export function measure(dir: string, engine: Engine) {
  const spans = Object.fromEntries(
    readdirSync(dir)
      .filter((file) => /^extraction-.*\.jsonl$/.test(file))
      .map((file) => [file, measureSpans(join(dir, file), engine)] as const)
      .filter(([, { found }]) => found > 0),
  );
  const roles = Object.fromEntries(
    ["roles-resumes.jsonl", "roles-jobs.jsonl"]
      .filter((file) => existsSync(join(dir, file)))
      .map((file) => [file, measureRoles(scoreDocuments(join(dir, file), engine), file.includes("jobs"))] as const),
  );
  return { spans, roles };
}

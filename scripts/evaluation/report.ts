/** Writes the measured figures into the page that quotes them. */
import { ENGINE_VERSION } from "../../src/engine/index.ts";
import { write } from "../blocks.ts";
import type { Shipped } from "../shipped.ts";
import { groupTable } from "./groups.ts";
import { type Measured, measure, shippedEngine } from "./measure.ts";
import type { Figure } from "./metrics.ts";

const PAGE = "docs/matching-quality.md";

/** Figures and groups, between their marks. */
export function writeReport(dir: string, shipped: Shipped): void {
  const whole = measure(dir, shippedEngine(shipped));
  write({ file: PAGE, name: "figures", text: `\n${figureTable(whole)}\n` });
  write({ file: PAGE, name: "groups", text: `\n${groupTable(dir, shipped, whole)}\n` });
}

function figureTable({ spans, roles }: Measured): string {
  const resumes = roles["roles-resumes.jsonl"];
  const posts = roles["roles-jobs.jsonl"];
  const [sentences] = Object.values(spans);
  const rows = [
    line("resumes: DevOps AUC", resumes?.devopsAuc, ".93"),
    line("resumes: DevOps AP", resumes?.devopsAp, ".70"),
    line("resumes: MLOps AUC", resumes?.mlopsAuc, ".98"),
    line("resumes: MLOps AP", resumes?.mlopsAp, ".87"),
    line("resumes: told apart", resumes?.toldApart, ".96"),
    line("job posts: DevOps and SRE AUC", posts?.devopsAuc, ".955"),
    line("job posts: DevOps and SRE AP", posts?.devopsAp, ".73"),
    line("job posts: MLOps AUC", posts?.mlopsAuc, ".975"),
    line("job posts: MLOps AP", posts?.mlopsAp, ".48"),
    line("job sentences: strict span F1", sentences?.strictF1, ".60"),
    `| job sentences: precision | ${short(sentences?.strictPrecision)} | .70 |`,
    `| job sentences: recall | ${short(sentences?.strictRecall)} | – |`,
  ];
  return [
    `Development half, engine ${ENGINE_VERSION}, written by \`npm run eval -- DIR --write\`. The HTTP API gives the same.`,
    "",
    "| figure | value (95 % interval) | floor |",
    "|---|---|---|",
    ...rows,
    "",
    `What a document describes, by its axes (\`lean\`): ${leaning("job posts", posts?.lean)}; ${leaning("resumes", resumes?.lean)}.`,
  ].join("\n");
}

function line(name: string, figure: Figure | undefined, floor: string): string {
  const [low, high] = figure?.ci95 ?? [];
  return `| ${name} | ${short(figure?.value)} (${short(low)} to ${short(high)}) | ${floor} |`;
}

function leaning(what: string, lean: { readonly [answer: string]: number } = {}): string {
  return `of the ${what} filed under either role ${Object.entries(lean)
    .map(([answer, count]) => `${count} ${answer}`)
    .join(", ")}`;
}

function short(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(3).replace(/^0/, "");
}

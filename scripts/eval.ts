/**
 * Measures matching in process: `npm run eval -- DIR [--groups|--write]`, DIR holding labelled texts as JSON Lines.
 *
 *   extraction-*.jsonl   {id, doc?, text, spans: [{start, end}]}   what experts marked as skills
 *   roles-resumes.jsonl  {id, kind, label, text}                    labelled resumes
 *   roles-jobs.jsonl     {id, kind, label, text}                    labelled job posts
 *
 * Figures go to standard output as one JSON object; a readable table goes to standard error. With `--groups` a Markdown table: the
 * same figures with one group of rules left out at a time. `--write` puts both into docs/matching-quality.md.
 */
import { groupTable } from "./evaluation/groups.ts";
import { measure, shippedEngine } from "./evaluation/measure.ts";
import { writeReport } from "./evaluation/report.ts";
import { loadShipped } from "./shipped.ts";

function print(set: string, figures: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(figures)) {
    const shown = Array.isArray(value) ? value.slice(0, 90).join(", ") : JSON.stringify(value);
    console.error(`${set.padEnd(18)} ${name.padEnd(16)} ${shown}`);
  }
}

function main(dir: string, options: ReadonlySet<string>): void {
  const shipped = loadShipped();
  if (options.has("--write")) return writeReport(dir, shipped);
  if (options.has("--groups")) return console.log(groupTable(dir, shipped));
  const { spans, roles } = measure(dir, shippedEngine(shipped));
  for (const [file, figures] of Object.entries({ ...spans, ...roles })) print(file.slice(0, -6), figures);
  console.log(JSON.stringify({ ...spans, ...roles }, null, 1));
}

const [dir = "."] = process.argv.slice(2).filter((one) => !one.startsWith("--"));
main(dir, new Set(process.argv.slice(2).filter((one) => one.startsWith("--"))));

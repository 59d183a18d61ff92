/**
 * Measures matching in process: `npm run eval -- DIR [--groups]`, DIR holding labelled texts as JSON Lines.
 *
 *   extraction-*.jsonl   {id, doc?, text, spans: [{start, end}]}   what experts marked as skills
 *   roles-resumes.jsonl  {id, kind, label, text}                    labelled resumes
 *   roles-jobs.jsonl     {id, kind, label, text}                    labelled job posts
 *
 * Figures go to standard output as one JSON object; a readable table goes to standard error. With `--groups` a Markdown table: the
 * same figures with one group of rules left out at a time.
 */
import { groupTable } from "./evaluation/groups.ts";
import { measure, shippedEngine } from "./evaluation/measure.ts";
import { loadShipped } from "./shipped.ts";

function print(set: string, figures: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(figures)) {
    const shown = Array.isArray(value) ? value.slice(0, 90).join(", ") : JSON.stringify(value);
    console.error(`${set.padEnd(18)} ${name.padEnd(16)} ${shown}`);
  }
}

function main(dir: string, groups: boolean): void {
  const shipped = loadShipped();
  if (groups) {
    console.log(groupTable(dir, shipped));
    return;
  }
  const { spans, roles } = measure(dir, shippedEngine(shipped));
  for (const [file, figures] of Object.entries({ ...spans, ...roles })) print(file.slice(0, -6), figures);
  console.log(JSON.stringify({ ...spans, ...roles }, null, 1));
}

main(process.argv.slice(2).find((one) => !one.startsWith("--")) ?? ".", process.argv.includes("--groups"));

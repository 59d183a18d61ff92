/**
 * Everything that can be said of the project beside `npm test`, each step with its time. Ends with 1 when any fails.
 * `npm run verify -- --quick` leaves out the browser tests, which take minutes where all the rest takes seconds.
 */
import { spawnSync } from "node:child_process";

/** In the order of how fast they speak. */
const STEPS: readonly (readonly [name: string, command: string])[] = [
  ["format", "biome check"],
  ["lint and import law", "oxlint"],
  ["types", "tsc --noEmit"],
  ["dead code", "knip"],
  ["seeds", "node scripts/check-seeds.ts"],
  ["schema and migrations agree", "node scripts/db-drift.ts"],
  ["openapi.json is what the routes say", "node scripts/openapi.ts --check"],
  ["openapi.json is good OpenAPI", "redocly lint"],
  ["container files", "npm run --silent containers:lint"],
];

/** Their report is counted by CI together with the others. */
const BROWSER = [
  "browser tests",
  "npm run --silent test:browser -- --reporter=default --reporter=json --outputFile.json=test-results/browser.json",
] as const;

const steps = process.argv.includes("--quick") ? STEPS : [...STEPS, BROWSER];
const failed: string[] = [];
for (const [name, command] of steps) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(command, { shell: true, encoding: "utf8" });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (status === 0) continue;
  failed.push(name);
  console.log(`$ ${command}\n${stdout}${stderr}`);
}
console.log(
  failed.length === 0 ? `verify: all ${steps.length} steps are fine` : `verify: failed: ${failed.join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Everything that can be said of the project without running its tests, each step with its time. Ends with 1 when any fails. */
import { spawnSync } from "node:child_process";
import packageJson from "../package.json" with { type: "json" };

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
  ...("test:browser" in packageJson.scripts ? [["browser tests", "npm run --silent test:browser"] as const] : []),
];

const failed: string[] = [];
for (const [name, command] of STEPS) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(command, { shell: true, encoding: "utf8" });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (status === 0) continue;
  failed.push(name);
  console.log(`$ ${command}\n${stdout}${stderr}`);
}
console.log(
  failed.length === 0 ? `verify: all ${STEPS.length} steps are fine` : `verify: failed: ${failed.join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

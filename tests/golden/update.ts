/** Rewrites golden.json: `npm run golden:update`. golden.test.ts says when. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { GOLDEN_FILE, type Golden, produceGolden } from "./produce.ts";

const produced = produceGolden();
const stored = existsSync(GOLDEN_FILE) ? (JSON.parse(readFileSync(GOLDEN_FILE, "utf8")) as Golden) : null;
const text = `${JSON.stringify(produced, null, 2)}\n`;

if (stored && `${JSON.stringify(stored, null, 2)}\n` === text) console.log("golden.json is as it should be");
else if (stored && stored.engineVersion === produced.engineVersion && stored.seedsSha256 === produced.seedsSha256) {
  console.error(
    "Refused: the output changed, but ENGINE_VERSION and the seeds did not. Raise ENGINE_VERSION in src/engine/version.ts first.",
  );
  process.exitCode = 1;
} else {
  writeFileSync(GOLDEN_FILE, text);
  console.log(`golden.json rewritten for engine ${produced.engineVersion}; read what moved: git diff tests/golden`);
}

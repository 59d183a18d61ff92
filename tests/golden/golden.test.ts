/**
 * The golden corpus: what the engine answers to a dozen invented documents, stored whole in golden.json (each part by its hash, scores
 * and skills as lines beside). A receipt promises the same bytes from the same engine version and the same taxonomy; this test keeps
 * that promise:
 *
 *   output changed, ENGINE_VERSION and seeds did not   raise ENGINE_VERSION (src/engine/version.ts), then `npm run golden:update`
 *   ENGINE_VERSION or the seeds changed                `npm run golden:update`, and read what moved in the diff of golden.json
 *
 * `npm run golden:update` refuses while neither has changed.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GOLDEN_FILE, type Golden, type GoldenDocument, produceGolden } from "./produce.ts";

const stored = JSON.parse(readFileSync(GOLDEN_FILE, "utf8")) as Golden;
const produced = produceGolden();

test("is stored for this engine version and these seeds (else: npm run golden:update)", () => {
  const origin = ({ engineVersion, seedsSha256 }: Golden) => ({ engineVersion, seedsSha256 });
  expect(origin(stored)).toEqual(origin(produced));
});

describe.runIf(stored.engineVersion === produced.engineVersion && stored.seedsSha256 === produced.seedsSha256)(
  "output changed without ENGINE_VERSION: raise it, or undo what changed",
  () => {
    test("the documents are the stored ones", () => {
      expect(Object.keys(produced.documents)).toEqual(Object.keys(stored.documents));
    });

    test.each(Object.entries(produced.documents))("%s", (name, document) => {
      const before = stored.documents[name] as GoldenDocument;
      expect(document.scores).toEqual(before.scores);
      expect(document.skills).toEqual(before.skills);
      expect(document.hashes).toEqual(before.hashes);
    });
  },
);

/** SHA-256 over the seed files as they lie there: cheap enough to ask at every start whether anything changed. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export function hashSeeds(dir: string): string {
  const hash = createHash("sha256");
  for (const folder of ["skills", "profiles"])
    for (const name of readdirSync(join(dir, folder)).sort()) {
      if (!name.endsWith(".yaml")) continue;
      const bytes = readFileSync(join(dir, folder, name));
      hash.update(`${folder}/${name} ${bytes.length}\n`).update(bytes);
    }
  return hash.digest("hex");
}

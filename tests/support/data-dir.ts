/** A data directory that is thrown away. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface DataDir {
  readonly path: string;
  remove(): void;
}

/** Other accounts may pass through it: as root the server runs as one of them, and would else lie outside. */
export function makeDataDir(): DataDir {
  const path = mkdtempSync(join(tmpdir(), "skills-matcher-"));
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

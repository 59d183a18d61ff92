/** The API key made on first start, kept in the data directory and readable by its owner only. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface KeyFile {
  readonly path: string;
  /** The key kept there, or null. */
  read(): string | null;
  /** False where the file cannot be written, as on a read-only file system. */
  write(key: string): boolean;
}

export function createKeyFile(dataDir: string): KeyFile {
  const path = join(dataDir, "api-key");
  return {
    path,
    read() {
      try {
        return readFileSync(path, "utf8").trim() || null;
      } catch {
        return null;
      }
    },
    write(key) {
      try {
        mkdirSync(dataDir, { recursive: true, mode: 0o700 });
        writeFileSync(`${path}.new`, `${key}\n`, { mode: 0o600, flush: true });
        renameSync(`${path}.new`, path);
        return true;
      } catch {
        return false;
      }
    },
  };
}

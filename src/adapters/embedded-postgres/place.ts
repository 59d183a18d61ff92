/** Where the embedded server's files lie. */
import { randomBytes } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../../services/start-errors.ts";
import type { Binaries } from "./binaries.ts";
import { program } from "./binaries.ts";
import { canReach, type RunAs } from "./run-as.ts";

/** Used where the account `postgres` cannot enter the data directory or node_modules, as in a clone in root's home (0700). */
export const FALLBACK_FOLDER = "/var/lib/skills-matcher";

/** In the data directory: holds the path of the server's files where they had to lie elsewhere. */
const POINTER = "postgres-is-at";

export interface Place {
  /** Holds `postgres/` (made whole by a rename) and, while it is being made, `postgres.new-…`. */
  readonly home: string;
  /** bin/, lib/ and share/ of the server. */
  readonly binaries: string;
}

/** Chooses and makes the folders. The choice for a data directory is made once and kept in a pointer file. */
export function choosePlace(dataDir: string, binaries: Binaries, runAs: RunAs): Place {
  // The server's account has to pass through a folder of root's; its own folder below is closed to everybody else.
  mkdirSync(dataDir, { recursive: true, mode: runAs.uid === undefined ? 0o700 : 0o711 });
  try {
    return { home: chooseHome(dataDir, runAs), binaries: reachableBinaries(binaries, runAs) };
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    throw new StartError(
      "embeddedPostgres",
      `The account that runs PostgreSQL cannot enter ${dataDir} or node_modules, and ${FALLBACK_FOLDER} cannot be written. ` +
        "Move the project or DATA_DIR to a folder that other accounts may enter, or set DATABASE_URL.",
      { cause },
    );
  }
}

function chooseHome(dataDir: string, runAs: RunAs): string {
  const pointer = join(dataDir, POINTER);
  if (existsSync(pointer)) return makeHome(readFileSync(pointer, "utf8").trim(), runAs);
  if (existsSync(join(dataDir, "postgres")) || canReach(runAs, dataDir)) return dataDir;
  const home = join(FALLBACK_FOLDER, `data-${randomBytes(6).toString("hex")}`);
  makeHome(home, runAs);
  writeFileSync(`${pointer}.new`, `${home}\n`, { flush: true });
  renameSync(`${pointer}.new`, pointer);
  return home;
}

function makeHome(home: string, runAs: RunAs): string {
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (!canReach(runAs, home)) throw new Error(`${home} cannot be entered`);
  return home;
}

/** The package's own folder, or a copy (60 MB, made once for each version) where the account cannot enter that. */
function reachableBinaries({ root, version }: Binaries, runAs: RunAs): string {
  if (canReach(runAs, program(root, "postgres"))) return root;
  const copy = join(FALLBACK_FOLDER, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.new-${process.pid}`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(FALLBACK_FOLDER, { recursive: true, mode: 0o755 });
    cpSync(root, half, { recursive: true, verbatimSymlinks: true });
    if (!existsSync(copy)) renameSync(half, copy);
  }
  if (!canReach(runAs, program(copy, "postgres"))) throw new Error(`${copy} cannot be entered`);
  return copy;
}

/** Gives a folder to the server's account. */
export function giveTo(runAs: RunAs, path: string): void {
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(path, runAs.uid, runAs.gid);
}

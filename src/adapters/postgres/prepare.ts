/** Everything a database needs before it can be used, done by one instance at a time and once. */
import { setTimeout as sleep } from "node:timers/promises";
import type { ClientBase } from "pg";
import { StartError } from "../../services/start-errors.ts";
import { connect } from "./connect.ts";
import { installSeeds, type SeedOutcome, type SeedSource } from "./install-seeds.ts";
import { type Migration, migrate } from "./migrate.ts";

export interface PrepareOptions {
  readonly migrations: readonly Migration[];
  readonly seeds: SeedSource;
  readonly between?: (() => void) | undefined;
  readonly midSeed?: (() => void) | undefined;
  /** The last step, still inside the lock, on the same connection. */
  readonly finish?: (client: ClientBase) => Promise<void>;
}

export interface Prepared {
  /** Names of the migrations applied now. */
  readonly migrated: readonly string[];
  readonly seeded: SeedOutcome;
}

/** Any fixed number, the same in every release. */
const START_LOCK = 715_518;
const LOCK_PATIENCE_MS = 120_000;

/** Migrates, seeds and finishes under one advisory lock of the database. Throws a `StartError` when that cannot be. */
export async function prepareDatabase(url: string, options: PrepareOptions): Promise<Prepared> {
  const client = await connect(url);
  try {
    await takeLock(client);
    const migrated = await migrate(client, options.migrations, { between: options.between });
    const seeded = await installSeeds(client, options.seeds, { midway: options.midSeed });
    await options.finish?.(client);
    return { migrated, seeded };
  } finally {
    // Ends the lock, too.
    await client.end().catch(() => {});
  }
}

async function takeLock(client: ClientBase): Promise<void> {
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>("SELECT pg_try_advisory_lock($1) AS locked", [START_LOCK]);
    if (rows[0]?.locked) return;
    if (Date.now() > deadline)
      throw new StartError(
        "migration",
        `Another instance has been preparing this database for ${LOCK_PATIENCE_MS / 1000} s: wait for it, or end its connection.`,
      );
    await sleep(100);
  }
}

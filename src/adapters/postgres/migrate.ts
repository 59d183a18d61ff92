/**
 * Applies `prisma/migrations` (Prisma's ordinary layout and table). Each pending migration is sent whole, with its row in
 * `_prisma_migrations`, in one transaction: a crash leaves all of it or nothing, and bodies with semicolons stay in one piece.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClientBase } from "pg";
import { StartError } from "../../services/start-errors.ts";

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hex, as Prisma writes it. */
  readonly checksum: string;
}

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

export interface MigrateHooks {
  /** Called after one migration was committed and before the next. */
  readonly between?: (() => void) | undefined;
}

/** As Prisma makes it. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

/** Ordered by name, which begins with the time it was written. */
export function readMigrations(dir: string): Migration[] {
  return readdirSync(dir)
    .filter((name) => existsSync(join(dir, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(dir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** Names of those applied now. The caller holds the start lock. Throws a `StartError` when database and code do not fit. */
export async function migrate(
  client: ClientBase,
  migrations: readonly Migration[],
  hooks: MigrateHooks = {},
): Promise<string[]> {
  await client.query(TABLE);
  const applied = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  const pending = findPending(migrations, applied.rows);
  for (const [index, migration] of pending.entries()) {
    if (index > 0) hooks.between?.();
    await apply(client, migration);
  }
  return pending.map(({ name }) => name);
}

function findPending(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const name = row.migration_name;
    if (!row.finished_at)
      throw new StartError(
        "migration",
        `The migration ${name} was begun by another tool and did not finish: mend it there first.`,
      );
    const migration = known.get(name);
    if (!migration)
      throw new StartError(
        "newerSchema",
        `The database has the migration ${name}, which this release does not know: it belongs to a newer one. Start that release.`,
      );
    if (migration.checksum !== row.checksum)
      throw new StartError(
        "migration",
        `The migration ${name} was applied and has been changed since: restore its file.`,
      );
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => {});
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StartError("migration", `The migration ${name} failed and left nothing behind: ${why}.`, { cause });
  }
}

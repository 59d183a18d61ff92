import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect } from "../../../src/adapters/postgres/connect.ts";
import { type Migration, migrate, readMigrations } from "../../../src/adapters/postgres/migrate.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";

const dir = join(import.meta.dirname, "../../../prisma/migrations");
const shipped = readMigrations(dir);

let database: TestDatabase;
let client: pg.Client;
beforeEach(async () => {
  database = await createTestDatabase("empty");
  client = await connect(database.url);
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

async function count(sql: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`);
  return rows[0]?.n ?? -1;
}

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

describe("migrations", () => {
  test("are read in the order of their names, with the checksum that Prisma writes", () => {
    expect(shipped.map(({ name }) => name)).toEqual(shipped.map(({ name }) => name).sort());
    const file = readFileSync(join(dir, shipped[0]!.name, "migration.sql"));
    expect(shipped[0]!.checksum).toBe(createHash("sha256").update(file).digest("hex"));
  });

  test("make every table, with a row each in Prisma's own table, and nothing the second time", async () => {
    expect(await migrate(client, shipped)).toEqual(shipped.map(({ name }) => name));
    expect(await count("_prisma_migrations WHERE finished_at IS NOT NULL AND applied_steps_count = 1")).toBe(
      shipped.length,
    );
    expect(await migrate(client, shipped)).toEqual([]);
    expect(await count("_prisma_migrations")).toBe(shipped.length);
  });

  test("give every table a comment", async () => {
    await migrate(client, shipped);
    const { rows } = await client.query(
      `SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r' AND relname NOT LIKE '\\_%' AND obj_description(c.oid, 'pg_class') IS NULL`,
    );
    expect(rows).toEqual([]);
  });

  test("that fail leave nothing behind, neither tables nor a row", async () => {
    const broken = migration("9_broken", "CREATE TABLE half (id int); SELECT 1 / 0;");
    await expect(migrate(client, [...shipped, broken])).rejects.toMatchObject({
      reason: "migration",
      message: expect.stringContaining("9_broken"),
    });
    expect(await count("pg_tables WHERE tablename = 'half'")).toBe(0);
    expect(await count("_prisma_migrations")).toBe(shipped.length);
    expect(await migrate(client, [...shipped, migration("9_broken", "CREATE TABLE whole (id int)")])).toEqual([
      "9_broken",
    ]);
  });

  test("may hold bodies and comments with semicolons", async () => {
    const sql = `CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$; COMMENT ON FUNCTION f() IS 'a; b';`;
    await migrate(client, [migration("1_body", sql)]);
    expect(await count("pg_proc WHERE proname = 'f'")).toBe(1);
  });

  test("unknown to the code mean a newer schema", async () => {
    await migrate(client, [...shipped, migration("99990101000000_future", "SELECT 1")]);
    await expect(migrate(client, shipped)).rejects.toMatchObject({
      reason: "newerSchema",
      message: expect.stringContaining("99990101000000_future"),
    });
  });

  test("that were changed after they were applied are refused", async () => {
    await migrate(client, [migration("1_one", "SELECT 1")]);
    await expect(migrate(client, [migration("1_one", "SELECT 2")])).rejects.toMatchObject({ reason: "migration" });
  });

  test("that another tool left unfinished are refused, and those it rolled back are ignored", async () => {
    await migrate(client, []);
    const row = (name: string, rolledBack: string) =>
      client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, rolled_back_at) VALUES (gen_random_uuid(), '', '${name}', ${rolledBack})`,
      );
    await row("1_one", "now()");
    expect(await migrate(client, [migration("1_one", "SELECT 1")])).toEqual(["1_one"]);
    await row("2_two", "NULL");
    await expect(migrate(client, [migration("1_one", "SELECT 1")])).rejects.toMatchObject({ reason: "migration" });
  });
});

/** A database of its own for a test file, cloned from a template and dropped afterwards. */
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { withDatabase } from "./global-setup.ts";

/** `empty`: nothing in it; `migrated`: the tables; `seeded`: as after a first start, without a key. */
export type TemplateKind = "empty" | "migrated" | "seeded";

export interface TestDatabase {
  readonly url: string;
  /** Throws when a connection was left open by the test. */
  drop(): Promise<void>;
}

export async function createTestDatabase(kind: TemplateKind = "seeded"): Promise<TestDatabase> {
  const { adminUrl, templates, seedFault } = inject("postgres");
  if (kind === "seeded" && seedFault !== null) throw new Error(seedFault);
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(adminUrl, (admin) =>
    admin.query(`CREATE DATABASE ${name} TEMPLATE ${templates[kind]} ENCODING 'UTF8'`),
  );
  return {
    url: withDatabase(adminUrl, name),
    drop: () => asAdmin(adminUrl, (admin) => dropDatabase(admin, name)),
  };
}

/** For the whole file: made before its first test, dropped after its last. The URL is there once tests run. */
export function useTestDatabase(kind: TemplateKind = "seeded"): { readonly url: string } {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase(kind);
  });
  afterAll(async () => await database?.drop());
  return {
    get url() {
      if (!database) throw new Error("the test database is there in hooks and tests only");
      return database.url;
    },
  };
}

async function dropDatabase(admin: pg.Client, name: string): Promise<void> {
  const left = async () => {
    const { rows } = await admin.query<{ query: string }>("SELECT query FROM pg_stat_activity WHERE datname = $1", [
      name,
    ]);
    return rows.map(({ query }) => query);
  };
  // A connection that was just closed takes the server a moment to see.
  let open = await left();
  for (let waited = 0; open.length > 0 && waited < 1000; waited += 50) {
    await sleep(50);
    open = await left();
  }
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  if (open.length > 0)
    throw new Error(`the test left ${open.length} connections open; their last queries: ${open.join(" | ")}`);
}

async function asAdmin<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

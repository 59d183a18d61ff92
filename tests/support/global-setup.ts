/**
 * One server for all test files, with template databases that each file clones. Without TEST_DATABASE_URL an embedded one is
 * started and thrown away; with it (`postgresql://user:password@host:port/postgres`, a role that may create databases) that
 * server is used, and everything made there is dropped again.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../src/adapters/embedded-postgres/embedded-postgres.ts";
import { readMigrations } from "../../src/adapters/postgres/migrate.ts";
import { prepareDatabase } from "../../src/adapters/postgres/prepare.ts";
import { hashSeeds } from "../../src/adapters/seeds/hash-seeds.ts";
import { readSeeds, type Seeds } from "../../src/adapters/seeds/read-seeds.ts";
import { makeDataDir } from "./data-dir.ts";
import { source } from "./seeds.ts";

export interface TestServer {
  /** A database of the server that others are made from. */
  readonly adminUrl: string;
  readonly templates: { readonly empty: string; readonly migrated: string; readonly seeded: string };
  /** Why there is no seeded template, or null. Only the files that ask for it fail. */
  readonly seedFault: string | null;
}

declare module "vitest" {
  interface ProvidedContext {
    readonly postgres: TestServer;
  }
}

const prisma = join(import.meta.dirname, "../../prisma");
const noSeeds: Seeds = { skills: [], areas: new Map(), profiles: [] };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer();
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  const run = randomBytes(4).toString("hex");
  const templates = { empty: "template0", migrated: `template_${run}_migrated`, seeded: `template_${run}_seeded` };
  await admin.query(`CREATE DATABASE ${templates.migrated} TEMPLATE template0 ENCODING 'UTF8'`);
  const migrations = readMigrations(join(prisma, "migrations"));
  await prepareDatabase(withDatabase(server.url, templates.migrated), { migrations, seeds: source(noSeeds) });
  await admin.query(`CREATE DATABASE ${templates.seeded} TEMPLATE ${templates.migrated}`);
  let seedFault: string | null = null;
  const seeds = { hash: hashSeeds(join(prisma, "seed")), read: () => readSeeds(join(prisma, "seed")) };
  await prepareDatabase(withDatabase(server.url, templates.seeded), { migrations, seeds }).catch((error) => {
    seedFault = String(error);
  });
  project.provide("postgres", { adminUrl: server.url, templates, seedFault });
  return async () => {
    for (const name of [templates.migrated, templates.seeded]) await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await admin.end();
    await server.close();
  };
}

async function findServer(): Promise<{ url: string; close(): Promise<void> }> {
  const url = process.env["TEST_DATABASE_URL"];
  if (url) return { url, close: async () => {} };
  const dataDir = makeDataDir();
  const server = await startEmbeddedPostgres({ dataDir: dataDir.path, durable: false });
  return {
    url: server.url,
    async close() {
      await server.close();
      dataDir.remove();
    },
  };
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

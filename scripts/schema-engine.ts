/**
 * What separates the database that prisma/migrations makes from prisma/schema.prisma, as SQL. Prisma's engine, compiled to
 * WebAssembly, reads both; the migrations are applied by the service's own code to a server that is thrown away afterwards.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlQuery } from "@prisma/driver-adapter-utils";
import type { DiffTarget, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { startEmbeddedPostgres } from "../src/adapters/embedded-postgres/embedded-postgres.ts";
import { connect } from "../src/adapters/postgres/connect.ts";
import { migrate, readMigrations } from "../src/adapters/postgres/migrate.ts";
import { makeDataDir } from "../tests/support/data-dir.ts";

/** The part of it used here; its types come with those of browsers only. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, () => void> } }>;
};

const root = join(import.meta.dirname, "..");
export const migrationsDir = join(root, "prisma/migrations");

/** SQL that would turn the migrated database into what the schema says; empty when there is no drift. */
export async function schemaDiff(): Promise<string> {
  const dataDir = makeDataDir();
  const server = await startEmbeddedPostgres({ dataDir: dataDir.path, durable: false });
  try {
    const client = await connect(server.url);
    await migrate(client, readMigrations(migrationsDir)).finally(() => client.end());
    return await diff(server.url);
  } finally {
    await server.close();
    dataDir.remove();
  }
}

async function diff(url: string): Promise<string> {
  const path = "prisma/schema.prisma";
  const content = readFileSync(join(root, path), "utf8");
  const engine = await loadEngine(content, url);
  const files = [{ path, content }];
  const from: DiffTarget = { tag: "schemaDatasource", files, configDir: join(root, "prisma") };
  const to: DiffTarget = { tag: "schemaDatamodel", files };
  const filters = { externalTables: [], externalEnums: [] };
  const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters });
  const sql = (stdout ?? "").trim();
  return sql === "-- This is an empty migration." ? "" : sql;
}

/** The package's own entry imports a .wasm file, which Node does not do yet: put together by hand. */
async function loadEngine(schema: string, url: string): Promise<SchemaEngine> {
  const require = createRequire(import.meta.url);
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = readFileSync(join(require.resolve("@prisma/schema-engine-wasm"), "../schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports["__wbindgen_start"]?.();
  const adapter = bindMigrationAwareSqlAdapterFactory(catalogAdapter(url));
  return await glue.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
}

/**
 * The adapter refuses the catalogue's one-letter type "char" (18), which the engine reads: it is shown text (25), and its
 * answer is given the right name again.
 */
function catalogAdapter(url: string) {
  const letters = new Set<string>();
  const pool = new pg.Pool({ connectionString: url });
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  const shown = async (config: pg.QueryConfig) => {
    const result = await query(config);
    for (const field of result.fields.filter((one) => one.dataTypeID === 18)) {
      letters.add(field.name);
      field.dataTypeID = 25;
    }
    return result;
  };
  const factory = new PrismaPg(Object.assign(pool, { query: shown }), { disposeExternalPool: true });
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, {
    async connect() {
      const adapter = await connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      return Object.assign(adapter, {
        async queryRaw(asked: SqlQuery) {
          const answer = await queryRaw(asked);
          const columnTypes = answer.columnTypes.map((type, index) =>
            letters.has(answer.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
          );
          return { ...answer, columnTypes };
        },
      });
    },
  });
}

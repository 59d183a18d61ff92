/** Every start that cannot succeed says why in a sentence, with an exit code of its own and no secret. */
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, inject, test } from "vitest";
import { migrate, readMigrations } from "../../src/adapters/postgres/migrate.ts";
import { EXIT_CODES } from "../../src/services/start-errors.ts";
import { makeDataDir } from "../support/data-dir.ts";
import { useTestDatabase } from "../support/database.ts";
import { spawnService } from "../support/service.ts";

const database = useTestDatabase("migrated");
const dataDir = makeDataDir();
afterAll(() => dataDir.remove());

async function failedStart(environment: Record<string, string>) {
  const service = spawnService({ DATA_DIR: dataDir.path, ...environment });
  const code = await service.ended;
  expect(service.said.out).toBe("");
  return { code, message: service.said.err.trim() };
}

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

describe("a start", { timeout: 60_000 }, () => {
  test("with a wrong setting", async () => {
    expect(await failedStart({ PORT: "many" })).toEqual({
      code: EXIT_CODES.setting,
      message: 'The setting PORT must be a whole number from 0 to 65535 (0 takes any free port); it is "many".',
    });
  });

  test("where nothing can be listened on", async () => {
    const { code, message } = await failedStart({ HOST: "192.0.2.1", PORT: "3000" });
    expect(code).toBe(EXIT_CODES.address);
    expect(message).toBe("Port 3000 of 192.0.2.1 cannot be listened on (EADDRNOTAVAIL): set HOST and PORT.");
  });

  test("where no server answers", async () => {
    const { code, message } = await failedStart({ DATABASE_URL: "postgresql://me:hunter2@127.0.0.1:1/matcher" });
    expect(code).toBe(EXIT_CODES.databaseUnreachable);
    expect(message).toBe(
      "No database answers at 127.0.0.1:1 (ECONNREFUSED): is the server running, and is DATABASE_URL right?",
    );
  });

  test("at a host that does not exist", async () => {
    const { code, message } = await failedStart({ DATABASE_URL: "postgresql://me:hunter2@nowhere.invalid/matcher" });
    expect(code).toBe(EXIT_CODES.databaseUnreachable);
    expect(message).toMatch(/^No database answers at nowhere\.invalid \(E[A-Z_]+\): /);
  });

  test("at something that is no PostgreSQL", async () => {
    const other = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")).listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, message } = await failedStart({ DATABASE_URL: `postgresql://me:hunter2@127.0.0.1:${port}/matcher` });
    other.close();
    expect(code).toBe(EXIT_CODES.databaseUnreachable);
    expect(message).not.toContain("hunter2");
  });

  test("with a wrong password", async () => {
    const url = changed((one) => {
      one.password = "hunter2";
    });
    const { code, message } = await failedStart({ DATABASE_URL: url });
    expect(code).toBe(EXIT_CODES.databaseRefused);
    const { host, username } = new URL(url);
    expect(message).toBe(
      `The database server at ${host} refused the login of "${username}": check user and password in DATABASE_URL.`,
    );
  });

  test("with a database that is not there", async () => {
    const { code, message } = await failedStart({
      DATABASE_URL: changed((one) => {
        one.pathname = "/nothing_here";
      }),
    });
    expect(code).toBe(EXIT_CODES.databaseRefused);
    expect(message).toMatch(/^The server at \S+ has no database "nothing_here": make it first/);
  });

  test("on a newer schema", async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const shipped = readMigrations(join(import.meta.dirname, "../../prisma/migrations"));
    await migrate(client, [...shipped, { name: "99990101000000_future", sql: "SELECT 1", checksum: "" }]);
    const { code, message } = await failedStart({ DATABASE_URL: database.url });
    await client.query("DELETE FROM _prisma_migrations WHERE migration_name LIKE '9999%'");
    await client.end();
    expect(code).toBe(EXIT_CODES.newerSchema);
    expect(message).toMatch(/99990101000000_future, which this release does not know: it belongs to a newer one/);
  });

  test("on a database that is not UTF-8", async () => {
    const admin = new pg.Client({ connectionString: inject("postgres").adminUrl });
    await admin.connect();
    await admin.query(
      "CREATE DATABASE test_latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'" + (await builtin(admin)),
    );
    const { code, message } = await failedStart({
      DATABASE_URL: changed((one) => {
        one.pathname = "/test_latin";
      }),
    });
    await admin.query("DROP DATABASE test_latin WITH (FORCE)");
    await admin.end();
    expect({ code, message }).toEqual({
      code: EXIT_CODES.databaseUnsuitable,
      message: "The database's encoding must be UTF8, and it is LATIN1.",
    });
  });
});

/** Servers from 17 on may have been made with a locale that is UTF-8 only. */
async function builtin(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  return (rows[0]?.version ?? 0) >= 170_000 ? " LOCALE_PROVIDER libc" : "";
}

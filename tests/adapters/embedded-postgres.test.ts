/** What an embedded server does with what it finds in its data directory. Whole lives are in tests/process. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "../../src/adapters/embedded-postgres/embedded-postgres.ts";
import { FALLBACK_FOLDER } from "../../src/adapters/embedded-postgres/place.ts";
import { type DataDir, makeDataDir } from "../support/data-dir.ts";

let dataDir: DataDir;
const running: EmbeddedPostgres[] = [];
const notices: string[] = [];
beforeEach(() => {
  dataDir = makeDataDir();
  notices.length = 0;
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
  dataDir.remove();
});

async function start(path = dataDir.path): Promise<EmbeddedPostgres> {
  const onNotice = (text: string) => notices.push(text);
  const server = await startEmbeddedPostgres({ dataDir: path, durable: false, onNotice });
  running.push(server);
  return server;
}

async function ask<T>(server: EmbeddedPostgres, sql: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] as T;
  } finally {
    await client.end();
  }
}

describe("an embedded server", { timeout: 60_000 }, () => {
  test("listens on the loopback interface only, asks for a password, and keeps statements out of its log", async () => {
    const server = await start();
    const sql = `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
                        current_setting('server_encoding') AS encoding, current_setting('server_version_num')::int / 10000 AS major`;
    expect(await ask(server, sql)).toEqual({ addresses: "127.0.0.1", sockets: "", encoding: "UTF8", major: 18 });
    const wrong = new URL(server.url);
    wrong.password = "guess";
    const client = new pg.Client({ connectionString: wrong.href });
    await expect(client.connect()).rejects.toMatchObject({ code: "28P01" });
    await expect(ask(server, "SELECT 1 / 0 AS private_words")).rejects.toMatchObject({ code: "22012" });
    const log = readFileSync(join(server.folder, "server.log"), "utf8");
    expect(log).toContain("division by zero");
    expect(log).not.toContain("private_words");
  });

  test("makes its cluster anew where an earlier start died half-way", async () => {
    const half = join(dataDir.path, "postgres.new-999999999-abc");
    mkdirSync(join(half, "data", "base"), { recursive: true });
    writeFileSync(join(half, "data", "PG_VERSION"), "18\n");
    await start();
    expect(readdirSync(dataDir.path)).toEqual(["postgres"]);
  });

  test("starts although its last process number now belongs to another program", async () => {
    const first = await start();
    await ask(first, "CREATE TABLE kept AS SELECT 7 AS n");
    const file = join(first.folder, "data", "postmaster.pid");
    const lines = readFileSync(file, "utf8").split("\n");
    await running.pop()?.close();
    writeFileSync(file, [String(process.pid), ...lines.slice(1)].join("\n"));
    expect(await ask(await start(), "SELECT n FROM kept")).toEqual({ n: 7 });
  });

  test("tells of a server that goes away, and not of one that was closed", async () => {
    const server = await start();
    const pid = Number(readFileSync(join(server.folder, "data", "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGKILL");
    await expect(server.lost).resolves.toBeUndefined();
    const second = await start();
    let told = false;
    void second.lost.then(() => {
      told = true;
    });
    await second.close();
    expect(told).toBe(false);
  });

  test("says what is wrong with a data directory that is a file", async () => {
    const file = join(dataDir.path, "file");
    writeFileSync(file, "");
    await expect(start(file)).rejects.toMatchObject({
      reason: "embeddedPostgres",
      message: expect.stringContaining(file),
    });
  });

  test("of a newer PostgreSQL is refused with the server's own words, at once", async () => {
    const server = await start();
    await running.pop()?.close();
    writeFileSync(join(server.folder, "data", "PG_VERSION"), "99\n");
    await expect(start()).rejects.toMatchObject({
      reason: "embeddedPostgres",
      message: expect.stringContaining("incompatible with server"),
    });
  });

  test.runIf(process.getuid?.() === 0)(
    "run by root lies elsewhere when its account cannot enter the data directory",
    async () => {
      chmodSync(dataDir.path, 0o700);
      const inside = join(dataDir.path, "data");
      const server = await start(inside);
      expect(server.folder.startsWith(`${FALLBACK_FOLDER}/data-`)).toBe(true);
      expect(existsSync(join(inside, "postgres"))).toBe(false);
      expect(notices).toEqual([expect.stringContaining(server.folder)]);
      await ask(server, "CREATE TABLE kept AS SELECT 7 AS n");
      await running.pop()?.close();
      expect(await ask(await start(inside), "SELECT n FROM kept")).toEqual({ n: 7 });
      await running.pop()?.close();
      rmSync(dirname(server.folder), { recursive: true });
    },
  );
});

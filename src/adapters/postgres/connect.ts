/** The way to a server, and what to say when there is none. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartError } from "../../services/start-errors.ts";

/** Oldest major version of PostgreSQL that the tests run on. */
const OLDEST_MAJOR = 15;
const CONNECT_TIMEOUT_MS = 5000;
/** How long a server that answers "starting up" is waited for. */
const STARTUP_PATIENCE_MS = 30_000;

/** One connection, checked to be to a server that can be used. Throws a `StartError` otherwise. The caller ends it. */
export async function connect(url: string): Promise<pg.Client> {
  const deadline = Date.now() + STARTUP_PATIENCE_MS;
  for (;;) {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    });
    // A connection that breaks while it is idle says so here; the next query on it fails by itself.
    client.on("error", () => {});
    try {
      await client.connect();
      await checkServer(client);
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (codeOf(error) !== "57P03" || Date.now() > deadline) throw explain(error, url);
      await sleep(250);
    }
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    "SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding",
  );
  const { version = "", encoding = "" } = rows[0] ?? {};
  if (Number.parseInt(version, 10) < OLDEST_MAJOR)
    throw new StartError(
      "databaseUnsuitable",
      `PostgreSQL ${OLDEST_MAJOR} or newer is needed, and the server is ${version}.`,
    );
  if (encoding !== "UTF8")
    throw new StartError("databaseUnsuitable", `The database's encoding must be UTF8, and it is ${encoding}.`);
}

function explain(error: unknown, url: string): unknown {
  if (error instanceof StartError) return error;
  const { host, database, user } = describe(url);
  const code = codeOf(error);
  switch (code) {
    case "28P01":
    case "28000":
      return new StartError(
        "databaseRefused",
        `The database server at ${host} refused the login of "${user}": check user and password in DATABASE_URL.`,
        { cause: error },
      );
    case "3D000":
      return new StartError(
        "databaseRefused",
        `The server at ${host} has no database "${database}": make it first (createdb ${database}).`,
        {
          cause: error,
        },
      );
    default:
      return new StartError(
        "databaseUnreachable",
        `No database answers at ${host} (${code ?? messageOf(error)}): is the server running, and is DATABASE_URL right?`,
        { cause: error },
      );
  }
}

/** What of the address can be shown. */
function describe(url: string): { host: string; database: string; user: string } {
  const { host, pathname, username, searchParams } = new URL(url);
  return {
    host: host || (searchParams.get("host") ?? "localhost"),
    database: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
  };
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string } | null)?.code;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

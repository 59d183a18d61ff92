/** What verbs and routes work with, on a test database, and a key that opens it. */
import pg from "pg";
import { addApiKey } from "../../src/adapters/postgres/first-key.ts";
import { openContext } from "../../src/compose.ts";
import { apiKeyDigest, apiKeyPrefix, makeApiKey } from "../../src/services/api-keys/api-key.ts";
import type { Context } from "../../src/services/ports.ts";

export interface TestContext {
  readonly context: Context;
  readonly key: string;
  close(): Promise<void>;
}

export async function openTestContext(url: string): Promise<TestContext> {
  const key = makeApiKey();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await addApiKey(client, { name: "test", prefix: apiKeyPrefix(key), sha256: apiKeyDigest(key) });
  await client.end();
  const opened: (() => Promise<void>)[] = [];
  const context = await openContext(url, {
    onOpened: (close) => opened.push(close),
    onNotice: () => {},
    onError: (error) => console.error(error),
  });
  return {
    context,
    key,
    async close() {
      for (const close of opened.reverse()) await close();
    },
  };
}

/** The first API key, put into the database while it is prepared. */
import type { ClientBase } from "pg";
import { uuidv7 } from "./uuid.ts";

/** What the database holds of a key: never the key. */
export interface KeyPrint {
  readonly name: string;
  readonly prefix: string;
  readonly sha256: Uint8Array;
}

export async function hasApiKeys(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query("SELECT 1 FROM api_keys LIMIT 1");
  return rowCount === 1;
}

export async function knowsApiKey(client: ClientBase, sha256: Uint8Array): Promise<boolean> {
  const { rowCount } = await client.query("SELECT 1 FROM api_keys WHERE sha256 = $1 AND revoked_at IS NULL", [
    Buffer.from(sha256),
  ]);
  return rowCount === 1;
}

/** Adding a key that is there already changes nothing: one that was revoked stays revoked. */
export async function addApiKey(client: ClientBase, { name, prefix, sha256 }: KeyPrint): Promise<void> {
  await client.query(
    "INSERT INTO api_keys (id, name, prefix, sha256) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING",
    [uuidv7(), name, prefix, Buffer.from(sha256)],
  );
}

import { expect, test } from "vitest";
import { apiKeyDigest, apiKeyPrefix, MIN_API_KEY_LENGTH, makeApiKey } from "../../src/services/api-keys/api-key.ts";
import { authenticate } from "../../src/services/api-keys/authenticate.ts";
import type { ApiKeyRecord } from "../../src/services/ports.ts";

/** A store that holds these keys, as the database does: by prefix. */
function holding(...keys: string[]) {
  const records = keys.map((key, index): [string, ApiKeyRecord] => [
    apiKeyPrefix(key),
    { id: `key-${index}`, name: "test", sha256: apiKeyDigest(key) },
  ]);
  const findByPrefix = async (prefix: string) => records.filter(([own]) => own === prefix).map(([, record]) => record);
  return { apiKeys: { findByPrefix } };
}

test("a new key is long, random and fit for a header", () => {
  const keys = Array.from({ length: 100 }, makeApiKey);
  expect(new Set(keys).size).toBe(100);
  for (const key of keys) {
    expect(key).toMatch(/^sm_[A-Za-z0-9_-]{43}$/);
    expect(key.length).toBeGreaterThanOrEqual(MIN_API_KEY_LENGTH);
  }
});

test("a key is told from others that begin alike", async () => {
  const [first, second, third] = [
    "same-prefix-1".padEnd(40, "a"),
    "same-prefix-2".padEnd(40, "b"),
    "same-prefix-3".padEnd(40, "c"),
  ] as const;
  const context = holding(first, second);
  expect((await authenticate(context, { key: second })).id).toBe("key-1");
  await expect(authenticate(context, { key: third })).rejects.toMatchObject({ code: "unauthorized" });
});

test("neither a part of a key nor more than it opens anything", async () => {
  const key = makeApiKey();
  for (const wrong of ["", key.slice(0, -1), `${key}x`, key.toUpperCase(), "x".repeat(10_000)])
    await expect(authenticate(holding(key), { key: wrong })).rejects.toMatchObject({ code: "unauthorized" });
});

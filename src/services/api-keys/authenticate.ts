import { timingSafeEqual } from "node:crypto";
import { ServiceError } from "../errors.ts";
import type { ApiKeyRecord, Context } from "../ports.ts";
import { apiKeyDigest, apiKeyPrefix, MAX_API_KEY_LENGTH } from "./api-key.ts";

/** The record of the key presented. Throws `unauthorized`; the time taken does not tell how much of a key was right. */
export async function authenticate(
  context: Pick<Context, "apiKeys">,
  input: { readonly key: string },
): Promise<ApiKeyRecord> {
  if (input.key.length > MAX_API_KEY_LENGTH) throw unknownKey();
  const digest = apiKeyDigest(input.key);
  const candidates = await context.apiKeys.findByPrefix(apiKeyPrefix(input.key));
  const matching = candidates.filter((record) => sameBytes(record.sha256, digest));
  const [record] = matching;
  if (!record) throw unknownKey();
  return record;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function unknownKey(): ServiceError {
  return new ServiceError("unauthorized", "The API key is not known here.");
}

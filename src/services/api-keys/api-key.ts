/** The shape of an API key, in one place: how it is made, found and compared. Keys are never stored, only their digest. */
import { createHash, randomBytes } from "node:crypto";

/** Fewest characters accepted for a key that an operator chose. */
export const MIN_API_KEY_LENGTH = 32;

/** Longer than any key; keeps strangers from having megabytes hashed. */
export const MAX_API_KEY_LENGTH = 512;

const PREFIX_LENGTH = 8;

/** A new key: `sm_` and 256 random bits, 46 characters. Random enough to need neither pepper nor a slow hash. */
export function makeApiKey(): string {
  return `sm_${randomBytes(32).toString("base64url")}`;
}

/** The readable start of a key that its record is looked up by; it says nothing about the rest. */
export function apiKeyPrefix(key: string): string {
  return key.slice(0, PREFIX_LENGTH);
}

/** SHA-256 of the whole key, 32 bytes: what the database holds. */
export function apiKeyDigest(key: string): Uint8Array {
  return createHash("sha256").update(key, "utf8").digest();
}

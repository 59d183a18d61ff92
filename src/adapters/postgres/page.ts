import type { Page } from "../../services/ports.ts";

/** A keyset page of rows of which one more than `limit` was asked for. */
export function toPage<T>(rows: readonly T[], limit: number, key: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? key(last) : null };
}

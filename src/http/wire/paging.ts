/** Keyset pages: an opaque cursor stands for the last id of the page before. */
import { z } from "zod";
import { isSlug } from "../../services/slug.ts";

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

export const Limit = z
  .int()
  .min(1)
  .max(MAX_LIMIT)
  .default(DEFAULT_LIMIT)
  .meta({
    description: `How many items a page has at most: 1 to ${MAX_LIMIT}.`,
  });

export const Cursor = z
  .string()
  .max(200, { abort: true })
  .refine((cursor) => fromCursor(cursor) !== null, "has to be the nextCursor of an earlier page")
  .optional()
  .meta({ description: "`nextCursor` of the page before; absent for the first page." });

export const NextCursor = z.string().nullable().meta({
  description: "Ask with this `cursor` for the next page; null when this is the last.",
});

export function toCursor(lastId: string): string {
  return Buffer.from(lastId, "utf8").toString("base64url");
}

/** The id a cursor stands for, or null where it was not made here. */
export function fromCursor(cursor: string): string | null {
  const id = Buffer.from(cursor, "base64url").toString("utf8");
  return isSlug(id) && toCursor(id) === cursor ? id : null;
}

export function pageRequest(query: { readonly limit: number; readonly cursor?: string | undefined }) {
  return { limit: query.limit, after: query.cursor === undefined ? null : fromCursor(query.cursor) };
}

/** `Link` header for the next page of the address that was asked. */
export function nextLink(url: string, nextCursor: string): string {
  const [path = "", search = ""] = url.split("?", 2);
  const query = new URLSearchParams(search);
  query.set("cursor", nextCursor);
  return `<${path}?${query}>; rel="next"`;
}

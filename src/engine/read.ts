import type { Matcher } from "./skills/matcher.ts";
import type { DocumentKind, Reading } from "./types.ts";

/** Reads a document. Never throws on odd text. */
export function read(_document: { readonly kind: DocumentKind; readonly text: string }, _matcher: Matcher): Reading {
  throw new Error("in the making");
}

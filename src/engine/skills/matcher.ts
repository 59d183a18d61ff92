import type { Taxonomy } from "../types.ts";

/** A compiled taxonomy. Opaque: made by `compileTaxonomy`, handed to the other functions. */
export interface Matcher {
  readonly taxonomy: Taxonomy;
}

export function compileTaxonomy(taxonomy: Taxonomy): Matcher {
  return { taxonomy };
}

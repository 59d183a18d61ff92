/** Longest public id of a skill or a profile. */
export const MAX_SLUG_LENGTH = 80;

/** A public id: lower-case letters, digits and single hyphens. Custom skills begin with `x-`. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a string can be a public id at all; what cannot is not worth asking the database for. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG_LENGTH && SLUG.test(text);
}

import { ServiceError } from "../errors.ts";
import type { Context, ProfileRecord } from "../ports.ts";
import { isSlug } from "../slug.ts";

export interface ProfileAnswer {
  readonly profile: ProfileRecord;
  /** Names of the skills its requirements ask for, by id. */
  readonly skillNames: ReadonlyMap<string, string>;
}

/** One profile with the requirements of its published version. Throws `profile-not-found`. */
export async function getProfile(
  context: Pick<Context, "profiles" | "matcher">,
  input: { readonly slug: string },
): Promise<ProfileAnswer> {
  const profile = isSlug(input.slug) ? await context.profiles.find(input.slug) : null;
  if (!profile)
    throw new ServiceError("profile-not-found", "There is no profile with this slug; GET /v1/profiles lists them.");
  const skillNames = new Map(context.matcher.current().taxonomy.skills.map((skill) => [skill.id, skill.name]));
  return { profile, skillNames };
}

import type { Context, Page, PageRequest, ProfileRecord } from "../ports.ts";

/** One page of the profiles, drafts included. */
export function listProfiles(context: Pick<Context, "profiles">, input: PageRequest): Promise<Page<ProfileRecord>> {
  return context.profiles.list(input);
}

import {
  type AxesReading,
  type Explanation,
  explain,
  type Match,
  type Profile,
  readAxes,
  score,
} from "../../engine/index.ts";
import { type Fault, ServiceError } from "../errors.ts";
import type { Context, ProfileStore } from "../ports.ts";
import { profileOfJobText } from "./job-text.ts";
import { makeReceipt, type Receipt } from "./receipt.ts";
import { type ReadSubject, readSubject, type Subject, today } from "./subject.ts";

/** The profile whose subtotals by axis are the axes of every answer, whichever profiles were asked for. */
export const AXES_PROFILE = "ml-platform-engineer";

/** What a subject is scored against: named profiles, the standard ones, or a job post sent along. */
export type Against = { readonly profiles: readonly string[] } | { readonly jobText: string } | "standard";

export interface MatchAnswer extends ReadSubject {
  readonly results: readonly {
    readonly profileName: string;
    readonly match: Match;
    readonly explanation: Explanation;
  }[];
  /** Null when the subject cannot be scored. */
  readonly axes: AxesReading | null;
  readonly receipt: Receipt;
}

/**
 * Scores a subject now and stores nothing. `asOf` null means today.
 * Throws `unknown-profile` naming every slug that has no published version, `unreadable-job` for a post without demands.
 */
export async function match(
  context: Pick<Context, "matcher" | "clock" | "profiles">,
  input: { readonly subject: Subject; readonly against: Against; readonly asOf: string | null },
): Promise<MatchAnswer> {
  const matcher = context.matcher.current();
  const asOf = input.asOf ?? today(context.clock);
  const [axesProfile = null] = await publishedProfiles(context.profiles, [AXES_PROFILE]);
  const profiles =
    typeof input.against === "object" && "jobText" in input.against
      ? [profileOfJobText(input.against.jobText, asOf, axesProfile, matcher)]
      : await namedProfiles(input.against, context.profiles);
  const subject = readSubject(input.subject, asOf, matcher);
  const { reading, skills } = subject;
  const results = profiles.map((profile) => {
    const scored = score(reading, skills, profile, matcher);
    return {
      profileName: profile.name,
      match: scored,
      explanation: explain(scored, skills, profile, matcher),
    };
  });
  const receipt = makeReceipt({
    text: subject.text,
    jobText: jobTextOf(input.against),
    asOf,
    taxonomyVersion: matcher.taxonomy.version,
    profileVersions: versionsOf(axesProfile === null ? profiles : [...profiles, axesProfile]),
  });
  return { ...subject, results, axes: axesProfile && readAxes(reading, skills, axesProfile, matcher), receipt };
}

async function namedProfiles(
  against: "standard" | { readonly profiles: readonly string[] },
  store: ProfileStore,
): Promise<readonly Profile[]> {
  if (against === "standard") return (await store.standard()).map((version) => version.profile);
  const found = await publishedProfiles(store, against.profiles);
  const known = new Set(found.map((profile) => profile.slug));
  const faults = against.profiles.flatMap((slug, index): Fault[] =>
    known.has(slug) ? [] : [{ in: "body", pointer: `/profiles/${index}`, detail: "is no published profile" }],
  );
  if (faults.length > 0)
    throw new ServiceError(
      "unknown-profile",
      "Some of the profiles asked for do not exist; GET /v1/profiles lists them.",
      {
        faults,
      },
    );
  return found;
}

async function publishedProfiles(store: ProfileStore, slugs: readonly string[]): Promise<readonly Profile[]> {
  return (await store.findPublished(slugs)).map((version) => version.profile);
}

function versionsOf(profiles: readonly Profile[]): Record<string, number> {
  return Object.fromEntries(profiles.map(({ slug, version }) => [slug, version]));
}

function jobTextOf(against: Against): string | null {
  return typeof against === "object" && "jobText" in against ? against.jobText : null;
}

import { type Matcher, monthOf, type Profile, profileOfJob, read, weigh } from "../../engine/index.ts";
import { ServiceError } from "../errors.ts";

/** Slug and version in answers of the profile that a job post sent along is turned into; it is stored nowhere. */
const HEAD = { slug: "job-text", version: 1, name: "The job post sent along" };

/** The profile a post asks for. Its axes are those of `axes`. Throws `unreadable-job` where no demand is recognised. */
export function profileOfJobText(text: string, asOf: string, axes: Profile | null, matcher: Matcher): Profile {
  const skills = weigh(read({ kind: "job", text }, matcher), matcher, monthOf(asOf));
  const profile = profileOfJob(HEAD, skills, axes ?? { ...HEAD, requirements: [] }, matcher);
  if (profile) return profile;
  throw new ServiceError("unreadable-job", "The job post asks for nothing that is known here.", {
    faults: [{ in: "body", pointer: "/jobText", detail: "asks for nothing that is known here" }],
  });
}

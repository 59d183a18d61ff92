import { type Matcher, monthOf, type Profile, read, weigh } from "../../engine/index.ts";
import { ServiceError } from "../errors.ts";

/** Turns a job post into the profile it asks for. Throws `unreadable-job` where no demand was recognised. */
export function profileOfJob(text: string, asOf: string, matcher: Matcher): Profile {
  const reading = read({ kind: "job", text }, matcher);
  const skills = weigh(reading, matcher, monthOf(asOf));
  void skills;
  throw new ServiceError("unreadable-job", "Matching against a job post is not ready yet.");
}

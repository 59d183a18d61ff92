import {
  type DocumentKind,
  type Findings,
  type Matcher,
  monthOf,
  type Reading,
  read,
  type SkillEvidence,
  sortFindings,
  weigh,
} from "../../engine/index.ts";
import { ServiceError } from "../errors.ts";
import type { Clock } from "../ports.ts";
import { type JsonResume, renderJsonResume } from "./json-resume.ts";

/** Longest text that is read, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 200_000;

/** The document a caller asks about: a text, or a JSON Resume that is rendered to one. */
export type Subject =
  | { readonly kind: DocumentKind; readonly text: string }
  | { readonly kind: "resume"; readonly jsonResume: JsonResume };

/** A subject as the engine read it on a given day. */
export interface ReadSubject {
  /** What every offset refers to. */
  readonly text: string;
  /** True where `text` was made here and the caller has not seen it. */
  readonly rendered: boolean;
  readonly reading: Reading;
  /** All that is known, as scores are made of it. */
  readonly skills: readonly SkillEvidence[];
  /** The same, sorted for a reader. */
  readonly findings: Findings;
}

/** Throws `invalid-request` where a JSON Resume makes a text that is too long. */
export function readSubject(subject: Subject, asOf: string, matcher: Matcher): ReadSubject {
  const rendered = "jsonResume" in subject;
  const text = rendered ? renderJsonResume(subject.jsonResume) : subject.text;
  if (text.length > MAX_TEXT_LENGTH) throw tooLong();
  const reading = read({ kind: subject.kind, text }, matcher);
  const skills = weigh(reading, matcher, monthOf(asOf));
  return { text, rendered, reading, skills, findings: sortFindings(reading, skills) };
}

/** Today in UTC as `YYYY-MM-DD`. */
export function today(clock: Clock): string {
  return clock.now().toISOString().slice(0, 10);
}

function tooLong(): ServiceError {
  const detail = `may have at most ${MAX_TEXT_LENGTH} characters`;
  return new ServiceError("invalid-request", "The document is too long.", {
    faults: [{ in: "body", pointer: "/subject/jsonResume", detail }],
  });
}

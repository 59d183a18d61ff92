import type { Context } from "../ports.ts";
import { makeReceipt, type Receipt } from "./receipt.ts";
import { type ReadSubject, readSubject, type Subject, today } from "./subject.ts";

export interface ExtractAnswer extends ReadSubject {
  readonly receipt: Receipt;
}

/** The skills a document speaks of. Stores nothing. `asOf` null means today. */
export function extract(
  context: Pick<Context, "matcher" | "clock">,
  input: { readonly subject: Subject; readonly asOf: string | null },
): ExtractAnswer {
  const matcher = context.matcher.current();
  const asOf = input.asOf ?? today(context.clock);
  const subject = readSubject(input.subject, asOf, matcher);
  const receipt = makeReceipt({
    text: subject.text,
    jobText: null,
    asOf,
    taxonomyVersion: matcher.taxonomy.version,
    profileVersions: {},
  });
  return { ...subject, receipt };
}

import { createHash } from "node:crypto";
import { ENGINE_VERSION } from "../../engine/index.ts";

/** What an answer was made of. The same engine build given the same receipt and text answers the same bytes. */
export interface Receipt {
  readonly engineVersion: string;
  readonly taxonomyVersion: string;
  /** Version of every profile that took part, the one the axes are read from included; empty where none did. */
  readonly profileVersions: Readonly<Record<string, number>>;
  /** `YYYY-MM-DD`: the day recency and open-ended periods are measured against. */
  readonly asOf: string;
  /** SHA-256 (hex) of the UTF-8 of the text that offsets refer to. */
  readonly inputSha256: string;
  /** The same of a job post sent beside the subject, else null. */
  readonly jobSha256: string | null;
}

export function makeReceipt(input: {
  readonly text: string;
  readonly jobText: string | null;
  readonly asOf: string;
  readonly taxonomyVersion: string;
  readonly profileVersions: Readonly<Record<string, number>>;
}): Receipt {
  return {
    engineVersion: ENGINE_VERSION,
    taxonomyVersion: input.taxonomyVersion,
    profileVersions: input.profileVersions,
    asOf: input.asOf,
    inputSha256: sha256(input.text),
    jobSha256: input.jobText === null ? null : sha256(input.jobText),
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The engine's whole answer to every golden document, with the shipped seeds: hashes of each part, and lines a person can compare. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSeeds } from "../../src/adapters/seeds/read-seeds.ts";
import {
  compileTaxonomy,
  type DocumentKind,
  ENGINE_VERSION,
  explain,
  type Match,
  monthOf,
  type Profile,
  read,
  readAxes,
  type SkillEvidence,
  score,
  weigh,
} from "../../src/engine/index.ts";

const DOCUMENTS = join(import.meta.dirname, "documents");
const SEEDS = join(import.meta.dirname, "../../prisma/seed");
const AS_OF = monthOf("2026-11-23");
const HYBRID = "ml-platform-engineer";

export const GOLDEN_FILE = join(import.meta.dirname, "golden.json");

export interface GoldenDocument {
  /** SHA-256 of the canonical JSON of each part of the answer. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly scores: readonly string[];
  readonly skills: readonly string[];
}

export interface Golden {
  readonly engineVersion: string;
  readonly seedsSha256: string;
  readonly documents: Readonly<Record<string, GoldenDocument>>;
}

export function produceGolden(): Golden {
  const seeds = readSeeds(SEEDS);
  const profiles: Profile[] = seeds.profiles.map(({ slug, name, requirements }) => ({
    slug,
    version: 1,
    name,
    requirements,
  }));
  const matcher = compileTaxonomy({ version: "golden", skills: seeds.skills });
  const documents: Record<string, GoldenDocument> = {};
  for (const file of readdirSync(DOCUMENTS).sort()) {
    const kind: DocumentKind = file.startsWith("job-") ? "job" : "resume";
    const reading = read({ kind, text: readFileSync(join(DOCUMENTS, file), "utf8") }, matcher);
    const skills = weigh(reading, matcher, AS_OF);
    const matches = profiles.map((profile) => score(reading, skills, profile, matcher));
    const explanations = matches.map((match, k) => explain(match, skills, profiles[k] as Profile, matcher));
    const axes = readAxes(reading, skills, profiles.find((profile) => profile.slug === HYBRID) as Profile, matcher);
    documents[file] = {
      hashes: {
        reading: hashOf(reading),
        skills: hashOf(skills),
        matches: hashOf(matches),
        explanations: hashOf(explanations),
        axes: hashOf(axes),
      },
      scores: matches.map(scoreLine),
      skills: skills.map(skillLine),
    };
  }
  return {
    engineVersion: ENGINE_VERSION,
    seedsSha256: hashOf({ skills: seeds.skills, profiles: seeds.profiles }),
    documents,
  };
}

function scoreLine({ profile, score, mustHavesNotFound, reasons }: Match): string {
  if (score === null) return `${profile} unscorable: ${reasons.map((reason) => reason.code).join(", ")}`;
  return `${profile} ${(score / 1000).toFixed(3)}${mustHavesNotFound.length > 0 ? `, musts not found: ${mustHavesNotFound.join(", ")}` : ""}`;
}

function skillLine({ skillId, state, strength, months, lastUsed, impliedBy, mentions }: SkillEvidence): string {
  const parts = [`${skillId} ${state} ${strength}`];
  if (months !== null) parts.push(`${months} months`);
  if (lastUsed !== null) parts.push(`until ${lastUsed}`);
  if (impliedBy.length > 0) parts.push(`by ${impliedBy.join(", ")}`);
  if (mentions.length > 0) parts.push(`at ${mentions.map(({ start, end }) => `${start}-${end}`).join(" ")}`);
  return parts.join(", ");
}

function hashOf(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(canonical(value)))
    .digest("hex");
}

/** The same value with the keys of every object in order, Maps and Sets being none of the engine's words. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, part]) => [key, canonical(part)]),
  );
}

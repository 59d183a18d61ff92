/** What the verbs need from outside. Adapters implement these; verbs never see Prisma, files or the clock directly. */
import type { Matcher, Profile, Skill, Taxonomy } from "../engine/index.ts";

/** Who wrote a record: the shipped seeds, or somebody through the API. Upgrades never overwrite `user`. */
export type Origin = "seed" | "user";

/** Keyset page: `after` is the last id of the page before, null for the first. */
export interface PageRequest {
  readonly limit: number;
  readonly after: string | null;
}
export interface Page<T> {
  readonly items: readonly T[];
  /** Id to ask the next page with, or null when this is the last. */
  readonly next: string | null;
}

export interface SkillRecord extends Skill {
  readonly origin: Origin;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface SkillQuery extends PageRequest {
  /** Case-insensitive text looked for in names and aliases, null for all. */
  readonly q: string | null;
  readonly kind: string | null;
  readonly area: string | null;
}

export interface SkillStore {
  /** The whole taxonomy as the engine compiles it, deprecated skills included, ordered by id. */
  loadTaxonomy(): Promise<Taxonomy>;
  search(query: SkillQuery): Promise<Page<SkillRecord>>;
  find(id: string): Promise<SkillRecord | null>;
}

export interface ProfileRecord {
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  /** Scored against when a caller names no profile. */
  readonly standard: boolean;
  readonly origin: Origin;
  /** The published version: what matches are scored against. Null while there are only drafts. */
  readonly published: ProfileVersionRecord | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One immutable version. */
export interface ProfileVersionRecord {
  readonly profile: Profile;
  /** SHA-256 of the version's content, hex. */
  readonly contentHash: string;
  readonly publishedAt: Date | null;
}

export interface ProfileStore {
  list(page: PageRequest): Promise<Page<ProfileRecord>>;
  find(slug: string): Promise<ProfileRecord | null>;
  /** Published versions of the named profiles, in the order asked; a slug that has none is left out. */
  findPublished(slugs: readonly string[]): Promise<readonly ProfileVersionRecord[]>;
  /** Published versions of the standard profiles, in their seeded order. */
  standard(): Promise<readonly ProfileVersionRecord[]>;
}

export interface ApiKeyRecord {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the whole key. */
  readonly sha256: Uint8Array;
}
export interface ApiKeyStore {
  findByPrefix(prefix: string): Promise<readonly ApiKeyRecord[]>;
}

export interface Clock {
  now(): Date;
}

/** The compiled taxonomy in force, swapped whole when the taxonomy changes. */
export interface MatcherSource {
  current(): Matcher;
}

export interface Health {
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
}

/** Everything a verb may use; built once in `compose.ts`. */
export interface Context {
  readonly skills: SkillStore;
  readonly profiles: ProfileStore;
  readonly apiKeys: ApiKeyStore;
  readonly matcher: MatcherSource;
  readonly clock: Clock;
  readonly health: Health;
}

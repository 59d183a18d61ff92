/**
 * Brings the shipped taxonomy and profiles into the database, and an upgrade of them: all in one transaction, set by set.
 * What a person edited stays as it is; skills that are no longer shipped are deprecated; a profile whose seeds changed gets
 * a new version, published only where nobody edited the profile.
 */
import type { ClientBase } from "pg";
import type { Requirement, Skill } from "../../engine/index.ts";
import { contentHash, inOrder, profileHash } from "../content-hash.ts";
import type { SeedProfile, Seeds } from "../seeds/read-seeds.ts";
import { uuidv7 } from "./uuid.ts";

export interface SeedOutcome {
  /** False: the database was seeded with exactly these before. */
  readonly ran: boolean;
  readonly skillsAdded: number;
  readonly skillsUpdated: number;
  readonly skillsDeprecated: number;
  readonly profileVersionsAdded: number;
}

export interface SeedHooks {
  /** Called when the skills are written and the profiles are not. */
  readonly midway?: (() => void) | undefined;
}

/** Seeds that are read only when they are needed. */
export interface SeedSource {
  /** Changes when the seeds do; SHA-256, hex. */
  readonly hash: string;
  readonly read: () => Seeds;
}

/** Raised when the way seeds are written changes, so that an unchanged set is written again. */
const SEEDING = 1;

const NOTHING: SeedOutcome = {
  ran: false,
  skillsAdded: 0,
  skillsUpdated: 0,
  skillsDeprecated: 0,
  profileVersionsAdded: 0,
};

/** The caller holds the start lock. */
export async function installSeeds(
  client: ClientBase,
  source: SeedSource,
  hooks: SeedHooks = {},
): Promise<SeedOutcome> {
  const hash = contentHash({ seeding: SEEDING, seeds: source.hash });
  const last = await client.query<{ hash: string }>(
    "SELECT hash FROM seed_runs ORDER BY installed_at DESC, id DESC LIMIT 1",
  );
  if (last.rows[0]?.hash === hash) return NOTHING;
  const seeds = source.read();
  await client.query("BEGIN");
  try {
    // The database marks what a person edits; this says that it is no person who writes now.
    await client.query("SELECT set_config('skills_matcher.seeding', 'on', true)");
    await installAreas(client, seeds.areas);
    const skills = await installSkills(client, seeds.skills);
    hooks.midway?.();
    const profileVersionsAdded = await installProfiles(client, seeds.profiles);
    await client.query(
      "INSERT INTO seed_runs (id, hash, installed_at, skills, profiles) VALUES ($1, $2, clock_timestamp(), $3, $4)",
      [uuidv7(), hash, seeds.skills.length, seeds.profiles.length],
    );
    await client.query("COMMIT");
    return { ran: true, ...skills, profileVersionsAdded };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function installAreas(client: ClientBase, areas: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...areas].map(([slug, title]) => ({ id: uuidv7(), slug, title }));
  await client.query(
    `INSERT INTO skill_areas (id, slug, title, origin)
     SELECT id, slug, title, 'seed' FROM jsonb_to_recordset($1) AS r(id uuid, slug text, title text)
     ON CONFLICT (slug) DO UPDATE SET title = excluded.title
     WHERE skill_areas.origin = 'seed' AND skill_areas.title <> excluded.title`,
    [JSON.stringify(rows)],
  );
}

async function installSkills(client: ClientBase, skills: readonly Skill[]) {
  const rows = skills.map(({ id: slug, name, kind, area, deprecated = false, ...rest }) => {
    const hash = contentHash(inOrder({ id: slug, name, kind, area, deprecated, ...rest }));
    return { id: uuidv7(), slug, name, kind, area, deprecated, hash };
  });
  await client.query(
    `CREATE TEMP TABLE incoming ON COMMIT DROP AS
     SELECT r.*, a.id AS area_id
     FROM jsonb_to_recordset($1) AS r(id uuid, slug text, name text, kind skill_kind, area text, deprecated boolean, hash text)
     JOIN skill_areas a ON a.slug = r.area`,
    [JSON.stringify(rows)],
  );
  // What is written now: seeded skills that nobody edited and whose seeds changed, and new ones.
  const updated = await client.query(
    `CREATE TEMP TABLE written ON COMMIT DROP AS
     WITH updated AS (
       UPDATE skills s
       SET name = i.name, kind = i.kind, area_id = i.area_id, seed_hash = i.hash, updated_at = now(),
           deprecated_at = CASE WHEN i.deprecated THEN coalesce(s.deprecated_at, now()) END
       FROM incoming i
       WHERE s.slug = i.slug COLLATE "C" AND s.origin = 'seed' AND s.edited_at IS NULL
         AND (s.seed_hash <> i.hash OR (s.deprecated_at IS NOT NULL) <> i.deprecated)
       RETURNING s.id, s.slug
     ) SELECT * FROM updated`,
  );
  const added = await client.query(
    `WITH added AS (
       INSERT INTO skills (id, slug, name, kind, area_id, origin, seed_hash, deprecated_at)
       SELECT id, slug, name, kind, area_id, 'seed', hash, CASE WHEN deprecated THEN now() END FROM incoming
       ON CONFLICT (slug) DO NOTHING
       RETURNING id, slug
     ) INSERT INTO written SELECT * FROM added`,
  );
  await installParts(client, skills);
  const gone = await client.query(
    `UPDATE skills SET deprecated_at = now(), updated_at = now()
     WHERE origin = 'seed' AND edited_at IS NULL AND deprecated_at IS NULL
       AND NOT EXISTS (SELECT FROM incoming i WHERE i.slug = skills.slug COLLATE "C")`,
  );
  return {
    skillsAdded: added.rowCount ?? 0,
    skillsUpdated: updated.rowCount ?? 0,
    skillsDeprecated: gone.rowCount ?? 0,
  };
}

/** Aliases and relations of the skills in `written`; those that a person added stay. */
async function installParts(client: ClientBase, skills: readonly Skill[]): Promise<void> {
  await client.query("DELETE FROM skill_aliases a USING written w WHERE a.skill_id = w.id AND a.origin = 'seed'");
  await client.query("DELETE FROM skill_relations r USING written w WHERE r.from_id = w.id AND r.origin = 'seed'");
  const aliases = skills.flatMap(({ id, aliases }) =>
    aliases.map(({ text, ...rule }, position) => ({
      id: uuidv7(),
      slug: id,
      position,
      text,
      rule: Object.keys(rule).length > 0 ? rule : null,
    })),
  );
  await client.query(
    `INSERT INTO skill_aliases (id, skill_id, text, rule, origin, position)
     SELECT r.id, w.id, r.text, r.rule, 'seed', r.position
     FROM jsonb_to_recordset($1) AS r(id uuid, slug text, text text, rule jsonb, position int)
     JOIN written w ON w.slug = r.slug COLLATE "C"`,
    [JSON.stringify(aliases)],
  );
  await client.query(
    `INSERT INTO skill_relations (id, from_id, to_id, type, reason, factor, origin)
     SELECT r.id, w.id, t.id, r.type, r.reason, r.factor, 'seed'
     FROM jsonb_to_recordset($1) AS r(id uuid, slug text, target text, type relation_type, reason text, factor int)
     JOIN written w ON w.slug = r.slug COLLATE "C"
     JOIN skills t ON t.slug = r.target COLLATE "C"
     ON CONFLICT (from_id, type, to_id) DO NOTHING`,
    [JSON.stringify(skills.flatMap(relationRows))],
  );
}

function relationRows(skill: Skill) {
  const row = (type: string) => (relation: { to: string; reason: string; factor?: number }) => ({
    id: uuidv7(),
    slug: skill.id,
    target: relation.to,
    type,
    reason: relation.reason,
    factor: relation.factor ?? null,
  });
  return [
    ...skill.implies.map(row("implies")),
    ...skill.substitutes.map(row("substitutes")),
    ...skill.broader.map(row("broader")),
    ...skill.notImplies.map(row("not_implies")),
  ];
}

async function installProfiles(client: ClientBase, profiles: readonly SeedProfile[]): Promise<number> {
  let versions = 0;
  for (const [position, profile] of profiles.entries())
    if (await installProfile(client, profile, position)) versions += 1;
  await client.query(
    `UPDATE profiles SET standard = false
     WHERE origin = 'seed' AND edited_at IS NULL AND standard AND NOT slug = ANY ($1::text[])`,
    [profiles.map(({ slug }) => slug)],
  );
  return versions;
}

interface StoredProfile {
  readonly id: string;
  readonly origin: string;
  readonly edited: boolean;
  readonly last: number;
  /** Content hash of the last version that came from the seeds. */
  readonly last_seeded: string | null;
}

/** True when a version was added. A profile that a person made under the same slug is theirs. */
async function installProfile(client: ClientBase, seed: SeedProfile, position: number): Promise<boolean> {
  const stored = await findProfile(client, seed.slug);
  if (stored && stored.origin !== "seed") return false;
  const hash = contentHash(seed);
  const id = stored?.id ?? uuidv7();
  if (stored) await updateProfile(client, id, seed, position, hash);
  else
    await client.query(
      `INSERT INTO profiles (id, slug, name, summary, standard, position, origin, seed_hash)
       VALUES ($1, $2, $3, $4, $5, $6, 'seed', $7)`,
      [id, seed.slug, seed.name, seed.summary, seed.standard, position, hash],
    );
  if (stored?.last_seeded === profileHash(seed)) return false;
  await addVersion(client, id, (stored?.last ?? 0) + 1, seed, !stored?.edited);
  return true;
}

async function findProfile(client: ClientBase, slug: string): Promise<StoredProfile | undefined> {
  const { rows } = await client.query<StoredProfile>(
    `SELECT p.id, p.origin, p.edited_at IS NOT NULL AS edited, coalesce(max(v.version), 0) AS last,
            (array_agg(v.content_hash ORDER BY v.version DESC) FILTER (WHERE v.origin = 'seed'))[1] AS last_seeded
     FROM profiles p LEFT JOIN profile_versions v ON v.profile_id = p.id
     WHERE p.slug = $1 GROUP BY p.id`,
    [slug],
  );
  return rows[0];
}

async function updateProfile(
  client: ClientBase,
  id: string,
  seed: SeedProfile,
  position: number,
  hash: string,
): Promise<void> {
  await client.query(
    `UPDATE profiles SET name = $2, summary = $3, standard = $4, position = $5, seed_hash = $6
     WHERE id = $1 AND edited_at IS NULL AND (seed_hash <> $6 OR position <> $5 OR standard <> $4)`,
    [id, seed.name, seed.summary, seed.standard, position, hash],
  );
}

async function addVersion(
  client: ClientBase,
  profileId: string,
  version: number,
  seed: SeedProfile,
  publish: boolean,
): Promise<void> {
  const id = uuidv7();
  await client.query(
    `INSERT INTO profile_versions (id, profile_id, version, name, content_hash, origin) VALUES ($1, $2, $3, $4, $5, 'seed')`,
    [id, profileId, version, seed.name, profileHash(seed)],
  );
  await addRequirements(client, id, seed.requirements);
  if (publish) await client.query("UPDATE profile_versions SET published_at = now() WHERE id = $1", [id]);
}

async function addRequirements(
  client: ClientBase,
  versionId: string,
  requirements: readonly Requirement[],
): Promise<void> {
  const rows = requirements.map(({ id, members, ...rest }, position) => ({
    row: { id: uuidv7(), slug: id, position, ...rest },
    members: members.map((member, order) => ({
      id: uuidv7(),
      slug: member.skillId,
      factor: member.factor,
      position: order,
    })),
  }));
  await client.query(
    `INSERT INTO requirements (id, version_id, position, slug, label, axis, importance, weight, min_months, must_group)
     SELECT id, $1, position, slug, label, axis, importance, weight, "minMonths", "mustGroup"
     FROM jsonb_to_recordset($2) AS r(id uuid, position int, slug text, label text, axis axis, importance importance,
                                      weight double precision, "minMonths" int, "mustGroup" text)`,
    [versionId, JSON.stringify(rows.map(({ row }) => row))],
  );
  const members = rows.flatMap(({ row, members }) => members.map((member) => ({ ...member, requirement: row.id })));
  await client.query(
    `INSERT INTO requirement_members (id, requirement_id, position, skill_id, factor)
     SELECT r.id, r.requirement, r.position, s.id, r.factor
     FROM jsonb_to_recordset($1) AS r(id uuid, requirement uuid, position int, slug text, factor int)
     JOIN skills s ON s.slug = r.slug COLLATE "C"`,
    [JSON.stringify(members)],
  );
}

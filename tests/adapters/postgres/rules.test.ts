/** What the tables refuse, whoever writes. */
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "../../../src/adapters/postgres/connect.ts";
import { installSeeds } from "../../../src/adapters/postgres/install-seeds.ts";
import { uuidv7 } from "../../../src/adapters/postgres/uuid.ts";
import { useTestDatabase } from "../../support/database.ts";
import { profile, requirement, seeds, skill, source } from "../../support/seeds.ts";

const database = useTestDatabase("migrated");
let client: pg.Client;
beforeAll(async () => {
  client = await connect(database.url);
  await installSeeds(
    client,
    source(seeds([skill("one"), skill("two")], [profile("ops", [requirement("first", ["one"])])])),
  );
});
afterAll(() => client.end());

const idOf = (table: string, slug: string) => `(SELECT id FROM ${table} WHERE slug = '${slug}')`;
const refused = (sql: string, code: string) => expect(client.query(sql), sql).rejects.toMatchObject({ code });
const CHECK = "23514";
const PUBLISHED = "23001";

describe("context rules", () => {
  const alias = (rule: unknown) =>
    client.query(
      `INSERT INTO skill_aliases (id, skill_id, text, rule, origin, position)
       VALUES ($1, ${idOf("skills", "one")}, 'Alias', $2, 'user', (SELECT count(*) FROM skill_aliases))`,
      [uuidv7(), JSON.stringify(rule)],
    );

  test.each([
    { case: "exact" },
    { notBefore: ["live"], notAfter: ["to"], unless: ["baseball"] },
    { needs: { list: true } },
    { case: "upper", needs: { words: ["a"], near: ["one"], document: ["testing"], list: false } },
  ])("may be %j", async (rule) => {
    await expect(alias(rule)).resolves.toBeDefined();
  });

  test.each([
    {},
    [],
    "exact",
    { case: "loud" },
    { case: null },
    { typo: ["x"] },
    { notBefore: [] },
    { notBefore: "live" },
    { notBefore: [""] },
    { notBefore: ["live", 1] },
    { unless: [["nested"]] },
    { needs: {} },
    { needs: [] },
    { needs: { list: "yes" } },
    { needs: { words: [] } },
    { needs: { words: "a" } },
    { needs: { near: [null] } },
    { needs: { nearby: ["a"] } },
  ])("may not be %j", async (rule) => {
    await expect(alias(rule)).rejects.toMatchObject({ code: CHECK });
  });
});

describe("skills", () => {
  test("of people begin with x-, and those of the seeds do not", async () => {
    const add = (slug: string, origin: string, hash: string) =>
      `INSERT INTO skills (id, slug, name, kind, area_id, origin, seed_hash)
       VALUES ('${uuidv7()}', '${slug}', 'Name', 'tool', ${idOf("skill_areas", "testing")}, '${origin}', ${hash})`;
    await refused(add("own", "user", "NULL"), CHECK);
    await refused(add("x-own", "seed", "repeat('0', 64)"), CHECK);
    await refused(add("x-Own", "user", "NULL"), CHECK);
    await client.query(add("x-own", "user", "NULL"));
    await refused(add("x-own", "user", "NULL"), "23505");
  });

  test("relate to others, with a factor for substitutes only", async () => {
    const relate = (to: string, type: string, factor: string) =>
      `INSERT INTO skill_relations (id, from_id, to_id, type, reason, factor, origin)
       VALUES ('${uuidv7()}', ${idOf("skills", "one")}, ${idOf("skills", to)}, '${type}', 'why', ${factor}, 'user')`;
    await refused(relate("one", "implies", "NULL"), CHECK);
    await refused(relate("two", "implies", "500"), CHECK);
    await refused(relate("two", "substitutes", "NULL"), CHECK);
    await refused(relate("two", "substitutes", "1000"), CHECK);
    await refused(relate("two", "likes", "NULL"), "22P02");
    await client.query(relate("two", "substitutes", "500"));
  });

  test("that a profile asks for cannot be removed", async () => {
    // PostgreSQL 18 calls it restrict_violation, those before foreign_key_violation.
    await expect(client.query("DELETE FROM skills WHERE slug = 'one'")).rejects.toMatchObject({
      code: expect.stringMatching(/^(23001|23503)$/),
    });
  });
});

describe("a published profile version", () => {
  test.each([
    ["be changed", "UPDATE profile_versions SET name = 'Other'"],
    ["be unpublished", "UPDATE profile_versions SET published_at = NULL"],
    ["be removed", "DELETE FROM profile_versions"],
    ["change a weight", "UPDATE requirements SET weight = 2"],
    ["lose a requirement", "DELETE FROM requirements"],
    ["lose a member", "DELETE FROM requirement_members"],
    ["change a member", "UPDATE requirement_members SET factor = 1"],
    [
      "gain a requirement",
      `INSERT INTO requirements (id, version_id, position, slug, label, axis, importance, weight)
       SELECT '${uuidv7()}', id, 9, 'more', 'More', 'shared', 'nice', 1 FROM profile_versions`,
    ],
    [
      "gain a member",
      `INSERT INTO requirement_members (id, requirement_id, position, skill_id, factor)
       SELECT '${uuidv7()}', id, 9, ${idOf("skills", "two")}, 1 FROM requirements`,
    ],
  ])("cannot %s", async (_, sql) => {
    await refused(sql, PUBLISHED);
  });

  test("is written first and published when its requirements stand", async () => {
    const add = (published: string) =>
      `INSERT INTO profile_versions (id, profile_id, version, name, content_hash, origin, published_at)
       VALUES ('${uuidv7()}', ${idOf("profiles", "ops")}, 2, 'Draft', repeat('0', 64), 'user', ${published})`;
    await refused(add("now()"), PUBLISHED);
    await client.query(add("NULL"));
    await refused("UPDATE profile_versions SET published_at = now() WHERE version = 2", PUBLISHED);
    await client.query("UPDATE profile_versions SET name = 'Still a draft' WHERE version = 2");
    await client.query("DELETE FROM profile_versions WHERE version = 2");
  });
});

test("requirements keep to their ranges", async () => {
  const version = uuidv7();
  await client.query(
    `INSERT INTO profile_versions (id, profile_id, version, name, content_hash, origin)
     VALUES ('${version}', ${idOf("profiles", "ops")}, 3, 'Draft', repeat('0', 64), 'user')`,
  );
  const add = (weight: string, months: string) =>
    `INSERT INTO requirements (id, version_id, position, slug, label, axis, importance, weight, min_months)
     VALUES ('${uuidv7()}', '${version}', 0, 'one', 'One', 'shared', 'nice', ${weight}, ${months})`;
  await refused(add("0", "NULL"), CHECK);
  await refused(add("-1", "NULL"), CHECK);
  await refused(add("'Infinity'", "NULL"), CHECK);
  await refused(add("'NaN'", "NULL"), CHECK);
  await refused(add("1", "0"), CHECK);
  await refused(add("1", "61"), CHECK);
  await client.query(add("0.1", "60"));
});

test("keys are held as 32 bytes and a prefix", async () => {
  const add = (prefix: string, bytes: number) =>
    `INSERT INTO api_keys (id, name, prefix, sha256) VALUES ('${uuidv7()}', 'k', '${prefix}', decode(repeat('00', ${bytes}), 'hex'))`;
  await refused(add("sm_12345", 31), CHECK);
  await refused(add("sm", 32), CHECK);
  await client.query(add("sm_12345", 32));
  await refused(add("sm_12345", 32), "23505");
});

test("ids are UUIDv7 in the order of their making", () => {
  const ids = Array.from({ length: 10_000 }, uuidv7);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKeyStore } from "../../../src/adapters/postgres/api-key-store.ts";
import { type Database, openDatabase } from "../../../src/adapters/postgres/client.ts";
import { connect } from "../../../src/adapters/postgres/connect.ts";
import { addApiKey } from "../../../src/adapters/postgres/first-key.ts";
import { createHealth } from "../../../src/adapters/postgres/health.ts";
import { installSeeds } from "../../../src/adapters/postgres/install-seeds.ts";
import { startMatcherSource } from "../../../src/adapters/postgres/matcher-source.ts";
import { createProfileStore } from "../../../src/adapters/postgres/profile-store.ts";
import { createSkillStore } from "../../../src/adapters/postgres/skill-store.ts";
import { compileTaxonomy } from "../../../src/engine/index.ts";
import { apiKeyDigest, apiKeyPrefix, makeApiKey } from "../../../src/services/api-keys/api-key.ts";
import { useTestDatabase } from "../../support/database.ts";
import { profile, requirement, seeds, skill, source } from "../../support/seeds.ts";

const names = ["a", "a-b", "ab", "b", "ba", "c", "percent", "under"];
const skills = names.map((name) =>
  skill(name, {
    kind: name === "c" ? "soft-skill" : "tool",
    ...(name === "percent" && { name: "100%", aliases: [{ text: "100%" }] }),
    ...(name === "under" && { name: "snake_case", aliases: [{ text: "snake_case" }, { text: "Überschrift" }] }),
  }),
);
const profiles = [
  profile("zeta", [requirement("first", ["b"]), requirement("second", ["c", "a"])]),
  profile("alpha", [requirement("only", ["a"])]),
  profile("quiet", [requirement("only", ["a"])], { standard: false }),
];

const database = useTestDatabase("migrated");
let client: pg.Client;
let opened: Database;
beforeAll(async () => {
  client = await connect(database.url);
  await installSeeds(client, source(seeds(skills, profiles)));
  opened = openDatabase(database.url);
});
afterAll(async () => {
  await opened.close();
  await client.end();
});

describe("skills", () => {
  const everything = { q: null, kind: null, area: null, after: null, limit: 50 };
  const search = async (query: object) => {
    const page = await createSkillStore(opened).search({ ...everything, ...query });
    return page.items.map(({ id }) => id);
  };

  test("are listed by id, page after page, each once", async () => {
    const store = createSkillStore(opened);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await store.search({ ...everything, after, limit: 3 });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(names);
  });

  test("a last page that is full has no next", async () => {
    expect((await createSkillStore(opened).search({ ...everything, limit: names.length })).next).toBeNull();
  });

  test("are found by name and alias, whatever the case, and by their letters alone", async () => {
    expect(await search({ q: "AB" })).toEqual(["ab"]);
    expect(await search({ q: "überSCHRIFT" })).toEqual(["under"]);
    expect(await search({ q: "%" })).toEqual(["percent"]);
    expect(await search({ q: "_" })).toEqual(["under"]);
    expect(await search({ q: "\\" })).toEqual([]);
    expect(await search({ q: "' OR 1=1" })).toEqual([]);
  });

  test("are filtered by kind and area", async () => {
    expect(await search({ kind: "soft-skill" })).toEqual(["c"]);
    expect(await search({ kind: "tool", q: "a", after: "a" })).toEqual(["a-b", "ab", "ba", "under"]);
    expect(await search({ area: "testing" })).toEqual(names);
    expect(await search({ area: "nowhere" })).toEqual([]);
  });

  test("are found one by one", async () => {
    expect(await createSkillStore(opened).find("c")).toMatchObject({ id: "c", kind: "soft-skill", origin: "seed" });
    expect(await createSkillStore(opened).find("none")).toBeNull();
  });
});

describe("profiles", () => {
  test("are listed by slug in pages", async () => {
    const store = createProfileStore(opened);
    const first = await store.list({ limit: 2, after: null });
    expect(first.items.map(({ slug }) => slug)).toEqual(["alpha", "quiet"]);
    expect(first.next).toBe("quiet");
    const second = await store.list({ limit: 2, after: first.next });
    expect(second.items.map(({ slug }) => slug)).toEqual(["zeta"]);
    expect(second.next).toBeNull();
  });

  test("standard ones come in the order of the seeds", async () => {
    expect((await createProfileStore(opened).standard()).map(({ profile }) => profile.slug)).toEqual(["zeta", "alpha"]);
  });

  test("published versions come in the order asked, without those that are not there", async () => {
    const found = await createProfileStore(opened).findPublished(["quiet", "none", "zeta"]);
    expect(found.map(({ profile }) => profile.slug)).toEqual(["quiet", "zeta"]);
    expect(found[1]?.profile.requirements).toEqual(profiles[0]?.requirements);
    expect(found[1]?.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("one that is not there is null", async () => {
    expect(await createProfileStore(opened).find("none")).toBeNull();
  });
});

describe("API keys", () => {
  test("are found by prefix until they are revoked", async () => {
    const key = makeApiKey();
    const print = { name: "first", prefix: apiKeyPrefix(key), sha256: apiKeyDigest(key) };
    await addApiKey(client, print);
    await addApiKey(client, print);
    const store = createApiKeyStore(opened);
    const found = await store.findByPrefix(apiKeyPrefix(key));
    expect(found.map(({ name }) => name)).toEqual(["first"]);
    expect(Buffer.from(found[0]!.sha256)).toEqual(Buffer.from(print.sha256));
    const { rows } = await client.query("SELECT row_to_json(api_keys)::text AS row FROM api_keys");
    expect(rows[0].row).not.toContain(key.slice(8));
    await client.query("UPDATE api_keys SET revoked_at = now()");
    expect(await store.findByPrefix(apiKeyPrefix(key))).toEqual([]);
  });
});

test("health answers while the database does", async () => {
  await expect(createHealth(opened).ping()).resolves.toBeUndefined();
});

describe("the matcher in force", () => {
  async function start() {
    const errors: unknown[] = [];
    const load = () => createSkillStore(opened).loadTaxonomy();
    const running = await startMatcherSource({
      url: database.url,
      load,
      compile: compileTaxonomy,
      onError: (error) => errors.push(error),
    });
    const has = (id: string) => running.current().taxonomy.skills.some((one) => one.id === id);
    return { running, errors, has };
  }

  test("is swapped when the taxonomy changes, whoever changed it", async () => {
    const { running, has } = await start();
    const before = running.current();
    await installSeeds(client, source(seeds([...skills, skill("fresh")], profiles)));
    await expect.poll(() => has("fresh")).toBe(true);
    expect(before.taxonomy.skills.some((one) => one.id === "fresh")).toBe(false);
    expect(running.current().taxonomy.version).not.toBe(before.taxonomy.version);
    await running.close();
  });

  test("listens again, and reads again, after its connection was cut", async () => {
    const { running, has } = await start();
    const cut = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
    );
    expect(cut.rowCount).toBe(1);
    await installSeeds(client, source(seeds([...skills, skill("later")], profiles)));
    await expect.poll(() => has("later"), { timeout: 10_000 }).toBe(true);
    await running.close();
  });
});

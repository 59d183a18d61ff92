import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { taxonomyVersion } from "../../../src/adapters/content-hash.ts";
import { openDatabase } from "../../../src/adapters/postgres/client.ts";
import { connect } from "../../../src/adapters/postgres/connect.ts";
import { installSeeds } from "../../../src/adapters/postgres/install-seeds.ts";
import { createProfileStore } from "../../../src/adapters/postgres/profile-store.ts";
import { createSkillStore } from "../../../src/adapters/postgres/skill-store.ts";
import { uuidv7 } from "../../../src/adapters/postgres/uuid.ts";
import type { Seeds } from "../../../src/adapters/seeds/read-seeds.ts";
import { useTestDatabase } from "../../support/database.ts";
import { profile, requirement, seeds, skill, source } from "../../support/seeds.ts";

const database = useTestDatabase("migrated");
let client: pg.Client;
let stores: ReturnType<typeof openStores>;
beforeAll(async () => {
  client = await connect(database.url);
  stores = openStores(database.url);
});
beforeEach(async () => void (await client.query("TRUNCATE skill_areas, profiles, seed_runs CASCADE")));
afterAll(async () => {
  await stores.close();
  await client.end();
});

function openStores(url: string) {
  const opened = openDatabase(url);
  return { skills: createSkillStore(opened), profiles: createProfileStore(opened), close: () => opened.close() };
}

const install = (what: Seeds) => installSeeds(client, source(what));
const versionsOf = async (slug: string) => {
  const { rows } = await client.query(
    `SELECT v.version, v.origin, v.published_at IS NOT NULL AS published
     FROM profile_versions v JOIN profiles p ON p.id = v.profile_id WHERE p.slug = $1 ORDER BY v.version`,
    [slug],
  );
  return rows.map((row) => `${row.version} ${row.origin}${row.published ? " published" : ""}`);
};

const ansible = skill("ansible", {
  aliases: [
    { text: "Ansible" },
    { text: "Go", case: "exact", notBefore: ["live"], needs: { list: true, words: ["playbook"], near: ["testing"] } },
  ],
  implies: [{ to: "yaml", reason: "playbooks are YAML" }],
  substitutes: [{ to: "puppet", reason: "the same idea", factor: 500 }],
  broader: [{ to: "yaml", reason: "wider" }],
  notImplies: [{ to: "puppet", reason: "another tool" }],
});
const puppet = skill("puppet");
const yaml = skill("yaml", { kind: "soft-skill" });
const first = seeds(
  [ansible, puppet, yaml],
  [
    profile("ops", [
      requirement("automation", ["ansible", "puppet"], {
        minMonths: 12,
        mustGroup: "tools",
        weight: 2.5,
        importance: "should",
      }),
      requirement("files", ["yaml"], { axis: "shared" }),
    ]),
  ],
);

describe("a first seeding", () => {
  test("brings every skill as it was written, and the same taxonomy version", async () => {
    expect(await install(first)).toMatchObject({ ran: true, skillsAdded: 3, profileVersionsAdded: 1 });
    const taxonomy = await stores.skills.loadTaxonomy();
    expect(taxonomy.skills).toEqual([ansible, puppet, yaml]);
    expect(taxonomy.version).toBe(taxonomyVersion(first.skills));
  });

  test("publishes the first version of every profile, in order", async () => {
    await install(first);
    const [ops] = await stores.profiles.standard();
    expect(ops?.profile).toEqual({
      slug: "ops",
      version: 1,
      name: "Profile ops",
      requirements: first.profiles[0]!.requirements,
    });
    expect(ops?.publishedAt).toBeInstanceOf(Date);
    expect(await versionsOf("ops")).toEqual(["1 seed published"]);
  });

  test("is skipped the second time", async () => {
    await install(first);
    expect(await install(first)).toMatchObject({ ran: false, skillsAdded: 0 });
  });

  test("that fails in the middle leaves nothing", async () => {
    const midway = () => {
      throw new Error("the lights went out");
    };
    await expect(installSeeds(client, source(first), { midway })).rejects.toThrow("lights");
    expect((await stores.skills.loadTaxonomy()).skills).toEqual([]);
    expect(await install(first)).toMatchObject({ ran: true, skillsAdded: 3 });
  });
});

describe("an upgrade of the skills", () => {
  beforeEach(async () => void (await install(first)));

  test("updates what changed, adds what is new and deprecates what is gone", async () => {
    const renamed = {
      ...puppet,
      name: "Puppet Enterprise",
      aliases: [{ text: "Puppet Enterprise" }, { text: "Puppet" }],
    };
    const chef = skill("chef", { substitutes: [{ to: "puppet", reason: "the same idea", factor: 700 }] });
    const alone = { ...ansible, implies: [], broader: [] };
    const outcome = await install(seeds([alone, chef, renamed], first.profiles.slice(0, 0)));
    expect(outcome).toMatchObject({ skillsAdded: 1, skillsUpdated: 2, skillsDeprecated: 1 });
    expect((await stores.skills.loadTaxonomy()).skills).toEqual([alone, chef, renamed, { ...yaml, deprecated: true }]);
  });

  test("brings a deprecated skill back when it is shipped again", async () => {
    await install(seeds([ansible, yaml, puppet].slice(1)));
    expect((await stores.skills.find("ansible"))?.deprecated).toBe(true);
    await install(first);
    expect(await stores.skills.find("ansible")).toMatchObject(ansible);
    expect((await stores.skills.find("ansible"))?.deprecated).toBeUndefined();
  });

  test("touches no skill that stayed the same", async () => {
    const before = await stores.skills.find("puppet");
    await install(seeds([ansible, puppet, { ...yaml, name: "YAML" }], first.profiles));
    expect((await stores.skills.find("puppet"))?.updatedAt).toEqual(before?.updatedAt);
    expect((await stores.skills.find("yaml"))?.name).toBe("YAML");
  });

  test.each([
    ["its name", "UPDATE skills SET name = 'Mine' WHERE slug = 'puppet'"],
    ["one of its aliases", "UPDATE skill_aliases SET text = 'mine' WHERE text = 'Puppet'"],
    ["a relation away", "DELETE FROM skill_relations r USING skills s WHERE s.id = r.from_id AND s.slug = 'puppet'"],
  ])("leaves a skill alone of which a person changed %s", async (_, change) => {
    await install(seeds([ansible, { ...puppet, implies: [{ to: "yaml", reason: "for now" }] }, yaml], first.profiles));
    await client.query(change);
    const edited = await stores.skills.find("puppet");
    expect(edited?.origin).toBe("seed");
    await install(seeds([ansible, { ...puppet, name: "Ours" }, yaml], first.profiles));
    expect(await stores.skills.find("puppet")).toEqual(edited);
    await install(seeds([ansible, yaml].slice(1), []));
    expect(await stores.skills.find("puppet")).toEqual(edited);
  });

  test("keeps aliases and relations that a person added to a seeded skill, and updates the seeded part", async () => {
    const { rows } = await client.query("SELECT id FROM skills WHERE slug IN ('puppet', 'yaml') ORDER BY slug");
    const add = "INSERT INTO skill_aliases (id, skill_id, text, origin, position) VALUES ($1, $2, 'Puppy', 'user', 0)";
    await client.query(add, [uuidv7(), rows[0].id]);
    const relate =
      "INSERT INTO skill_relations (id, from_id, to_id, type, reason, origin) VALUES ($1, $2, $3, 'implies', 'mine', 'user')";
    await client.query(relate, [uuidv7(), rows[0].id, rows[1].id]);
    await install(
      seeds([ansible, { ...puppet, name: "P", implies: [{ to: "yaml", reason: "theirs" }] }, yaml], first.profiles),
    );
    expect(await stores.skills.find("puppet")).toMatchObject({
      name: "P",
      aliases: [{ text: "Puppet" }, { text: "Puppy" }],
      implies: [{ to: "yaml", reason: "mine" }],
    });
  });

  test("leaves custom skills alone", async () => {
    const { rows } = await client.query("SELECT id FROM skill_areas");
    await client.query(
      "INSERT INTO skills (id, slug, name, kind, area_id, origin) VALUES ($1, 'x-own', 'Own', 'tool', $2, 'user')",
      [uuidv7(), rows[0].id],
    );
    await install(seeds([puppet]));
    expect(await stores.skills.find("x-own")).toMatchObject({ name: "Own", origin: "user" });
    expect((await stores.skills.find("x-own"))?.deprecated).toBeUndefined();
  });
});

describe("an upgrade of the profiles", () => {
  beforeEach(async () => void (await install(first)));
  const skills = [ansible, puppet, yaml];
  const changed = profile("ops", [requirement("automation", ["ansible"])], { summary: "Changed for the test." });

  test("adds a published version beside the old one, and scoring uses it", async () => {
    await install(seeds(skills, [changed]));
    expect(await versionsOf("ops")).toEqual(["1 seed published", "2 seed published"]);
    expect((await stores.profiles.findPublished(["ops"]))[0]?.profile.version).toBe(2);
    expect((await stores.profiles.find("ops"))?.summary).toBe("Changed for the test.");
  });

  test("adds no version where only the words around it changed", async () => {
    await install(seeds(skills, [{ ...first.profiles[0]!, summary: "Other words." }]));
    expect(await versionsOf("ops")).toEqual(["1 seed published"]);
    expect((await stores.profiles.find("ops"))?.summary).toBe("Other words.");
  });

  test("adds an unpublished version where a person gave the profile one of theirs", async () => {
    await addUserVersion();
    await install(seeds(skills, [changed]));
    expect(await versionsOf("ops")).toEqual(["1 seed published", "2 user published", "3 seed"]);
    const [inForce] = await stores.profiles.findPublished(["ops"]);
    expect(inForce?.profile.version).toBe(2);
    expect((await stores.profiles.find("ops"))?.summary).toBe("For tests only.");
    await install(seeds(skills, [changed, profile("other", [requirement("files", ["yaml"])])]));
    expect(await versionsOf("ops")).toEqual(["1 seed published", "2 user published", "3 seed"]);
  });

  test("leaves a person's profile alone whose slug the seeds now use", async () => {
    await client.query(
      `INSERT INTO profiles (id, slug, name, summary, standard, position, origin) VALUES ($1, 'mine', 'Mine', '', false, 9, 'user')`,
      [uuidv7()],
    );
    await install(seeds(skills, [profile("mine", [requirement("files", ["yaml"])])]));
    expect(await stores.profiles.find("mine")).toMatchObject({ name: "Mine", origin: "user", published: null });
  });

  test("takes a profile that is no longer shipped out of the standard ones, and keeps it", async () => {
    await install(seeds(skills, [profile("other", [requirement("files", ["yaml"])])]));
    expect((await stores.profiles.standard()).map(({ profile }) => profile.slug)).toEqual(["other"]);
    expect((await stores.profiles.find("ops"))?.published?.profile.version).toBe(1);
  });

  async function addUserVersion(): Promise<void> {
    const { rows } = await client.query("SELECT id FROM profiles WHERE slug = 'ops'");
    const version = uuidv7();
    const hash = "0".repeat(64);
    await client.query(
      "INSERT INTO profile_versions (id, profile_id, version, name, content_hash, origin) VALUES ($1, $2, 2, 'Mine', $3, 'user')",
      [version, rows[0].id, hash],
    );
    await client.query(
      `INSERT INTO requirements (id, version_id, position, slug, label, axis, importance, weight)
       VALUES ($1, $2, 0, 'own', 'Own', 'devops', 'must', 1)`,
      [uuidv7(), version],
    );
    await client.query("UPDATE profile_versions SET published_at = now() WHERE id = $1", [version]);
  }
});

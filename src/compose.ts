/** The one room where concretes meet: settings in, everything a verb may use out, and a way to close it again. */
import { join, relative } from "node:path";
import type { ClientBase } from "pg";
import { startEmbeddedPostgres } from "./adapters/embedded-postgres/embedded-postgres.ts";
import { createFailpoint, type Failpoint } from "./adapters/failpoints.ts";
import { createKeyFile } from "./adapters/key-file.ts";
import { createApiKeyStore } from "./adapters/postgres/api-key-store.ts";
import { openDatabase } from "./adapters/postgres/client.ts";
import { addApiKey, hasApiKeys, knowsApiKey } from "./adapters/postgres/first-key.ts";
import { createHealth } from "./adapters/postgres/health.ts";
import type { SeedSource } from "./adapters/postgres/install-seeds.ts";
import { startMatcherSource } from "./adapters/postgres/matcher-source.ts";
import { readMigrations } from "./adapters/postgres/migrate.ts";
import { prepareDatabase } from "./adapters/postgres/prepare.ts";
import { createProfileStore } from "./adapters/postgres/profile-store.ts";
import { createSkillStore } from "./adapters/postgres/skill-store.ts";
import { hashSeeds } from "./adapters/seeds/hash-seeds.ts";
import { readSeeds, type Seeds } from "./adapters/seeds/read-seeds.ts";
import { systemClock } from "./adapters/system-clock.ts";
import type { Config } from "./config.ts";
import { compileTaxonomy } from "./engine/index.ts";
import { apiKeyDigest, apiKeyPrefix, makeApiKey } from "./services/api-keys/api-key.ts";
import type { Context } from "./services/ports.ts";
import { StartError } from "./services/start-errors.ts";

/** How a caller gets a key: made just now, kept in a file, given by the operator, or told once in the past. */
export type KeyNews =
  | { readonly kind: "made"; readonly key: string; readonly file: string | null }
  | { readonly kind: "kept"; readonly file: string }
  | { readonly kind: "given" }
  | { readonly kind: "toldBefore" };

export interface Composition {
  readonly context: Context;
  readonly key: KeyNews;
  /** Settles when the embedded database goes away by itself; never for a server of one's own, which may come back. */
  readonly databaseLost: Promise<void>;
}

export interface Surroundings {
  /** Called with each thing that was opened; what comes last is closed first. */
  readonly onOpened: (close: () => Promise<void>) => void;
  /** Sentences for the operator: what was found and mended. */
  readonly onNotice: (text: string) => void;
  /** A change of the taxonomy could not be taken over. */
  readonly onError: (error: unknown) => void;
}

const prismaFolder = join(import.meta.dirname, "../prisma");

/** Throws a `StartError` where something outside is not as it must be. */
export async function compose(config: Config, around: Surroundings): Promise<Composition> {
  const failpoint = createFailpoint(config.failpoint);
  const seeds = createSeedSource();
  const embedded = config.databaseUrl === null ? await startEmbedded(config, seeds, failpoint, around) : null;
  const url = embedded?.url ?? config.databaseUrl ?? "";
  let key: KeyNews = { kind: "toldBefore" };
  const { migrated, seeded } = await prepareDatabase(url, {
    migrations: readMigrations(join(prismaFolder, "migrations")),
    seeds,
    between: () => failpoint("between-migrations"),
    midSeed: () => failpoint("mid-seed"),
    finish: async (client) => {
      key = await settleKey(client, config, () => failpoint("before-key-commit"));
    },
  });
  if (migrated.length > 0) around.onNotice(`Applied ${migrated.length} migrations.`);
  if (seeded.ran)
    around.onNotice(
      `Seeded the taxonomy: ${seeded.skillsAdded} skills added, ${seeded.skillsUpdated} updated, ${seeded.skillsDeprecated} deprecated, ` +
        `${seeded.profileVersionsAdded} profile versions added.`,
    );
  const context = await openContext(url, around);
  return { context, key, databaseLost: embedded?.lost ?? new Promise(() => {}) };
}

async function startEmbedded(
  config: Config,
  seeds: ShippedSeeds,
  failpoint: Failpoint,
  { onOpened, onNotice }: Surroundings,
) {
  const starting = startEmbeddedPostgres({
    dataDir: config.dataDir,
    failpoint,
    whileMaking: () => seeds.readAhead(),
    onNotice,
  });
  // A stop that comes meanwhile waits for the server, so as not to leave it behind.
  onOpened(async () => await (await starting.catch(() => null))?.close());
  return await starting;
}

/** The stores and the matcher on a database that is prepared. */
export async function openContext(url: string, { onOpened, onError }: Surroundings): Promise<Context> {
  const database = openDatabase(url);
  onOpened(() => database.close());
  const skills = createSkillStore(database);
  const load = () => skills.loadTaxonomy();
  const matcher = await startMatcherSource({ url, load, compile: compileTaxonomy, onError });
  onOpened(() => matcher.close());
  return {
    skills,
    profiles: createProfileStore(database),
    apiKeys: createApiKeyStore(database),
    matcher,
    clock: systemClock,
    health: createHealth(database),
  };
}

interface ShippedSeeds extends SeedSource {
  /** Reads them now, for later; a fault in them is told when they are needed. */
  readAhead(): void;
}

function createSeedSource(): ShippedSeeds {
  const dir = join(prismaFolder, "seed");
  let ahead: Seeds | null = null;
  return {
    hash: hashSeeds(dir),
    read: () => ahead ?? readShippedSeeds(dir),
    readAhead() {
      try {
        ahead = readShippedSeeds(dir);
      } catch {
        ahead = null;
      }
    },
  };
}

function readShippedSeeds(dir: string): Seeds {
  try {
    return readSeeds(dir);
  } catch (cause) {
    throw new StartError("seeds", cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * Runs inside the start lock, so that of many instances one makes the key. The file is written before the database knows the
 * key: a crash in between leaves a key that opens nothing yet, never a database that nobody can open.
 */
async function settleKey(client: ClientBase, config: Config, beforeCommit: () => void): Promise<KeyNews> {
  const print = (key: string, name: string) => ({ name, prefix: apiKeyPrefix(key), sha256: apiKeyDigest(key) });
  if (config.bootstrapApiKey !== null) {
    await addApiKey(client, print(config.bootstrapApiKey, "bootstrap"));
    return { kind: "given" };
  }
  const file = createKeyFile(config.dataDir);
  const beside = relative(process.cwd(), file.path);
  const shown = beside.startsWith("..") ? file.path : beside;
  const kept = file.read();
  if (await hasApiKeys(client)) {
    const fits = kept !== null && (await knowsApiKey(client, apiKeyDigest(kept)));
    return fits ? { kind: "kept", file: shown } : { kind: "toldBefore" };
  }
  const key = kept ?? makeApiKey();
  const written = kept !== null || file.write(key);
  beforeCommit();
  await addApiKey(client, print(key, "first"));
  return { kind: "made", key, file: written ? shown : null };
}

/** The settings: read from the environment here and nowhere else, checked once, frozen. */
import { resolve } from "node:path";
import { z } from "zod";
import { FAILPOINTS, type FailpointName } from "./adapters/failpoints.ts";
import { MAX_API_KEY_LENGTH, MIN_API_KEY_LENGTH } from "./services/api-keys/api-key.ts";
import { StartError } from "./services/start-errors.ts";

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

export interface Config {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** A server of one's own, or null: an embedded one in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Absolute. Holds the API key made on first start, and the embedded server's files. */
  readonly dataDir: string;
  /** An API key chosen by the operator, or null: one is made on first start. */
  readonly bootstrapApiKey: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** For the crash harness: where the start shall die. */
  readonly failpoint: FailpointName | null;
}

const oneOf = (values: readonly string[]) => `must be one of ${values.join(", ")}`;
const portRule = "must be a whole number from 0 to 65535 (0 takes any free port)";
const urlRule = "must look like postgresql://user:password@host:5432/database";
const keyRule = `must be ${MIN_API_KEY_LENGTH} to ${MAX_API_KEY_LENGTH} letters, digits or signs without spaces`;

const settings = z.object({
  HOST: z.string(`must be an address to listen on, such as 127.0.0.1 or 0.0.0.0`).default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, portRule)
    .transform(Number)
    .refine((port) => port <= 65535, portRule)
    .default(3000),
  DATABASE_URL: z.string().refine(isPostgresUrl, urlRule).optional(),
  DATA_DIR: z.string().default(".data"),
  BOOTSTRAP_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, keyRule)
    .min(MIN_API_KEY_LENGTH, keyRule)
    .max(MAX_API_KEY_LENGTH, keyRule)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, oneOf(LOG_LEVELS)).default("info"),
  FAILPOINT: z.enum(FAILPOINTS, oneOf(FAILPOINTS)).optional(),
});

/** Settings whose value is never repeated in a message. */
const SECRET = new Set(["DATABASE_URL", "BOOTSTRAP_API_KEY"]);

/** Throws a `StartError` with one sentence for every setting at fault. A setting that is empty counts as absent. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, cwd = process.cwd()): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const checked = settings.safeParse(given);
  if (!checked.success) throw new StartError("setting", explain(checked.error, given));
  const { data } = checked;
  return Object.freeze({
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: resolve(cwd, data.DATA_DIR),
    bootstrapApiKey: data.BOOTSTRAP_API_KEY ?? null,
    logLevel: data.LOG_LEVEL,
    failpoint: data.FAILPOINT ?? null,
  });
}

function explain(error: z.ZodError, given: Record<string, string | undefined>): string {
  const rules = new Map(error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  return [...rules]
    .map(([name, rule]) => `The setting ${name} ${rule}${SECRET.has(name) ? "" : `; it is "${given[name]}"`}.`)
    .join("\n");
}

function isPostgresUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname, searchParams } = new URL(value);
  const isPostgres = protocol === "postgres:" || protocol === "postgresql:";
  return isPostgres && pathname.length > 1 && (hostname !== "" || searchParams.has("host"));
}

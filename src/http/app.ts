/** The HTTP face: `buildApp` puts routes and plugins together and never listens by itself. */
import type { FastifyInstance } from "fastify";
import type { Context } from "../services/ports.ts";

export interface AppOptions {
  /** `false` for silence, else the lowest level that is written and where lines go (standard output when absent). */
  readonly logger: false | { readonly level: string; readonly stream?: { write(line: string): void } };
  /** Believe `X-Forwarded-*` of a proxy in front; off unless there is one. */
  readonly trustProxy?: boolean;
}

export async function buildApp(_context: Context, _options: AppOptions): Promise<FastifyInstance> {
  throw new Error("in the making");
}

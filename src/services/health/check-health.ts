import { ServiceError } from "../errors.ts";
import type { Context } from "../ports.ts";

/** Milliseconds the database may take before it counts as unreachable. */
const PATIENCE_MS = 2000;

/** Resolves when the service can score: the taxonomy is compiled and the database answers. Throws `database-unavailable`. */
export async function checkHealth(context: Pick<Context, "health" | "matcher">): Promise<{ taxonomyVersion: string }> {
  const { version } = context.matcher.current().taxonomy;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, PATIENCE_MS, new Error("the database took too long to answer"));
  try {
    await Promise.race([context.health.ping(), late]);
  } catch (cause) {
    throw new ServiceError("database-unavailable", "The database does not answer.", { cause });
  } finally {
    clearTimeout(timer);
  }
  return { taxonomyVersion: version };
}

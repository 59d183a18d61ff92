/** The connections of a running service: one pool, used by Prisma and by plain SQL alike. */
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";
import { toUnreachable } from "./unreachable.ts";

export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const POOL_SIZE = 10;

export function openDatabase(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: 5000, keepAlive: true });
  // An idle connection that breaks is replaced; whoever asks next hears of a server that is gone.
  pool.on("error", () => {});
  const prisma = withCodedErrors(new PrismaClient({ adapter: new PrismaPg(pool) }));
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** A client that tells a database that is gone from a fault of ours. */
function withCodedErrors(prisma: PrismaClient): PrismaClient {
  const extended = prisma.$extends({
    query: {
      $allOperations: ({ args, query }) =>
        query(args).catch((error: unknown) => {
          throw toUnreachable(error);
        }),
    },
  });
  return extended as unknown as PrismaClient;
}

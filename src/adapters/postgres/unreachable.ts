import { ServiceError } from "../../services/errors.ts";
import { Prisma } from "./generated/client.ts";

/** Prisma's codes for a server that cannot be reached, refuses the login, closed the connection or keeps everybody waiting. */
const PRISMA_CODES = new Set(["P1000", "P1001", "P1002", "P1003", "P1008", "P1017", "P2024", "P2037"]);

/** PostgreSQL's own: connection exceptions, too many connections, and being shut down or started. */
const POSTGRES_CODES = /^(08|53300|57P0)/;

/** Makes a database that is gone a coded error; every other error stays what it is. */
export function toUnreachable(error: unknown): unknown {
  return isUnreachable(error)
    ? new ServiceError("database-unavailable", "The database does not answer.", { cause: error })
    : error;
}

function isUnreachable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { originalCode?: string } } };
  return PRISMA_CODES.has(error.code) || POSTGRES_CODES.test(driverAdapterError?.cause?.originalCode ?? "");
}

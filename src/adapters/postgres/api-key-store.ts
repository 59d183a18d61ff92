import type { ApiKeyStore } from "../../services/ports.ts";
import type { Database } from "./client.ts";

export function createApiKeyStore({ prisma }: Pick<Database, "prisma">): ApiKeyStore {
  return {
    async findByPrefix(prefix) {
      return await prisma.apiKey.findMany({
        where: { prefix, revokedAt: null },
        select: { id: true, name: true, sha256: true },
        orderBy: { id: "asc" },
      });
    },
  };
}

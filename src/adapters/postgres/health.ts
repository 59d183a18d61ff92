import type { Health } from "../../services/ports.ts";
import type { Database } from "./client.ts";

export function createHealth({ pool }: Pick<Database, "pool">): Health {
  return {
    async ping() {
      await pool.query("SELECT 1");
    },
  };
}

import { defineConfig } from "vitest/config";

/** Folders whose tests need a database; each of their files gets one of its own (tests/support). */
const onPostgres = ["tests/adapters/**/*.test.ts", "tests/http/**/*.test.ts", "tests/process/**/*.test.ts"];
const property = "tests/**/*.property.test.ts";

export default defineConfig({
  test: {
    coverage: { provider: "v8", include: ["src/**"], exclude: ["src/adapters/postgres/generated/**"] },
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: [...onPostgres, property, "tests/browser/**"],
        },
      },
      {
        test: {
          name: "property",
          include: [property],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "postgres",
          include: onPostgres,
          exclude: [property],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

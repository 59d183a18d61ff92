import { describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { StartError } from "../src/services/start-errors.ts";

const read = (environment: NodeJS.ProcessEnv) => readConfig(environment, "/somewhere");

function messageOf(environment: NodeJS.ProcessEnv): string {
  try {
    read(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    expect((error as StartError).reason).toBe("setting");
    return (error as StartError).message;
  }
  throw new Error("the settings were accepted");
}

describe("settings", () => {
  test("have defaults that serve on this machine only", () => {
    expect(read({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      databaseUrl: null,
      dataDir: "/somewhere/.data",
      bootstrapApiKey: null,
      logLevel: "info",
      failpoint: null,
    });
  });

  test("are taken as given, and an empty one counts as absent", () => {
    const url = "postgresql://me:secret@db.example.org:5433/matcher?sslmode=require";
    const config = read({
      HOST: "0.0.0.0",
      PORT: "0",
      DATABASE_URL: url,
      DATA_DIR: "/var/data",
      BOOTSTRAP_API_KEY: "k".repeat(32),
      LOG_LEVEL: "",
      FAILPOINT: " ",
    });
    expect(config).toMatchObject({
      host: "0.0.0.0",
      port: 0,
      databaseUrl: url,
      dataDir: "/var/data",
      logLevel: "info",
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  test.each([
    [
      { PORT: "http" },
      'The setting PORT must be a whole number from 0 to 65535 (0 takes any free port); it is "http".',
    ],
    [
      { PORT: "65536" },
      'The setting PORT must be a whole number from 0 to 65535 (0 takes any free port); it is "65536".',
    ],
    [{ PORT: "-1" }, 'The setting PORT must be a whole number from 0 to 65535 (0 takes any free port); it is "-1".'],
    [
      { LOG_LEVEL: "loud" },
      'The setting LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent; it is "loud".',
    ],
    [
      { BOOTSTRAP_API_KEY: "short" },
      "The setting BOOTSTRAP_API_KEY must be 32 to 512 letters, digits or signs without spaces.",
    ],
  ])("%j is refused in one sentence", (environment, sentence) => {
    expect(messageOf(environment)).toBe(sentence);
  });

  test.each(["mysql://a:b@c/d", "localhost:5432", "postgresql://host", "postgresql:///name", "::"])(
    "DATABASE_URL %j is refused, and never repeated",
    (url) => {
      const message = messageOf({ DATABASE_URL: url });
      expect(message).toBe("The setting DATABASE_URL must look like postgresql://user:password@host:5432/database.");
    },
  );

  test("at fault are named all at once", () => {
    expect(messageOf({ PORT: "x", LOG_LEVEL: "y", DATABASE_URL: "postgres://me:hunter2@" }).split("\n")).toHaveLength(
      3,
    );
    expect(messageOf({ DATABASE_URL: "postgres://me:hunter2@" })).not.toContain("hunter2");
  });
});

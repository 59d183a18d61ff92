/** The real app on a real database, with a key that opens it and its log lines kept. */
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll } from "vitest";
import { type AppOptions, buildApp } from "../../src/http/app.ts";
import type { Context } from "../../src/services/ports.ts";
import { openTestContext, type TestContext } from "./context.ts";
import { type TemplateKind, useTestDatabase } from "./database.ts";

export interface TestApp {
  readonly app: FastifyInstance;
  readonly context: Context;
  readonly key: string;
  /** Every line written so far. */
  readonly logLines: string[];
  /** Asks with the key, without listening. */
  ask(request: InjectOptions): Promise<LightMyRequestResponse>;
  /** Asks `POST url` with a JSON body. */
  post(url: string, body: unknown): Promise<LightMyRequestResponse>;
}

/** For the whole file; its members are there in hooks and tests. */
export function useTestApp(kind: TemplateKind = "seeded", options: Omit<AppOptions, "logger"> = {}): TestApp {
  const database = useTestDatabase(kind);
  const logLines: string[] = [];
  let opened: { readonly test: TestContext; readonly app: FastifyInstance } | undefined;
  beforeAll(async () => {
    const test = await openTestContext(database.url);
    const stream = { write: (line: string) => void logLines.push(line) };
    // Test machines are slow now and then; what overload answers has a test of its own.
    const app = await buildApp(test.context, { logger: { level: "trace", stream }, maxLagMs: null, ...options });
    opened = { test, app };
  });
  afterAll(async () => {
    await opened?.app.close();
    await opened?.test.close();
  });
  const there = () => {
    if (!opened) throw new Error("the app is there in hooks and tests only");
    return opened;
  };
  const ask: TestApp["ask"] = ({ headers, ...request }) =>
    there().app.inject({ ...request, headers: { authorization: `Bearer ${there().test.key}`, ...headers } });
  return {
    get app() {
      return there().app;
    },
    get context() {
      return there().test.context;
    },
    get key() {
      return there().test.key;
    },
    logLines,
    ask,
    post: (url, body) =>
      ask({ method: "POST", url, headers: { "content-type": "application/json" }, payload: JSON.stringify(body) }),
  };
}

/** The matcher in force: compiled from the store, and anew, whole, each time the database tells that the taxonomy changed. */
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Matcher, Taxonomy } from "../../engine/index.ts";
import type { MatcherSource } from "../../services/ports.ts";
import { connect } from "./connect.ts";

export interface MatcherSourceOptions {
  readonly url: string;
  readonly load: () => Promise<Taxonomy>;
  readonly compile: (taxonomy: Taxonomy) => Matcher;
  /** Told when a change could not be taken over; the matcher before stays in force. */
  readonly onError: (error: unknown) => void;
}

export interface RunningMatcherSource extends MatcherSource {
  close(): Promise<void>;
}

const CHANNEL = "taxonomy_changed";
const RECONNECT_MS = 1000;

/** Resolves when the first matcher is compiled. */
export async function startMatcherSource(options: MatcherSourceOptions): Promise<RunningMatcherSource> {
  let closed = false;
  let listener: pg.Client | null = null;
  let matcher: Matcher | null = null;
  let wanted = false;
  let reloading: Promise<void> | null = null;

  const reload = async () => {
    const taxonomy = await options.load();
    if (taxonomy.version !== matcher?.taxonomy.version) matcher = options.compile(taxonomy);
  };

  /** Changes that come while one is being taken over are taken over together afterwards. */
  const follow = async () => {
    while (wanted && !closed) {
      wanted = false;
      await reload().catch((error) => closed || options.onError(error));
    }
    reloading = null;
  };
  const onChange = () => {
    wanted = true;
    reloading ??= follow();
  };

  const listen = async () => {
    const client = await connect(options.url);
    client.on("notification", onChange);
    client.once("end", () => closed || void reconnect());
    await client.query(`LISTEN ${CHANNEL}`);
    listener = client;
  };

  /** What was told meanwhile was missed, so everything is read again. */
  const reconnect = async () => {
    while (!closed) {
      await sleep(RECONNECT_MS, undefined, { ref: false });
      if (closed) return;
      try {
        await listen();
        onChange();
        return;
      } catch (error) {
        options.onError(error);
      }
    }
  };

  // First listening, then reading: a change in between is told and not lost.
  await listen();
  await reload();
  return {
    current() {
      if (!matcher) throw new Error("the matcher is used before it was compiled");
      return matcher;
    },
    async close() {
      closed = true;
      await listener?.end().catch(() => {});
      await reloading;
    },
  };
}

/** A Dockerfile, carried out in folders: each stage is a folder that stands for its root. Knows what ours uses and refuses the rest. */
import { cpSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";

export interface Stage {
  readonly root: string;
  readonly env: Record<string, string>;
  workdir: string;
  user: string | null;
  healthcheck: readonly string[];
  command: readonly string[];
}

export interface Builder {
  /** What the build may copy from. */
  readonly context: string;
  /** A new, empty folder for a stage. */
  makeRoot(name: string): string;
  /** Runs a shell command in a folder, as the user who builds. */
  run(command: string, folder: string, env: Readonly<Record<string, string>>): void;
  say(line: string): void;
}

/** Carries out every instruction in order and answers the last stage. */
export function build(file: string, builder: Builder): Stage {
  const stages = new Map<string, Stage>();
  let stage: Stage | null = null;
  for (const { name, rest } of instructionsOf(readFileSync(file, "utf8"))) {
    const begun = performance.now();
    if (name === "FROM") {
      const label = /\bAS\s+(\S+)/i.exec(rest)?.[1] ?? "image";
      stage = { root: builder.makeRoot(label), env: {}, workdir: "/", user: null, healthcheck: [], command: [] };
      stages.set(label, stage);
    } else if (stage === null) throw new Error(`${name} before FROM`);
    else carryOut(name, rest, stage, stages, builder);
    builder.say(
      `  ${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${name} ${rest.replace(/\s+/g, " ").slice(0, 90)}`,
    );
  }
  if (stage === null) throw new Error("nothing to build");
  return stage;
}

/** Absolute paths of the image, as paths of this machine. */
export function placeOf(stage: Pick<Stage, "root" | "workdir">, path: string): string {
  return join(stage.root, resolve(stage.workdir, path));
}

/** The environment of a stage; values that are paths of the image become paths of this machine. */
export function environmentOf({ root, env }: Stage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.startsWith("/") ? join(root, value) : value]),
  );
}

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

function instructionsOf(text: string): Instruction[] {
  const lines = text.split("\n").filter((line) => !/^\s*(#|$)/.test(line));
  return lines
    .join("\n")
    .replace(/\\\n/g, " ")
    .split("\n")
    .map((line) => {
      const [name = "", ...rest] = line.trim().split(" ");
      return { name, rest: rest.join(" ").trim() };
    });
}

function carryOut(
  name: string,
  rest: string,
  stage: Stage,
  stages: ReadonlyMap<string, Stage>,
  builder: Builder,
): void {
  switch (name) {
    case "WORKDIR":
      stage.workdir = rest;
      mkdirSync(placeOf(stage, "."), { recursive: true });
      return;
    case "ENV":
      for (const pair of rest.split(/\s+/)) {
        const [key = "", ...value] = pair.split("=");
        stage.env[key] = value.join("=");
      }
      return;
    case "COPY":
      return copy(rest, stage, stages, builder.context);
    case "RUN":
      return builder.run(rest, placeOf(stage, "."), environmentOf(stage));
    case "USER":
      stage.user = rest;
      return;
    case "HEALTHCHECK":
      stage.healthcheck = JSON.parse(rest.slice(rest.indexOf("CMD ") + 4));
      return;
    case "CMD":
      stage.command = JSON.parse(rest);
      return;
    case "EXPOSE":
      return;
    default:
      throw new Error(`${name} is not known here`);
  }
}

function copy(rest: string, stage: Stage, stages: ReadonlyMap<string, Stage>, context: string): void {
  const words = rest.split(/\s+/);
  const from = words.find((word) => word.startsWith("--from="))?.slice(7);
  const paths = words.filter((word) => !word.startsWith("--"));
  const target = paths.pop() ?? ".";
  const source = from === undefined ? null : stages.get(from);
  if (source === undefined) throw new Error(`there is no stage ${from}`);
  for (const path of paths) {
    const place = source === null ? join(context, path) : placeOf(source, path);
    const isFolder = statSync(place).isDirectory();
    const into = !isFolder && (target.endsWith("/") || paths.length > 1) ? join(target, basename(path)) : target;
    cpSync(place, placeOf(stage, into), { recursive: true, verbatimSymlinks: true });
  }
}

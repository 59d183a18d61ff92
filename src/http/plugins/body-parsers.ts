/** Bodies: JSON, plain text and forms, decoded strictly. What is not the declared encoding is refused, never guessed. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { HttpProblem } from "../problem.ts";

/** Bytes of a body: 1 MiB. */
export const BODY_LIMIT = 1024 * 1024;

/** Levels of nesting in JSON; the API itself needs six. */
export const MAX_DEPTH = 64;

export function registerBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addHook("onRequest", async (request) => {
    const encoding = request.headers["content-encoding"];
    if (encoding !== undefined && encoding.toLowerCase() !== "identity")
      throw new HttpProblem("unsupported-media-type", "Compressed bodies are not read; send it as it is.");
  });
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (request: FastifyRequest, body: Buffer) =>
    parseJson(decode(request, body, ["utf-8"])),
  );
  app.addContentTypeParser("text/plain", { parseAs: "buffer" }, async (request: FastifyRequest, body: Buffer) =>
    decode(request, body),
  );
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "buffer" },
    async (request: FastifyRequest, body: Buffer) => parseForm(decode(request, body, ["utf-8"])),
  );
}

/** Media type of a request's body without its parameters, in lower case; empty where none was declared. */
export function mediaTypeOf(request: FastifyRequest): string {
  return (request.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** A byte-order mark is not part of the text. */
function decode(request: FastifyRequest, body: Buffer, allowed: readonly string[] | null = null): string {
  const label = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(request.headers["content-type"] ?? "")?.[1] ?? "utf-8";
  const decoder = decoderFor(label);
  if (decoder === null || (allowed !== null && !allowed.includes(decoder.encoding)))
    throw new HttpProblem(
      "unsupported-media-type",
      "The charset declared in Content-Type is not read at this address.",
    );
  try {
    return decoder.decode(body);
  } catch {
    throw new HttpProblem("invalid-request", "The body is not in the encoding it is said to be in.", {
      faults: [
        {
          in: "body",
          pointer: "",
          detail: `is not valid ${decoder.encoding}; another one is told by charset in Content-Type`,
        },
      ],
    });
  }
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  if (isDeeperThan(text, MAX_DEPTH))
    throw new HttpProblem("invalid-request", "The body is nested too deeply.", {
      faults: [{ in: "body", pointer: "", detail: `is nested deeper than ${MAX_DEPTH} levels` }],
    });
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(
      "invalid-json",
      text.trim() === "" ? "The body is empty." : "The body is not valid JSON; text/plain takes a text as it is.",
    );
  }
}

/** Told from the text itself, so that no hostile body is built in memory first. */
function isDeeperThan(json: string, limit: number): boolean {
  let depth = 0;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code === 0x22) i = endOfString(json, i);
    else if (code === 0x5b || code === 0x7b) depth++;
    else if (code === 0x5d || code === 0x7d) depth--;
    if (depth > limit) return true;
  }
  return false;
}

function endOfString(json: string, start: number): number {
  for (let i = start + 1; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x22) return i;
  }
  return json.length;
}

/** A field sent more than once becomes a list. */
function parseForm(text: string): Record<string, string | string[]> {
  const fields = new Map<string, string | string[]>();
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const [name = "", ...rest] = pair.split("=");
    const key = unescapeForm(name);
    const value = unescapeForm(rest.join("="));
    const earlier = fields.get(key);
    fields.set(key, earlier === undefined ? value : [earlier, value].flat());
  }
  return Object.fromEntries(fields);
}

function unescapeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new HttpProblem("invalid-request", "The form is not percent-encoded UTF-8.", {
      faults: [{ in: "body", pointer: "", detail: "holds a percent sign that starts no valid character" }],
    });
  }
}

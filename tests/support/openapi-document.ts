/** Checks answers against the OpenAPI document, with a JSON Schema validator that knows nothing of the code. */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { FastifyInstance } from "fastify";

export interface OpenapiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, unknown>> }>>;
}

interface Media {
  readonly examples?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
}

export async function readOpenapiDocument(app: FastifyInstance): Promise<OpenapiDocument> {
  return (await app.inject("/openapi.json")).json();
}

/** What is wrong with an answer by the document's own words; empty where nothing is. */
export function createAnswerCheck(document: OpenapiDocument) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "openapi", ...document });
  return (path: string, method: string, status: number, type: string, body: unknown): string[] => {
    const media = document.paths[path]?.[method]?.responses[status]?.content[type];
    if (media === undefined) return [`the document knows no ${type} for ${status} of ${method} ${path}`];
    const pointer = [path, method, "responses", String(status), "content", type, "schema"].map(escapePointer).join("/");
    const validate = ajv.compile({ $ref: `openapi#/paths/${pointer}` });
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  };
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}

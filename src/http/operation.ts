import type { RouteOptions } from "fastify";
import type { z } from "zod";
import type { ZodOpenApiMediaTypeObject, ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from "zod-openapi";

export type Media = ZodOpenApiMediaTypeObject & { readonly schema: z.ZodType };

/** What a route says of itself: requests are checked with it, and the OpenAPI document is made of it. */
export interface Operation {
  readonly operationId: string;
  readonly tags: string[];
  readonly summary: string;
  readonly description: string;
  /** `[]` where no key is asked for. */
  readonly security?: NonNullable<ZodOpenApiOperationObject["security"]>;
  readonly querystring?: z.ZodObject;
  readonly params?: z.ZodObject;
  /** One schema per media type that is read. */
  readonly body?: { readonly content: Record<string, Media> };
  readonly response: ZodOpenApiResponsesObject;
}

/** What a route says of itself; null for one that says nothing, such as Swagger UI's own. */
export function operationOf({ schema }: Pick<RouteOptions, "schema">): Operation | null {
  return schema !== undefined && "operationId" in schema ? (schema as Operation) : null;
}

/** The sentence on which bodies a route reads. */
export function mediaTypesRead(route: Pick<RouteOptions, "schema">): string {
  const types = Object.keys(operationOf(route)?.body?.content ?? {});
  return types.length === 0 ? "No body is read at this address." : `A body is read here as ${types.join(", ")}.`;
}

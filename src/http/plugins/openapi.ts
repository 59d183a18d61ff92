/**
 * The OpenAPI 3.1 document, made of the schemas that requests are checked with, and Swagger UI at /docs with nothing fetched
 * from elsewhere. zod-openapi builds the document: bodies of several media types keep their examples that way.
 */
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import packageJson from "../../../package.json" with { type: "json" };
import { type Operation, operationOf } from "../operation.ts";
import { DOCS_POLICY } from "./headers.ts";

const INFO = {
  title: "Skills Matcher",
  version: packageJson.version,
  description:
    "How far does a resume, or a job post, show what a DevOps or MLOps role asks for, and where exactly does it say so?\n\n" +
    "Scores run from 0 to 100 and come with their reasons: every point belongs to a requirement, and every requirement to places in " +
    "the document. A score is a reading of a document, not of a person, and never a decision.\n\n" +
    "**To try it:** press *Authorize*, paste the API key that the first start printed, open *Score a resume or a job post*, choose an " +
    "example, press *Execute*. For a resume of your own choose `text/plain` and paste it.",
  license: { name: "MIT", identifier: "MIT" },
};

/** In the order a person works. */
const TAGS = [
  { name: "Score", description: "A document in, an explained score out. Nothing is stored." },
  { name: "Profiles", description: "The roles that documents are scored against." },
  { name: "Skills", description: "The taxonomy: what is recognised, and what follows from it." },
  { name: "Health", description: "For whoever runs the service." },
];

const API_KEY = {
  type: "http",
  scheme: "bearer",
  description:
    "The API key. The first start prints it and keeps it in the data directory, readable by its owner alone.",
} as const;

export async function registerOpenapi(app: FastifyInstance): Promise<void> {
  const paths: ZodOpenApiPathsObject = {};
  app.addHook("onRoute", (route) => {
    const operation = operationOf(route);
    if (operation === null || route.method === "HEAD") return;
    const path = route.url.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [String(route.method).toLowerCase()]: toOpenapi(operation) };
  });
  await app.register(swagger, {
    openapi: { openapi: "3.1.0", info: INFO },
    transform: ({ url }) => ({ schema: { hide: true }, url }),
    transformObject: () => documentOf(paths) as never,
  });
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    staticCSP: DOCS_POLICY,
    theme: {
      title: "Skills Matcher: API",
      // The bar at the top is for opening other documents; there is just this one.
      css: [{ filename: "own.css", content: ".swagger-ui .topbar { display: none }" }],
    },
    uiConfig: {
      persistAuthorization: true,
      tryItOutEnabled: true,
      displayRequestDuration: true,
      docExpansion: "list",
      defaultModelsExpandDepth: 0,
      deepLinking: true,
    },
  });
}

function documentOf(paths: ZodOpenApiPathsObject) {
  return createDocument(
    {
      openapi: "3.1.0",
      info: INFO,
      servers: [{ url: "/", description: "This service" }],
      tags: TAGS,
      security: [{ apiKey: [] }],
      paths,
      components: { securitySchemes: { apiKey: API_KEY } },
    },
    {
      override: ({ jsonSchema, io }) => {
        // Answers may gain fields, so a client must not be told that there are no others.
        if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      },
    },
  );
}

function toOpenapi({ querystring, params, body, response, ...described }: Operation): ZodOpenApiOperationObject {
  return {
    ...described,
    ...((querystring || params) && {
      requestParams: { ...(params && { path: params }), ...(querystring && { query: querystring }) },
    }),
    ...(body && { requestBody: { ...body, required: true } }),
    responses: response,
  };
}

/** The OpenAPI 3.1 document, made of the routes, and Swagger UI at /docs with nothing fetched from elsewhere. */
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { fastifyZodOpenApiPlugin, fastifyZodOpenApiTransformers } from "fastify-zod-openapi";
import packageJson from "../../../package.json" with { type: "json" };
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

export async function registerOpenapi(app: FastifyInstance): Promise<void> {
  await app.register(fastifyZodOpenApiPlugin);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: INFO,
      servers: [{ url: "/", description: "This service" }],
      tags: TAGS,
      security: [{ apiKey: [] }],
      components: {
        securitySchemes: {
          apiKey: {
            type: "http",
            scheme: "bearer",
            description: "The API key. The first start prints it, and keeps it in the data directory, readable by its owner alone.",
          },
        },
      },
    },
    ...fastifyZodOpenApiTransformers,
  });
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    staticCSP: DOCS_POLICY,
    theme: { title: "Skills Matcher: API" },
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

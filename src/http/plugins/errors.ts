import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ServiceError } from "../../services/errors.ts";
import { mediaTypesRead } from "../operation.ts";
import { HttpProblem, PROBLEM_TYPE, PROBLEMS, type ProblemCode, problemBody, RETRY_AFTER_SECONDS } from "../problem.ts";
import { standardHeaders } from "./headers.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Code of the problem this request is answered with, for its log line. */
    problemCode: ProblemCode | null;
  }
}

/** Every error, whoever threw it, leaves as problem+json; what was sent is never quoted, neither to the caller nor to the log. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(toProblem(error, request), error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const allowed = allowedMethods(app, request);
    // Swagger UI answers to GET below its own address, and yet finds no such file.
    const problem =
      allowed.length === 0 || allowed.includes(request.method)
        ? new HttpProblem("route-not-found", "There is nothing at this address; /docs shows what there is.")
        : new HttpProblem("method-not-allowed", `This address answers to ${allowed.join(", ")}.`, {
            headers: { allow: allowed.join(", ") },
          });
    return sendProblem(problem, problem, request, reply);
  });
}

/** Problems met before there is a route: bad percent signs, over-long parts of an address. */
export function answerFrameworkError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(standardHeaders(request.id));
  sendProblem(toProblem(error, request), error, request, reply);
}

function sendProblem(problem: HttpProblem, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { status } = PROBLEMS[problem.code];
  request.problemCode = problem.code;
  if (status >= 500) request.log.error({ code: problem.code, err: error }, "failed");
  if (status === 503) reply.header("retry-after", String(RETRY_AFTER_SECONDS));
  return reply
    .code(status)
    .headers(problem.headers)
    .type(PROBLEM_TYPE)
    .send(problemBody(problem.code, problem.message, request.id, problem.faults));
}

function toProblem(error: unknown, request: FastifyRequest): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof ServiceError)
    return new HttpProblem(error.code, error.message, {
      faults: error.faults,
      ...(error.code === "unauthorized" && {
        headers: { "www-authenticate": 'Bearer realm="skills-matcher", error="invalid_token"' },
      }),
    });
  const code = (error as Partial<FastifyError> | null)?.code ?? "";
  if (MEDIA_TYPE_ERRORS.has(code))
    return new HttpProblem("unsupported-media-type", mediaTypesRead(request.routeOptions));
  const known = FRAMEWORK_ERRORS[code];
  if (known) return new HttpProblem(...known);
  const status = (error as Partial<FastifyError> | null)?.statusCode ?? 500;
  if (status >= 400 && status < 500) return new HttpProblem("malformed-request", "The request could not be read.");
  return new HttpProblem("internal-error", "Something went wrong here; the request id finds it in the log.");
}

/** Characters of one part of an address, such as an id. */
export const MAX_PART_LENGTH = 200;

const MEDIA_TYPE_ERRORS: ReadonlySet<string> = new Set(["FST_ERR_CTP_INVALID_MEDIA_TYPE", "FST_ERR_CTP_EMPTY_TYPE"]);

const FRAMEWORK_ERRORS: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ["body-too-large", "A body may have 1 MiB at most."],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["malformed-request", "The body is not as long as Content-Length says."],
  FST_ERR_BAD_URL: [
    "malformed-request",
    "The address cannot be read: a percent sign in it has to start a character in UTF-8.",
  ],
  FST_UNDER_PRESSURE: ["overloaded", "The service is working at its limit; try again in a moment."],
  FST_ERR_MAX_PARAM_LENGTH: ["uri-too-long", `A part of the address may have ${MAX_PART_LENGTH} characters at most.`],
};

/** Methods that the path of a request answers to, from the routes themselves; empty for an unknown path. */
function allowedMethods(app: FastifyInstance, request: FastifyRequest): readonly string[] {
  const [path = ""] = request.url.split("?", 1);
  return app.routeTable.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
}

/**
 * Requests are checked here, all parts at once, so that one answer names every field at fault. Fastify's own validation stops
 * at the first part and quotes values; it is switched off.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Fault, FaultPlace } from "../../services/errors.ts";
import { mediaTypesRead, operationOf } from "../operation.ts";
import { HttpProblem } from "../problem.ts";
import { faultsOf, unfitStrings } from "../wire/faults.ts";
import { fromStrings, repeatedFields } from "../wire/from-strings.ts";
import { mediaTypeOf } from "./body-parsers.ts";

const FORM = "application/x-www-form-urlencoded";

export function registerValidation(app: FastifyInstance): void {
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(() => JSON.stringify);
  app.addHook("preValidation", async (request) => {
    const { querystring, params } = operationOf(request.routeOptions) ?? {};
    const body = bodySchemaOf(request);
    const faults: Fault[] = [];
    if (params) request.params = check(params, request.params, "path", faults);
    if (querystring) request.query = checkStrings(querystring, request.query, "query", faults);
    if (body)
      request.body =
        mediaTypeOf(request) === FORM && body instanceof z.ZodObject
          ? checkStrings(body, request.body, "body", faults)
          : check(body, request.body, "body", faults);
    if (faults.length > 0)
      throw new HttpProblem(
        "invalid-request",
        `${faults.length === 1 ? "One field is" : `${faults.length} fields are`} at fault.`,
        {
          faults,
        },
      );
  });
}

function checkStrings(schema: z.ZodObject, sent: unknown, place: FaultPlace, faults: Fault[]): unknown {
  return check(schema, fromStrings(schema, sent), place, faults, repeatedFields(schema, sent, place));
}

/** Of a field that is at fault by itself (`found`, or what no text may hold) the schema's complaints are left out. */
function check(
  schema: z.ZodType,
  value: unknown,
  place: FaultPlace,
  faults: Fault[],
  found: readonly Fault[] = [],
): unknown {
  const unfit = [...found, ...unfitStrings(value, place)];
  const checked = schema.safeParse(value);
  const broken = checked.success ? [] : faultsOf(checked.error, place);
  const known = new Set(unfit.map((fault) => fault.pointer));
  faults.push(...unfit, ...broken.filter((fault) => !known.has(fault.pointer)));
  return checked.success ? checked.data : value;
}

/** A route declares one schema per media type it reads. */
function bodySchemaOf(request: FastifyRequest): z.ZodType | null {
  const content = operationOf(request.routeOptions)?.body?.content;
  if (content === undefined) return null;
  const type = mediaTypeOf(request);
  const found = Object.hasOwn(content, type) ? content[type]?.schema : undefined;
  if (found) return found;
  throw new HttpProblem("unsupported-media-type", mediaTypesRead(request.routeOptions));
}

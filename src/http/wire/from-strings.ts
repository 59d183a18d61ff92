/** Query strings and forms know nothing but strings: this gives the fields of a schema the type they have in JSON. */
import { z } from "zod";
import type { Fault, FaultPlace } from "../../services/errors.ts";

const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/**
 * An empty value counts as not sent where the field may be left out; lists may be written with commas or by repetition. What does
 * not fit stays as it is.
 */
export function fromStrings(schema: z.ZodObject, sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null) return sent;
  const fields = Object.entries(sent).map(([name, value]) => {
    const field = Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.ZodType) : undefined;
    return [name, field === undefined ? value : fromString(field, value)] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** Fields that were sent more than once and are no lists. */
export function repeatedFields(schema: z.ZodObject, sent: unknown, place: FaultPlace): Fault[] {
  if (typeof sent !== "object" || sent === null) return [];
  return Object.entries(sent)
    .filter(([name, value]) => Array.isArray(value) && Object.hasOwn(schema.shape, name) && !isList(schema.shape[name]))
    .map(([name]) => ({ in: place, pointer: `/${name}`, detail: "may be sent only once" }));
}

function isList(field: unknown): boolean {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return isList(field.unwrap());
  return field instanceof z.ZodArray;
}

function fromString(field: z.ZodType, value: unknown): unknown {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault)
    return value === "" ? undefined : fromString(field.unwrap() as z.ZodType, value);
  if (field instanceof z.ZodArray)
    return [value].flat().flatMap((one) =>
      String(one)
        .split(",")
        .map((part) => part.trim()),
    );
  if (field instanceof z.ZodNumber && typeof value === "string" && NUMBER.test(value)) return Number(value);
  return value;
}

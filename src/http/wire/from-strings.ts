/** Query strings and forms know nothing but strings: this gives the fields of a schema the type they have in JSON. */
import { z } from "zod";

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

function fromString(field: z.ZodType, value: unknown): unknown {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault)
    return value === "" ? undefined : fromString(field.unwrap() as z.ZodType, value);
  if (field instanceof z.ZodArray)
    return [value].flat().flatMap((one) =>
      String(one)
        .split(",")
        .map((part) => part.trim()),
    );
  if (field instanceof z.ZodNumber && typeof value === "string" && /^\d{1,9}$/.test(value)) return Number(value);
  return value;
}

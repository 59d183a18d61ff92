/** Query strings and forms know nothing but strings: this gives the fields of a schema the type they have in JSON. */
import { z } from "zod";

/** An empty value counts as not sent, lists may be written with commas or by repetition. What does not fit stays as it is. */
export function fromStrings(schema: z.ZodObject, sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null) return sent;
  const fields = Object.entries(sent).map(([name, value]) => {
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    return [name, field === undefined ? value : fromString(unwrap(field as z.ZodType), value)] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function fromString(field: z.ZodType, value: unknown): unknown {
  if (value === "") return isFreeText(field) ? value : undefined;
  if (field instanceof z.ZodArray)
    return [value].flat().flatMap((one) =>
      String(one)
        .split(",")
        .map((part) => part.trim()),
    );
  if (field instanceof z.ZodNumber && typeof value === "string" && /^\d{1,9}$/.test(value)) return Number(value);
  return value;
}

/** A text area that was left empty is an empty text. */
function isFreeText(field: z.ZodType): boolean {
  return field instanceof z.ZodString && (field.maxLength ?? 0) > 1000;
}

function unwrap(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault ? unwrap(field.unwrap() as z.ZodType) : field;
}

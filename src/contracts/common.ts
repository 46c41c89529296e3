/** Building blocks that several contracts share. */
import { z } from 'zod';

/** A UUID v7 made by the server: sorts by creation time. */
export const idSchema = z.uuid();

/** An instant as an ISO 8601 string in UTC. */
export const instantSchema = z.iso.datetime();

/** An email address as people type it: trimmed and lower-cased. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** One line of text a person gives something as a name: trimmed, never empty. */
export const nameSchema = z.string().trim().min(1).max(120);

/** Path parameter of every route about one thing. */
export const idParamsSchema = z.object({ id: idSchema });

/** A page of a list; `nextCursor` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Query of a paged list. */
export const pageQuerySchema = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The answer of a command that has nothing to say. */
export const doneSchema = z.object({ done: z.literal(true) });

/** Who did something: a person, the customer, the assistant, a rule or the system itself. */
export const actorSchema = z.object({
  kind: z.enum(['customer', 'agent', 'assistant', 'trigger', 'system']),
  id: idSchema.nullable(),
});
export type Actor = z.infer<typeof actorSchema>;

/** The actor of everything Segue does by itself. */
export const systemActor: Actor = { kind: 'system', id: null };

type WithoutDefault<Schema extends z.core.SomeType> =
  Schema extends z.ZodDefault<infer Inner>
    ? Inner
    : Schema extends z.ZodPrefault<infer Inner>
      ? Inner
      : Schema;
type PatchShape<Shape extends z.ZodRawShape> = {
  [Key in keyof Shape]: z.ZodOptional<WithoutDefault<Shape[Key]>>;
};

/**
 * The same object with every field optional and none filled in. `partial()` alone keeps defaults, so
 * that changing one setting would put all others back to what they were shipped with.
 */
export function patchOf<Shape extends z.ZodRawShape>(
  object: z.ZodObject<Shape>,
): z.ZodObject<PatchShape<Shape>> {
  const fields = Object.entries(object.shape).map(([key, field]) => [
    key,
    withoutDefault(field as z.ZodType).optional(),
  ]);
  return z.object(Object.fromEntries(fields)) as z.ZodObject<PatchShape<Shape>>;
}

function withoutDefault(field: z.ZodType): z.ZodType {
  const filled = field instanceof z.ZodDefault || field instanceof z.ZodPrefault;
  return filled ? withoutDefault(field.unwrap() as z.ZodType) : field;
}

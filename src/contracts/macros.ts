/** Macros: texts and acts that agents put into a conversation in one go. */
import { z } from 'zod';
import { idSchema, instantSchema, nameSchema } from './common.ts';
import { tagNameSchema } from './tags.ts';

/** One act of a macro. Field acts say the value, not the change, so that doing them twice is harmless. */
export const macroActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status'), status: z.enum(['open', 'pending', 'on_hold', 'solved']) }),
  z.object({ kind: z.literal('priority'), priority: z.enum(['urgent', 'high', 'normal', 'low']) }),
  z.object({ kind: z.literal('category'), category: z.string().trim().min(1).max(80).nullable() }),
  z.object({ kind: z.literal('add_tags'), tags: z.array(tagNameSchema).min(1).max(20) }),
  z.object({ kind: z.literal('remove_tags'), tags: z.array(tagNameSchema).min(1).max(20) }),
  z.object({ kind: z.literal('group'), groupId: idSchema.nullable() }),
  /** `self` is whoever uses the macro, `nobody` gives the work back to its queue. */
  z.object({ kind: z.literal('assign'), to: z.enum(['self', 'nobody']) }),
  z.object({ kind: z.literal('assign_agent'), agentId: idSchema }),
  /** Ends the chat, after the text was sent; nothing where there is no chat, or it has ended. */
  z.object({ kind: z.literal('end_session') }),
  /** A note for colleagues, with variables. */
  z.object({ kind: z.literal('note'), text: z.string().trim().min(1).max(8_000) }),
]);
export type MacroAction = z.infer<typeof macroActionSchema>;
export type MacroActionKind = MacroAction['kind'];

/** The acts of a macro or of a message, in any order; each kind at most once. */
export const macroActionsSchema = z
  .array(macroActionSchema)
  .max(12)
  .refine(
    (actions) => new Set(actions.map(({ kind }) => kind)).size === actions.length,
    'Name each kind of act once',
  );

export const macroSchema = z.object({
  id: idSchema,
  name: z.string(),
  description: z.string(),
  /** Where it is listed; empty for none. */
  folder: z.string(),
  shared: z.boolean(),
  /** As written, with variables. Empty: the chat gets the text of the mail. */
  chatText: z.string(),
  /** As written, with variables. Empty: mail gets the text of the chat. */
  mailHtml: z.string(),
  actions: z.array(macroActionSchema),
  /** Whether whoever asked may change it. */
  mayEdit: z.boolean(),
  /** How often it was used, by everybody. */
  uses: z.number().int(),
  /** When whoever asked used it last. */
  lastUsedAt: instantSchema.nullable(),
});
export type Macro = z.infer<typeof macroSchema>;

/** `GET /api/macros`: shared ones and one's own, the latest used first. */
export const macrosSchema = z.object({ macros: z.array(macroSchema) });

/** `POST /api/macros`, `PUT /api/macros/:id`. */
export const saveMacroSchema = z
  .object({
    name: nameSchema,
    description: z.string().trim().max(300).default(''),
    folder: z.string().trim().max(60).default(''),
    shared: z.boolean(),
    chatText: z.string().trim().max(8_000).default(''),
    mailHtml: z.string().trim().max(40_000).default(''),
    actions: macroActionsSchema.default([]),
  })
  .refine(
    ({ chatText, mailHtml, actions }) => chatText !== '' || mailHtml !== '' || actions.length > 0,
    { path: ['chatText'], message: 'Write a text or choose an act' },
  );
export type SaveMacro = z.infer<typeof saveMacroSchema>;

/** Path of a macro used in a ticket. */
export const macroUseParamsSchema = z.object({ id: idSchema, macroId: idSchema });

/** `POST /api/tickets/:id/macros/:macroId/use`: the final texts; it counts as used. */
export const renderedMacroSchema = z.object({
  id: idSchema,
  name: z.string(),
  text: z.string(),
  html: z.string(),
  actions: z.array(macroActionSchema),
});
export type RenderedMacro = z.infer<typeof renderedMacroSchema>;

/** `POST /api/tickets/:id/acts`: acts without a message. */
export const applyActsSchema = z.object({
  actions: macroActionsSchema.refine((actions) => actions.length > 0, 'Choose an act'),
  /** The macros they came from, for the history. */
  macroIds: z.array(idSchema).max(10).default([]),
});

/** Tickets about the same thing, and the incidents that supervisors make of them. */
import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';
import { visibilitySchema } from './knowledge.ts';
import { ticketStatusSchema } from './tickets.ts';

/** A group of tickets that people know the reason of. */
export const incidentSchema = z.object({
  id: idSchema,
  groupId: idSchema,
  title: z.string(),
  /** What customers are to be told; may be empty. */
  message: z.string(),
  article: z
    .object({ articleId: idSchema, title: z.string(), visibility: visibilitySchema })
    .nullable(),
  state: z.enum(['open', 'resolved']),
  markedAt: instantSchema,
  resolvedAt: instantSchema.nullable(),
});
export type Incident = z.infer<typeof incidentSchema>;

/** A ticket of a group. */
export const likeTicketSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  subject: z.string(),
  status: ticketStatusSchema,
  at: instantSchema,
});
export type LikeTicket = z.infer<typeof likeTicketSchema>;

const counts = {
  /** Tickets of the group that came within the last hour and day, and ever. */
  lastHour: z.number().int(),
  lastDay: z.number().int(),
  total: z.number().int(),
  since: instantSchema,
};

/** `GET /api/tickets/:id/likeness`: the others about the same thing. Null where there is none. */
export const likenessSchema = z.object({
  likeness: z
    .object({
      ...counts,
      incident: incidentSchema.nullable(),
      /** Up to ten others, unsolved ones first, the newest first. */
      tickets: z.array(likeTicketSchema),
    })
    .nullable(),
});
export type Likeness = NonNullable<z.infer<typeof likenessSchema>['likeness']>;

/** Tickets about one thing, with the words most of them share. */
export const ticketGroupSchema = z.object({
  groupId: idSchema,
  words: z.array(z.string()),
  ...counts,
  latestAt: instantSchema,
  /** How many of them nobody has solved. */
  unsolved: z.number().int(),
  incident: incidentSchema.nullable(),
  /** The newest few. */
  tickets: z.array(likeTicketSchema),
});
export type TicketGroup = z.infer<typeof ticketGroupSchema>;

/** `GET /api/incidents`: groups of the last day, and every incident that is open. */
export const ticketGroupsSchema = z.object({ groups: z.array(ticketGroupSchema) });

const title = z.string().trim().min(1, 'Name it').max(120);
const message = z.string().trim().max(2_000);
const articleId = idSchema.nullable();

/** `POST /api/incidents`: marks a group. */
export const markIncidentSchema = z.object({
  groupId: idSchema,
  title,
  message: message.default(''),
  articleId: articleId.default(null),
});
export type MarkIncident = z.infer<typeof markIncidentSchema>;

/** `PATCH /api/incidents/:id`. */
export const changeIncidentSchema = z
  .object({ title, message, articleId, state: z.enum(['open', 'resolved']) })
  .partial();
export type ChangeIncident = z.infer<typeof changeIncidentSchema>;

const tellingStatus = z.enum(['pending', 'on_hold', 'solved']).nullable();

/** `POST /api/incidents/:id/tellings`: one text to the customers of all its unsolved tickets. */
export const tellIncidentSchema = z.object({
  text: z.string().trim().min(1, 'Write something').max(10_000),
  /** Whether those are told too who were told something before. */
  again: z.boolean().default(false),
  /** What the tickets are set to afterwards; null: they stay as they are. */
  status: tellingStatus.default(null),
});
export type TellIncident = z.infer<typeof tellIncidentSchema>;

/** What was said to many, and how far it is. `unreached`: closed meanwhile, or no way to write to them. */
export const tellingSchema = z.object({
  id: idSchema,
  text: z.string(),
  status: tellingStatus,
  by: z.string(),
  at: instantSchema,
  counts: z.object({
    waiting: z.number().int(),
    told: z.number().int(),
    unreached: z.number().int(),
  }),
});
export type Telling = z.infer<typeof tellingSchema>;

/** `GET /api/incidents/:id/tellings`: how many would be told now, and what was said, newest first. */
export const tellingsSchema = z.object({
  /** Unsolved tickets of the incident. */
  unsolved: z.number().int(),
  /** Those of them that nothing was said to so far. */
  untold: z.number().int(),
  tellings: z.array(tellingSchema),
});
export type Tellings = z.infer<typeof tellingsSchema>;

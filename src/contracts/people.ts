/** Members of a workspace, the agents among them, and the customers they serve. */
import { z } from 'zod';
import { emailSchema, idSchema, instantSchema, nameSchema } from './common.ts';
import { roles } from './permissions.ts';

export const roleSchema = z.enum(roles);

/** Agent statuses: online takes everything, away only mail, transfers_only what is handed over by name. */
export const agentStatusSchema = z.enum(['online', 'away', 'transfers_only', 'offline']);
export type AgentStatus = z.infer<typeof agentStatusSchema>;

/** Classes of work a capacity rule knows. */
export const channelClassSchema = z.enum(['messaging', 'email']);
export type ChannelClass = z.infer<typeof channelClassSchema>;

/** Units an agent carries now, of the budget and of each channel's ceiling. */
export const capacityUseSchema = z.object({
  budget: z.number().int(),
  used: z.number().int(),
  channels: z.record(
    channelClassSchema,
    z.object({ used: z.number().int(), ceiling: z.number().int(), items: z.number().int() }),
  ),
});
export type CapacityUse = z.infer<typeof capacityUseSchema>;

export const agentSchema = z.object({
  /** The member's id. */
  id: idSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  status: agentStatusSchema,
  /** A status of the workspace's own that refines `status`, if they are in one. */
  customStatus: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** False when the desk has not been heard of lately, whatever the chosen status. */
  connected: z.boolean(),
  statusSince: instantSchema,
  /** When their shift ends, the present while they are off; null where their hours are not known. */
  shiftEndsAt: instantSchema.nullable(),
  groups: z.array(z.object({ id: idSchema, name: z.string() })),
  skills: z.array(z.object({ name: z.string(), level: z.number().int() })),
  capacity: capacityUseSchema,
  /** Since when they have been on a call, which leaves room for nothing else; null: on none. */
  onCallSince: instantSchema.nullable(),
});
export type Agent = z.infer<typeof agentSchema>;

/** `PUT /api/me/status` and `PUT /api/agents/:id/status`. */
export const setStatusSchema = z.union(
  [z.object({ status: agentStatusSchema }), z.object({ customStatusId: idSchema })],
  {
    error: `Give a status (${agentStatusSchema.options.join(', ')}) or the customStatusId of one of your own`,
  },
);
export type SetStatus = z.infer<typeof setStatusSchema>;

/** `POST /api/members`: adds a colleague, who gets a link to choose a password. */
export const addMemberSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  role: roleSchema,
  groupIds: z.array(idSchema).max(50).default([]),
});

/** `PATCH /api/members/:id`. */
export const changeMemberSchema = z
  .object({ name: nameSchema.optional(), role: roleSchema.optional() })
  .refine(({ name, role }) => name !== undefined || role !== undefined, 'Give a name or a role');
export type ChangeMember = z.infer<typeof changeMemberSchema>;

/** `PATCH /api/me`: what people change about themselves. */
export const changeOwnAccountSchema = z.object({ name: nameSchema });
export type ChangeOwnAccount = z.infer<typeof changeOwnAccountSchema>;

/** The colleague and the single-use link that signs them in for the first time. */
export const addedMemberSchema = z.object({ id: idSchema, invitationUrl: z.string() });

export const groupSchema = z.object({ id: idSchema, name: z.string() });
export type Group = z.infer<typeof groupSchema>;

export const customerSchema = z.object({
  id: idSchema,
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** True once mail from the address has proved it. */
  emailVerified: z.boolean(),
  phone: z.string().nullable(),
  tier: z.enum(['enterprise', 'standard', 'free']),
  region: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
  createdAt: instantSchema,
  /** Set for a customer who was deleted: nothing is known of them any more. */
  deletedAt: instantSchema.nullable(),
});
export type Customer = z.infer<typeof customerSchema>;

/** Attributes to note of a customer, by name; null forgets one. */
export const attributeChangesSchema = z
  .record(nameSchema.max(80), z.string().trim().min(1).max(500).nullable())
  .refine((changes) => Object.keys(changes).length <= 50, 'At most 50 at once');

/** `PATCH /api/customers/:id`. */
export const changeCustomerSchema = z.object({
  name: nameSchema.nullable().optional(),
  email: emailSchema.nullable().optional(),
  phone: z.string().trim().max(40).nullable().optional(),
  tier: customerSchema.shape.tier.optional(),
  region: z.string().trim().max(80).nullable().optional(),
  attributes: attributeChangesSchema.optional(),
});
export type ChangeCustomer = z.infer<typeof changeCustomerSchema>;

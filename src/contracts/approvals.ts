/** Acts of the assistant that wait for a person. */
import { z } from 'zod';
import { approvalStateSchema, assistantDecisionSchema } from './assistant-decisions.ts';
import { idSchema, instantSchema } from './common.ts';
import { roleSchema } from './people.ts';

/** An act with everything somebody needs to decide on it. */
export const approvalSchema = z.object({
  id: idSchema,
  state: approvalStateSchema,
  decision: assistantDecisionSchema,
  customer: z.object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    tier: z.string(),
  }),
  askedAt: instantSchema,
  /** When it goes to its queue instead. */
  deadlineAt: instantSchema,
  decideRole: roleSchema,
  fourEyes: z.boolean(),
  /** Who has approved it where two must. */
  firstBy: z.string().nullable(),
  /** The text as somebody changed it. */
  edited: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  reason: z.string(),
  /** Whether whoever asks may decide it. */
  mayDecide: z.boolean(),
  /** Whether they may turn it down or take it over: also who approved it first, where two must. */
  mayRefuse: z.boolean(),
});
export type Approval = z.infer<typeof approvalSchema>;

/** `GET /api/approvals`: those that wait, soonest deadline first, or those that were decided, newest first. */
export const approvalsQuerySchema = z.object({ settled: z.stringbool().default(false) });
export const approvalsSchema = z.object({ approvals: z.array(approvalSchema) });

/** `POST /api/approvals/{id}`. An edited text replaces the one proposed. */
export const decideApprovalSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('approve'),
    text: z.string().trim().min(1).max(20_000).optional(),
    /** Also every other correction that waits with the same text: one mistake, many customers. */
    alike: z.boolean().optional(),
  }),
  z.object({ act: z.literal('reject'), reason: z.string().trim().min(3).max(300) }),
  z.object({ act: z.literal('take_over') }),
]);
export type DecideApproval = z.infer<typeof decideApprovalSchema>;

/** What a workspace decides about its router. */
import { z } from 'zod';

/** How work is ordered and agents are chosen. */
export const routingPolicySchema = z.enum([
  'risk',
  'priority',
  'round_robin',
  'least_loaded',
  'longest_idle',
]);

/** What happens to open work when its agent goes away. */
export const awayPolicySchema = z.enum(['keep', 'return_after', 'return_at_once']);

const minutes = z.number('Give whole minutes').int('Give whole minutes');

export const routingSettingsSchema = z.object({
  policy: routingPolicySchema.default('risk'),
  /** Unbegun mail that lies with somebody goes to whoever can still save it. */
  rebalance: z
    .object({
      /** Whose: of everybody, of those who have left only, of nobody. */
      whose: z.enum(['everybody', 'absent', 'nobody']).default('everybody'),
      /** How late: minutes a piece may lie unbegun where it is. */
      unbegunMinutes: minutes.min(5).max(1_440).default(60),
      /** How often: times one piece may be moved. */
      mostMoves: z.number().int().min(1).max(10).default(2),
      /** How much: pieces taken from one agent, and moved within one queue, in an hour; 0: as many as help. */
      agentHour: z.number().int().min(0).max(100).default(6),
      queueHour: z.number().int().min(0).max(1_000).default(60),
      /** To whom: not to those whose shift ends within so many minutes. */
      quietMinutes: minutes.min(0).max(240).default(15),
    })
    .prefault({}),
  /** Chats and unbegun mail of an agent who is offline or whose desk is not heard of. */
  onAway: z
    .object({
      policy: awayPolicySchema.default('return_after'),
      minutes: minutes.min(1).max(480).default(10),
    })
    .prefault({}),
  /** Minutes before the end of a shift from which only what is handed over by name is given; 0: none. */
  shiftEndMinutes: minutes.min(0).max(120).default(10),
  /** Offers in a row that an agent lets lapse before they are set to away; 0: never. */
  lapsesToAway: z.number().int().min(0).max(20).default(3),
  /** How long skills that were only wished for are waited for. */
  optionalSkills: z
    .object({
      chatSeconds: z.number().int().min(0).max(3_600).default(30),
      mailMinutes: minutes.min(0).max(1_440).default(60),
    })
    .prefault({}),
  /** Days for which reasons of decisions are kept. */
  keepDecisionsDays: z.number('Give whole days').int('Give whole days').min(1).max(730).default(90),
});
export type RoutingSettings = z.infer<typeof routingSettingsSchema>;

/**
 * Whether two settings leave unbegun mail nothing to be moved by: only that of those who have left may move, and
 * theirs stays with them.
 */
export function movesNothing({
  onAway,
  rebalance,
}: Pick<RoutingSettings, 'onAway' | 'rebalance'>): boolean {
  return onAway.policy === 'keep' && rebalance.whose === 'absent';
}

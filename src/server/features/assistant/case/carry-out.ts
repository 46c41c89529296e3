import type { Scope } from '../../../platform/db/database.ts';
import type { TurnState } from '../../../../contracts/assistant-decisions.ts';
import { createHistorian } from '../../history/index.ts';
import { lockTicket } from '../../tickets/index.ts';
import type { Asker } from '../approvals/ask.ts';
import { withdraw } from '../approvals/withdraw.ts';
import type { AssistantDeps } from './case.deps.ts';
import { fillFields, markCase, saveCase, saveOutcome } from './case.store.ts';
import { lastSeqOf } from './gates.rules.ts';
import { insertTurn, isAnyWithdrawn, overtake, wasSkipped } from './decisions.store.ts';
import type { HandOver } from './hand-over.ts';
import { lockLimits } from './limits.store.ts';
import { isOvertaken, lookAt, type Looked } from './look.ts';
import { writtenForAgent } from '../writing/for-agent.rules.ts';
import type { Written } from '../writing/writing.rules.ts';
import { voiceOf, type TurnPlan } from './plan.ts';
import { askedWithAnswers } from './reading.ts';
import { takeBack } from './returns.ts';
import { waitFrom } from './silence.rules.ts';
import { assistant, speak } from './speak.ts';
import { keepable } from './kept-turn.ts';

export interface CarryOutDeps extends AssistantDeps {
  readonly handOver: HandOver;
  readonly asker: Asker;
}

/** Carries turns out, each in one transaction that holds the ticket. */
export function createCarryOut(deps: CarryOutDeps) {
  const { clock, change } = deps;
  const tell = createHistorian(deps);

  /**
   * Does what was planned, if the case is still what it was when it was looked at; false where it is not, and
   * nothing has happened then.
   */
  return async (scope: Scope, before: Looked, plan: TurnPlan): Promise<boolean> => {
    const ticketId = before.file.ticket.id;
    if (!(await lockTicket(scope, ticketId))) return true;
    if (plan.written !== null && before.verdict.autonomy === 'auto')
      await lockLimits(scope, before);
    const now = await lookAt(deps, scope, ticketId);
    if (isOvertaken(before, now)) return now === null;
    if (await isWithdrawn(scope, plan)) return false;
    await takeBack(scope, before, clock.now());
    if (plan.path === 'skip') return skip(scope, before, plan);
    // Whatever could be withdrawn left a state.
    if (now?.file.state !== null)
      await withdraw(scope, ticketId, { at: clock.now(), reason: 'The customer wrote again' });
    const { autonomy } = before.verdict;
    if (autonomy === 'shadow' || autonomy === 'draft') return note(scope, before, plan);
    await act(scope, before, plan);
    return true;
  };

  /** Leaves the case to whoever else looks after it; why is written down once. */
  async function skip(scope: Scope, looked: Looked, plan: TurnPlan): Promise<boolean> {
    const { ticket } = looked.file;
    if (plan.reason === 'will_try') return stay(scope, looked, plan);
    const quiet = ['category_off', 'channel_off', 'live_chat', 'closed'].includes(plan.reason);
    if (looked.file.state?.state === 'approval') {
      await withdraw(scope, ticket.id, { at: clock.now(), reason: 'The case went on without it' });
      const left = { state: 'handed_over', waitsUntil: null, spoke: false } as const;
      await markCase(scope, ticket.id, left);
    }
    // A draft is of what was said before; a program's mail says nothing.
    const isStale =
      plan.reason !== 'automatic_mail' && (await overtake(scope, ticket.id, ['draft']));
    if (isStale) changed(scope, ticket.id, null);
    if (!quiet && !(await wasSkipped(scope, ticket.id, plan.reason))) {
      await keep(scope, looked, { plan, state: 'done', messageId: null });
      changed(scope, ticket.id, null);
    }
    await deps.handOver.letGo(scope, ticket.id);
    return true;
  }

  /** The customer is at it: the case waits for them, from now on again. */
  async function stay(scope: Scope, looked: Looked, plan: TurnPlan): Promise<boolean> {
    const { ticket } = looked.file;
    const { waitsUntil, wakeAt } = waitFrom(clock.now(), looked.policy, ticket.channel);
    await keep(scope, looked, { plan, state: 'done', messageId: null });
    await remember(scope, looked, { state: 'waiting', plan, turns: 0, waitsUntil });
    await deps.handOver.letGo(scope, ticket.id, { status: 'pending' });
    changed(scope, ticket.id, wakeAt);
    return true;
  }

  /** Only writes down what it would have done, for the figures or for an agent to send. */
  async function note(scope: Scope, looked: Looked, plan: TurnPlan): Promise<boolean> {
    const { file, verdict } = looked;
    const isDraft =
      verdict.autonomy === 'draft' && plan.written !== null && plan.path !== 'hand_over';
    const state: TurnState = isDraft ? 'draft' : 'shadow';
    await keep(scope, looked, { plan, state, messageId: null });
    await remember(scope, looked, { state: 'acting', plan, turns: 0, waitsUntil: null });
    await deps.handOver.letGo(scope, file.ticket.id);
    if (isDraft)
      await tell(scope, { ticketId: file.ticket.id, type: 'assistant.drafted', actor: assistant });
    changed(scope, file.ticket.id, null);
    return true;
  }

  async function act(scope: Scope, looked: Looked, plan: TurnPlan): Promise<void> {
    const { file, verdict } = looked;
    const ticketId = file.ticket.id;
    if (mustWait(looked, plan)) {
      // Who takes it over sends it under their own name.
      const forAgent = plan.written && writtenForAgent(voiceOf(looked), plan.written);
      const kept = { plan, state: 'waiting' as const, messageId: null };
      await keep(scope, looked, { ...kept, ...(forAgent && { forAgent }) });
      await remember(scope, looked, { state: 'approval', plan, turns: 0, waitsUntil: null });
      const { fourEyes } = verdict.rule;
      const { approvals } = looked.policy;
      return deps.asker.ask(
        scope,
        { ticketId, decisionId: plan.id },
        { approvals, fourEyes, holds: true },
      );
    }
    const messageId = plan.written === null ? null : await send(scope, looked, plan);
    await keep(scope, looked, { plan, state: 'done', messageId });
    switch (plan.path) {
      case 'answer':
      case 'ask': {
        const { waitsUntil, wakeAt } = waitFrom(clock.now(), looked.policy, file.ticket.channel);
        await remember(scope, looked, { state: 'waiting', plan, turns: 1, waitsUntil });
        await deps.handOver.letGo(scope, ticketId, { status: 'pending' });
        await tell(scope, {
          ticketId,
          type: plan.path === 'answer' ? 'assistant.answered' : 'assistant.asked',
          actor: assistant,
          data: { percent: percentOf(plan), sources: citedTitles(plan) },
        });
        return changed(scope, ticketId, wakeAt);
      }
      case 'close':
        await remember(scope, looked, { state: 'resolved', plan, turns: 1, waitsUntil: null });
        await deps.handOver.letGo(scope, ticketId);
        await change(scope, ticketId, { status: 'solved' }, assistant);
        await saveOutcome(scope, ticketId, { outcome: 'confirmed', at: clock.now() });
        await tell(scope, { ticketId, type: 'assistant.confirmed', actor: assistant });
        return changed(scope, ticketId, null);
      default:
        await remember(scope, looked, { state: 'handed_over', plan, turns: 1, waitsUntil: null });
        await deps.handOver.handOver(scope, {
          ticketId,
          reason: plan.reason,
          detail: plan.detail,
          to: verdict.rule.handOverTo,
        });
        return changed(scope, ticketId, null);
    }
  }

  async function send(scope: Scope, looked: Looked, plan: TurnPlan): Promise<string | null> {
    const { ticket, customer } = looked.file;
    if (plan.written === null || customer.email === null) return null;
    const { text, html } = plan.written;
    return speak(deps, scope, {
      ticketId: ticket.id,
      conversationId: ticket.conversationId,
      text,
      html,
      clientId: `assistant:${plan.id}`,
      assistantName: looked.assistantName,
    });
  }

  function keep(
    scope: Scope,
    looked: Looked,
    kept: { plan: TurnPlan; state: TurnState; messageId: string | null; forAgent?: Written },
  ): Promise<void> {
    return insertTurn(scope, keepable(looked, { ...kept, at: clock.now() }));
  }

  async function remember(
    scope: Scope,
    { file, reading, told }: Looked,
    next: {
      state: 'acting' | 'waiting' | 'approval' | 'handed_over' | 'resolved';
      plan: TurnPlan;
      turns: number;
      waitsUntil: Date | null;
    },
  ): Promise<void> {
    const { state } = file;
    const answered = askedWithAnswers(file, reading).map((one) => ({
      ...one,
      options: [...one.options],
    }));
    if (Object.keys(told).length > 0) await fillFields(scope, file.ticket.id, told);
    await saveCase(scope, {
      ticketId: file.ticket.id,
      state: next.state,
      handledSeq: lastSeqOf(file),
      turns: (state?.turns ?? 0) + next.turns,
      questionRounds: (state?.questionRounds ?? 0) + (next.plan.path === 'ask' ? 1 : 0),
      asked: [...answered, ...next.plan.asks],
      waitsUntil: next.waitsUntil,
    });
  }
}

/** Whether an article that would be quoted is no longer for everybody. */
function isWithdrawn(scope: Scope, { path, study }: TurnPlan): Promise<boolean> {
  const citations = path === 'answer' ? (study?.answer.citations ?? []) : [];
  return isAnyWithdrawn(
    scope,
    citations.map(({ articleId }) => articleId),
  );
}

/** Whether a turn that would speak waits for a person first. */
function mustWait({ verdict }: Looked, { path, study, written }: TurnPlan): boolean {
  if ((path !== 'answer' && path !== 'ask') || written === null) return false;
  const { approval, approveBelow } = verdict.rule;
  if (verdict.mustApprove || approval === 'always') return true;
  return (
    approval === 'unsure' && path === 'answer' && (study?.answer.confidence ?? 0) < approveBelow
  );
}

function changed(scope: Scope, ticketId: string, wakeAt: Date | null): void {
  scope.record({ type: 'assistant.changed', ticketId, wakeAt: wakeAt?.toISOString() ?? null });
}

function percentOf({ study }: TurnPlan): number {
  return Math.round((study?.answer.confidence ?? 0) * 100);
}

function citedTitles({ study }: TurnPlan): string {
  const titles = (study?.answer.citations ?? []).map(({ title }) => title);
  return [...new Set(titles)].join(', ');
}

import { systemActor, type Actor } from '../../../../contracts/common.ts';
import type { TriggerAction } from '../../../../contracts/trigger-actions.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { AppError } from '../../../platform/errors.ts';
import { listTagNames } from '../../tickets/index.ts';
import { inSavepoint } from '../savepoint.store.ts';
import type { StoredTrigger } from '../triggers.store.ts';
import { describeAction, type NameOf } from '../rules/words.rules.ts';
import { callWebhook } from '../webhooks/call.ts';
import type { ActingDeps } from './deps.types.ts';
import { notify } from './notify.ts';
import { say } from './say.ts';
import { fill, placeOf } from './ticket.ts';

/** A rule on a ticket, as its actions see it. */
export interface Acting {
  readonly trigger: Pick<StoredTrigger, 'id' | 'name' | 'actions'>;
  readonly ticketId: string;
  readonly actor: Actor;
  readonly because: readonly string[];
}

export interface Outcome {
  readonly done: string[];
  readonly failed: string[];
  readonly stop: boolean;
}

/** Does what a rule says, one act after the other. */
export function createActor(deps: ActingDeps) {
  /**
   * Carries out every action in the caller's transaction. One that is refused (no capacity, no address,
   * a closed ticket) is undone alone and told with its reason; the others are done all the same. Throws
   * what is no refusal, so that the job tries again.
   */
  return async (scope: Scope, acting: Acting, nameOf: NameOf): Promise<Outcome> => {
    const outcome: Outcome = { done: [], failed: [], stop: false };
    for (const action of acting.trigger.actions) {
      if (action.do === 'stop') return { ...outcome, stop: true };
      const words = describeAction(action, nameOf);
      const refusal = await attempt(scope, acting, action);
      if (refusal === null) outcome.done.push(words);
      else outcome.failed.push(`${words}: ${refusal}`);
    }
    return outcome;
  };

  async function attempt(
    scope: Scope,
    acting: Acting,
    action: TriggerAction,
  ): Promise<string | null> {
    try {
      await inSavepoint(scope, (part) => act(part, acting, action));
      return null;
    } catch (error) {
      if (error instanceof AppError) return error.message;
      // What it names has been deleted since the rule was saved.
      if (isConstraint(error)) return 'What it names is no longer there.';
      throw error;
    }
  }

  async function act(scope: Scope, acting: Acting, action: TriggerAction): Promise<void> {
    const { ticketId, actor } = acting;
    const set = (change: Parameters<ActingDeps['change']>[2]) =>
      deps.change(scope, ticketId, change, actor);
    switch (action.do) {
      case 'set_status':
        return set({ status: action.status });
      case 'set_priority':
        return set({ priority: action.priority });
      case 'set_category':
        return set({ category: action.category });
      case 'set_group':
        return set({ groupId: action.groupId });
      case 'set_subject':
        return set({ subject: await fill(scope, ticketId, action.subject) });
      case 'add_tags':
        return set({ tags: [...(await listTagNames(scope, ticketId)), ...action.tags] });
      case 'remove_tags': {
        const kept = await listTagNames(scope, ticketId);
        return set({ tags: kept.filter((tag) => !action.tags.includes(tag)) });
      }
      case 'reply':
      case 'note':
        return say(deps, scope, acting, action);
      case 'end_session':
      case 'set_routing_channel':
      case 'set_followup_mode':
        return end(scope, acting, action);
      case 'notify_assignee':
      case 'notify_agent':
      case 'notify_group':
      case 'notify_email':
        return notify(deps, scope, acting, action);
      case 'notify_webhook':
        return callWebhook(deps, scope, { ...acting, webhookId: action.webhookId });
      case 'send_survey':
        return deps.survey(scope, { ticketId, about: action.about });
      case 'stop':
        return undefined;
      default:
        return assign(scope, acting, action);
    }
  }

  type AssignAction = Extract<
    TriggerAction,
    { do: 'assign_agent' | 'assign_queue' | 'assign_nobody' | 'add_skills' | 'hand_over' }
  >;

  async function assign(scope: Scope, acting: Acting, action: AssignAction): Promise<void> {
    const { ticketId, actor } = acting;
    switch (action.do) {
      case 'assign_agent':
        await deps.work.give(scope, { ticketId, agentId: action.agentId, actor, override: false });
        return deps.markTaken(scope, ticketId);
      case 'assign_nobody':
        return deps.work.giveBack(scope, ticketId, actor);
      case 'assign_queue':
        return deps.work.putInto(scope, { ticketId, queueId: action.queueId, actor });
      case 'add_skills':
        return deps.addSkills(scope, ticketId, action.skillIds);
      case 'hand_over': {
        await deps.change(scope, ticketId, { groupId: action.groupId }, actor);
        await deps.work.giveBack(scope, ticketId, actor);
        if (action.text !== '') await say(deps, scope, acting, { do: 'note', text: action.text });
        return undefined;
      }
    }
  }

  type EndAction = Extract<
    TriggerAction,
    { do: 'end_session' | 'set_routing_channel' | 'set_followup_mode' }
  >;

  async function end(scope: Scope, acting: Acting, action: EndAction): Promise<void> {
    const place = await placeOf(scope, acting.ticketId);
    const ends = acting.trigger.actions.some(
      (one) => one.do === 'end_session' || one.do === 'set_routing_channel',
    );
    // Told to the end of the chat by the action that ends it, where that is in the same rule.
    if (action.do === 'set_followup_mode' && ends) return;
    if (place.session_state === null) {
      if (action.do === 'set_routing_channel')
        return deps.change(scope, acting.ticketId, { routingChannel: 'email' }, acting.actor);
      throw new AppError('session_ended', 'This conversation did not start as a chat.');
    }
    const conversationId = place.conversation_id;
    if (action.do === 'set_followup_mode') {
      const { actor } = acting;
      return deps.wishFollowup(scope, { conversationId, actor, followupMode: action.mode });
    }
    const mode = acting.trigger.actions.find((one) => one.do === 'set_followup_mode')?.mode;
    await deps.endChat(scope, {
      conversationId,
      actor: acting.actor,
      rule: { id: acting.trigger.id, name: acting.trigger.name },
      asEmail: action.do === 'set_routing_channel',
      ...(mode && { followupMode: mode }),
    });
  }
}

/** The actor of what a rule does. */
export function triggerActor(id: string): Actor {
  return { ...systemActor, kind: 'trigger', id };
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('23');
}

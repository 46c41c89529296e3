/** The recipes themselves: what each makes, as plain data from the workspace's own names. */
import type { RecipeId } from '../../../contracts/recipes.ts';
import type { SaveQueue } from '../../../contracts/team.ts';
import type { TriggerAction } from '../../../contracts/trigger-actions.ts';
import type { Condition } from '../../../contracts/trigger-conditions.ts';
import type { TriggerRule } from '../../../contracts/triggers.ts';
import type { SaveTicketView } from '../../../contracts/views.ts';

/** What a recipe takes from the workspace it is put into. */
export interface Surroundings {
  /** The default schedule. */
  readonly scheduleId: string;
  /** Groups that serve the default queue. */
  readonly groupIds: readonly string[];
}

export interface RecipeParts {
  readonly rules: readonly TriggerRule[];
  readonly queues: readonly SaveQueue[];
  readonly views: readonly SaveTicketView[];
}

interface Definition {
  readonly name: string;
  readonly explanation: string;
  readonly parts: (surroundings: Surroundings) => RecipeParts;
}

/** From so many waiting chats in a queue on it is a surge. */
const surgeDepth = 10;

/** Every recipe, in the order they are offered. */
export const recipes: Readonly<Record<RecipeId, Definition>> = {
  surge_live: {
    name: 'Surge: answer what can be answered live',
    explanation: `When ${surgeDepth} or more chats wait in a queue, new ones are told that the answer comes by email, and end. They leave every queue: agents work them from the view “Surge” when it is quiet again.`,
    parts: () => ({
      rules: [surgeRule('Surge: end new chats', { do: 'end_session' })],
      queues: [],
      views: [taggedView('Surge', 'surge')],
    }),
  },
  surge_email: {
    name: 'Surge: go on by email',
    explanation: `When ${surgeDepth} or more chats wait in a queue, new ones are told that the answer comes by email. They go into a queue of their own and are given out as email work, within everyone's capacity.`,
    parts: ({ groupIds }) => ({
      rules: [
        surgeRule('Surge: new chats go on by email', {
          do: 'set_routing_channel',
          channel: 'email',
        }),
      ],
      queues: [
        {
          name: 'Surge follow-ups',
          description: 'Chats that came in a surge and are answered by email.',
          priority: 20,
          conditions: { channels: ['messaging'], routingChannels: ['email'], tags: ['surge'] },
          groupIds: [...groupIds],
          secondaryGroupIds: [],
          handOver: 'one_at_a_time',
          ladder: [],
        },
      ],
      views: [],
    }),
  },
  out_of_hours: {
    name: 'Outside business hours',
    explanation:
      'Chats that reach the desk outside the default schedule are told when somebody is there again, and go on by email. Where no address is known the chat stays open and the customer is asked for one, so that nobody becomes unreachable.',
    parts: ({ scheduleId }) => ({
      rules: [
        rule('Out of hours: go on by email', 'messaging', {
          all: [created, chat, outside(scheduleId), emailKnown('yes')],
          actions: [
            say(
              'Thank you, {{customer.first_name}}. Nobody is at the desk right now. We answer by email as soon as we are back.',
            ),
            { do: 'add_tags', tags: ['out of hours'] },
            { do: 'set_routing_channel', channel: 'email' },
          ],
        }),
        rule('Out of hours: ask for an address', 'messaging', {
          all: [created, chat, outside(scheduleId), emailKnown('no')],
          actions: [
            say(
              'Nobody is at the desk right now. Leave your email address here, and we answer as soon as we are back.',
            ),
            { do: 'add_tags', tags: ['out of hours'] },
          ],
        }),
      ],
      queues: [],
      views: [],
    }),
  },
  abandoned_chats: {
    name: 'Abandoned chats',
    explanation:
      'When a customer closes the browser and stays away, the chat goes on by email at normal priority. Without an address there is nobody to write to: it is tagged, ended and solved.',
    parts: () => ({
      rules: [
        rule('Abandoned: go on by email', 'messaging', {
          all: [becameQuiet, left, emailKnown('yes')],
          actions: [
            { do: 'add_tags', tags: ['abandoned'] },
            { do: 'set_priority', priority: 'normal' },
            { do: 'set_routing_channel', channel: 'email' },
          ],
        }),
        rule('Abandoned: nobody to write to', 'messaging', {
          all: [becameQuiet, left, emailKnown('no')],
          actions: [
            { do: 'add_tags', tags: ['abandoned'] },
            { do: 'end_session' },
            { do: 'set_status', status: 'solved' },
          ],
        }),
      ],
      queues: [],
      views: [taggedView('Abandoned chats', 'abandoned')],
    }),
  },
  ended_chats_report: {
    name: 'Reporting on ended chats',
    explanation:
      'Tags every ticket by who ended its chat, so that lists, searches and exports can tell them apart. A view shows those that were ended by nobody in person.',
    parts: () => ({
      rules: (['agent', 'customer', 'trigger', 'inactivity', 'system'] as const).map((reason) =>
        rule(`Ended by ${reason}`, 'ticket', {
          all: [is('session_ended_reason', 'changed_to', reason)],
          actions: [{ do: 'add_tags', tags: [`ended by ${reason}`] }],
        }),
      ),
      queues: [],
      views: [
        {
          ...taggedView('Ended by nobody in person', 'ended by inactivity'),
          filter: { session: ['ended'], tags: ['ended by inactivity'] },
        },
      ],
    }),
  },
  survey_at_chat_end: {
    name: 'Survey when a chat ends',
    explanation:
      'Asks how it was when an agent ends the chat, and when the ticket is solved before that. After the end a ticket is often solved by mail, so that waiting for “solved” alone would never ask about the chat. Each chat is asked about once.',
    parts: () => ({
      rules: [
        rule('Survey about the chat', 'ticket', {
          all: [is('channel', 'is', 'messaging'), is('session_state', 'is', 'ended')],
          any: [
            is('session_ended_reason', 'changed_to', 'agent'),
            is('status', 'changed_to', 'solved'),
          ],
          actions: [{ do: 'send_survey', about: 'session' }],
        }),
      ],
      queues: [],
      views: [],
    }),
  },
};

const empty = { values: [], amount: null, key: null } as const;
const created = is('event', 'is', 'created');
const chat = is('channel', 'is', 'messaging');
const becameQuiet = is('session_state', 'changed_to', 'inactive');
const left = is('inactive_reason', 'is', 'offline');

function surgeRule(name: string, act: TriggerAction): TriggerRule {
  return rule(name, 'messaging', {
    all: [
      created,
      chat,
      { ...empty, field: 'queue_depth', op: 'at_least', amount: surgeDepth },
      emailKnown('yes'),
    ],
    actions: [
      say(
        'Thank you, {{customer.first_name}}. More people write to us than we can answer right now. We have everything you wrote and answer by email.',
      ),
      { do: 'add_tags', tags: ['surge'] },
      act,
    ],
  });
}

function rule(
  name: string,
  kind: TriggerRule['kind'],
  parts: { all: Condition[]; any?: Condition[]; actions: TriggerAction[] },
): TriggerRule {
  const { all, any = [], actions } = parts;
  return { name, description: '', kind, conditions: { all, any }, actions };
}

function is(field: Condition['field'], op: Condition['op'], ...values: string[]): Condition {
  return { ...empty, field, op, values };
}

function outside(scheduleId: string): Condition {
  return { ...empty, field: 'business_hours', op: 'no', key: scheduleId };
}

function emailKnown(op: 'yes' | 'no'): Condition {
  return { ...empty, field: 'email_known', op };
}

function say(text: string): TriggerAction {
  return { do: 'reply', channel: 'messaging', text, macroId: null };
}

function taggedView(name: string, tag: string): SaveTicketView {
  return {
    name,
    shared: true,
    filter: { tags: [tag], status: ['new', 'open', 'pending', 'on_hold'] },
    sort: { by: 'created', direction: 'asc' },
    columns: ['number', 'subject', 'customer', 'status', 'assignee', 'waiting'],
    layout: 'list',
  };
}

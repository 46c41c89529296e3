/** Promises that suit most support teams: chats at once, mail within the working day. People change them. */
import type { SlaRules } from '../../../contracts/sla.ts';

const usual: Omit<SlaRules, 'conditions' | 'targets' | 'hours'> = {
  scheduleId: null,
  pauses: {},
  atRisk: { kind: 'share', percent: 75 },
  escalations: [
    { at: 'at_risk', metrics: [], acts: [{ kind: 'notify', who: 'agent' }] },
    { at: 'breached', metrics: [], acts: [{ kind: 'notify', who: 'supervisors' }] },
  ],
  assistantReplies: 'count_in_chat',
  reopened: 'resume',
};

const everyPriority = (minutes: readonly [number, number, number, number]) => ({
  urgent: minutes[0],
  high: minutes[1],
  normal: minutes[2],
  low: minutes[3],
});

export const standardPromises: readonly { name: string; description: string; rules: SlaRules }[] = [
  {
    name: 'Live chat',
    description: 'Somebody answers within minutes, day and night',
    rules: {
      ...usual,
      conditions: { routingChannels: ['messaging'] },
      hours: 'calendar',
      targets: {
        first_reply: everyPriority([1, 2, 3, 5]),
        next_reply: everyPriority([2, 3, 5, 10]),
      },
    },
  },
  {
    name: 'Everything else',
    description: 'Answers and solutions within business hours',
    rules: {
      ...usual,
      conditions: {},
      hours: 'business',
      targets: {
        first_reply: everyPriority([60, 120, 240, 480]),
        next_reply: everyPriority([60, 120, 480, 960]),
        requester_wait: everyPriority([480, 960, 1440, 2400]),
      },
    },
  },
];

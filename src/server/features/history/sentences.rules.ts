/** The words of a ticket's history: what each kind of event says to people. */
import { slaMetricSchema, slaMetricWords } from '../../../contracts/sla-chip.ts';
import type { BriefFieldName } from '../../../contracts/briefs.ts';

type Data = Record<string, unknown>;

function text(data: Data, key: string): string {
  const value = data[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A key of ours as people read it: `on_hold` is on hold. */
function words(data: Data, key: string): string {
  return text(data, key).replaceAll('_', ' ');
}

/** The fields of a brief, by the names the desk gives them. */
const briefFields: Record<BriefFieldName, string> = {
  summary: 'summary',
  problem: 'problem',
  tried: 'what was tried',
  promised: 'what was promised',
  openQuestions: 'open questions',
  nextStep: 'next step',
  category: 'category',
  urgency: 'urgency',
  skills: 'skills needed',
  sentiment: 'mood',
  language: 'language',
};

function briefField(data: Data): string {
  const field = text(data, 'field');
  return Object.hasOwn(briefFields, field) ? briefFields[field as BriefFieldName] : field;
}

const sentences: Record<string, (data: Data) => string> = {
  'ticket.created': (data) => `opened the ticket by ${text(data, 'by') || text(data, 'channel')}`,
  'ticket.status': (data) => `set the status from ${words(data, 'from')} to ${words(data, 'to')}`,
  'ticket.priority': (data) => `set the priority from ${text(data, 'from')} to ${text(data, 'to')}`,
  'ticket.category': (data) =>
    data['to'] === null ? 'removed the category' : `set the category to ${text(data, 'to')}`,
  'category.guessed': (data) => categoryGuessed(data),
  'ticket.subject': (data) => `changed the subject to "${text(data, 'to')}"`,
  'ticket.group': (data) =>
    data['to'] === null ? 'removed the group' : `moved it to ${text(data, 'to')}`,
  'ticket.routing_channel': (data) => `routed it as ${text(data, 'to')} from now on`,
  'ticket.tags': (data) => `changed the tags to ${text(data, 'to') || 'none'}`,
  'macro.used': (data) => `used the macro ${text(data, 'macro')}`,
  'session.ended': (data) => sessionEnded(data),
  'session.inactive': (data) =>
    data['reason'] === 'offline'
      ? 'noted that the customer is inactive or offline'
      : 'noted that the customer does not answer',
  'session.active': (data) =>
    text(data, 'over') === ''
      ? 'is back in the chat'
      : `is back in the chat, which puts its agent over by ${text(data, 'over')} units`,
  'session.reminded': (data) =>
    `reminded the customer for the ${ordinal(Number(data['number']))} time`,
  'call.started': () => 'began a call',
  'call.ended': (data) => callEnded(data),
  'followup.opened': (data) => `opened the follow-up ticket #${text(data, 'number')}`,
  'followup.continues': (data) => `goes on from the chat in ticket #${text(data, 'number')}`,
  'trigger.ran': (data) => triggerRan(data),
  'trigger.stopped': (data) => `“${text(data, 'rule')}” was stopped ${text(data, 'why')}`,
  'work.queued': (data) => `put it into the queue ${text(data, 'queue')}`,
  'work.assigned': (data) => `assigned it to ${text(data, 'agent')}${because(data)}`,
  'work.offered': (data) => `offered it to ${text(data, 'agent')}${because(data)}`,
  'work.taken': () => 'took it',
  'work.returned': (data) =>
    `gave it back to the queue ${text(data, 'queue')}`.trimEnd() + because(data),
  'work.moved': (data) => `moved it to the queue ${text(data, 'queue')}${because(data)}`,
  'work.skills': (data) =>
    text(data, 'to') === ''
      ? 'said that it needs no skill'
      : `said that it needs ${text(data, 'to')}`,
  'work.released': (data) => `released its capacity: ${text(data, 'reason')}`,
  'work.reclassified': (data) => `now counts it as ${text(data, 'to')} work`,
  'offer.accepted': () => 'accepted it',
  'offer.declined': (data) => `declined it: ${words(data, 'reason')}${remark(data)}`,
  'offer.timed_out': (data) => `saw the offer to ${text(data, 'agent')} run out`,
  'offer.withdrawn': (data) =>
    text(data, 'agent') === ''
      ? 'withdrew the offer'
      : `withdrew the offer to ${text(data, 'agent')}, who is no longer free for it`,
  'brief.written': () => 'wrote the brief',
  'brief.corrected': (data) => `corrected the brief: ${briefField(data)}`,
  'brief.confirmed': (data) =>
    `found the brief right: ${text(data, 'fields')
      .split(' ')
      .map((field) => briefField({ field }))
      .join(', ')}`,
  'mail.bounced': (data) =>
    `saw the mail to ${text(data, 'to')} come back: ${text(data, 'reason')}`,
  'mail.failed': (data) =>
    `could not send the mail to ${text(data, 'to')}: ${text(data, 'reason')}`,
  'mail.resent': (data) => `sent the mail to ${text(data, 'to')} again`,
  'mail.separated': (data) => `kept it apart from another ticket: ${text(data, 'reason')}`,
  'mail.participants': (data) =>
    `wrote with others in copy: ${text(data, 'addresses').replaceAll(',', ', ')}`,
  'mail.bulk': (data) =>
    text(data, 'messageId') === ''
      ? `gave it low priority: ${text(data, 'reason')}`
      : `takes a reply for no person's: ${text(data, 'reason')}`,
  'survey.sent': (data) =>
    `asked the customer how ${rated(data)} was${text(data, 'to') === '' ? '' : `, by mail to ${text(data, 'to')}`}`,
  'survey.answered': (data) => `rated ${rated(data)} ${text(data, 'words')}${remark(data)}`,
  'survey.changed': (data) =>
    `changed the rating of ${rated(data)} to ${text(data, 'words')}${remark(data)}`,
  'transcript.mailed': (data) => `sent a copy of the conversation to ${text(data, 'to')}`,
  'sla.at_risk': (data) => `saw the ${metric(data)} of ${text(data, 'policy')} at risk`,
  'sla.breached': (data) => `saw the ${metric(data)} of ${text(data, 'policy')} run out of time`,
  'handover.requested': (data) => `handed over to a person: ${text(data, 'reason')}`,
  'customer.deleted': () => 'deleted the customer and everything they said',
  'assistant.answered': (data) =>
    `answered from ${text(data, 'sources') || 'the articles'}, ${text(data, 'percent')}% sure`,
  'assistant.asked': () => 'asked the customer',
  'assistant.drafted': () => 'wrote a draft',
  'assistant.waits': () => 'waits for an approval',
  'assistant.handed_over': (data) =>
    text(data, 'reason') === 'taken_over'
      ? 'took it over from the assistant'
      : `handed over to people. ${text(data, 'why')}`,
  'assistant.overtaken': () => 'left it to people: the case changed each time it was about to act',
  'assistant.confirmed': () => 'noted that it is solved for the customer',
  'assistant.assumed': () => 'counts it as solved: the customer has not come back',
  'approval.approved': (data) => `approved it ${text(data, 'edited')}`.trimEnd(),
  'bot.failed': (data) => `stopped and handed over: ${text(data, 'reason')}`,
};

/** Every type of line that has words. */
export const historyTypes: readonly string[] = Object.keys(sentences);

/** The line as people read it after the actor's name. */
export function sentenceOf(type: string, data: Data): string {
  const plain = type.replaceAll(/[._]/g, ' ');
  if (data['erased'] === true) return `${plain}, of which nothing is kept`;
  return sentences[type]?.(data) ?? plain;
}

function categoryGuessed(data: Data): string {
  const by = text(data, 'words') || 'the words of that category';
  const asked = text(data, 'model') ? `, with ${text(data, 'model')}` : '';
  return `is ${text(data, 'percent')}% sure${asked} of the category ${text(data, 'category')}, because of: ${by}`;
}

/** What is counted on one hand, as people say it; the words of the reminder stand in the conversation. */
function ordinal(number: number): string {
  return ['', 'first', 'second', 'third', 'fourth', 'fifth'][number] ?? `${number}th`;
}

function callEnded(data: Data): string {
  const seconds = Number(data['seconds']);
  const lasted = seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
  const whose = text(data, 'agent') === '' ? 'the call' : `the call of ${text(data, 'agent')}`;
  return `ended ${whose} after ${lasted}${because(data)}`;
}

function triggerRan(data: Data): string {
  const list = (key: string) => (Array.isArray(data[key]) ? data[key].map(String) : []);
  const why = list('because');
  const did = [...list('done'), ...list('failed').map((one) => `not done: ${one}`)];
  const reason = why.length === 0 ? '' : ` because ${why.map(lowerFirst).join(' and ')}`;
  return `“${text(data, 'rule')}” ran${reason}. ${did.join('. ')}`.trimEnd();
}

function lowerFirst(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function rated(data: Data): string {
  return data['kind'] === 'session' ? 'the chat' : 'the help';
}

function remark(data: Data): string {
  const comment = text(data, 'comment');
  const tags = text(data, 'tags');
  return `${tags === '' ? '' : ` (${tags})`}${comment === '' ? '' : `: “${comment}”`}`;
}

function metric(data: Data): string {
  const known = slaMetricSchema.safeParse(data['metric']);
  return known.success ? slaMetricWords[known.data] : words(data, 'metric');
}

function because(data: Data): string {
  const reason = text(data, 'why');
  return reason === '' ? '' : `: ${reason}`;
}

function sessionEnded(data: Data): string {
  const rule = text(data, 'rule');
  const cause = systemCauses[text(data, 'cause')] ?? '';
  const reasons: Record<string, string> = {
    agent: 'ended the chat.',
    customer: 'left the chat.',
    trigger: rule === '' ? 'ended the chat by a rule.' : `ended the chat by the rule “${rule}”.`,
    inactivity: 'ended the chat after silence.',
    system: `ended the chat${cause}.`,
  };
  return `${reasons[text(data, 'reason')] ?? 'ended the chat.'}${rest(data)}`;
}

/** Why the system ends a chat by itself. */
const systemCauses: Record<string, string> = {
  customer_deleted: ', because the customer was deleted',
  channel_closed: ', because the chat channel was closed',
};

function rest(data: Data): string {
  const followup = text(data, 'followup');
  if (followup !== '') return ` The rest goes on in ticket #${followup}.`;
  return data['routingChannel'] === 'email' ? ' The rest goes on as email work.' : '';
}

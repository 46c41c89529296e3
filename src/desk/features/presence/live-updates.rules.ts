import type { DeskChange } from '../../../contracts/realtime.ts';
import { queryKeys } from '../query-keys.ts';

type Key = readonly unknown[];

/** Which cached answers a change makes old. */
export function staleKeysOf({ event, ticketId }: Pick<DeskChange, 'event' | 'ticketId'>): Key[] {
  return [...ofEvent(event), ...(ticketId ? ofTicket(event, ticketId) : [])];
}

/** Whether a key is of the lists of tickets or their counts, which whatever happens to any ticket makes old. */
export function isOfEverybody(key: Key): boolean {
  return key[0] === queryKeys.ticketLists[0] || key[0] === queryKeys.views[0];
}

/** From so many pages on a list is long. */
const longPages = 5;

/** Whether what is cached came in so many pages that fetching them all again takes a while. */
export function isLongList({ state }: { readonly state: { readonly data: unknown } }): boolean {
  const { data } = state;
  if (typeof data !== 'object' || data === null || !('pages' in data)) return false;
  return Array.isArray(data.pages) && data.pages.length >= longPages;
}

function ofEvent(event: DeskChange['event']): Key[] {
  const lists: Key[] = [queryKeys.ticketLists, queryKeys.views];
  const keys: Record<DeskChange['event'], Key[]> = {
    'ticket.changed': lists,
    'tickets.changed': [...lists, queryKeys.everyTicket],
    'message.created': lists,
    'message.changed': [],
    'brief.changed': [],
    'draft.changed': [],
    'assistant.changed': [queryKeys.assistant],
    'approval.changed': [queryKeys.approvals],
    'assistant_policy.changed': [queryKeys.assistantPolicy],
    'offer.changed': [queryKeys.offers, queryKeys.views],
    'agent.changed': [queryKeys.agents, queryKeys.myAgent, queryKeys.myCall],
    'work.changed': [
      ...lists,
      queryKeys.queues,
      queryKeys.myAgent,
      queryKeys.agents,
      queryKeys.nextUp,
    ],
    'settings.changed': [
      queryKeys.settings,
      queryKeys.me,
      queryKeys.alertSettings,
      queryKeys.models,
    ],
    'mail.changed': [queryKeys.mail],
    'tags.changed': [queryKeys.tags],
    'survey.changed': [queryKeys.satisfaction],
    'triggers.changed': [queryKeys.triggers, queryKeys.webhooks],
    'schedules.changed': [queryKeys.schedules],
    'sla_policies.changed': [queryKeys.slaPolicies],
    'sla.changed': [queryKeys.ticketLists],
    'sla.alerted': [],
    'alert.changed': [queryKeys.alerts],
    'incident.changed': [queryKeys.incidents],
    'evaluation.changed': [queryKeys.evaluations],
    // Whose tickets they were is not told, and it is rare.
    'customer.deleted': [...lists, queryKeys.everyTicket, queryKeys.satisfaction, queryKeys.mail],
    // What is set up by a category follows its new name.
    'categories.changed': [
      queryKeys.categories,
      queryKeys.views,
      queryKeys.triggers,
      queryKeys.macros,
    ],
    'knowledge.changed': [queryKeys.knowledge],
    'learning.changed': [queryKeys.learning],
    'team.changed': [
      queryKeys.team,
      queryKeys.queues,
      queryKeys.groups,
      queryKeys.agents,
      queryKeys.myAgent,
    ],
  };
  return keys[event];
}

function ofTicket(event: DeskChange['event'], ticketId: string): Key[] {
  const self = queryKeys.ticket(ticketId);
  const timeline = queryKeys.timeline(ticketId);
  const keys: Partial<Record<DeskChange['event'], Key[]>> = {
    'message.created': [timeline, self],
    'message.changed': [timeline],
    // The composer looks itself: nobody's words are replaced while they write.
    'draft.changed': [],
    'mail.changed': [timeline],
    'sla.changed': [queryKeys.sla(ticketId), self],
    'sla.alerted': [timeline],
    'incident.changed': [],
    'survey.changed': [queryKeys.surveys(ticketId), timeline],
    'brief.changed': [queryKeys.brief(ticketId), queryKeys.ticketSkills(ticketId), timeline],
    'work.changed': [
      self,
      timeline,
      queryKeys.decisions(ticketId),
      queryKeys.endPreview(ticketId),
      queryKeys.ticketSkills(ticketId),
    ],
    'assistant.changed': [queryKeys.ticketAssistant(ticketId), timeline, self],
    'approval.changed': [queryKeys.ticketAssistant(ticketId)],
  };
  return (
    keys[event] ?? [self, timeline, queryKeys.decisions(ticketId), queryKeys.endPreview(ticketId)]
  );
}

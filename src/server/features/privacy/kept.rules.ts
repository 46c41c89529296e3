/** What of a ticket's history stays when its customer is deleted: what says nothing about a person. */

/** Keys whose values are words of the workspace or of Segue, never of a person, by kind of line. */
const keptOf: Readonly<Record<string, readonly string[]>> = {
  'ticket.created': ['channel'],
  'ticket.status': ['from', 'to'],
  'ticket.priority': ['from', 'to'],
  'ticket.category': ['from', 'to'],
  'ticket.group': ['from', 'to'],
  'ticket.routing_channel': ['from', 'to'],
  'ticket.tags': ['from', 'to'],
  'session.ended': ['reason', 'routingChannel', 'followup', 'cause', 'rule', 'ruleId'],
  'session.inactive': ['reason'],
  'session.active': ['over'],
  'followup.opened': ['number'],
  'followup.continues': ['number'],
  'work.queued': ['queue'],
  'work.assigned': ['agent', 'agentId'],
  'work.offered': ['agent', 'agentId'],
  'work.taken': [],
  'work.returned': ['queue'],
  'work.reclassified': ['to'],
  'offer.accepted': [],
  'offer.timed_out': ['agent'],
  'offer.withdrawn': ['agent'],
  'sla.at_risk': ['metric', 'policy'],
  'sla.breached': ['metric', 'policy'],
  'brief.written': [],
  'macro.used': ['macro'],
};

/** For the statement that thins out the history: type of line and the keys it keeps; all others lose their data. */
export const keptKeys: readonly { type: string; keys: readonly string[] }[] = Object.entries(
  keptOf,
).map(([type, keys]) => ({ type, keys }));

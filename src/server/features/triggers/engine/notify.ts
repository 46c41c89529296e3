import type { TriggerActionOf } from '../../../../contracts/trigger-actions.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { AppError } from '../../../platform/errors.ts';
import { listAddresses } from '../places.store.ts';
import type { Acting } from './act.ts';
import type { ActingDeps } from './deps.types.ts';
import { fill, placeOf } from './ticket.ts';

type Notice = TriggerActionOf<'notify_assignee' | 'notify_agent' | 'notify_group' | 'notify_email'>;

/** Mails of a group go to at most so many people. */
const mostInGroup = 100;

/** Mails colleagues or an address about a ticket. Throws where there is nobody to mail. */
export async function notify(
  deps: ActingDeps,
  scope: Scope,
  { ticketId }: Acting,
  action: Notice,
): Promise<void> {
  const addresses = await addressesOf(scope, ticketId, action);
  if (addresses.length === 0)
    throw new AppError('customer_unreachable', 'There is nobody to mail.');
  const subject = await fill(scope, ticketId, action.subject);
  const text = await fill(scope, ticketId, action.text);
  for (const to of addresses) await deps.queueAlert(scope, { ticketId, to, subject, text });
}

async function addressesOf(scope: Scope, ticketId: string, action: Notice): Promise<string[]> {
  switch (action.do) {
    case 'notify_email':
      return [action.to];
    case 'notify_agent':
      return listAddresses(scope, { memberId: action.agentId });
    case 'notify_group':
      return (await listAddresses(scope, { groupId: action.groupId })).slice(0, mostInGroup);
    case 'notify_assignee': {
      const { agent_id: memberId } = await placeOf(scope, ticketId);
      return memberId === null ? [] : listAddresses(scope, { memberId });
    }
  }
}

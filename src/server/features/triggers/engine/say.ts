import type { TriggerActionOf } from '../../../../contracts/trigger-actions.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { AppError } from '../../../platform/errors.ts';
import { fillVariables, findVariableValues } from '../../variables/index.ts';
import type { Place } from '../places.store.ts';
import type { Acting } from './act.ts';
import type { ActingDeps } from './deps.types.ts';
import { placeOf } from './ticket.ts';

type Words = TriggerActionOf<'reply' | 'note'>;

/** Says what a rule says: in the chat, by mail, or as a note. Throws where nobody would read it. */
export async function say(
  deps: ActingDeps,
  scope: Scope,
  acting: Acting,
  action: Words,
): Promise<void> {
  const { ticketId, actor } = acting;
  const place = await placeOf(scope, ticketId);
  if (place.status === 'closed' && action.do === 'reply')
    throw new AppError('ticket_closed', 'The ticket is closed.');
  const channel = action.do === 'note' ? 'note' : channelOf(place, action.channel);
  const { text, html } = await wordsOf(deps, scope, ticketId, action);
  const written = await deps.conversations.append(scope, {
    conversationId: place.conversation_id,
    clientId: null,
    channel,
    author: actor,
    text,
    html: channel === 'email' ? html : null,
  });
  if (channel !== 'email') return;
  await deps.queueReply(scope, {
    ticketId,
    messageId: written.id,
    text,
    html,
    authorName: (await deps.findWorkspace(scope)).name,
    automatic: true,
  });
}

/** Where it is read: the chat while it runs, else mail if an address is known. */
function channelOf(place: Place, wanted: 'best' | 'messaging' | 'email'): 'messaging' | 'email' {
  const live = place.session_state === 'active' || place.session_state === 'inactive';
  if (wanted !== 'email' && live) return 'messaging';
  if (wanted === 'messaging') throw new AppError('session_ended', 'No chat runs.');
  if (place.email === null)
    throw new AppError('customer_unreachable', 'The customer has given no email address.');
  return 'email';
}

async function wordsOf(deps: ActingDeps, scope: Scope, ticketId: string, action: Words) {
  if (action.do === 'reply' && action.macroId !== null) {
    const macro = await deps.renderMacro(scope, action.macroId, ticketId);
    if (macro) return macro;
    throw new AppError('not_found', 'The macro is no longer there.');
  }
  const values = (await findVariableValues(scope, { ticketId, agentId: null })) ?? {};
  const text = fillVariables(action.text, values, 'text');
  return { text, html: null };
}

/** Rules, and what they may do. */
import type { createLetterService, createOutgoingService } from '../features/mail/index.ts';
import type { SessionService } from '../features/sessions/index.ts';
import type { SurveyService } from '../features/surveys/index.ts';
import type { createTicketReplier } from '../features/tickets/index.ts';
import { createTriggers } from '../features/triggers/index.ts';
import { renderMacro } from '../features/macros/index.ts';
import { findWorkspace } from '../features/workspaces/index.ts';

/** Mails of rules that one address may get in an hour. */
const alertsInAnHour = 100;

interface RuleParts extends Omit<
  Parameters<typeof createTriggers>[0],
  | 'endChat'
  | 'findWorkspace'
  | 'markTaken'
  | 'queueAlert'
  | 'queueReply'
  | 'renderMacro'
  | 'survey'
  | 'wishFollowup'
> {
  readonly letters: Pick<ReturnType<typeof createLetterService>, 'queueLetter'>;
  readonly outgoing: Pick<ReturnType<typeof createOutgoingService>, 'queueReply'>;
  readonly reply: Pick<ReturnType<typeof createTicketReplier>, 'markTaken'>;
  readonly sessions: Pick<SessionService, 'endIn' | 'wishIn'>;
  readonly surveys: Pick<SurveyService, 'sendSurvey'>;
}

/** Lets rules end chats, write mails and ask customers, through those who do so for people. */
export function createRules(parts: RuleParts) {
  const { clock, letters, outgoing, reply, sessions, surveys } = parts;
  return createTriggers({
    ...parts,
    findWorkspace,
    renderMacro,
    markTaken: reply.markTaken,
    survey: async (scope, { ticketId, about }) => {
      await surveys.sendSurvey(scope, ticketId, about);
    },
    endChat: async (scope, end) => {
      await sessions.endIn(scope, { ...end, reason: 'trigger', receivedAt: clock.now() });
    },
    wishFollowup: (scope, wish) => sessions.wishIn(scope, wish),
    queueReply: (scope, message) => outgoing.queueReply(scope, message),
    queueAlert: (scope, alert) =>
      letters.queueLetter(scope, { ...alert, mostInAnHour: alertsInAnHour }),
  });
}

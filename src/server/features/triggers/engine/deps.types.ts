import type { Actor } from '../../../../contracts/common.ts';
import type { FollowupMode } from '../../../../contracts/sessions.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import type { Log } from '../../../platform/log.ts';
import type { ConversationService } from '../../conversations/index.ts';
import type { WorkService } from '../../routing/index.ts';
import type { TicketChanger } from '../../tickets/index.ts';

/** What acting needs of the features that own what is acted upon. */
export interface ActingDeps extends Pick<Core, 'clock' | 'ids'> {
  readonly log: Log;
  readonly change: TicketChanger;
  readonly conversations: Pick<ConversationService, 'append'>;
  readonly work: Pick<WorkService, 'give' | 'giveBack' | 'follow' | 'putInto'>;
  readonly endChat: (scope: Scope, end: ChatEnd) => Promise<void>;
  readonly wishFollowup: (
    scope: Scope,
    wish: Pick<ChatEnd, 'conversationId' | 'actor'> & { followupMode: FollowupMode },
  ) => Promise<void>;
  readonly markTaken: (scope: Scope, ticketId: string) => Promise<void>;
  readonly findWorkspace: (scope: Scope) => Promise<{ name: string }>;
  readonly queueReply: (scope: Scope, reply: AutomaticReply) => Promise<void>;
  readonly queueAlert: (
    scope: Scope,
    alert: { ticketId: string; to: string; subject: string; text: string },
  ) => Promise<void>;
  /** The words of a shared macro; null when it is gone. */
  readonly renderMacro: (
    scope: Scope,
    macroId: string,
    ticketId: string,
  ) => Promise<{ text: string; html: string } | null>;
  readonly addSkills: (
    scope: Scope,
    ticketId: string,
    skillIds: readonly string[],
  ) => Promise<void>;
  readonly survey: SurveyAsker;
}

/** Asks a customer how it was, at most once for each chat and each solved ticket. */
export type SurveyAsker = (
  scope: Scope,
  survey: { ticketId: string; about: 'session' | 'ticket' },
) => Promise<void>;

export interface ChatEnd {
  readonly conversationId: string;
  readonly actor: Actor;
  readonly rule: { readonly id: string; readonly name: string };
  readonly asEmail: boolean;
  readonly followupMode?: FollowupMode;
}

export interface AutomaticReply {
  readonly ticketId: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string | null;
  readonly authorName: string;
  readonly automatic: boolean;
}

import type { Incident } from '../../../../contracts/incidents.ts';
import type { WorkspaceSettings } from '../../../../contracts/workspaces.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import type { Log } from '../../../platform/log.ts';
import type { ConversationService } from '../../conversations/index.ts';
import type { AnswerService } from '../../knowledge/index.ts';
import type { OutgoingReply } from '../../tickets/index.ts';
import type { Models } from '../../models/index.ts';
import type { WorkService } from '../../routing/index.ts';
import type { TicketChanger } from '../../tickets/index.ts';
import type { FoundThing } from '../asking/told-fields.rules.ts';
import type { FeedbackLinks } from '../feedback/links.ts';

/** What the assistant works with. */
export interface AssistantDeps extends Core {
  readonly log: Log;
  /** Milliseconds, rising. */
  readonly ticks: () => number;
  readonly conversations: ConversationService;
  readonly change: TicketChanger;
  readonly work: WorkService;
  readonly study: AnswerService['study'];
  readonly queueReply: (scope: Scope, reply: OutgoingReply) => Promise<void>;
  readonly settingsOf: (
    scope: Scope,
  ) => Promise<Pick<WorkspaceSettings, 'assistantName' | 'classification'>>;
  readonly findWorkspace: (scope: Scope) => Promise<{ name: string }>;
  readonly withinHours: (scope: Scope, scheduleId: string | null, at: Date) => Promise<boolean>;
  /** What the workspace's patterns find in a text: order numbers and the like. */
  readonly thingsIn: (scope: Scope, text: string) => Promise<FoundThing[]>;
  readonly links: FeedbackLinks;
  /** The incident people know of that a ticket is part of; null where there is none. */
  readonly incidentOf: (scope: Scope, ticketId: string) => Promise<Incident | null>;
  /** A language model, where the workspace has one; it may take its time, so never in a transaction. */
  readonly writeBy: Models['write'];
}

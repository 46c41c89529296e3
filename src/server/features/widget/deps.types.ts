import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { Log } from '../../platform/log.ts';
import type { AttachmentView, ConversationService } from '../conversations/index.ts';
import type { CustomerService } from '../customers/index.ts';
import type { AnswerService } from '../knowledge/index.ts';
import type { SessionService } from '../sessions/index.ts';
import type { SurveyService } from '../surveys/index.ts';
import type { TicketChanger, TicketCreator } from '../tickets/index.ts';
import type { TranscriptService } from '../transcripts/index.ts';

/** The workspace as far as the widget is concerned. */
export interface WidgetWorkspace {
  readonly slug: string;
  readonly name: string;
  /** Signs what a page says about its users. */
  readonly identity_secret: string;
}

export interface WidgetDeps extends Core {
  readonly log: Log;
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
  readonly findWorkspace: (scope: Scope) => Promise<WidgetWorkspace>;
  readonly conversations: ConversationService;
  readonly customers: CustomerService;
  readonly sessions: SessionService;
  readonly createTicket: TicketCreator;
  readonly changeTicket: TicketChanger;
  readonly attachmentView: AttachmentView;
  readonly surveys: Pick<SurveyService, 'inWidget' | 'answerInWidget'>;
  readonly transcripts: Pick<TranscriptService, 'mailToSelf'>;
  readonly answers: Pick<AnswerService, 'answerSoon'>;
  readonly uploadMaxBytes: number;
}

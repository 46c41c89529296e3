import type { Actor } from '../../../contracts/common.ts';
import type { MailState } from '../../../contracts/conversations.ts';
import type { TranscriptFormat } from '../../../contracts/transcripts.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { createHistorian } from '../history/index.ts';
import {
  linesFor,
  transcriptFileName,
  transcriptLinesHtml,
  transcriptPage,
  transcriptText,
  type Transcript,
  type TranscriptLine,
} from './transcript.rules.ts';
import {
  countCopies,
  findTranscriptHead,
  listSaid,
  type SaidRow,
  type TranscriptHead,
} from './transcripts.store.ts';

export interface TranscriptDeps extends Core {
  readonly settingsOf: (
    scope: Scope,
  ) => Promise<Pick<WorkspaceSettings, 'assistantName' | 'accentColor'>>;
  readonly queueNotice: (
    scope: Scope,
    notice: { ticketId: string; subject: string; text: string; html: string },
  ) => Promise<{ to: string; state: MailState }>;
}

export interface TranscriptDocument {
  readonly fileName: string;
  readonly type: string;
  readonly content: string;
}

export type TranscriptService = ReturnType<typeof createTranscriptService>;

/** Copies a customer may ask for: enough for a mail that got lost, too few to bother anybody with. */
const copyLimit = { copies: 2, perMs: 24 * 3_600_000 };

/** Conversations as documents: for agents to keep, for customers by mail. */
export function createTranscriptService(deps: TranscriptDeps) {
  const { database, clock } = deps;
  const tell = createHistorian(deps);

  async function read(
    scope: Scope,
    ticketId: string,
    options: { notes: boolean },
  ): Promise<Transcript> {
    const head = await findTranscriptHead(scope, ticketId);
    if (!head) throw notFound('ticket');
    const { assistantName, accentColor } = await deps.settingsOf(scope);
    const said = await listSaid(scope, head.conversation_id);
    const lines = said.map((row) => lineOf(row, head, assistantName));
    return {
      workspace: head.workspace_name,
      accentColor,
      subject: head.subject,
      number: head.number,
      customer: head.customer_name ?? 'Customer',
      lines: linesFor(lines, options),
      writtenAt: clock.now(),
    };
  }

  return {
    /** The document of a ticket. */
    async export(
      workspaceId: string,
      ticketId: string,
      options: { format: TranscriptFormat; notes: boolean },
    ): Promise<TranscriptDocument> {
      const transcript = await database.inWorkspace(workspaceId, (scope) =>
        read(scope, ticketId, options),
      );
      const { format } = options;
      return {
        fileName: transcriptFileName(transcript.number, format),
        type: format === 'html' ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
        content: format === 'html' ? transcriptPage(transcript) : transcriptText(transcript),
      };
    },

    /** An agent sends the customer a copy, which never has notes. Throws `customer_unreachable`, `rate_limited`. */
    async mail(
      actor: { workspaceId: string; memberId: string },
      ticketId: string,
    ): Promise<{ to: string }> {
      return database.inWorkspace(actor.workspaceId, (scope) =>
        send(scope, ticketId, { kind: 'agent', id: actor.memberId }),
      );
    },

    /**
     * The customer asks for a copy to their own address, in the caller's transaction, which has made sure
     * that it is their conversation. Throws `rate_limited` when they have asked often enough.
     */
    async mailToSelf(scope: Scope, ticketId: string, customerId: string): Promise<{ to: string }> {
      const since = new Date(clock.now().getTime() - copyLimit.perMs);
      if ((await countCopies(scope, { ticketId, since })) >= copyLimit.copies) {
        throw new AppError('rate_limited', 'We have sent you copies today. Look into your mail.');
      }
      return send(scope, ticketId, { kind: 'customer', id: customerId });
    },
  };

  async function send(scope: Scope, ticketId: string, actor: Actor): Promise<{ to: string }> {
    const transcript = await read(scope, ticketId, { notes: false });
    const { to, state } = await deps.queueNotice(scope, {
      ticketId,
      subject: `Your conversation with ${transcript.workspace}: ${transcript.subject}`,
      text: transcriptText(transcript),
      html: transcriptLinesHtml(transcript),
    });
    // Held back by the budget of automatic mails to one address: nobody is told that it is on its way.
    if (state === 'failed') {
      throw new AppError('rate_limited', 'This address has had many automatic mails in an hour.');
    }
    await tell(scope, { ticketId, type: 'transcript.mailed', actor, data: { to } });
    return { to };
  }
}

function lineOf(row: SaidRow, head: TranscriptHead, assistantName: string): TranscriptLine {
  const { author_kind: kind, channel, body: text, created_at: at, files } = row;
  const names = {
    customer: head.customer_name ?? 'Customer',
    agent: row.author_name ?? head.workspace_name,
    assistant: assistantName,
    trigger: head.workspace_name,
    system: head.workspace_name,
  };
  return {
    at,
    author: names[kind],
    kind: kind === 'trigger' || kind === 'system' ? 'other' : kind,
    channel,
    text,
    files,
  };
}

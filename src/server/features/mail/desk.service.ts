import type { z } from 'zod';
import { idSchema } from '../../../contracts/common.ts';
import type { mailIntakeSchema, outboxSchema, quarantineSchema } from '../../../contracts/mail.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { createHistorian } from '../history/index.ts';
import {
  countQuarantined,
  endIntake,
  findIntake,
  listMailboxes,
  listQuarantined,
  lockIntake,
} from './intake.store.ts';
import { recordMailChange } from './mail.events.ts';
import { outboundViewOf, quarantinedViewOf } from './mail.view.ts';
import { listOutbound, lockOutbound, updateOutbound, type OutboundRow } from './outbound.store.ts';
import { keptForMs } from './outgoing.rules.ts';

export interface DeskMailDeps extends Core {
  readonly serverConfigured: boolean;
  /** Where mail comes in, once the listener runs; null while it does not. */
  readonly smtpAddress: () => { host: string; port: number } | null;
}

export interface MailPage {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export type DeskMailService = ReturnType<typeof createDeskMailService>;

/** The outbox, the quarantine and the ways in, as supervisors see and steer them. */
export function createDeskMailService(deps: DeskMailDeps) {
  const { database, clock, serverConfigured, smtpAddress } = deps;
  const tell = createHistorian(deps);

  return {
    async outbox(workspaceId: string, page: MailPage): Promise<z.infer<typeof outboxSchema>> {
      const rows = await database.inWorkspace(workspaceId, (scope) =>
        listOutbound(scope, storePage(page)),
      );
      return { ...pageOf(rows, page.limit, outboundViewOf), serverConfigured };
    },

    /** Sends a mail that failed or was kept. Throws `request_invalid` when it cannot or should not leave. */
    async resend(by: { workspaceId: string; memberId: string }, mailId: string): Promise<void> {
      await database.inWorkspace(by.workspaceId, async (scope) => {
        const row = await lockOutbound(scope, mailId);
        if (!row) throw notFound('mail');
        if (row.state === 'queued' || row.state === 'sent') return;
        assertSendable(row);
        await updateOutbound(scope, mailId, { state: 'queued', error: null });
        if (row.ticket_id !== null) {
          await tell(scope, {
            ticketId: row.ticket_id,
            type: 'mail.resent',
            actor: { kind: 'agent', id: by.memberId },
            data: { to: row.mail_to, before: row.state },
          });
        }
        scope.record({ type: 'mail.queued', mailId });
        recordMailChange(scope, row);
      });
    },

    async quarantine(
      workspaceId: string,
      page: MailPage,
    ): Promise<z.infer<typeof quarantineSchema>> {
      const rows = await database.inWorkspace(workspaceId, (scope) =>
        listQuarantined(scope, storePage(page)),
      );
      return pageOf(rows, page.limit, quarantinedViewOf);
    },

    /** The source of a quarantined mail, byte for byte. */
    async source(workspaceId: string, intakeId: string): Promise<Buffer> {
      const row = await database.inWorkspace(workspaceId, (scope) => findIntake(scope, intakeId));
      if (row?.state !== 'quarantined' || row.raw === null) throw notFound('mail');
      return row.raw;
    },

    /** Takes a mail out of the quarantine to be read again; twice is the same as once. */
    async retry(workspaceId: string, intakeId: string): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        const row = await lockIntake(scope, intakeId);
        if (row?.state === 'received') return;
        if (row?.state !== 'quarantined') throw notFound('mail');
        await endIntake(scope, intakeId, {
          state: 'received',
          error: null,
          messageId: null,
          at: clock.now(),
        });
        scope.record({ type: 'mail.received', intakeId });
      });
    },

    async intake(workspaceId: string): Promise<z.infer<typeof mailIntakeSchema>> {
      return database.inWorkspace(workspaceId, async (scope: Scope) => ({
        addresses: (await listMailboxes(scope)).map((mailbox) => mailbox.address),
        smtp: smtpAddress(),
        quarantined: await countQuarantined(scope),
      }));
    },
  };

  function assertSendable(row: OutboundRow): void {
    if (row.mail_to === '') {
      throw new AppError('customer_deleted', 'There is nobody to send it to any more.');
    }
    if (!serverConfigured) {
      throw new AppError(
        'request_invalid',
        'No mail server is set. Give Segue one and start it again.',
      );
    }
    const age = clock.now().getTime() - row.created_at.getTime();
    if (row.state === 'not_configured' && age > keptForMs) {
      throw new AppError(
        'request_invalid',
        'It is more than seven days old. Write to the customer again.',
      );
    }
  }
}

function storePage({ cursor, limit }: MailPage): { before: string | null; limit: number } {
  const before = idSchema.optional().safeParse(cursor);
  if (!before.success) throw new AppError('request_invalid', 'The cursor is not one of this list.');
  return { before: before.data ?? null, limit: limit + 1 };
}

/** One row more than asked for tells that there is a next page. */
function pageOf<Row extends { id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => Item,
) {
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(view),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

import { systemActor } from '../../../contracts/common.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { createHistorian } from '../history/index.ts';
import { headerLine } from './addresses.rules.ts';
import type { Outcome } from './delivery.service.ts';
import {
  findOutboundByMessageIds,
  lockOutbound,
  updateOutbound,
  type OutboundRow,
} from './outbound.store.ts';
import { recordMailChange } from './mail.events.ts';
import { readBounce, type Bounce, type ReadMail } from './reading/index.ts';

export type BounceService = ReturnType<typeof createBounceService>;

/** Mail of ours that came back: its ticket says so, where people look. */
export function createBounceService(deps: Pick<Core, 'clock' | 'ids'>) {
  const tell = createHistorian(deps);

  async function markBounced(scope: Scope, row: OutboundRow, reason: string): Promise<void> {
    await updateOutbound(scope, row.id, { state: 'bounced', error: reason });
    recordMailChange(scope, row);
    if (row.ticket_id === null) return;
    await tell(scope, {
      ticketId: row.ticket_id,
      type: 'mail.bounced',
      actor: systemActor,
      data: { to: row.mail_to, reason },
    });
  }

  return {
    /** Reads a report. One about no mail of ours, or about a delay only, changes nothing. */
    async receive(scope: Scope, mail: ReadMail): Promise<Outcome> {
      const bounce = readBounce(mail);
      const id = await findOutboundByMessageIds(scope, messageIdsOf(mail, bounce));
      if (id === undefined)
        return { state: 'ignored', reason: 'A report about a mail that is not known here.' };
      if (bounce !== null && !bounce.permanent) {
        return { state: 'ignored', reason: 'A report of a delay; the mail is still on its way.' };
      }
      const row = await lockOutbound(scope, id);
      if (row && row.state !== 'bounced' && row.mail_to !== '')
        await markBounced(scope, row, reasonOf(bounce));
      return { state: 'processed', messageId: null };
    },
  };
}

function messageIdsOf(mail: ReadMail, bounce: Bounce | null): string[] {
  const ids = [bounce?.originalMessageId ?? null, mail.inReplyTo, ...mail.references];
  return [...new Set(ids.filter((id) => id !== null))];
}

function reasonOf(bounce: Bounce | null): string {
  const failed = bounce?.recipients[0];
  const words = [failed?.status, failed?.diagnostic]
    .filter((part) => part != null && part !== '')
    .join(' ');
  return headerLine(words, 300) || 'The receiving server returned it without a reason.';
}

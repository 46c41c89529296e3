import type { JobPayload } from '../../../contracts/jobs.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { Log } from '../../platform/log.ts';
import { errorLine, withEnvelope } from './arrival.rules.ts';
import type { MailDelivery, Outcome } from './delivery.service.ts';
import { endIntake, findIntake, lockIntake } from './intake.store.ts';
import { createMailReading, isMailUnreadable, type ReadMail } from './reading/index.ts';

export interface IntakeDeps extends Core {
  readonly log: Log;
  readonly delivery: MailDelivery;
}

interface WaitingMail {
  readonly id: string;
  readonly raw: Buffer;
  readonly envelope: { readonly from: string; readonly to: string };
}

/** Turns kept mails into messages, each on its own: one that cannot be read never stops another. */
export function createIntakeService({ database, clock, log, delivery }: IntakeDeps) {
  const readMail = createMailReading();
  return {
    /**
     * The job `mail.read`. Does nothing for a mail that is done. A mail that cannot be read, or whose
     * last attempt fails, goes to the quarantine with its source.
     */
    async read({ workspaceId, intakeId }: JobPayload<'mail.read'>, info: { lastAttempt: boolean }) {
      const waiting = await database.inWorkspace(workspaceId, (scope) =>
        open(scope, intakeId, info.lastAttempt),
      );
      if (waiting === null) return;
      try {
        const mail = withEnvelope(await readMail(waiting.raw), waiting.envelope);
        await handle(workspaceId, waiting, mail);
      } catch (error) {
        if (!isMailUnreadable(error) && !info.lastAttempt) throw error;
        log.warn({ err: error, intakeId }, 'mail put into quarantine');
        await database.inWorkspace(workspaceId, (scope) =>
          quarantine(scope, intakeId, errorLine(error)),
        );
      }
    },
  };

  /**
   * The source of a mail that waits. Before the last attempt it is put into quarantine first, so that a
   * mail which ends the process each time it is read is found there and not tried for ever.
   */
  async function open(
    scope: Scope,
    intakeId: string,
    lastAttempt: boolean,
  ): Promise<WaitingMail | null> {
    const row = await findIntake(scope, intakeId);
    if (row?.state !== 'received' || row.raw === null) return null;
    if (lastAttempt) await quarantine(scope, intakeId, 'Segue ended each time it read this mail.');
    return { id: row.id, raw: row.raw, envelope: { from: row.envelope_from, to: row.envelope_to } };
  }

  async function handle(workspaceId: string, waiting: WaitingMail, mail: ReadMail): Promise<void> {
    await database.inWorkspace(workspaceId, async (scope) => {
      const row = await lockIntake(scope, waiting.id);
      if (row?.state !== 'received' && row?.state !== 'quarantined') return;
      const arrived = { intakeId: waiting.id, raw: waiting.raw, mail };
      await close(scope, waiting.id, await delivery.deliver(scope, arrived));
    });
  }

  async function close(scope: Scope, intakeId: string, outcome: Outcome): Promise<void> {
    if (outcome.state === 'quarantined') return quarantine(scope, intakeId, outcome.reason);
    const messageId = outcome.state === 'processed' ? outcome.messageId : null;
    const error = outcome.state === 'ignored' ? outcome.reason : null;
    return endIntake(scope, intakeId, { state: outcome.state, error, messageId, at: clock.now() });
  }

  async function quarantine(scope: Scope, intakeId: string, error: string): Promise<void> {
    const row = await lockIntake(scope, intakeId);
    if (row?.state !== 'received' && row?.state !== 'quarantined') return;
    await endIntake(scope, intakeId, {
      state: 'quarantined',
      error,
      messageId: null,
      at: clock.now(),
    });
    scope.record({ type: 'mail.changed', mailId: intakeId });
  }
}

import type { Core } from '../../platform/core.ts';
import { mailboxCandidates } from './addresses.rules.ts';
import { findMailbox, insertIntake, type FoundMailbox } from './intake.store.ts';

/** One recipient of a mail that is being taken in. */
export interface Recipient extends FoundMailbox {
  readonly address: string;
}

export interface TakenMail {
  readonly from: string;
  readonly recipients: readonly Recipient[];
  readonly raw: Buffer;
}

export type MailReceiver = ReturnType<typeof createMailReceiver>;

/** The two questions a mail listener asks: who is this for, and is it kept. */
export function createMailReceiver({ database, clock, ids }: Core) {
  return {
    /** The mailbox behind an address, plus tags aside; null when it is nobody's here. */
    async find(address: string): Promise<FoundMailbox | null> {
      return (await findMailbox(database.app, mailboxCandidates(address))) ?? null;
    },

    /**
     * Keeps a mail: one transaction for each workspace it is for, one row for each of its mailboxes.
     * Resolves once everything is committed. When a later workspace fails the sender repeats the mail,
     * and the earlier one recognises it by its Message-ID.
     */
    async take(mail: TakenMail): Promise<void> {
      for (const [workspaceId, recipients] of byWorkspace(mail.recipients)) {
        await database.inWorkspace(workspaceId, async (scope) => {
          for (const recipient of recipients) {
            const id = ids.next();
            await insertIntake(scope, {
              id,
              mailboxId: recipient.mailboxId,
              envelopeFrom: mail.from,
              envelopeTo: recipient.address,
              raw: mail.raw,
              at: clock.now(),
            });
            scope.record({ type: 'mail.received', intakeId: id });
          }
        });
      }
    },
  };
}

/** Recipients by workspace; the same mailbox under two tags is kept once for each, as their meaning differs. */
function byWorkspace(recipients: readonly Recipient[]): Map<string, Recipient[]> {
  const found = new Map<string, Recipient[]>();
  for (const recipient of recipients) {
    const known = found.get(recipient.workspaceId);
    if (known) known.push(recipient);
    else found.set(recipient.workspaceId, [recipient]);
  }
  return found;
}

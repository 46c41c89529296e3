import { job } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** Attempts at reading a mail; the last one begins by putting it into quarantine. */
const readAttempts = 3;
/** With the queue's growing pauses, about half an hour of a mail server that is away. */
const sendAttempts = 8;

/** Mail that came in is read, mail that is queued is sent. */
export const mailListener: Listener = {
  jobs({ workspaceId, event }) {
    if (event.type === 'mail.received') {
      return [
        job('mail.read', { workspaceId, intakeId: event.intakeId }, { maxAttempts: readAttempts }),
      ];
    }
    if (event.type === 'mail.queued') {
      return [
        job('mail.send', { workspaceId, mailId: event.mailId }, { maxAttempts: sendAttempts }),
      ];
    }
    return [];
  },
};

import type { Alert, AlertBand, AlertSettings } from '../../../contracts/alerts.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import { sentenceOf, type Reading } from './alerts.rules.ts';

export interface TellingDeps {
  readonly log: Log;
  /** Address of the board. */
  readonly boardUrl: () => string;
  readonly queueLetter: (
    scope: Scope,
    letter: { ticketId: null; to: string; subject: string; text: string; mostInAnHour: number },
  ) => Promise<void>;
  readonly queueWebhook: (
    scope: Scope,
    call: { webhookId: string; type: string; data: object },
  ) => Promise<void>;
}

/** An alert as it is told: once when it opens, once for each higher band, once when it is over. */
export interface Telling {
  readonly id: string;
  readonly type: 'alert.opened' | 'alert.raised' | 'alert.resolved';
  readonly reading: Pick<Reading, 'kind' | 'queueId' | 'queueName' | 'value' | 'threshold'>;
  readonly band: AlertBand;
}

/** Mails of alerts that one supervisor gets in an hour; more helps nobody. */
const mailsInAnHour = 12;

/** Tells alerts outside the desk, as the settings ask: by mail to supervisors, and by a webhook. */
export function createAlertTeller({ log, boardUrl, queueLetter, queueWebhook }: TellingDeps) {
  /** What cannot be told must not keep the alert from the desk. */
  async function unlessRefused(what: string, tell: () => Promise<void>): Promise<void> {
    try {
      await tell();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn({ reason: error.message }, `an alert was not told by ${what}`);
    }
  }

  return async (
    scope: Scope,
    telling: Telling,
    { settings, addresses }: { settings: AlertSettings; addresses: readonly string[] },
  ): Promise<void> => {
    const sentence = sentenceOf(telling.reading);
    const { mailFromBand, webhookId, webhookFromBand } = settings;
    const isOver = telling.type === 'alert.resolved';
    if (!isOver && mailFromBand !== null && telling.band >= mailFromBand) {
      const text = `${sentence}\n\nThe board: ${boardUrl()}\n`;
      for (const to of addresses) {
        const letter = { ticketId: null, to, subject: sentence, text, mostInAnHour: mailsInAnHour };
        await unlessRefused('mail', () => queueLetter(scope, letter));
      }
    }
    if (webhookId !== null && telling.band >= webhookFromBand) {
      const { kind, queueId, queueName, value, threshold } = telling.reading;
      const alert = {
        id: telling.id,
        kind,
        band: telling.band,
        value,
        threshold,
      } satisfies Partial<Alert>;
      const data = { alert, queue: { id: queueId, name: queueName }, sentence };
      await unlessRefused('webhook', () =>
        queueWebhook(scope, { webhookId, type: telling.type, data }),
      );
    }
  };
}

/** What supervisors are told without looking: one open alert for each cause, higher as it gets worse. */
import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';

/** What an alert is about: a queue and what is wrong with it. */
export const alertKindSchema = z.enum(['backlog', 'sla_breaches', 'nobody_online', 'stuck']);
export type AlertKind = z.infer<typeof alertKindSchema>;

/** How bad: at the threshold, at twice, at four times as much. */
export const alertBandSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type AlertBand = z.infer<typeof alertBandSchema>;

const threshold = (max: number) => z.number().int().min(1).max(max).nullable();

const thresholdsShape = {
  /** Pieces of work that wait in a queue. */
  backlog: threshold(100_000),
  /** Broken promises among the open work of a queue. */
  slaBreaches: threshold(100_000),
  /** Minutes that work waits in a queue while nobody who serves it is online. */
  nobodyOnlineMinutes: threshold(10_080),
  /** Work counts as stuck once it was offered so often… */
  stuckOffers: threshold(50),
  /** …or has waited for so many minutes. */
  stuckMinutes: threshold(100_000),
};

const settingsShape = {
  ...thresholdsShape,
  /** Nobody online and stuck work are only told within the hours of the workspace. */
  onlyInHours: z.boolean(),
  /** Mails to supervisors from this band on; null mails nobody. */
  mailFromBand: alertBandSchema.nullable(),
  /** The webhook that is called from this band on. */
  webhookFromBand: alertBandSchema,
  /** Null calls none. */
  webhookId: idSchema.nullable(),
};

/** `PUT /api/alerts/settings`: thresholds, null does not watch; and where alerts go besides the desk. */
export const saveAlertSettingsSchema = z.strictObject(settingsShape);

/** The settings with every default filled in. */
export const alertSettingsSchema = z.object({
  backlog: settingsShape.backlog.default(25),
  slaBreaches: settingsShape.slaBreaches.default(3),
  nobodyOnlineMinutes: settingsShape.nobodyOnlineMinutes.default(10),
  stuckOffers: settingsShape.stuckOffers.default(4),
  stuckMinutes: settingsShape.stuckMinutes.default(240),
  onlyInHours: settingsShape.onlyInHours.default(true),
  mailFromBand: settingsShape.mailFromBand.default(null),
  webhookFromBand: settingsShape.webhookFromBand.default(1),
  webhookId: settingsShape.webhookId.default(null),
});
export type AlertSettings = z.infer<typeof alertSettingsSchema>;

/** The thresholds of all queues that name none of their own. */
export type Thresholds = Pick<AlertSettings, keyof typeof thresholdsShape>;

/**
 * `PUT /api/alerts/queues/:id`: thresholds of one queue. What is not named is that of the workspace, null does
 * not watch.
 */
export const ownThresholdsSchema = z.strictObject(thresholdsShape).partial();
export type OwnThresholds = z.infer<typeof ownThresholdsSchema>;

/** `GET /api/alerts/queues`: every queue in list order with the thresholds of its own. */
export const queueThresholdsSchema = z.object({
  queues: z.array(
    z.object({ id: idSchema, name: z.string(), own: z.object(thresholdsShape).partial() }),
  ),
});
export type QueueThresholds = z.infer<typeof queueThresholdsSchema>['queues'][number];

export const alertSchema = z.object({
  id: idSchema,
  kind: alertKindSchema,
  /** Null once the queue has been deleted; its name stays. */
  queueId: idSchema.nullable(),
  queueName: z.string(),
  band: alertBandSchema,
  /** The figure that is compared, now or when it was last too high. */
  value: z.number().int(),
  threshold: z.number().int(),
  openedAt: instantSchema,
  /** When it last became worse. */
  raisedAt: instantSchema,
  resolvedAt: instantSchema.nullable(),
  /** Each time it was told, the first first. */
  steps: z.array(z.object({ band: alertBandSchema, value: z.number().int(), at: instantSchema })),
});
export type Alert = z.infer<typeof alertSchema>;

/** `GET /api/alerts`: what is open, and the latest hundred that are over. */
export const alertsSchema = z.object({
  open: z.array(alertSchema),
  past: z.array(alertSchema),
  /** Open ones that became worse since the reader last looked. */
  unseen: z.number().int(),
});
export type Alerts = z.infer<typeof alertsSchema>;

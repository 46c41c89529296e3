import type {
  Alert,
  Alerts,
  AlertSettings,
  OwnThresholds,
  QueueThresholds,
} from '../../../contracts/alerts.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { Calendar } from '../schedules/index.ts';
import { decide, readingsOf, settingsFor, type Reading } from './alerts.rules.ts';
import { createMoment } from './moment.rules.ts';
import { listWorkspaces } from './alerts.sweep.store.ts';
import {
  findSeenAt,
  insertAlert,
  listOpenAlerts,
  listPastAlerts,
  listQueueStates,
  listWatchers,
  lockOpenAlerts,
  markSeen,
  noteValues,
  raiseAlert,
  resolveAlerts,
  saveThresholds,
} from './alerts.store.ts';
import { listQueueThresholds, saveQueueThresholds } from './thresholds.store.ts';
import { createAlertTeller, type Telling, type TellingDeps } from './alerts.tell.ts';

export interface AlertDeps extends Core, TellingDeps {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
  /** The hours of the workspace; null where it has none, and so is never open. */
  readonly hoursOf: (scope: Scope) => Promise<Calendar | null>;
  readonly webhookExists: (scope: Scope, id: string) => Promise<boolean>;
}

export type AlertService = ReturnType<typeof createAlertService>;

const pastShown = 100;

/** Alerts of supervisors: looked for each minute, told once for each cause and band, over by themselves. */
export function createAlertService(deps: AlertDeps) {
  const { database, clock, ids, settingsOf, hoursOf } = deps;
  const tell = createAlertTeller(deps);

  return {
    workspaces: (): Promise<string[]> => listWorkspaces(database),

    /** Opens, raises and ends alerts after the figures of this moment. */
    async check(workspaceId: string): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        const settings = await settingsOf(scope);
        const at = clock.now();
        const readings = await readQueues(scope, settings, at);
        const verdict = decide(await lockOpenAlerts(scope), readings);
        await noteValues(scope, verdict.same);
        const tellings: Telling[] = [];
        for (const reading of verdict.open) {
          const id = ids.next();
          await insertAlert(scope, { id, at, reading });
          tellings.push({ id, type: 'alert.opened', reading, band: reading.band });
        }
        for (const { id, reading } of verdict.raise) {
          await raiseAlert(scope, { id, at, reading });
          tellings.push({ id, type: 'alert.raised', reading, band: reading.band });
        }
        tellings.push(...(await end(scope, verdict.resolve, at)));
        if (tellings.length === 0) return;
        const watchers = await listWatchers(scope);
        const addresses = watchers.map(({ email }) => email);
        const memberIds = watchers.map(({ id }) => id);
        for (const telling of tellings) {
          await tell(scope, telling, { settings: settings.alerts, addresses });
          const raised = telling.type !== 'alert.resolved';
          scope.record({ type: 'alert.changed', alertId: telling.id, memberIds, raised });
        }
      });
    },

    /** What is open and what is over, for one supervisor. */
    async read(workspaceId: string, memberId: string): Promise<Alerts> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const open = await listOpenAlerts(scope);
        const seenAt = await findSeenAt(scope, memberId);
        return {
          open: open.map(alertOf),
          past: (await listPastAlerts(scope, pastShown)).map(alertOf),
          unseen: open.filter(({ raised_at: at }) => seenAt === null || at > seenAt).length,
        };
      });
    },

    async markSeen(workspaceId: string, memberId: string): Promise<void> {
      await database.inWorkspace(workspaceId, (scope) => markSeen(scope, memberId, clock.now()));
    },

    settings: (workspaceId: string): Promise<AlertSettings> =>
      database.inWorkspace(workspaceId, async (scope) => (await settingsOf(scope)).alerts),

    /** Every queue with the thresholds of its own. */
    queues: (workspaceId: string): Promise<QueueThresholds[]> =>
      database.inWorkspace(workspaceId, listQueueThresholds),

    /** Gives a queue thresholds of its own; none named gives back those of the workspace. */
    async saveQueue(workspaceId: string, queueId: string, own: OwnThresholds): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        const queues = await listQueueThresholds(scope);
        if (!queues.some(({ id }) => id === queueId)) throw notFound('queue');
        await saveQueueThresholds(scope, queueId, own);
        scope.record({ type: 'settings.changed', workspaceId });
      });
    },

    /** Throws `request_invalid` when the webhook is not there. */
    async saveSettings(workspaceId: string, alerts: AlertSettings): Promise<AlertSettings> {
      return database.inWorkspace(workspaceId, async (scope) => {
        if (alerts.webhookId !== null && !(await deps.webhookExists(scope, alerts.webhookId))) {
          throw new AppError('request_invalid', 'There is no such webhook.', {
            fields: [{ path: 'webhookId', message: 'names no webhook' }],
          });
        }
        await saveThresholds(scope, alerts);
        scope.record({ type: 'settings.changed', workspaceId });
        return alerts;
      });
    },
  };

  /** The figures of every queue beside the thresholds that count for it. */
  async function readQueues(
    scope: Scope,
    { alerts, presence }: WorkspaceSettings,
    now: Date,
  ): Promise<Reading[]> {
    const queues = await listQueueThresholds(scope);
    const forQueue = new Map(queues.map(({ id, own }) => [id, settingsFor(alerts, own)]));
    const moment = createMoment(await hoursOf(scope), now);
    const stuck = [...forQueue].map(([queueId, settings]) => ({
      queueId,
      offers: settings.stuckOffers,
      since:
        settings.stuckMinutes === null
          ? null
          : moment.instantBefore(settings.stuckMinutes, settings),
    }));
    const heartbeatTimeoutMs = presence.heartbeatTimeoutSeconds * 1_000;
    const states = await listQueueStates(scope, { now, heartbeatTimeoutMs, stuck });
    return states.flatMap((one) => readingsOf(one, forQueue.get(one.queueId) ?? alerts, moment));
  }

  async function end(
    scope: Scope,
    over: readonly { readonly id: string }[],
    at: Date,
  ): Promise<Telling[]> {
    if (over.length === 0) return [];
    const gone = new Set(over.map(({ id }) => id));
    const alerts = (await listOpenAlerts(scope)).filter(({ id }) => gone.has(id));
    await resolveAlerts(scope, [...gone], at);
    return alerts.map(({ id, kind, queue_id, queue_name, value, threshold, band }) => ({
      id,
      type: 'alert.resolved',
      reading: { kind, queueId: queue_id ?? '', queueName: queue_name, value, threshold },
      band,
    }));
  }
}

type Row = Awaited<ReturnType<typeof listOpenAlerts>>[number];

function alertOf(row: Row): Alert {
  return {
    id: row.id,
    kind: row.kind,
    queueId: row.queue_id,
    queueName: row.queue_name,
    band: row.band,
    value: row.value,
    threshold: row.threshold,
    openedAt: row.opened_at.toISOString(),
    raisedAt: row.raised_at.toISOString(),
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    steps: row.steps,
  };
}

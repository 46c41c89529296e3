import type { JSONColumnType } from 'kysely';
import type { Alert, AlertBand, AlertKind, OwnThresholds } from '../../../contracts/alerts.ts';

export interface AlertTables {
  alerts: {
    workspace_id: string;
    id: string;
    cause: string;
    kind: AlertKind;
    queue_id: string | null;
    queue_name: string;
    band: AlertBand;
    value: number;
    threshold: number;
    opened_at: Date;
    raised_at: Date;
    resolved_at: Date | null;
    steps: JSONColumnType<Alert['steps'], string, string>;
  };
  alert_views: { workspace_id: string; member_id: string; seen_at: Date };
  queue_thresholds: {
    workspace_id: string;
    queue_id: string;
    thresholds: JSONColumnType<OwnThresholds, string, string>;
  };
}

import type { JSONColumnType } from 'kysely';
import type { Hours } from '../../../contracts/schedules.ts';
import type { Defaulted } from './tables-people.ts';

export interface ScheduleTables {
  schedules: {
    workspace_id: string;
    id: string;
    name: string;
    hours: JSONColumnType<Hours>;
    version: Defaulted<number>;
    is_default: Defaulted<boolean>;
  };
  schedule_versions: {
    workspace_id: string;
    schedule_id: string;
    version: number;
    name: string;
    hours: JSONColumnType<Hours>;
    created_at: Date;
  };
}

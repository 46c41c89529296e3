import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { createFollowing } from './following.ts';
import { createGiving, type GivingDeps } from './giving.ts';
import { createMoving } from './moving.ts';
import { createWorkKeeper } from './work-keeper.ts';

export interface WorkDeps extends Pick<Core, 'clock' | 'ids'>, Pick<GivingDeps, 'onTaken'> {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
}

export type WorkService = ReturnType<typeof createWorkService>;

/** The claim of tickets on people: enters, follows, is given, taken, moved and returned. */
export function createWorkService(deps: WorkDeps) {
  const keeper = createWorkKeeper(deps);
  const following = createFollowing({ ...deps, keeper });
  const { follow } = following;
  const giving = createGiving({ ...deps, follow, keeper });
  const moving = createMoving({ follow, giveBack: giving.giveBack, keeper });
  return { ...following, ...giving, ...moving };
}

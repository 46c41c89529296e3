import type { Scope } from '../../platform/db/database.ts';
import { readLoads } from './capacity.store.ts';
import { overBy } from './capacity.rules.ts';

/** Units by which an agent carries more than they should; 0 within their capacity. */
export async function readOverBy(scope: Scope, agentId: string): Promise<number> {
  const [load] = await readLoads(scope, [agentId]);
  return load ? overBy(load) : 0;
}

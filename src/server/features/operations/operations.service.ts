import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Database } from '../../platform/db/database.ts';
import { countWorkStates, isReachable } from './operations.store.ts';

export type OperationsService = ReturnType<typeof createOperationsService>;

/** What machines ask about this process: whether it serves, and its figures. */
export function createOperationsService({ database }: { database: Database }) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'segue_' });
  const work = new Gauge({
    name: 'segue_work_items',
    help: 'Pieces of work of all workspaces by state.',
    labelNames: ['state'],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    isReachable: () => isReachable(database),

    /** The figures in the text format of Prometheus. */
    async metrics(): Promise<string> {
      work.reset();
      for (const { state, count } of await countWorkStates(database)) work.set({ state }, count);
      return registry.metrics();
    },
  };
}

import { seedDemoConversations } from '../features/onboarding/index.ts';
import type { Clock } from '../platform/clock.ts';
import { createServices, type ServiceDeps } from './services.ts';

/**
 * Plays the conversations of the demo workspace, on services of their own: these tell the time of what
 * they play, and send no mail even where a mail server is set, as the customers are made up.
 */
export async function seedLiveDemo(deps: ServiceDeps, workspaceId: string): Promise<void> {
  const clock = createPlayedClock(deps.clock.now());
  const services = createServices({ ...deps, clock, config: { ...deps.config, outgoingSmtp: null } });
  const demo = await services.onboarding.demo();
  if (demo?.id !== workspaceId) return;
  const { database, ids } = deps;
  await seedDemoConversations({ database, ids, clock, services }, { workspaceId, address: demo.address });
}

function createPlayedClock(start: Date): Clock & { set(at: Date): void } {
  let now = start;
  return {
    now: () => now,
    set(at) {
      now = at;
    },
  };
}

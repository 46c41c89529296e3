import { seedDemoConversations } from '../features/onboarding/index.ts';
import type { Clock } from '../platform/clock.ts';
import { within } from '../platform/db/within.ts';
import { createServices, type ServiceDeps } from './services.ts';

/**
 * Plays the conversations of the demo workspace, on services of their own: these tell the time of what
 * they play, and send no mail even where a mail server is set, as the customers are made up. All of it is
 * one transaction: a first start that is cut short leaves no half a demo, and four hundred commits less
 * take a second off it.
 */
export async function seedLiveDemo(deps: ServiceDeps, workspaceId: string): Promise<void> {
  const address = (await createServices(deps).onboarding.demo())?.address;
  if (address === undefined) return;
  await deps.database.inWorkspace(workspaceId, async (scope) => {
    const clock = createPlayedClock(deps.clock.now());
    const database = within(deps.database, scope);
    const config = { ...deps.config, outgoingSmtp: null };
    const services = createServices({ ...deps, database, clock, config });
    await seedDemoConversations(
      { database, ids: deps.ids, clock, services },
      { workspaceId, address },
    );
  });
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

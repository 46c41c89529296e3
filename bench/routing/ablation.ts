/** The plan with one ingredient left out at a time. */
import { parameters } from '../../src/server/features/routing/plan/parameters.rules.ts';
import type { AdapterOptions } from './yardstick-adapter.ts';

const without = (changes: Partial<typeof parameters>): AdapterOptions => ({
  table: { ...parameters, ...changes },
});

/** Far beyond any slack: the rank no longer knows the deadline. */
const never = 1e9;

/** Options by what is left out. */
export const ablations: Readonly<Record<string, AdapterOptions>> = {
  'winnable before lost': without({ lostShare: 1, lostRiseMinutes: never }),
  'haste by slack': without({ lookAheadMinutes: never }),
  'scarce slots for those who cannot wait': without({ slotReserve: 0 }),
  'scarcity price of time': without({ scarcity: 0 }),
  'price of attention': without({ minutePrice: 0 }),
  'chat-free agents for calls': without({ callReserve: 0 }),
  'fairness of chats': without({ fairness: 0 }),
  'shift ends': without({ shiftEnd: 0 }),
  'matching at minimum cost': without({ matchUpTo: 1 }),
  'late binding of mail': { handOver: 'fill' },
  'late binding and rebalancing': { handOver: 'fill', ...without({ returnsPerPlan: 0 }) },
};

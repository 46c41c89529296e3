import type { Thresholds } from '../../../contracts/alerts.ts';

/** The thresholds in their order, with the keys of their words and what is allowed. */
export const THRESHOLDS = [
  { name: 'backlog', hint: 'backlogHint', unit: 'pieces', max: 100_000 },
  { name: 'slaBreaches', hint: 'slaBreachesHint', unit: 'promises', max: 100_000 },
  { name: 'nobodyOnlineMinutes', hint: 'nobodyOnlineHint', unit: 'minutes', max: 10_080 },
  { name: 'stuckOffers', hint: 'stuckOffersHint', unit: 'times', max: 50 },
  { name: 'stuckMinutes', hint: 'stuckMinutesHint', unit: 'minutes', max: 100_000 },
] as const satisfies readonly {
  name: keyof Thresholds;
  hint: string;
  unit: string;
  max: number;
}[];

import type { SaveCapacityRule } from '../../../contracts/team.ts';

/** How many chats fit, how many mails, and how many mails beside one chat. */
export function capacityEffect({
  budget,
  channels: { messaging, email },
}: Pick<SaveCapacityRule, 'budget' | 'channels'>) {
  const fit = (room: number, channel: { units: number; ceiling: number }) =>
    channel.units > 0
      ? Math.max(0, Math.floor(Math.min(room, channel.ceiling) / channel.units))
      : 0;
  return {
    chats: fit(budget, messaging),
    mails: fit(budget, email),
    mailsBesideOneChat: fit(budget - messaging.units, email),
  };
}

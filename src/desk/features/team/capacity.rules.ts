import type { SaveCapacityRule } from '../../../contracts/team.ts';

/**
 * How many chats fit, how many mails, and how many mails beside one chat. A piece that weighs more than somebody may
 * carry takes them whole.
 */
export function capacityEffect({
  budget,
  channels: { messaging, email },
  chatOnTopOfMail,
}: Pick<SaveCapacityRule, 'budget' | 'channels' | 'chatOnTopOfMail'>) {
  const unitsOf = (channel: Channel) => Math.min(channel.units, budget, channel.ceiling);
  const fit = (room: number, channel: Channel) => {
    const count = Math.floor(Math.min(room, channel.ceiling) / unitsOf(channel));
    return Number.isFinite(count) ? Math.max(0, count) : 0;
  };
  const chats = fit(budget, messaging);
  const mails = fit(budget, email);
  const besideOne = chatOnTopOfMail ? mails : fit(budget - unitsOf(messaging), email);
  return { chats, mails, mailsBesideOneChat: chats > 0 ? besideOne : 0 };
}

type Channel = SaveCapacityRule['channels']['email'];
